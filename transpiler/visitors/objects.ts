// Object literals: records, which are dicts.
import { ts } from "ts-morph";
import { propertyName } from "../analysis/syntax";
import type * as py from "../python/ast";
import { builtin, builtinCall, call, dict, list, string, tuple } from "../python/build";
import { isIdentifier } from "../naming/names";
import { makesCalls } from "./call-order";
import type { Context } from "./context";
import { readsAsRecord, recordOf } from "./class-records";
import { isInstance, literalInstance, methodValue } from "./literal-classes";
import { recordKey } from "./record-keys";

export function visitObject(node: ts.ObjectLiteralExpression, context: Context): py.Expression {
  if (isInstance(node, context)) return literalInstance(node, context);
  const parts: py.Expression[] = [];
  let entries: py.Entry[] = [];
  const flush = () => {
    if (entries.length > 0) parts.push(display(node, entries, context));
    entries = [];
  };
  for (const property of node.properties) {
    if (ts.isSpreadAssignment(property)) {
      flush();
      if (!isSpreadable(property.expression, context))
        return context.refuse(property, "recordAndClass", "A value that is no record", "a record");
      parts.push(recordOf(property.expression, context));
    } else {
      const comments = context.comments.above(property);
      const entry = entryOf(property, context);
      if (entry === null) return context.refuse(property, "objectMethod");
      entries.push({ ...entry, comments });
    }
  }
  const [first, ...others] = node.properties;
  if (first !== undefined && ts.isSpreadAssignment(first) && !others.some(ts.isSpreadAssignment)) {
    const copy = copied(first.expression, parts[0], entries, context);
    if (copy !== null) return call(dictType(node, context), ...copy);
  }
  flush();
  return node.properties.some(ts.isSpreadAssignment)
    ? merged(parts, node, context)
    : (parts[0] ?? display(node, [], context));
}

/** The arguments of `dict(record, member=value)`, where `record` is surely there and names are Python's. */
function copied(
  record: ts.Expression,
  lowered: py.Expression | undefined,
  entries: readonly py.Entry[],
  context: Context,
): [py.Expression[], py.Keyword[]] | null {
  const kinds = [...context.types.kindsAt(record)];
  const isThere = kinds.every((kind) => kind !== "null" && kind !== "boolean");
  if (lowered === undefined || !isThere || context.analysis.missing.may(record)) return null;
  const keywords: py.Keyword[] = [];
  for (const { key, value, comments } of entries) {
    const isName = key.kind === "String" && isIdentifier(key.value);
    if (!isName || (comments?.length ?? 0) > 0) return null;
    keywords.push({ name: key.value, value });
  }
  return [[lowered], keywords];
}

const dictType = (node: ts.Expression, context: Context): py.Expression =>
  context.analysis.observed.isOrdered(node)
    ? context.moduleMember("collections", "OrderedDict")
    : builtin("dict");

/** A new record of all members of `parts`; those that are nothing have none. */
export function merged(
  parts: readonly py.Expression[],
  node: ts.Expression,
  context: Context,
): py.Expression {
  const isOrdered = context.analysis.observed.isOrdered(node);
  const start = isOrdered ? [call(context.moduleMember("collections", "OrderedDict"))] : [];
  return call(context.helper("merge"), [...start, ...parts]);
}

/** Records, instances of classes, and what spreads nothing: `...(condition && { a })`. */
const isSpreadable = (node: ts.Expression, context: Context): boolean =>
  readsAsRecord(node, context) ||
  [...context.types.kindsAt(node)].every((kind) =>
    ["boolean", "dict", "null", "record"].includes(kind),
  );

function entryOf(property: ts.ObjectLiteralElementLike, context: Context): py.Entry | null {
  if (ts.isShorthandPropertyAssignment(property)) {
    return { key: string(property.name.text), value: context.expression(property.name) };
  }
  if (ts.isMethodDeclaration(property)) {
    const value = methodValue(property, context);
    return value && { key: keyOf(property.name, context), value };
  }
  if (!ts.isPropertyAssignment(property)) return null;
  const key = keyOf(property.name, context);
  const isWritten = !ts.isComputedPropertyName(property.name);
  if (isWritten && propertyName(property.name) === "__proto__")
    context.refuse(property, "inheritedMember");
  return { key, value: context.expression(property.initializer) };
}

const keyOf = (name: ts.PropertyName, context: Context): py.Expression =>
  ts.isComputedPropertyName(name)
    ? recordKey(name.expression, context)
    : string(propertyName(name) ?? "");

/** A dict; where the order of members shows somewhere, one that keeps it (CircuitPython's dict does not). */
function display(node: ts.Expression, entries: py.Entry[], context: Context): py.Expression {
  // MicroPython evaluates a value before its key (py/compile.c, compile_dictorset).
  const isMixed = entries.some(({ key, value }) => makesCalls(key) && makesCalls(value));
  const grows = entries.length > 1 || mayGrow(node, entries.length, context);
  if (!grows || !context.analysis.observed.isOrdered(node))
    return isMixed
      ? builtinCall("dict", list(...entries.map(({ key, value }) => tuple(key, value))))
      : dict(...entries);
  const pairs = entries.map(({ key, value }) => tuple(key, value));
  const ordered = context.moduleMember("collections", "OrderedDict");
  const comments = entries.map((entry) => entry.comments ?? []);
  return call(ordered, pairs.length === 0 ? [] : [{ ...list(...pairs), comments }]);
}

/** Whether members may come later: by a computed key, or those that the type says are optional. */
function mayGrow(node: ts.Expression, count: number, context: Context): boolean {
  const wanted = context.types.checker.getContextualType(node);
  const declared = wanted?.getProperties().length ?? count;
  const isAny = wanted !== undefined && (wanted.flags & ts.TypeFlags.Any) !== 0;
  return declared > count || (isAny && !isShown(node)) || context.analysis.grownRecords.has(node);
}

/** Whether nobody keeps what `node` gives: the console or JSON takes it as it is. */
const isShown = ({ parent }: ts.Expression): boolean =>
  ts.isCallExpression(parent) && /^(console|JSON)\./.test(parent.expression.getText());
