// `<`, `<=`, `>` and `>=`: of numbers, of texts, and of values of which only the program knows.
import { ts } from "ts-morph";
import { declarationOf, type Kind } from "../analysis/types";
import type * as py from "../python/ast";
import { call, compare, number } from "../python/build";
import type { Context } from "./context";
import { numberValue } from "./missing-number";
import { kindsOfValue, nothingWord, nothingOf } from "./nothing";
import { mayBeOutsideBmp } from "./outside-bmp";

const { SyntaxKind } = ts;

export const COMPARISONS: Partial<Record<ts.SyntaxKind, py.CompareOperator>> = {
  [SyntaxKind.LessThanToken]: "<",
  [SyntaxKind.LessThanEqualsToken]: "<=",
  [SyntaxKind.GreaterThanToken]: ">",
  [SyntaxKind.GreaterThanEqualsToken]: ">=",
};

export function compared(
  node: ts.BinaryExpression,
  operator: py.CompareOperator,
  context: Context,
): py.Expression {
  const sides = [node.left, node.right];
  const kinds = sides.map((side) => [...kindsOfValue(side, context)]);
  const [left, right] = kinds.map((kind) => (kind.length === 1 ? kind[0] : undefined));
  const isOpen = kinds.flat().includes("unknown") && holdsOrdered(node, context);
  const isPlain = kinds.flat().every((kind) => ORDERED.has(kind));
  if (!isOpen && !isPlain) return context.refuse(node, "equality", "These values");
  if (kinds.flat().includes("string") && sides.some((side) => mayBeOutsideBmp(side, context)))
    return context.refuse(node, "placeOutsideBmp");
  const isSure = sides.every((side) => isThere(side, context));
  if (left === "number" && right === "number")
    return compare(numberValue(node.left, context), operator, numberValue(node.right, context));
  if (isSure && ((left === "string" && right === "string") || isOpenAlike(node, context)))
    return compare(context.expression(node.left), operator, context.expression(node.right));
  // null counts as 0 and undefined as not a number: None has to be one of them.
  if (!context.types.nullIsApart && sides.some((side) => nothingWord(side, context) === "null"))
    return context.refuse(node, "equality", "Values that may be null");
  const order = call(
    context.helper("order"),
    sides.map((side) => context.expression(side)),
  );
  return compare(order, operator, number(0));
}

const ORDERED: ReadonlySet<Kind> = new Set(["boolean", "null", "number", "string"]);

function isThere(node: ts.Expression, context: Context): boolean {
  const missing = nothingOf(node, context);
  return !missing.null && !missing.undefined;
}

/** Whether what the program gives for open types is ordered as texts and numbers are. */
function holdsOrdered(node: ts.BinaryExpression, { analysis, types }: Context): boolean {
  if (analysis.texts.outsideBmp) return false;
  const open = [node.left, node.right].map((side) => types.typeAt(side));
  if (open.some((type) => (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0))
    return false;
  const kinds = [node.left, node.right].map((side) => kindsGiven(side, { analysis, types }));
  if (kinds.every((some) => some !== null))
    return kinds.flat().every((kind) => kind !== null && ORDERED.has(kind));
  return !analysis.unknowns.holdOtherThan("array", "null", "number", "string", "tuple");
}

/** The kinds of `node`, with those that the program gives for a type parameter. */
function kindsGiven(
  node: ts.Expression,
  { analysis, types }: Pick<Context, "analysis" | "types">,
): readonly Kind[] | null {
  const type = types.checker.getNonNullableType(types.typeAt(node));
  const parts = type.isUnionOrIntersection() ? type.types : [type];
  const member = parts.find((part) => (part.flags & ts.TypeFlags.IndexedAccess) !== 0);
  if (member !== undefined)
    return analysis.givenTypes.kindsOfMembers(member as ts.IndexedAccessType);
  const parameter = parts.find((part) => part.isTypeParameter());
  const given = parameter && analysis.givenTypes.kindsOf(declarationOf(parameter.symbol));
  if (!given) return types.kindsAt(node).has("unknown") ? null : [...types.kindsAt(node)];
  return [...given, ...[...types.kindsAt(node)].filter((kind) => kind !== "unknown")];
}

/** Whether both sides are of one type parameter, which stands for texts or for numbers. */
function isOpenAlike(node: ts.BinaryExpression, { types }: Context): boolean {
  const [left, right] = [node.left, node.right].map((side) =>
    types.checker.getNonNullableType(types.typeAt(side)),
  );
  const isParameter = (type: ts.Type | undefined): boolean =>
    type?.isIntersection() === true
      ? type.types.some(isParameter)
      : type?.isTypeParameter() === true;
  return left === right && isParameter(left);
}
