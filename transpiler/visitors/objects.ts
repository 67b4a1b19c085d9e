// Object literals: records, which are dicts.
import { ts } from "ts-morph";
import { propertyName } from "../analysis/syntax";
import type * as py from "../python/ast";
import { call, dict, list, string, tuple } from "../python/build";
import type { Context } from "./context";
import { isInstance, literalInstance, methodValue } from "./literal-classes";

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
      const spread = context.expression(property.expression);
      const kind = context.types.kindAt(property.expression);
      if (kind !== "record" && kind !== "dict")
        return context.refuse(property, "recordAndClass", "A value that is no record", "a record");
      parts.push(spread);
    } else {
      const comments = context.comments.above(property);
      const entry = entryOf(property, context);
      if (entry === null) return context.refuse(property, "objectMethod");
      entries.push({ ...entry, comments });
    }
  }
  flush();
  const first = parts[0] ?? display(node, [], context);
  const startsWithSpread =
    node.properties[0] !== undefined && ts.isSpreadAssignment(node.properties[0]);
  return parts.length > 1 || startsWithSpread ? call(context.helper("merge"), parts) : first;
}

function entryOf(property: ts.ObjectLiteralElementLike, context: Context): py.Entry | null {
  if (ts.isShorthandPropertyAssignment(property)) {
    return { key: string(property.name.text), value: context.expression(property.name) };
  }
  if (ts.isMethodDeclaration(property)) {
    const value = methodValue(property, context);
    return value && { key: string(propertyName(property.name) ?? ""), value };
  }
  if (!ts.isPropertyAssignment(property)) return null;
  if (ts.isComputedPropertyName(property.name)) {
    const kind = context.types.kindAt(property.name.expression);
    if (kind !== "string") context.refuse(property.name, "computedName");
    return {
      key: context.expression(property.name.expression),
      value: context.expression(property.initializer),
    };
  }
  const key = propertyName(property.name) ?? "";
  return { key: string(key), value: context.expression(property.initializer) };
}

/** A dict; where the order of members shows somewhere, one that keeps it (CircuitPython's dict does not). */
function display(node: ts.Expression, entries: py.Entry[], context: Context): py.Expression {
  const grows = entries.length > 1 || mayGrow(node, entries.length, context);
  if (!grows || !context.analysis.observed.isOrdered(node)) return dict(...entries);
  const pairs = entries.map(({ key, value }) => tuple(key, value));
  const ordered = context.moduleMember("collections", "OrderedDict");
  const comments = entries.map((entry) => entry.comments ?? []);
  return call(ordered, pairs.length === 0 ? [] : [{ ...list(...pairs), comments }]);
}

/** Whether members may come later: by a computed key, or those that the type says are optional. */
function mayGrow(node: ts.Expression, count: number, context: Context): boolean {
  const wanted = context.types.checker.getContextualType(node);
  const declared = wanted?.getProperties().length ?? count;
  return declared > count || context.analysis.mayGrow(node);
}
