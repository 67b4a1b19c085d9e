// null and undefined are both None in Python: which of the two a value may be is known from its type.
import { ts } from "ts-morph";
import { NEVER, type Missing } from "../analysis/missing-elements";
import type { Kind, Types } from "../analysis/types";
import type * as py from "../python/ast";
import { compare, NONE, not } from "../python/build";
import type { Context } from "./context";

export type NothingWord = "null" | "undefined";

/** Without parentheses and `!`: what the value is at run time. */
export function asserted(node: ts.Expression): ts.Expression {
  let current = node;
  while (ts.isParenthesizedExpression(current) || ts.isNonNullExpression(current))
    current = current.expression;
  return current;
}

/** Which of null and undefined None may be as the value of `node`. */
export function nothingOf(node: ts.Expression, context: Context): Missing {
  const { null: isNull, undefined: isUndefined } = nullish(node, context);
  return context.types.nullIsApart
    ? { null: false, undefined: isNull || isUndefined }
    : { null: isNull, undefined: isUndefined };
}

/** Which of null and undefined the value of `node` may be. */
export function nullish(node: ts.Expression, { analysis, types }: Context): Missing {
  const inner = asserted(node);
  if (inner.kind === ts.SyntaxKind.ThisKeyword) return NEVER;
  const missing = analysis.missing.of(inner);
  const isJson =
    (types.typeAt(inner).flags & ts.TypeFlags.Any) !== 0 && analysis.recordKeys.anyIsJson;
  const isOpen = isOpenType(types.typeAt(inner), types) && !isJson;
  const open = isOpen ? analysis.unknowns.nothing : NEVER;
  const excluded = isTested(inner, { analysis, types });
  return {
    null: types.includesNull(inner) || (missing.null && !excluded) || open.null,
    undefined: types.acceptsUndefined(inner) || (missing.undefined && !excluded) || open.undefined,
  };
}

/** Whether None may be null and undefined among values of these types. */
export function mayBeEither(all: readonly ts.Type[], { analysis, types }: Context): boolean {
  if (types.nullIsApart) return false;
  const parts = all.flatMap((type) => (type.isUnion() ? type.types : [type]));
  const has = (flags: ts.TypeFlags) => parts.some((part) => (part.flags & flags) !== 0);
  const isOpen = all.some((type) => isOpenType(type, types));
  const open = isOpen ? analysis.unknowns.nothing : NEVER;
  const isNull = open.null || has(ts.TypeFlags.Null);
  return isNull && (open.undefined || has(ts.TypeFlags.Undefined | ts.TypeFlags.Void));
}

/** Whether a test has told more of a parameter of unknown type than was declared: it is something. */
function isTested(node: ts.Expression, { analysis, types }: Pick<Context, "analysis" | "types">) {
  if (!ts.isIdentifier(node)) return false;
  const declaration = analysis.uses.declarationAt(node);
  if (declaration === undefined || !ts.isParameter(declaration)) return false;
  const declared = types.typeAt(declaration);
  return (declared.flags & ts.TypeFlags.Unknown) !== 0 && types.typeAt(node) !== declared;
}

const OPEN = ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter;

/** Whether null and undefined may be among the values of a type that does not say so. */
function isOpenType(type: ts.Type, types: Types): boolean {
  if (type.isUnionOrIntersection()) return type.types.some((part) => isOpenType(part, types));
  // `this`, and `T extends Shape`: what TypeScript knows them to be.
  const known = types.checker.getBaseConstraintOfType(type);
  if (known !== undefined && known !== type) return isOpenType(known, types);
  return (type.flags & OPEN) !== 0;
}

/** `value`, that of `node`, is neither null nor undefined. */
export const isThere = (
  value: py.Expression,
  node: ts.Expression,
  context: Context,
): py.Expression => not(isMissing(value, node, context));

/** `value`, that of `node`, is null or undefined. */
export function isMissing(
  value: py.Expression,
  node: ts.Expression,
  context: Context,
): py.Expression {
  if (!context.types.nullIsApart) return compare(value, "is", NONE);
  const { null: isNull, undefined: isUndefined } = nullish(node, context);
  if (!isNull) return compare(value, "is", NONE);
  return isUndefined
    ? compare(value, "in", context.helper("NULLISH"))
    : compare(value, "is", context.helper("NULL"));
}

/** How None reads as the value of `node`; null if it never is. Refused where it may be either. */
export function nothingWord(node: ts.Expression, context: Context): NothingWord | null {
  const nothing = nothingOf(node, context);
  if (nothing.null && nothing.undefined) context.refuse(node, "undefinedOrNull");
  return nothing.null ? "null" : nothing.undefined ? "undefined" : null;
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
