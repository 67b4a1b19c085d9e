// `new Map()` and `new Set()`: what Python has, where keys and order are the same there.
import { ts } from "ts-morph";
import type * as py from "../python/ast";
import { boolean, builtinCall, call, dict, list, method, tuple } from "../python/build";
import type { Context } from "../visitors/context";
import { isNothing } from "../visitors/equality";
import { isIterable } from "../visitors/generators";
import { mayBeEither } from "../visitors/nothing";

/** A dict, an OrderedDict where its order may be seen, a map of our own where its keys need it. */
export function newMap(node: ts.NewExpression, context: Context): py.Expression | null {
  checkNothings(node, context);
  const pairs = entriesOf(node, context);
  if (pairs === null) return null;
  const isSeen = isOrderSeen(node, context) || context.analysis.observed.seesAnything;
  if (isPlainKey(node, context) && !isSeen) {
    if (!Array.isArray(pairs)) return builtinCall("dict", pairs);
    return dict(...pairs.map(([key, value]) => ({ key, value })));
  }
  const isLive =
    !isPlainKey(node, context) ||
    context.analysis.mapsChangeInLoops ||
    context.analysis.observed.seesAnything;
  const type = isLive
    ? context.helper("AnyMap")
    : context.moduleMember("collections", "OrderedDict");
  if (!Array.isArray(pairs)) return call(type, [pairs]);
  const entries = pairs.map(([key, value]) => tuple(key, value));
  return call(type, entries.length === 0 ? [] : [list(...entries)]);
}

type Pairs = [py.Expression, py.Expression][];

function entriesOf(node: ts.NewExpression, context: Context): Pairs | py.Expression | null {
  const [entries] = node.arguments ?? [];
  if (entries === undefined || isNothing(entries)) return [];
  if (!ts.isArrayLiteralExpression(entries)) return iterableOf(entries, context);
  const pairs: Pairs = [];
  for (const element of entries.elements) {
    const [key, value] = ts.isArrayLiteralExpression(element) ? element.elements : [];
    if (key === undefined || value === undefined) return iterableOf(entries, context);
    pairs.push([context.expression(key), context.expression(value)]);
  }
  return pairs;
}

function iterableOf(node: ts.Expression, context: Context): py.Expression | null {
  const kind = context.types.kindAt(node);
  if (context.types.kindsAt(node).has("null")) return null;
  const value = context.expression(node);
  // JavaScript makes an empty one of what is not there.
  const mayLack = context.analysis.missing.may(node);
  if (kind === "map") return mayLack ? null : method(value, "items");
  if (!isIterable(node, context)) return null;
  return mayLack ? boolean(value, "or", tuple()) : value;
}

export function newSet(node: ts.NewExpression, context: Context): py.Expression | null {
  checkNothings(node, context);
  const [values] = node.arguments ?? [];
  const iterable =
    values === undefined || isNothing(values) ? undefined : iterableOf(values, context);
  if (iterable === null) return null;
  const args = iterable === undefined ? [] : [iterable];
  const isShown = context.analysis.observed.seesAnything;
  return isPlainKey(node, context) && !isOrderSeen(node, context) && !isShown
    ? builtinCall("set", ...args)
    : call(context.helper("AnySet"), args);
}

/** null and undefined are two keys. */
function checkNothings(node: ts.NewExpression, context: Context): void {
  const type = context.types.typeAt(node) as ts.TypeReference;
  const [key] = context.types.checker.getTypeArguments(type);
  if (key !== undefined && mayBeEither([key], context)) context.refuse(node, "undefinedOrNull");
}

const PLAIN = new Set(["boolean", "function", "instance", "null", "number", "string"]);

/** Whether Python tells all keys of this type apart as JavaScript does. */
function isPlainKey(node: ts.NewExpression, context: Context): boolean {
  const type = context.types.typeAt(node) as ts.TypeReference;
  const [key] = context.types.checker.getTypeArguments(type);
  if (key === undefined) return false;
  const kinds = [...context.types.kindsOf(key)];
  if (kinds.includes("tuple")) context.refuse(node, "keyType", "A tuple");
  if (kinds.includes("boolean") && kinds.includes("number")) return false;
  if (kinds.includes("number") && context.analysis.numberKeys.mayBeNaN) return false;
  return kinds.every((kind) => PLAIN.has(kind));
}

const ORDERLESS = new Set(["add", "clear", "delete", "get", "has", "set", "size"]);

/** Whether a Map or Set may be iterated: it leaves the variable it is made for, or is iterated there. */
function isOrderSeen(node: ts.NewExpression, context: Context): boolean {
  const { parent } = node;
  const holder =
    (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) ||
    ts.isPropertyDeclaration(parent)
      ? parent
      : assignedMember(parent, context);
  if (holder === undefined) return !isMeasuredOnly(node);
  return context.analysis.uses.of(holder).references.some((reference) => {
    const access =
      ts.isPropertyAccessExpression(reference.parent) && reference.parent.name === reference
        ? reference.parent
        : reference;
    const use = access.parent;
    if (ts.isBinaryExpression(use) && use.left === access) return false;
    return !isOrderless(use, access);
  });
}

/** `new Set(values).size` */
const isMeasuredOnly = (node: ts.NewExpression) => isOrderless(node.parent, node);

function isOrderless(use: ts.Node, access: ts.Node): boolean {
  if (!ts.isPropertyAccessExpression(use) || use.expression !== access) return false;
  if (!ORDERLESS.has(use.name.text)) return false;
  // `set` and `add` give the map itself.
  const isChained = ["add", "set"].includes(use.name.text);
  const outer = use.parent.parent;
  return !isChained || (ts.isCallExpression(use.parent) && ts.isExpressionStatement(outer));
}

function assignedMember(parent: ts.Node, context: Context): ts.Declaration | undefined {
  if (!ts.isBinaryExpression(parent) || !ts.isPropertyAccessExpression(parent.left))
    return undefined;
  return context.analysis.uses.declarationAt(parent.left.name);
}
