// Tells Python's ints from floats, and bounds them: one interpretation of the whole program over
// intervals, repeated until nothing changes (Cousot & Cousot 1977). Annotations say what comes in
// from elsewhere, everything else follows from what is written where.
import { ts } from "ts-morph";
import { Elements } from "./elements";
import {
  combine,
  either,
  exactly,
  FLOAT,
  int,
  INT,
  LENGTH,
  same,
  UNKNOWN,
  widen,
  negative,
} from "./number-info";
import type { NumberInfo } from "./number-info";
import { bare, hasModifier, isFunctionNode, walk, type FunctionNode } from "./syntax";
import type { Types } from "./types";
import type { Uses } from "./uses";

const ROUNDS_BEFORE_WIDENING = 4;
const MAXIMUM_ROUNDS = 30;

const METHOD_RESULTS: Record<string, NumberInfo> = {
  charCodeAt: int(0, 0xffff),
  findIndex: int(-1, LENGTH.high),
  codePointAt: int(0, 0x10ffff),
  indexOf: int(-1, LENGTH.high),
  lastIndexOf: int(-1, LENGTH.high),
  push: LENGTH,
};

export class Numbers {
  private readonly state = new Map<ts.Node, NumberInfo | null>();
  private readonly variables = new Set<ts.Declaration>();
  /** What arrays hold. */
  readonly elements: Elements;

  constructor(
    private readonly types: Types,
    private readonly uses: Uses,
    files: readonly ts.SourceFile[],
  ) {
    this.elements = new Elements(types, uses, (node) => this.evaluate(node));
    for (const file of files) walk(file, (node) => this.enter(node));
    this.solve();
  }

  /** What is known about the number that `node` gives; UNKNOWN if it is none. */
  of(node: ts.Expression): NumberInfo {
    return this.evaluate(node) ?? UNKNOWN;
  }

  /** Whether what is made at `node` takes part in making its own operands. */
  isCyclic(node: ts.Node): boolean {
    return this.variables.has(node as ts.Declaration);
  }

  /** Whether the sign of a zero can be seen anywhere. */
  readonly zerosShow: boolean = false;

  private enter(node: ts.Node): void {
    const isVariable =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isPropertyDeclaration(node) ||
      ts.isBindingElement(node) ||
      isFunctionNode(node);
    if (isVariable) this.variables.add(node);
  }

  private solve(): void {
    for (const variable of this.variables) this.state.set(variable, null);
    for (let round = 0; round < MAXIMUM_ROUNDS; round++) {
      let changed = false;
      for (const variable of this.variables) {
        const before = this.state.get(variable) ?? null;
        let after = either(before, this.valueOf(variable));
        if (after !== null && before !== null && round >= ROUNDS_BEFORE_WIDENING)
          after = widen(before, after);
        if (same(before, after)) continue;
        changed = true;
        this.state.set(variable, after);
      }
      if (!changed) return;
    }
  }

  /** What a type says by itself: its flavour, or the bounds of its literals. */
  private ofType(type: ts.Type): NumberInfo | undefined {
    const flavour = this.types.flavourOf(type);
    if (flavour !== undefined) return flavour === "int" ? INT : FLOAT;
    const bareType = this.types.checker.getNonNullableType(type);
    const parts = bareType.isUnion() ? bareType.types : [bareType];
    const literals = parts.flatMap((part) => (part.isNumberLiteral() ? [part.value] : []));
    if (literals.length === 0 || literals.length !== parts.length) return undefined;
    return literals.map(exactly).reduce<NumberInfo | null>(either, null) ?? undefined;
  }

  private valueOf(variable: ts.Declaration): NumberInfo | null {
    if (isFunctionNode(variable)) return this.resultOf(variable);
    const declared =
      "type" in variable && variable.type !== undefined
        ? this.typeOfDeclaration(variable)
        : undefined;
    const written = this.written(variable);
    if (declared === undefined) {
      return written !== undefined
        ? written
        : (this.ofType(this.types.typeAt(variable)) ?? UNKNOWN);
    }
    if (written === undefined || written === null) return written === undefined ? declared : null;
    // The annotation says which of the two it is; what is written says within which bounds.
    return { ...declared, low: written.low, high: written.high };
  }

  private typeOfDeclaration(variable: ts.Declaration): NumberInfo {
    return this.ofType(this.types.typeAt(variable)) ?? UNKNOWN;
  }

  /** Everything that is written to `variable`; undefined if more may be than can be seen. */
  private written(variable: ts.Declaration): NumberInfo | null | undefined {
    const { writes } = this.uses.of(variable);
    let result: NumberInfo | null = null;
    if (ts.isParameter(variable)) {
      const incoming = this.incoming(variable);
      if (incoming === undefined) return undefined;
      result = incoming;
    } else if (ts.isBindingElement(variable)) {
      result = this.ofPart(variable);
    } else if (ts.isVariableDeclaration(variable) && isLoopVariable(variable)) {
      result = this.ofIterated(variable);
    }
    const initializer =
      "initializer" in variable ? (variable.initializer as ts.Expression | undefined) : undefined;
    if (initializer !== undefined) result = either(result, this.evaluate(initializer));
    for (const { target, value, operator } of writes) {
      result = either(result, this.writtenBy(target as ts.Expression, value, operator));
    }
    return result;
  }

  private writtenBy(
    target: ts.Expression,
    value: ts.Expression | null,
    operator: ts.SyntaxKind,
  ): NumberInfo | null {
    const text = ts.tokenToString(operator)?.slice(0, -1) ?? "";
    if (text === "" || text === "??") return value === null ? UNKNOWN : this.evaluate(value);
    const before = this.evaluate(target);
    const operand = value === null ? int(1, 1) : this.evaluate(value);
    return before === null || operand === null ? null : combine(text, before, operand);
  }

  /** What a pattern takes out of a value. */
  private ofPart(variable: ts.BindingElement): NumberInfo | null {
    const pattern = variable.parent;
    if (ts.isObjectBindingPattern(pattern)) {
      const key = variable.propertyName ?? variable.name;
      const property = ts.isIdentifier(key)
        ? this.types.typeAt(pattern).getProperty(key.text)
        : undefined;
      const type = property && this.types.checker.getTypeOfSymbol(property);
      return (type && this.ofType(type)) ?? UNKNOWN;
    }
    const loop = pattern.parent.parent.parent;
    const isIndex =
      pattern.elements[0] === variable &&
      ts.isForOfStatement(loop) &&
      this.isOfArrayEntries(loop.expression);
    return isIndex ? LENGTH : (this.ofType(this.types.typeAt(variable)) ?? UNKNOWN);
  }

  private isOfArrayEntries(node: ts.Expression): boolean {
    const callee = ts.isCallExpression(node) ? node.expression : node;
    return (
      ts.isPropertyAccessExpression(callee) &&
      callee.name.text === "entries" &&
      this.types.kindAt(callee.expression) === "array"
    );
  }

  /** The arguments of a function that only the program itself can call. */
  private incoming(parameter: ts.ParameterDeclaration): NumberInfo | null | undefined {
    const owner = parameter.parent;
    if (ts.isArrowFunction(owner)) return this.fromCallback(parameter, owner);
    const isPrivate =
      (ts.isMethodDeclaration(owner) &&
        (hasModifier(owner, ts.SyntaxKind.PrivateKeyword) || ts.isPrivateIdentifier(owner.name))) ||
      (ts.isFunctionDeclaration(owner) && !hasModifier(owner, ts.SyntaxKind.ExportKeyword));
    if (!isPrivate || parameter.dotDotDotToken !== undefined) return undefined;
    const index = owner.parameters.indexOf(parameter);
    let result: NumberInfo | null = null;
    for (const reference of this.uses.of(owner).references) {
      const callee = ts.isPropertyAccessExpression(reference.parent) ? reference.parent : reference;
      const call = callee.parent;
      if (ts.isExportSpecifier(call) || !ts.isCallExpression(call) || call.expression !== callee)
        return undefined;
      if (call.arguments.some(ts.isSpreadElement)) return undefined;
      const argument = call.arguments[index];
      if (argument !== undefined) result = either(result, this.evaluate(argument));
    }
    return result;
  }

  /** `values.map((value, index) => …)` */
  private fromCallback(
    parameter: ts.ParameterDeclaration,
    owner: ts.ArrowFunction,
  ): NumberInfo | null | undefined {
    const call = owner.parent;
    if (parameter.type !== undefined || !ts.isCallExpression(call)) return undefined;
    if (!ts.isPropertyAccessExpression(call.expression) || call.arguments[0] !== owner)
      return undefined;
    const receiver = call.expression.expression;
    const kind = this.types.kindAt(receiver);
    if (kind !== "array" && kind !== "bytes") return undefined;
    const isOfPairs = ["sort", "toSorted"].includes(call.expression.name.text);
    return owner.parameters.indexOf(parameter) === 1 && !isOfPairs
      ? LENGTH
      : this.elements.of(receiver);
  }

  private ofIterated(variable: ts.VariableDeclaration): NumberInfo {
    const loop = variable.parent.parent as ts.ForOfStatement;
    const element = this.ofType(this.types.typeAt(variable));
    return this.elements.of(loop.expression) ?? element ?? UNKNOWN;
  }

  private resultOf(node: FunctionNode): NumberInfo | null {
    if (node.type !== undefined)
      return this.ofType(this.types.checker.getTypeFromTypeNode(node.type)) ?? UNKNOWN;
    if (node.body === undefined) return UNKNOWN;
    if (!ts.isBlock(node.body)) return this.evaluate(node.body);
    let result: NumberInfo | null = null;
    walk(node.body, (child) => {
      if (isFunctionNode(child)) return false;
      if (ts.isReturnStatement(child) && child.expression !== undefined) {
        result = either(result, this.evaluate(child.expression));
      }
      return true;
    });
    return result;
  }

  private evaluate(node: ts.Expression): NumberInfo | null {
    if (ts.isAsExpression(node)) {
      return this.ofType(this.types.typeAt(node)) ?? this.evaluate(node.expression);
    }
    const inner = bare(node);
    if (inner !== node) return this.evaluate(inner);
    if (!this.types.kindsAt(node).has("number")) return null;
    if (ts.isNumericLiteral(node)) {
      return exactly(Number(node.text));
    }
    if (ts.isPrefixUnaryExpression(node)) return this.evaluateUnary(node);
    if (ts.isPostfixUnaryExpression(node)) return this.evaluate(node.operand);
    if (ts.isBinaryExpression(node)) return this.evaluateBinary(node);
    if (ts.isConditionalExpression(node))
      return either(this.evaluate(node.whenTrue), this.evaluate(node.whenFalse));
    if (ts.isIdentifier(node)) return this.read(node, this.uses.declarationAt(node));
    if (ts.isPropertyAccessExpression(node)) return this.evaluateProperty(node);
    if (ts.isElementAccessExpression(node))
      return this.elements.of(node.expression) ?? this.byType(node);
    if (ts.isCallExpression(node)) return this.evaluateCall(node);
    if (ts.isAwaitExpression(node)) return this.evaluate(node.expression) ?? this.byType(node);
    return this.byType(node);
  }

  private byType(node: ts.Expression): NumberInfo {
    return this.ofType(this.types.typeAt(node)) ?? UNKNOWN;
  }

  private read(node: ts.Expression, declaration: ts.Declaration | undefined): NumberInfo | null {
    if (declaration === undefined || !this.state.has(declaration)) return this.byType(node);
    return this.state.get(declaration) ?? null;
  }

  private evaluateUnary(node: ts.PrefixUnaryExpression): NumberInfo | null {
    const operand = this.evaluate(node.operand);
    if (operand === null) return null;
    if (node.operator === ts.SyntaxKind.MinusToken) return negative(operand);
    if (node.operator === ts.SyntaxKind.TildeToken) return int(-(2 ** 31), 2 ** 31 - 1);
    return operand;
  }

  private evaluateBinary(node: ts.BinaryExpression): NumberInfo | null {
    const operator = ts.tokenToString(node.operatorToken.kind) ?? "";
    const right = this.evaluate(node.right);
    if (["=", ","].includes(operator)) return right;
    const left = this.evaluate(node.left);
    if (["||", "??", "&&"].includes(operator)) return either(left, right);
    if (left === null || right === null) return null;
    return combine(operator.replace(/=$/, ""), left, right);
  }

  private evaluateProperty(node: ts.PropertyAccessExpression): NumberInfo | null {
    const kind = this.types.kindAt(node.expression);
    const isContainer = ["array", "bytes", "string", "tuple", "map", "set"].includes(kind);
    if (isContainer && ["length", "byteLength", "size"].includes(node.name.text)) return LENGTH;
    if (isGlobal(node.expression, "Math")) return FLOAT;
    if (isGlobal(node.expression, "Number")) {
      return node.name.text.endsWith("SAFE_INTEGER") ? INT : FLOAT;
    }
    return this.read(node, this.uses.declarationAt(node.name));
  }

  private evaluateCall(node: ts.CallExpression): NumberInfo | null {
    const callee = node.expression;
    if (ts.isPropertyAccessExpression(callee)) {
      if (isGlobal(callee.expression, "Math"))
        return this.evaluateMath(callee.name.text, node.arguments);
      const result = METHOD_RESULTS[callee.name.text];
      const kind = this.types.kindAt(callee.expression);
      if (result !== undefined && ["string", "array", "bytes"].includes(kind)) return result;
    }
    const signature = this.types.checker.getResolvedSignature(node);
    const declaration = signature?.declaration;
    const own =
      declaration !== undefined && isFunctionNode(declaration as ts.Node) ? declaration : undefined;
    const byType = this.ofType(this.types.typeAt(node));
    return byType ?? (own === undefined ? UNKNOWN : this.read(node, own));
  }

  private evaluateMath(name: string, args: readonly ts.Expression[]): NumberInfo | null {
    const infos = args.map((argument) => this.evaluate(argument));
    if (infos.some((info) => info === null)) return null;
    const known = infos as NumberInfo[];
    const first = known[0] ?? UNKNOWN;
    if (["floor", "ceil", "trunc", "round"].includes(name)) {
      return int(Math.floor(first.low), Math.ceil(first.high));
    }
    if (name === "abs") {
      return {
        ...first,
        low: Math.max(0, first.low, -first.high),
        high: Math.max(-first.low, first.high),
      };
    }
    if (name === "min" || name === "max") {
      const all = known.reduce<NumberInfo | null>(either, null) ?? UNKNOWN;
      const pick = name === "min" ? Math.min : Math.max;
      return {
        ...all,
        low: pick(...known.map(({ low }) => low)),
        high: pick(...known.map(({ high }) => high)),
      };
    }
    return FLOAT;
  }
}

/** Whether `node` names the library's global `name`. */
export function isGlobal(node: ts.Expression, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name;
}

function isLoopVariable(variable: ts.VariableDeclaration): boolean {
  const loop = variable.parent.parent;
  return ts.isForOfStatement(loop) || ts.isForInStatement(loop);
}
