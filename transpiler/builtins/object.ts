// Functions of `Object`: listing, copying and freezing records.
import { ts } from "ts-morph";
import { bare } from "../analysis/syntax";
import type * as py from "../python/ast";
import {
  builtinCall,
  call,
  compare,
  comprehension,
  expressionStatement,
  method,
  tuple,
} from "../python/build";
import { membersOf, readsAsRecord, recordOf } from "../visitors/class-records";
import type { Context } from "../visitors/context";
import { merged } from "../visitors/objects";
import { listed, recordKey } from "../visitors/record-keys";
import { checkNothings, isNothing, sameValue } from "../visitors/equality";
import { frozen } from "./clone";
import { argument, hasSpread, type MemberCall, type MemberTable } from "./member-call";

const isDict = (kind: string) => kind === "record" || kind === "dict";

/** `Object.keys(value)` and its like, of records, arrays and instances of classes. */
const listing =
  (what: "items" | "keys" | "values") =>
  (one: MemberCall): py.Expression | null => {
    const [node] = one.arguments;
    if (node === undefined || one.arguments.length !== 1 || hasSpread(one)) return null;
    const { context } = one;
    const kind = context.types.kindAt(node);
    if (context.types.kindsAt(node).has("null")) return null;
    if (kind === "array" || kind === "tuple") return ofArray(what, context.expression(node), one);
    if (kind === "unknown")
      return call(context.helper(`own_${what}`), [membersOf(context.expression(node), context)]);
    if (isLiteralObject(node, context))
      return listed(
        what,
        call(context.helper("fields"), [context.expression(node)]),
        context.types.typeAt(node),
        context,
      );
    if (!isDict(kind) && !readsAsRecord(node, context)) return null;
    return listed(what, recordOf(node, context), context.types.typeAt(node), context);
  };

/** An object literal with methods, which are members of its own. */
const isLiteralObject = (node: ts.Expression, { types }: Context): boolean =>
  types.kindAt(node) === "contract" &&
  types.typeAt(node).symbol?.declarations?.every(ts.isObjectLiteralExpression) === true;

function ofArray(what: string, values: py.Expression, { context }: MemberCall): py.Expression {
  if (what === "values") return builtinCall("list", values);
  const index = { kind: "Name", id: context.unhidden("index") } as const;
  const key = builtinCall("str", index);
  if (what === "keys")
    return comprehension("list", key, index, builtinCall("range", builtinCall("len", values)));
  const value = context.element();
  const pairs = builtinCall("enumerate", values);
  return comprehension("list", tuple(key, value), tuple(index, value), pairs);
}

/** `Object.assign(target, ...sources)`; into `{}` it is a new record. */
function assigned(one: MemberCall): py.Expression | null {
  const [target, ...sources] = one.arguments;
  if (target === undefined || hasSpread(one)) return null;
  const { context } = one;
  const isRecords = one.arguments.every(
    (node) => isMergeable(node, one) || readsAsRecord(node, context),
  );
  if (!isRecords || !isDict(context.types.kindAt(target))) return null;
  if (context.types.kindsAt(target).has("null")) return null;
  const parts = sources.map((node) => recordOf(node, context));
  if (isEmptyLiteral(target)) return merged(parts, one.node, context);
  return call(context.helper("assign"), [context.expression(target), ...parts]);
}

const isMergeable = (node: ts.Expression, { context }: MemberCall) =>
  [...context.types.kindsAt(node)].every((kind) => isDict(kind) || kind === "null");

function isEmptyLiteral(node: ts.Expression): boolean {
  const inner = bare(node);
  return ts.isObjectLiteralExpression(inner) && inner.properties.length === 0;
}

/** `target.update(source)`, where nobody wants the target. */
export function assignInPlace(one: MemberCall): py.Statement[] | null {
  const [target, source, ...more] = one.arguments;
  if (target === undefined || source === undefined || more.length > 0 || hasSpread(one))
    return null;
  const kinds = [target, source].flatMap((node) => [...one.context.types.kindsAt(node)]);
  if (!kinds.every(isDict)) return null;
  const base = one.context.expression(target);
  return [expressionStatement(method(base, "update", one.context.expression(source)))];
}

function fromEntries(one: MemberCall): py.Expression | null {
  const [node] = one.arguments;
  const pairs = argument(one, 0);
  if (node === undefined || pairs === null || hasSpread(one)) return null;
  const { context } = one;
  const kind = context.types.kindAt(node);
  if (!["array", "iterator", "map"].includes(kind)) return null;
  const entries = kind === "map" ? method(pairs, "items") : pairs;
  const key = keyType(node, one);
  if (key === undefined) return null;
  if ([...context.types.kindsOf(key)].some((part) => part !== "string"))
    return call(context.helper("from_entries"), [entries]);
  return context.analysis.observed.isOrdered(one.node)
    ? call(context.moduleMember("collections", "OrderedDict"), [entries])
    : builtinCall("dict", entries);
}

/** The type of the keys in a list of entries. */
function keyType(node: ts.Expression, { context }: MemberCall): ts.Type | undefined {
  const { checker } = context.types;
  const type = context.types.typeAt(node) as ts.TypeReference;
  const [first] = checker.getTypeArguments(type);
  if (first === undefined || context.types.kindOf(type) === "map") return first;
  const [key] = checker.getTypeArguments(first as ts.TypeReference);
  return context.types.kindOf(first) === "tuple" || context.types.kindOf(first) === "array"
    ? key
    : undefined;
}

/** Whether a record has a member, be it undefined. */
function hasOwn(one: MemberCall): py.Expression | null {
  const [record, key] = one.arguments;
  if (record === undefined || key === undefined || hasSpread(one)) return null;
  return ownMember(record, key, one);
}

export function ownMember(
  record: ts.Expression,
  key: ts.Expression,
  { context }: MemberCall,
): py.Expression | null {
  if (context.types.kindsAt(record).has("null")) return null;
  if (!isDict(context.types.kindAt(record)) && !readsAsRecord(record, context)) return null;
  return compare(recordKey(key, context), "in", recordOf(record, context));
}

function is(one: MemberCall): py.Expression | null {
  const { context } = one;
  const [left, right] = one.arguments.map(bare);
  if (left === undefined || right === undefined || hasSpread(one)) return null;
  const kinds = [left, right].flatMap((node) => [...context.types.kindsAt(node)]);
  // It is `===` but for NaN and the sign of a zero.
  const mayBeNumbers = kinds.includes("number") || kinds.includes("unknown");
  if (!mayBeNumbers || [left, right].some(isNothing))
    return sameValue(one.node, left, right, context);
  checkNothings(one.node, left, right, context);
  if (kinds.includes("tuple")) return context.refuse(one.node, "equality", "Tuples");
  return call(context.helper("same_thing"), [context.expression(left), context.expression(right)]);
}

export const objectFunctions: MemberTable = {
  assign: assigned,
  entries: listing("items"),
  freeze: frozen,
  fromEntries,
  getOwnPropertyNames: (one) =>
    one.arguments[0] !== undefined && isDict(one.context.types.kindAt(one.arguments[0]))
      ? listing("keys")(one)
      : null,
  hasOwn,
  is,
  isFrozen: (one) => {
    const value = argument(one, 0);
    return value === null ? null : call(one.context.helper("is_frozen"), [value]);
  },
  keys: listing("keys"),
  values: listing("values"),
};
