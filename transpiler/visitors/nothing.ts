// null and undefined are both None in Python: which of the two a value may be is known from its type.
import { ts } from "ts-morph";
import type { Kind } from "../analysis/types";
import type { Context } from "./context";

export type NothingWord = "null" | "undefined";

/** Without parentheses and `!`: what the value is at run time. */
export function asserted(node: ts.Expression): ts.Expression {
  let current = node;
  while (ts.isParenthesizedExpression(current) || ts.isNonNullExpression(current))
    current = current.expression;
  return current;
}

/** How None reads as the value of `node`; null if it never is. Refused where it may be either. */
export function nothingWord(node: ts.Expression, context: Context): NothingWord | null {
  const inner = asserted(node);
  const missing = context.analysis.missing.of(inner);
  const isNull = context.types.acceptsNull(inner) || missing.null;
  const isUndefined = context.types.acceptsUndefined(inner) || missing.undefined;
  if (isNull && isUndefined) context.refuse(node, "undefinedOrNull");
  return isNull ? "null" : isUndefined ? "undefined" : null;
}

/** The kinds of what `node` gives: TypeScript leaves out the right of `??` where the left is surely there. */
export function kindsOfValue(node: ts.Expression, context: Context): ReadonlySet<Kind> {
  const inner = asserted(node);
  const isFallback =
    ts.isBinaryExpression(inner) &&
    inner.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken;
  if (!isFallback) return context.types.kindsAt(node);
  return new Set([...context.types.kindsAt(node), ...kindsOfValue(inner.right, context)]);
}
