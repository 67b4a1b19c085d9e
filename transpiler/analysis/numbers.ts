// Tells Python's ints from floats, and bounds them: one interpretation of the whole program over
// intervals, repeated until nothing changes (Cousot & Cousot 1977). Annotations say what comes in
// from elsewhere, everything else follows from what is written where.
import { ts } from "ts-morph";
import { factsAt, isSame, type Fact } from "./facts";
import { components } from "./components";
import { libraryElements, libraryNumber, type Evaluator } from "./number-library";
import { MIRRORED, restrict } from "./number-facts";
import {
  BYTE,
  combine,
  either,
  exactly,
  int,
  mayBeZero,
  negative,
  same,
  UNKNOWN,
  widen,
  type NumberInfo,
} from "./number-info";
import {
  DICT,
  FLAVOURS,
  HELD,
  INDIRECT_RESULT,
  isMethod,
  memberKey,
  MEMBERS,
  NumberSources,
  resultKey,
  type Key,
  type Source,
} from "./number-sources";
import { bare, isFunctionNode, propertyName, walk } from "./syntax";
import { isLibraryFile, type Types } from "./types";
import type { Uses, Write } from "./uses";

const ROUNDS_BEFORE_WIDENING = 4;
const MAXIMUM_ROUNDS = 40;

export class Numbers implements Evaluator {
  private state = new Map<Key, NumberInfo | null>();
  private readonly all: NumberSources;
  private readonly facts = new WeakMap<ts.Node, Fact[]>();
  /** Which variables the value of one is made from. */
  private readonly readings = new Map<Key, Set<Key>>();
  private current: Key | null = null;
  private reading: Set<Key> = new Set();
  private readonly flavours = new Map<ts.Node, boolean>();
  private component = new Map<Key, number>();
  private readonly cyclic = new Set<ts.Node>();
  private ignoresFacts = false;
  /** Whether the sign of a zero can be seen anywhere. */
  zerosShow = false;

  constructor(
    readonly types: Types,
    private readonly uses: Uses,
    files: readonly ts.SourceFile[],
  ) {
    this.all = new NumberSources(types, uses, files);
    this.solve();
    this.component = components(this.readings);
    if (this.component.size > 0) this.solve();
    if (files.some((file) => this.showsZeros(file))) {
      this.zerosShow = true;
      this.solve();
    }
    this.current = null;
  }

  /** What is known about the number that `node` gives; UNKNOWN if it is none. */
  of(node: ts.Expression): NumberInfo {
    return this.evaluate(node) ?? UNKNOWN;
  }

  /** Whether what is made at `node` takes part in making its own operands. */
  isCyclic(node: ts.Node): boolean {
    return this.cyclic.has(node);
  }

  private solve(): void {
    this.state = new Map();
    for (const key of this.all.sources.keys()) this.state.set(key, null);
    for (let round = 0; round < MAXIMUM_ROUNDS; round++) {
      let changed = false;
      for (const [key, sources] of this.all.sources) {
        const before = this.state.get(key) ?? null;
        let after = either(before, this.valueOf(key, sources));
        if (after !== null && before !== null && round >= ROUNDS_BEFORE_WIDENING)
          after = widen(before, after);
        if (same(before, after)) continue;
        changed = true;
        this.state.set(key, after);
      }
      if (!changed) break;
    }
    // What was widened too far comes back by what is written (a narrowing pass).
    this.cyclic.clear();
    for (let pass = 0; pass < 2; pass++)
      for (const [key, sources] of this.all.sources)
        this.state.set(key, this.valueOf(key, sources));
  }

  private valueOf(key: Key, sources: readonly Source[]): NumberInfo | null {
    this.current = key;
    this.reading = this.readings.get(key) ?? new Set();
    this.readings.set(key, this.reading);
    let result: NumberInfo | null = null;
    for (const source of sources) result = either(result, this.ofSource(source));
    return typeof key === "string" ? result : this.flavoured(key, result, sources);
  }

  /** The annotation says which of the two it is; what is written says within which bounds. */
  private flavoured(
    key: ts.Node,
    result: NumberInfo | null,
    sources: readonly Source[],
  ): NumberInfo | null {
    const type = isFunctionNode(key)
      ? key.type && this.types.checker.getTypeFromTypeNode(key.type)
      : this.types.typeAt(key);
    const flavour = type && this.types.flavourOf(type);
    const declared = flavour && FLAVOURS[flavour];
    if (declared === undefined) return sources.length === 0 ? this.byType(key) : result;
    if (sources.length === 0 || result === null) return declared;
    if (result.large) return result;
    const { low, high } = result;
    return { ...declared, low, high, finite: flavour === "int" || result.finite };
  }

  private ofSource(source: Source): NumberInfo | null {
    switch (source.from) {
      case "info":
        return source.info;
      case "key":
        return this.read(source.key);
      case "value":
        return this.evaluate(source.node);
      case "elements":
        return this.elementsOf(source.node);
      case "write":
        return this.writtenBy(source.write);
    }
  }

  private writtenBy({ target, value, operator, node }: Write): NumberInfo | null {
    const text = ts.tokenToString(operator)?.slice(0, -1) ?? "";
    if (text === "" || text === "??" || text === "||" || text === "&&")
      return value === null ? UNKNOWN : this.evaluate(value);
    return this.operated(node ?? target, text, target as ts.Expression, value);
  }

  private operated(
    at: ts.Node,
    operator: string,
    leftNode: ts.Expression,
    rightNode: ts.Expression | null,
  ): NumberInfo | null {
    const [left, isLeftCyclic] = this.operand(leftNode);
    const [right, isRightCyclic] =
      rightNode === null ? [int(1, 1), false] : this.operand(rightNode);
    if (left === null || right === null) return null;
    const isProduct = operator === "*";
    // What is left of something does not grow; nobody counts on recurrences of differences.
    const isSum = operator === "+";
    const isCyclic =
      (isProduct ? isLeftCyclic || isRightCyclic : isSum && isLeftCyclic && isRightCyclic) &&
      !isHalved(at);
    if (isCyclic) this.cyclic.add(at);
    const result = combine(operator, left, right, this.cyclic.has(at));
    const isSquare = isProduct && rightNode !== null && isSame(leftNode, rightNode);
    return this.withZero(isSquare ? { ...result, negativeZero: false } : result);
  }

  private isFlavoured(key: ts.Node): boolean {
    const before = this.flavours.get(key);
    if (before !== undefined) return before;
    const result =
      !isFunctionNode(key) && this.types.flavourOf(this.types.typeAt(key)) !== undefined;
    this.flavours.set(key, result);
    return result;
  }

  /** A value, and whether the variable that is being made takes part in it. */
  private operand(node: ts.Expression): [NumberInfo | null, boolean] {
    const outer = this.reading;
    this.reading = new Set();
    const info = this.evaluate(node);
    const own = this.current === null ? undefined : this.component.get(this.current);
    const isCyclic =
      own !== undefined && [...this.reading].some((key) => this.component.get(key) === own);
    for (const key of this.reading) outer.add(key);
    this.reading = outer;
    return [info, isCyclic];
  }

  /** Where the sign of a zero shows, what may be -0 is made as a float. */
  private withZero(info: NumberInfo): NumberInfo {
    const isFloat = this.zerosShow && info.negativeZero && info.kind === "int";
    return isFloat ? { ...info, kind: "unknown" } : info;
  }

  read(key: Key): NumberInfo | null {
    // Through what all records share everything would be made from everything.
    // What is declared `int` is one, whatever it is made from; only what is made from itself grows.
    const isShared = key === DICT || key === MEMBERS;
    const isOwn = key === this.current;
    if (typeof key === "string" ? !isShared || isOwn : isOwn || !this.isFlavoured(key))
      this.reading.add(key);
    return this.state.get(key) ?? null;
  }

  /** What a type says by itself: its flavour, or the bounds of its literals. */
  ofType(type: ts.Type): NumberInfo | undefined {
    const flavour = this.types.flavourOf(type);
    if (flavour !== undefined) return FLAVOURS[flavour];
    const bareType = this.types.checker.getNonNullableType(type);
    const parts = bareType.isUnion() ? bareType.types : [bareType];
    const literals = parts.flatMap((part) => (part.isNumberLiteral() ? [part.value] : []));
    if (literals.length === 0 || literals.length !== parts.length) return undefined;
    return literals.map(exactly).reduce<NumberInfo | null>(either, null) ?? undefined;
  }

  byType(node: ts.Node): NumberInfo {
    return this.ofType(this.types.typeAt(node)) ?? UNKNOWN;
  }

  /** The numbers in what is iterated; null if there are none. */
  elementsOf(container: ts.Expression): NumberInfo | null {
    const node = bare(container);
    const type = this.types.typeAt(node);
    const kind = this.types.kindOf(type);
    if (kind === "bytes") return hasSigned(type) ? int(-128, 255) : BYTE;
    if (kind === "string" || kind === "number" || kind === "boolean") return null;
    if (ts.isArrayLiteralExpression(node)) {
      return node.elements.reduce<NumberInfo | null>((all, element) => {
        if (ts.isSpreadElement(element)) return either(all, this.elementsOf(element.expression));
        return either(all, this.evaluate(element));
      }, null);
    }
    const flavour = this.types.checker.getIndexTypeOfType(type, ts.IndexKind.Number);
    const declared = flavour && this.types.flavourOf(flavour);
    if (declared !== undefined) return FLAVOURS[declared];
    if (ts.isConditionalExpression(node))
      return either(this.elementsOf(node.whenTrue), this.elementsOf(node.whenFalse));
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      if (this.all.calledBy(node) === "library") return libraryElements(node, this);
      return this.read(HELD);
    }
    return this.read(this.all.elementsKey(node));
  }

  /** What a function that is passed to the library gives back. */
  ofCallback(node: ts.Expression | undefined): NumberInfo | null {
    const inner = node && bare(node);
    if (inner === undefined) return null;
    if (isFunctionNode(inner)) return this.read(inner);
    const declaration = this.uses.declarationAt(inner);
    if (declaration === undefined || isLibraryFile(declaration.getSourceFile())) return UNKNOWN;
    if (isFunctionNode(declaration)) return this.read(declaration);
    const held =
      ts.isVariableDeclaration(declaration) &&
      declaration.initializer &&
      bare(declaration.initializer);
    if (held && isFunctionNode(held)) return this.read(held);
    return this.read(INDIRECT_RESULT);
  }

  evaluate(node: ts.Expression): NumberInfo | null {
    if (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) {
      return this.ofType(this.types.typeAt(node)) ?? this.evaluate(node.expression);
    }
    const inner = bare(node);
    if (inner !== node) return this.evaluate(inner);
    const kinds = this.types.kindsAt(node);
    if (!kinds.has("number") && !kinds.has("unknown")) return null;
    if (ts.isNumericLiteral(node)) return exactly(Number(node.text));
    if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node))
      return this.evaluateUnary(node);
    if (ts.isBinaryExpression(node)) return this.evaluateBinary(node);
    if (ts.isConditionalExpression(node))
      return either(this.evaluate(node.whenTrue), this.evaluate(node.whenFalse));
    if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node))
      return this.narrowed(node, this.evaluateName(node));
    if (ts.isElementAccessExpression(node)) return this.narrowed(node, this.evaluateElement(node));
    if (ts.isCallExpression(node)) return this.evaluateCall(node);
    if (ts.isAwaitExpression(node)) return this.evaluate(node.expression) ?? this.byType(node);
    return this.byType(node);
  }

  /** With what conditions around `node` say. */
  private narrowed(node: ts.Expression, info: NumberInfo | null): NumberInfo | null {
    if (info === null || this.ignoresFacts || info.low === info.high) return info;
    let facts = this.facts.get(node);
    if (facts === undefined) {
      facts = factsAt(node).filter(
        ({ left, right }) =>
          isSame(left, node) || (typeof right !== "number" && isSame(right, node)),
      );
      this.facts.set(node, facts);
    }
    if (facts.length === 0) return info;
    this.ignoresFacts = true;
    let result: NumberInfo = info;
    for (const { left, comparison, right } of facts) {
      if (isSame(left, node)) {
        const other = typeof right === "number" ? exactly(right) : this.evaluate(right);
        if (other !== null) result = restrict(result, comparison, other);
      } else {
        const other = this.evaluate(left);
        if (other !== null) result = restrict(result, MIRRORED[comparison], other);
      }
    }
    this.ignoresFacts = false;
    // Where the two contradict each other nothing is ever evaluated.
    return result.low > result.high ? info : result;
  }

  private evaluateName(node: ts.Identifier | ts.PropertyAccessExpression): NumberInfo | null {
    if (ts.isIdentifier(node)) {
      if (node.text === "NaN" || node.text === "Infinity") return exactly(Number(node.text));
      const declaration = this.uses.declarationAt(node);
      return declaration === undefined || !this.state.has(declaration)
        ? this.byType(node)
        : this.read(declaration);
    }
    const library = libraryNumber(node, this);
    if (library !== undefined) return library;
    const type = this.ofType(this.types.typeAt(node));
    const declaration = this.uses.declarationAt(node.name);
    if (declaration !== undefined && ts.isVariableDeclaration(declaration))
      return this.state.has(declaration) ? this.read(declaration) : this.byType(node);
    if (declaration?.getSourceFile().isDeclarationFile === true) return this.byType(node);
    const isAccessor = declaration !== undefined && isMethod(declaration);
    if (isAccessor && type !== undefined) return type;
    if (
      declaration !== undefined &&
      !isAccessor &&
      this.all.memberKeyOf(declaration, "") === declaration
    )
      return this.state.has(declaration) ? this.read(declaration) : this.byType(node);
    if (type !== undefined) return type;
    return either(this.read(memberKey(node.name.text)), this.read(DICT));
  }

  private evaluateElement(node: ts.ElementAccessExpression): NumberInfo | null {
    const kind = this.types.kindAt(node.expression);
    const type = this.ofType(this.types.typeAt(node));
    if (kind === "bytes") return this.elementsOf(node.expression);
    if (type !== undefined) return type;
    if (kind === "array" || kind === "tuple") return this.elementsOf(node.expression);
    const name = bare(node.argumentExpression);
    if (ts.isStringLiteral(name)) return either(this.read(memberKey(name.text)), this.read(DICT));
    return either(this.read(DICT), this.read(MEMBERS));
  }

  private evaluateUnary(
    node: ts.PostfixUnaryExpression | ts.PrefixUnaryExpression,
  ): NumberInfo | null {
    const operand = this.evaluate(node.operand);
    if (node.operator === ts.SyntaxKind.TildeToken) return int(-(2 ** 31), 2 ** 31 - 1);
    if (operand === null) return this.types.kindsAt(node.operand).has("number") ? null : UNKNOWN;
    if (node.operator === ts.SyntaxKind.MinusToken) return this.withZero(negative(operand));
    if (node.operator === ts.SyntaxKind.PlusPlusToken) return combine("+", operand, int(0, 1));
    if (node.operator === ts.SyntaxKind.MinusMinusToken) return combine("-", operand, int(0, 1));
    return operand;
  }

  private evaluateBinary(node: ts.BinaryExpression): NumberInfo | null {
    const operator = ts.tokenToString(node.operatorToken.kind) ?? "";
    if (["=", ","].includes(operator)) return this.evaluate(node.right);
    if (["||", "??", "&&", "||=", "??=", "&&="].includes(operator))
      return either(this.evaluate(node.left), this.evaluate(node.right));
    return this.operated(node, operator.replace(/=$/, ""), node.left, node.right);
  }

  private evaluateCall(node: ts.CallExpression): NumberInfo | null {
    const flavour = this.types.flavourOf(this.types.typeAt(node));
    if (flavour !== undefined) return FLAVOURS[flavour];
    const called = this.all.calledBy(node);
    if (called === "library") return this.withLibraryZero(libraryNumber(node, this) ?? UNKNOWN);
    if (called !== undefined && isFunctionNode(called) && called.body !== undefined) {
      const name =
        called.name && ts.isPropertyName(called.name) ? propertyName(called.name) : undefined;
      return this.read(name !== undefined && isMethod(called) ? resultKey(name) : called);
    }
    if (called?.getSourceFile().isDeclarationFile === true) return this.byType(node);
    const callee = bare(node.expression);
    const own = ts.isPropertyAccessExpression(callee)
      ? this.read(resultKey(callee.name.text))
      : null;
    return either(own, this.read(INDIRECT_RESULT));
  }

  private withLibraryZero(info: NumberInfo | null): NumberInfo | null {
    return info === null ? null : this.withZero(info);
  }

  /** Whether `file` has a place where -0 and 0 differ, and something gets there that may be -0. */
  private showsZeros(file: ts.SourceFile): boolean {
    let found = false;
    const mayBe = (node: ts.Expression): boolean => {
      const kinds = this.types.kindsAt(node);
      if (kinds.has("number")) return this.evaluate(node)?.negativeZero === true;
      const isPlain = [...kinds].every((kind) =>
        ["string", "boolean", "null", "function"].includes(kind),
      );
      return (
        !isPlain &&
        [...this.state].some(([key, info]) => isShared(key) && info?.negativeZero === true)
      );
    };
    walk(file, (node) => {
      if (found) return false;
      if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
        const owner = node.expression.expression.getText();
        const isPlace =
          owner === "console" || (owner === "Object" && node.expression.name.text === "is");
        if (isPlace || node.expression.name.text === "atan2") found ||= node.arguments.some(mayBe);
      }
      if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.SlashToken) {
        const divisor = this.evaluate(node.right);
        found ||= divisor !== null && divisor.negativeZero && mayBeZero(divisor);
      }
      return true;
    });
    return found;
  }
}

/** Whether objects hold what has this key. */
const isShared = (key: Key): boolean => typeof key === "string" && !key.startsWith("argument");

/** `(low + high) / 2` does not grow. */
function isHalved(node: ts.Node): boolean {
  let place = node;
  while (ts.isParenthesizedExpression(place.parent)) place = place.parent;
  const { parent } = place;
  if (!ts.isBinaryExpression(parent) || parent.left !== place) return false;
  const operator = parent.operatorToken.kind;
  const { SlashToken, GreaterThanGreaterThanToken, GreaterThanGreaterThanGreaterThanToken } =
    ts.SyntaxKind;
  return (
    [SlashToken, GreaterThanGreaterThanToken, GreaterThanGreaterThanGreaterThanToken].includes(
      operator as never,
    ) && ts.isNumericLiteral(bare(parent.right))
  );
}

function hasSigned(type: ts.Type): boolean {
  const parts = type.isUnion() ? type.types : [type];
  return parts.some((part) => part.symbol?.name === "Int8Array");
}

/** Whether `node` names the library's global `name`. */
export function isGlobal(node: ts.Expression, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name;
}
