// `a ?? b`, and what else chooses by whether something is there.
import { ts } from "ts-morph";
import { isAny } from "../analysis/missing-elements";
import { bare, isSimple } from "../analysis/syntax";
import type { Kind } from "../analysis/types";
import type * as py from "../python/ast";
import { conditional, NONE } from "../python/build";
import type { Context } from "./context";
import { isThere, nullish } from "./nothing";
import { hasOpenLink, isLink, openChain, type Link } from "./optional";

export function coalesce(node: ts.BinaryExpression, context: Context): py.Expression {
  const { null: isNull, undefined: isUndefined } = nullish(node.left, context);
  if (!isNull && !isUndefined) {
    // TypeScript takes every member of a record for one that is there: `record.f?.()` may be undefined.
    const isChain = (bare(node.left).flags & ts.NodeFlags.OptionalChain) !== 0;
    const isSure = !context.analysis.missing.may(node.left) && !isNarrowed(node.left, context);
    if (isSure && !isChain) return context.expression(node.left);
  }
  const inner = bare(node.left);
  if (isLink(inner) && endsInMember(inner, context)) {
    const { test, value } = openChain(inner, context);
    return conditional(value, test, context.expression(node.right));
  }
  const fromMap = withDefault(node, context);
  return fromMap ?? orElse(node.left, context.expression(node.right), context);
}

/** `late?.value.length`, all of which is there whenever its owner is: only that has to be asked for. */
function endsInMember(node: Link, context: Context): boolean {
  if (!ts.isPropertyAccessExpression(node) || !isMemberThere(node, context)) return false;
  const owner = bare(node.expression);
  return node.questionDotToken === undefined
    ? isLink(owner) && endsInMember(owner, context)
    : !ts.isOptionalChain(owner) && hasOpenLink(node, context);
}

/** They have a length, and places. */
const PLACED: readonly Kind[] = ["array", "bytes", "string"];

function isMemberThere(node: ts.PropertyAccessExpression, { analysis, types }: Context): boolean {
  const kind = types.kindAt(node.expression);
  if (node.name.text === "length" && PLACED.includes(kind)) return true;
  const symbol = types.symbolAt(node.name);
  if (symbol === undefined || (kind !== "record" && kind !== "instance")) return false;
  const type = types.checker.getTypeOfSymbol(symbol);
  const isOpen = types.kindsOf(type).has("unknown") || types.isNullable(type);
  return !isOpen && !isAny(analysis.missing.ofMember(node));
}

/** A member that TypeScript takes for what it was last time: a getter or a call may have changed it. */
function isNarrowed(node: ts.Expression, { types }: Context): boolean {
  const inner = bare(node);
  if (!ts.isPropertyAccessExpression(inner)) return false;
  const symbol = types.checker.getSymbolAtLocation(inner.name);
  return symbol !== undefined && types.isNullable(types.checker.getTypeOfSymbol(symbol));
}

/** `map.get(key) ?? 0` → `map.get(key, 0)`, if null is no value of the map; the same of records and arrays. */
function withDefault(node: ts.BinaryExpression, context: Context): py.Expression | null {
  const value = storedType(bare(node.left), context);
  if (value === undefined || !isAtHand(node.right) || context.analysis.missing.areElements)
    return null;
  if (context.types.isNullable(value) || mayBeNothing(value, context)) return null;
  const lowered = context.expression(node.left);
  if (lowered.kind !== "Call") return null;
  const { function: callee, arguments: given } = lowered;
  const isGet = callee.kind === "Attribute" && callee.name === "get" && given.length === 1;
  const isItem = isHelper(callee, "item", context) && given.length === 2;
  if (!isGet && !isItem) return null;
  return { ...lowered, arguments: [...lowered.arguments, context.expression(node.right)] };
}

/** Whether null or undefined is among values whose type does not say so. */
function mayBeNothing(type: ts.Type, { analysis, types }: Context): boolean {
  const { null: isNull, undefined: isUndefined } = analysis.unknowns.nothing;
  return types.kindsOf(type).has("unknown") && (isNull || isUndefined);
}

/** A name, a literal, `-1`: to evaluate it does nothing. */
function isAtHand(node: ts.Expression): boolean {
  const inner = bare(node);
  if (!ts.isPrefixUnaryExpression(inner)) return isSimple(inner);
  return inner.operator === ts.SyntaxKind.MinusToken && ts.isNumericLiteral(inner.operand);
}

const isHelper = (callee: py.Expression, id: string, context: Context): boolean =>
  callee.kind === "Name" && callee.id === context.unhidden(id);

/** What a Map, a record with any keys, or an array holds: of `map.get(key)`, `record[key]` and `values[0]`. */
function storedType(left: ts.Expression, { types }: Context): ts.Type | undefined {
  if (ts.isElementAccessExpression(left) && left.questionDotToken === undefined) {
    const container = types.typeAt(left.expression);
    if (PLACED.includes(types.kindAt(left.expression)))
      return types.checker.getIndexTypeOfType(container, ts.IndexKind.Number);
  }
  if (ts.isElementAccessExpression(left) || ts.isPropertyAccessExpression(left)) {
    if (left.questionDotToken !== undefined || types.kindAt(left.expression) !== "dict")
      return undefined;
    return types.checker.getIndexTypeOfType(types.typeAt(left.expression), ts.IndexKind.String);
  }
  if (!ts.isCallExpression(left) || !ts.isPropertyAccessExpression(left.expression))
    return undefined;
  const { expression, name, questionDotToken } = left.expression;
  if (name.text !== "get" || questionDotToken !== undefined || types.kindAt(expression) !== "map")
    return undefined;
  return types.checker.getTypeArguments(types.typeAt(expression) as ts.TypeReference)[1];
}

/** `right` if `left` is there, else which of null and undefined `left` is. */
export function andThen(
  left: ts.Expression,
  right: py.Expression,
  context: Context,
): py.Expression {
  const value = context.expression(left);
  if (!context.types.nullIsApart || isSimple(left)) {
    const otherwise = context.types.nullIsApart ? value : NONE;
    return conditional(right, isThere(value, left, context), otherwise);
  }
  const target = context.temporary(left, "found");
  const found = { kind: "NamedExpression", target, value } as const;
  return conditional(right, isThere(found, left, context), target);
}

/** `left`, or `right` if `left` is None. */
export function orElse(left: ts.Expression, right: py.Expression, context: Context): py.Expression {
  const value = context.expression(left);
  // A name, too, where the value had to be taken before its statement.
  if (isSimple(left) || value.kind === "Name")
    return conditional(value, isThere(value, left, context), right);
  const target = context.temporary(left, "found");
  const found = { kind: "NamedExpression", target, value } as const;
  return conditional(target, isThere(found, left, context), right);
}
