// Numbers that are missing where one is reckoned with: undefined is taken for NaN, null and, by bit
// operations, undefined too for 0 (ECMAScript 7.1.4, 7.1.6).
import { ts } from "ts-morph";
import type { MissingValues } from "./missing";
import { either, NEVER, partsMissing, type Missing } from "./missing-elements";
import { either as eitherInfo, FLOAT, int, type NumberInfo } from "./number-info";
import { bare, isNamed } from "./syntax";
import { walkKinds } from "./walk";
import type { Kind, Types } from "./types";

const NUMERIC: ReadonlySet<Kind> = new Set(["null", "number", "unknown"]);

const BITS = new Set(["&", "|", "^", "<<", ">>", ">>>", "~"]);

export const isBitOperator = (operator: string): boolean => BITS.has(operator);

const KINDS = new Set([
  ts.SyntaxKind.BinaryExpression,
  ts.SyntaxKind.CallExpression,
  ts.SyntaxKind.PostfixUnaryExpression,
  ts.SyntaxKind.PrefixUnaryExpression,
]);

export class MissingNumbers {
  constructor(
    private readonly types: Types,
    private readonly missing: MissingValues,
  ) {}

  /** Which of null and undefined may stand where `node` is reckoned with; what is branded is there. */
  of(node: ts.Expression): Missing {
    const typed = this.types.memory.fact("missing by type", node, () => this.byType(node));
    return typed === null ? NEVER : either(typed, this.missing.of(node));
  }

  /** null: what is there is a number, or there is none at all. */
  private byType(node: ts.Expression): Missing | null {
    const type = this.types.typeAt(node);
    if (this.types.flavourOf(type) !== undefined || ts.isNumericLiteral(node)) return null;
    if (!NUMERIC.has(this.types.kindOf(type))) return null;
    return partsMissing(this.types.typeAt(bare(node)));
  }

  may(node: ts.Expression): boolean {
    const missing = this.of(node);
    return missing.null || missing.undefined;
  }

  /** What the operand `node` of `operator` is, which is `info` if it is there; null if it never is. */
  with<T extends NumberInfo | null>(
    info: T,
    node: ts.Expression,
    operator: string,
  ): NumberInfo | T {
    const missing = this.of(node);
    if (!missing.null && !missing.undefined) return info;
    const isZero = isBitOperator(operator) || !missing.undefined;
    return eitherInfo(info, isZero ? int(0, 0) : FLOAT) ?? info;
  }

  /**
   * Whether anything in `file` reckons with what may be missing. Every operand is asked for, before
   * the bounds that say whether it is there are made again.
   */
  appearsIn(file: ts.SourceFile): boolean {
    let found = false;
    const enter = (node: ts.Expression): void => {
      const may = this.may(node);
      found ||= may;
    };
    walkKinds(file, KINDS, (node) => {
      if (ts.isBinaryExpression(node) && node.operatorToken.kind !== ts.SyntaxKind.EqualsToken)
        [node.left, node.right].forEach(enter);
      if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node))
        enter(node.operand);
      if (ts.isCallExpression(node) && isMathCall(node)) node.arguments.forEach(enter);
    });
    return found;
  }
}

const isMathCall = (node: ts.CallExpression): boolean =>
  ts.isPropertyAccessExpression(node.expression) && isNamed(node.expression.expression, "Math");
