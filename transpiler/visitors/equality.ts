// `===`: by value for primitives, by identity for objects, `is None` for null and undefined.
import { ts } from "ts-morph";
import { bare } from "../analysis/syntax";
import type { Kind } from "../analysis/types";
import type * as py from "../python/ast";
import { compare, NONE } from "../python/build";
import type { Context } from "./context";
import { typeofTest } from "./type-tests";

const PRIMITIVES: ReadonlySet<Kind> = new Set(["boolean", "null", "number", "string"]);

export const equality = (node: ts.BinaryExpression, context: Context): py.Expression =>
  sameValue(node, bare(node.left), bare(node.right), context);

/** `left === right`, which is refused at `node`. */
export function sameValue(
  node: ts.Node,
  left: ts.Expression,
  right: ts.Expression,
  context: Context,
): py.Expression {
  if (ts.isTypeOfExpression(left)) return typeofTest(node, left, right, context);
  for (const [side, other] of [
    [left, right],
    [right, left],
  ] as const) {
    if (isNothing(side)) return nothingTest(node, side, other, context);
  }
  const kinds = new Set([...context.types.kindsAt(left), ...context.types.kindsAt(right)]);
  const values = [context.expression(left), context.expression(right)] as const;
  if (kinds.has("unknown") && ![left, right].some((side) => isPrimitive(side, context))) {
    return context.refuse(node, "equality", "Values of unknown kind");
  }
  // True == 1 in Python.
  const confused = (["boolean", "number", "unknown"] as const).filter((kind) => kinds.has(kind));
  if (confused.length > 1) return context.refuse(node, "equality", "A boolean and a number");
  const primitive = isPrimitive(left, context) || isPrimitive(right, context);
  if (!primitive && [...kinds].some((kind) => PRIMITIVES.has(kind) && kind !== "null")) {
    return context.refuse(node, "equality", "Objects and plain values");
  }
  if (!primitive && [...kinds].includes("tuple")) return context.refuse(node, "equality", "Tuples");
  return compare(values[0], primitive ? "==" : "is", values[1]);
}

const isPrimitive = (node: ts.Expression, context: Context) =>
  [...context.types.kindsAt(node)].every((kind) => PRIMITIVES.has(kind));

export const isNothing = (node: ts.Expression): boolean =>
  node.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(node) && node.text === "undefined");

function nothingTest(
  node: ts.Node,
  nothing: ts.Expression,
  value: ts.Expression,
  context: Context,
): py.Expression {
  const acceptsOther =
    nothing.kind === ts.SyntaxKind.NullKeyword
      ? context.types.acceptsUndefined(value)
      : context.types.acceptsNull(value);
  if (acceptsOther) return context.refuse(node, "undefinedOrNull");
  return compare(context.expression(value), "is", NONE);
}
