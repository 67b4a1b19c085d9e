// `===`: by value for primitives, by identity for objects, `is None` for null and undefined.
import { ts } from "ts-morph";
import { bare, isSimple } from "../analysis/syntax";
import type { Kind } from "../analysis/types";
import type * as py from "../python/ast";
import { call, compare, FALSE, NONE } from "../python/build";
import type { Context } from "./context";
import { isMissing, kindsOfValue, nothingOf } from "./nothing";
import { typeofTest } from "./type-tests";

const PRIMITIVES: ReadonlySet<Kind> = new Set(["boolean", "null", "number", "string"]);

export const equality = (node: ts.BinaryExpression, context: Context): py.Expression =>
  sameValue(node, bare(node.left), bare(node.right), context);

/** `left == right`, where nothing is converted: `== null` asks for both, what is of one kind compares as by `===`. */
export function looseEquality(node: ts.BinaryExpression, context: Context): py.Expression {
  const [left, right] = [bare(node.left), bare(node.right)];
  for (const [side, other] of [
    [left, right],
    [right, left],
  ] as const) {
    if (isNothing(side)) return isMissing(context.expression(other), other, context);
  }
  if (ts.isTypeOfExpression(left)) return typeofTest(left, right, context);
  const kinds = new Set([...kindsOfValue(left, context), ...kindsOfValue(right, context)]);
  // null == undefined, which are two values where null is apart.
  if (context.types.nullIsApart && kinds.delete("null"))
    return context.refuse(node.operatorToken, "looseEquality");
  kinds.delete("null");
  const [kind] = kinds;
  if (kinds.size !== 1 || kind === undefined || kind === "unknown" || kind === "tuple")
    return context.refuse(node.operatorToken, "looseEquality");
  const operator = PRIMITIVES.has(kind) ? "==" : "is";
  return compare(context.expression(left), operator, context.expression(right));
}

/** `left === right`, which is refused at `node`. */
export function sameValue(
  node: ts.Node,
  left: ts.Expression,
  right: ts.Expression,
  context: Context,
): py.Expression {
  if (ts.isTypeOfExpression(left) && !context.hasStand(left))
    return typeofTest(left, right, context);
  if (ts.isTypeOfExpression(right) && !context.hasStand(right))
    return typeofTest(right, left, context);
  for (const [side, other] of [
    [left, right],
    [right, left],
  ] as const) {
    if (isNothing(side)) return nothingTest(node, side, other, context);
  }
  checkNothings(node, left, right, context);
  const kinds = new Set([...kindsOfValue(left, context), ...kindsOfValue(right, context)]);
  const values = [context.expression(left), context.expression(right)] as const;
  if (kinds.has("tuple")) return context.refuse(node, "equality", "Tuples");
  if ([left, right].some((side) => isOnly(TEXTS, side, context)))
    return compare(values[0], "==", values[1]);
  // True == 1 in Python.
  const mayBeConfused = ["boolean", "number", "unknown"].filter((kind) => kinds.has(kind as Kind));
  const isPlain = [left, right].some((side) => isOnly(PRIMITIVES, side, context));
  if (isPlain && mayBeConfused.length < 2) return compare(values[0], "==", values[1]);
  if ([...kinds].every((kind) => kind === "null" || !MAYBE_PLAIN.has(kind)))
    return compare(values[0], "is", values[1]);
  return call(context.helper("strictly_equal"), values);
}

/** null and undefined are one in Python: refused where one side may be null and the other undefined. */
export function checkNothings(
  node: ts.Node,
  left: ts.Expression,
  right: ts.Expression,
  context: Context,
): void {
  if (context.types.nullIsApart) return;
  const [a, b] = [nothingOf(left, context), nothingOf(right, context)];
  if ((a.null && b.undefined) || (a.undefined && b.null)) context.refuse(node, "undefinedOrNull");
}

const TEXTS: ReadonlySet<Kind> = new Set(["null", "string"]);
const MAYBE_PLAIN: ReadonlySet<Kind> = new Set(["boolean", "number", "string", "unknown"]);

const isOnly = (some: ReadonlySet<Kind>, node: ts.Expression, context: Context) =>
  [...kindsOfValue(node, context)].every((kind) => some.has(kind));

export const isNothing = (node: ts.Expression): boolean =>
  node.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(node) && node.text === "undefined");

function nothingTest(
  node: ts.Node,
  nothing: ts.Expression,
  value: ts.Expression,
  context: Context,
): py.Expression {
  const wantsNull = nothing.kind === ts.SyntaxKind.NullKeyword;
  if (context.types.nullIsApart)
    return compare(context.expression(value), "is", wantsNull ? context.helper("NULL") : NONE);
  const { null: isNull, undefined: isUndefined } = nothingOf(value, context);
  if (isNull && isUndefined) return context.refuse(node, "undefinedOrNull");
  const isOther = wantsNull ? isUndefined : isNull;
  if (isOther) return isPlainRead(value) ? FALSE : context.refuse(node, "undefinedOrNull");
  return compare(context.expression(value), "is", NONE);
}

/** A name, a member or an element of these: leaving it out changes nothing. */
const isPlainRead = (node: ts.Expression): boolean =>
  isSimple(node) ||
  (ts.isElementAccessExpression(node) &&
    isSimple(node.expression) &&
    isSimple(node.argumentExpression));
