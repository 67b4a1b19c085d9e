// What is known about the number that an expression gives, from what is known about the keys it reads.
import { ts } from "ts-morph";
import type { Callers } from "./callers";
import { CallContexts } from "./call-contexts";
import { isMethod } from "./class-syntax";
import type { FunctionFlow } from "./function-flow";
import { isSame, type Facts } from "./facts";
import { MIRRORED, narrowed } from "./number-facts";
import {
  BYTE,
  combine,
  either,
  exactly,
  FLAVOURS,
  int,
  negative,
  UNKNOWN,
  type NumberInfo,
} from "./number-info";
import { libraryElements, libraryNumber, type Evaluator } from "./number-library";
import { NumberOperations } from "./number-operations";
import type { NumberSolver } from "./number-solver";
import {
  DICT,
  HELD,
  INDIRECT_RESULT,
  memberKey,
  MEMBERS,
  resultKey,
  type Key,
  type NumberTable,
} from "./number-table";
import type { Origins, Owner } from "./origins";
import { bare, isFunctionNode, propertyName } from "./syntax";
import { isLibraryFile, type Types } from "./types";
import { rangeOfTyped } from "./typed-arrays";
import type { Uses } from "./uses";

export class NumberValues implements Evaluator {
  private ignoresFacts = false;
  /** What is known of which nodes, with facts and without, since the solver came to an end. */
  private kept: [Map<ts.Node, NumberInfo | null>, Map<ts.Node, NumberInfo | null>] = [
    new Map(),
    new Map(),
  ];
  private keptOf = 0;
  readonly operations: NumberOperations;
  private readonly contexts: CallContexts;

  constructor(
    readonly types: Types,
    private readonly uses: Uses,
    private readonly table: NumberTable,
    private readonly callers: Callers,
    private readonly solver: NumberSolver,
    readonly facts: Facts,
    private readonly origins: Origins,
    private readonly flow: FunctionFlow,
  ) {
    const evaluate = (node: ts.Expression) => this.evaluate(node);
    this.operations = new NumberOperations(solver, evaluate);
    this.contexts = new CallContexts(types, uses, solver, evaluate);
  }

  read(key: Key): NumberInfo | null {
    return this.solver.read(key);
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

  private ofTypeAt(node: ts.Node): NumberInfo | undefined {
    return this.types.memory.fact("number", node, () => this.ofType(this.types.typeAt(node)));
  }

  byType(node: ts.Node): NumberInfo {
    return this.ofTypeAt(node) ?? UNKNOWN;
  }

  /** The numbers in what is iterated; null if there are none. */
  elementsOf(container: ts.Expression): NumberInfo | null {
    const node = bare(container);
    const typed = this.types.memory.fact("elements", node, () => this.elementsByType(node));
    if (typed !== undefined) return typed;
    if (ts.isArrayLiteralExpression(node)) {
      return node.elements.reduce<NumberInfo | null>((all, element) => {
        if (ts.isSpreadElement(element)) return either(all, this.elementsOf(element.expression));
        return either(all, this.evaluate(element));
      }, null);
    }
    if (ts.isConditionalExpression(node))
      return either(this.elementsOf(node.whenTrue), this.elementsOf(node.whenFalse));
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      if (this.callers.calledBy(node) === "library") return libraryElements(node, this);
      return this.solver.read(HELD);
    }
    return this.solver.read(this.table.elementsKey(node));
  }

  /** undefined: the type does not say which numbers there are. */
  private elementsByType(node: ts.Expression): NumberInfo | null | undefined {
    const type = this.types.typeAt(node);
    const kind = this.types.kindOf(type);
    if (kind === "bytes") return hasSigned(type) ? int(-128, 255) : BYTE;
    if (kind === "typed") return rangeOfTyped(this.types.checker.getNonNullableType(type));
    if (kind === "string" || kind === "number" || kind === "boolean") return null;
    if (ts.isArrayLiteralExpression(node)) return undefined;
    const held = this.types.checker.getIndexTypeOfType(type, ts.IndexKind.Number);
    const declared = held && this.types.flavourOf(held);
    return declared && FLAVOURS[declared];
  }

  /** What a function that is passed to the library gives back. */
  ofCallback(node: ts.Expression | undefined): NumberInfo | null {
    const inner = node && bare(node);
    if (inner === undefined) return null;
    if (isFunctionNode(inner)) return this.solver.read(inner);
    const declaration = this.uses.declarationAt(inner);
    if (declaration === undefined || isLibraryFile(declaration.getSourceFile())) return UNKNOWN;
    if (isFunctionNode(declaration)) return this.solver.read(declaration);
    const held =
      ts.isVariableDeclaration(declaration) &&
      declaration.initializer &&
      bare(declaration.initializer);
    if (held && isFunctionNode(held)) return this.solver.read(held);
    return this.solver.read(INDIRECT_RESULT);
  }

  operand(node: ts.Expression, operator = ""): NumberInfo | null {
    return this.operations.operand(node, operator);
  }

  /** Kept once everything is solved: sums of sums are asked for at every level. */
  evaluate(node: ts.Expression): NumberInfo | null {
    if (this.solver.isSolving || this.contexts.isInside) return this.made(node);
    if (this.keptOf !== this.solver.solved) {
      this.kept = [new Map(), new Map()];
      this.keptOf = this.solver.solved;
    }
    const kept = this.kept[this.ignoresFacts ? 1 : 0];
    const before = kept.get(node);
    if (before !== undefined) return before;
    const info = this.made(node);
    kept.set(node, info);
    return info;
  }

  private made(node: ts.Expression): NumberInfo | null {
    if (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) {
      return this.ofTypeAt(node) ?? this.evaluate(node.expression);
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

  /** Without what conditions around `node` say. */
  everywhere(node: ts.Expression): NumberInfo | null {
    const before = this.ignoresFacts;
    this.ignoresFacts = true;
    const info = this.evaluate(node);
    this.ignoresFacts = before;
    return info;
  }

  /** With what conditions around `node` say. */
  private narrowed(node: ts.Expression, info: NumberInfo | null): NumberInfo | null {
    if (info === null || this.ignoresFacts || info.low === info.high) return info;
    const facts = this.facts.about(node);
    if (facts.length === 0) return info;
    this.ignoresFacts = true;
    let result: NumberInfo = info;
    for (const fact of facts) {
      const { left, comparison, right } = fact;
      if (isSame(left, node)) {
        const other = typeof right === "number" ? exactly(right) : this.evaluate(right);
        if (other !== null) result = narrowed(result, node, fact, other);
      } else {
        const other = this.evaluate(left);
        const mirrored = { ...fact, comparison: MIRRORED[comparison] };
        if (other !== null) result = narrowed(result, node, mirrored, other);
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
      const given = declaration && this.contexts.given(declaration);
      if (given !== undefined) return given;
      return declaration === undefined || !this.solver.has(declaration)
        ? this.byType(node)
        : this.solver.read(declaration);
    }
    const library = libraryNumber(node, this);
    if (library !== undefined) return library;
    const type = this.ofTypeAt(node);
    const declaration = this.uses.declarationAt(node.name);
    if (declaration !== undefined && ts.isVariableDeclaration(declaration))
      return this.solver.has(declaration) ? this.solver.read(declaration) : this.byType(node);
    if (declaration?.getSourceFile().isDeclarationFile === true) return this.byType(node);
    const isAccessor = declaration !== undefined && isMethod(declaration);
    if (isAccessor && type !== undefined) return type;
    if (
      declaration !== undefined &&
      !isAccessor &&
      this.table.memberKeyOf(declaration, "") === declaration
    )
      return this.solver.has(declaration) ? this.solver.read(declaration) : this.byType(node);
    if (type !== undefined) return type;
    return this.ofMember(node.expression, node.name.text);
  }

  /** What records have under `name`: `owner` alone, where it is known which those are. */
  ofMember(owner: Owner, name: string): NumberInfo | null {
    const values = this.origins.valuesOf(owner, name);
    const keys = values?.every((value) => this.solver.has(value)) ? values : [memberKey(name)];
    return keys.reduce<NumberInfo | null>(
      (all, key) => either(all, this.solver.read(key)),
      this.solver.read(DICT),
    );
  }

  private evaluateElement(node: ts.ElementAccessExpression): NumberInfo | null {
    const kind = this.types.kindAt(node.expression);
    const type = this.ofTypeAt(node);
    if (kind === "bytes" || kind === "typed") return this.elementsOf(node.expression);
    if (type !== undefined) return type;
    if (kind === "array" || kind === "tuple") return this.elementsOf(node.expression);
    if (kind === "instance") return UNKNOWN;
    const name = bare(node.argumentExpression);
    if (ts.isStringLiteral(name))
      return either(this.solver.read(memberKey(name.text)), this.solver.read(DICT));
    return either(this.solver.read(DICT), this.solver.read(MEMBERS));
  }

  private evaluateUnary(
    node: ts.PostfixUnaryExpression | ts.PrefixUnaryExpression,
  ): NumberInfo | null {
    const operand = this.operand(node.operand, ts.tokenToString(node.operator));
    if (node.operator === ts.SyntaxKind.TildeToken) return int(-(2 ** 31), 2 ** 31 - 1);
    if (operand === null) return this.types.kindsAt(node.operand).has("number") ? null : UNKNOWN;
    if (node.operator === ts.SyntaxKind.MinusToken)
      return this.operations.withZero(negative(operand));
    if (node.operator === ts.SyntaxKind.PlusPlusToken) return combine("+", operand, int(0, 1));
    if (node.operator === ts.SyntaxKind.MinusMinusToken) return combine("-", operand, int(0, 1));
    return operand;
  }

  private evaluateBinary(node: ts.BinaryExpression): NumberInfo | null {
    const operator = ts.tokenToString(node.operatorToken.kind) ?? "";
    if (["=", ","].includes(operator)) return this.evaluate(node.right);
    if (["||", "??", "&&", "||=", "??=", "&&="].includes(operator))
      return either(this.evaluate(node.left), this.evaluate(node.right));
    return this.operations.of(node, operator.replace(/=$/, ""), node.left, node.right);
  }

  /** null: nothing is in the container yet. */
  private ofLibrary(info: NumberInfo | null | undefined): NumberInfo | null {
    return info === null ? null : this.operations.withZero(info ?? UNKNOWN);
  }

  private evaluateCall(node: ts.CallExpression): NumberInfo | null {
    const flavour = this.types.flavourAt(node);
    if (flavour !== undefined) return FLAVOURS[flavour];
    const called = this.callers.calledBy(node);
    if (called === "library") return this.ofLibrary(libraryNumber(node, this));
    const targets = this.flow.targetsOf(node);
    if (targets !== null)
      return targets.reduce<NumberInfo | null>(
        (all, target) => either(all, this.contexts.resultOf(target, node)),
        null,
      );
    if (called !== undefined && isFunctionNode(called) && called.body !== undefined) {
      const name =
        called.name && ts.isPropertyName(called.name) ? propertyName(called.name) : undefined;
      if (name !== undefined && isMethod(called)) return this.solver.read(resultKey(name));
      const own = this.solver.read(called);
      return this.callers.isNameOf(node.expression, called)
        ? own
        : either(own, this.solver.read(INDIRECT_RESULT));
    }
    if (called?.getSourceFile().isDeclarationFile === true) return this.byType(node);
    const callee = bare(node.expression);
    const own = ts.isPropertyAccessExpression(callee)
      ? this.solver.read(resultKey(callee.name.text))
      : null;
    return either(own, this.solver.read(INDIRECT_RESULT));
  }
}

function hasSigned(type: ts.Type): boolean {
  const parts = type.isUnion() ? type.types : [type];
  return parts.some((part) => part.symbol?.name === "Int8Array");
}
