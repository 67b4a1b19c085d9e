// null and undefined are both None in Python: which of the two a value may be is known from its type.
import { ts } from "ts-morph";
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
  const isNull = context.types.acceptsNull(inner);
  const isUndefined = context.types.acceptsUndefined(inner) || mayBeMissing(inner, context);
  if (isNull && isUndefined) context.refuse(node, "undefinedOrNull");
  return isNull ? "null" : isUndefined ? "undefined" : null;
}

/** An element or a member of a dict: TypeScript says that it is there, at run time it may not be. */
export function mayBeMissing(node: ts.Expression, context: Context): boolean {
  if (ts.isPropertyAccessExpression(node)) return context.types.kindAt(node.expression) === "dict";
  if (!ts.isElementAccessExpression(node)) return false;
  const kind = context.types.kindAt(node.expression);
  if (kind === "tuple") return false;
  return !context.analysis.bounds.isInside(node.expression, node.argumentExpression);
}
