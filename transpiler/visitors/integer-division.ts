// Quotients of ints that are made whole at once: `Math.floor(a / b)`, `(a / b) | 0`.
import { ts } from "ts-morph";
import { bare } from "../analysis/syntax";
import type * as py from "../python/ast";
import { binary, call } from "../python/build";
import type { Context } from "./context";

/** `left / right` of two ints; null if `node` is something else. */
export function intQuotient(
  node: ts.Expression,
  context: Context,
): { left: ts.Expression; right: ts.Expression } | null {
  const inner = bare(node);
  if (!ts.isBinaryExpression(inner) || inner.operatorToken.kind !== ts.SyntaxKind.SlashToken)
    return null;
  const { left, right } = inner;
  const areInts = [left, right].every((side) => context.analysis.operand(side).kind === "int");
  return areInts ? { left, right } : null;
}

/** `left // right` where both have the same sign for sure and the result fits into 32 bits. */
export function integerQuotient(node: ts.Expression, context: Context): py.Expression | null {
  const quotient = intQuotient(node, context);
  if (quotient === null) return null;
  const { bounds } = context.analysis;
  const left = bounds.of(quotient.left);
  const right = bounds.of(quotient.right);
  if (left.low < 0 || right.low <= 0) return null;
  const result = binary(
    context.expression(quotient.left),
    "//",
    context.expression(quotient.right),
  );
  return left.high / right.low < 2 ** 31 ? result : call(context.helper("int32"), [result]);
}
