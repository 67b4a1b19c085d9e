// Values taken apart into variables.
import { ts } from "ts-morph";
import type * as py from "../python/ast";
import {
  assign,
  attribute,
  call,
  compare,
  ifStatement,
  method,
  name,
  NONE,
  number,
  string,
  subscript,
  tuple,
} from "../python/build";
import { bare } from "../analysis/syntax";
import type { Context } from "./context";
import { isNothing } from "./equality";
import { memberName } from "./members";

/** The statements that declare what `pattern` names, from `source` (evaluated once per name). */
export function takeApart(
  pattern: ts.BindingPattern,
  source: py.Expression,
  type: ts.Type,
  context: Context,
): py.Statement[] {
  if (ts.isArrayBindingPattern(pattern)) return takeElements(pattern, source, type, context);
  return pattern.elements.flatMap((element) => {
    if (!ts.isIdentifier(element.name) || element.dotDotDotToken !== undefined)
      return refuse(element, context);
    const key = element.propertyName ?? element.name;
    if (!ts.isIdentifier(key)) return refuse(element, context);
    const symbol = context.types.checker.getNonNullableType(type).getProperty(key.text);
    const value = memberValue(source, key.text, symbol, type, context);
    return withDefault(element, value, context);
  });
}

function refuse(node: ts.Node, context: Context): [] {
  context.refuse(node, "unsupportedPattern");
  return [];
}

function memberValue(
  source: py.Expression,
  key: string,
  symbol: ts.Symbol | undefined,
  type: ts.Type,
  context: Context,
): py.Expression {
  const kind = context.types.kindOf(type);
  if (kind !== "record" && kind !== "dict") return attribute(source, memberName(symbol, key));
  const isSure =
    kind === "record" && symbol !== undefined && (symbol.flags & ts.SymbolFlags.Optional) === 0;
  return isSure ? subscript(source, string(key)) : method(source, "get", string(key));
}

function withDefault(
  element: ts.BindingElement,
  value: py.Expression,
  context: Context,
): py.Statement[] {
  const target = name(context.declaredName(element));
  const first = assign(target, value);
  if (element.initializer === undefined) return [first];
  // A default is for undefined; null passes.
  if (context.types.acceptsNull(element.name) && !isNothing(bare(element.initializer)))
    context.refuse(element, "undefinedOrNull");
  const initial = context.expression(element.initializer);
  return [first, ifStatement(compare(target, "is", NONE), [assign(target, initial)])];
}

function takeElements(
  pattern: ts.ArrayBindingPattern,
  source: py.Expression,
  type: ts.Type,
  context: Context,
): py.Statement[] {
  const isTuple = context.types.checker.isTupleType(type);
  const targets = elementTargets(pattern, context);
  if (targets === null) return refuse(pattern, context);
  if (isTuple && lengthOf(type, context) === targets.length) {
    return [assign(tuple(...targets.map((target) => target ?? name("_"))), source)];
  }
  return targets.flatMap((target, index) => {
    if (target === null) return [];
    const value = isTuple
      ? subscript(source, number(index))
      : call(context.helper("item"), [source, number(index)]);
    return [assign(target, value)];
  });
}

/** One target for every place, null for those left out; null if a pattern is more than names. */
export function elementTargets(
  pattern: ts.ArrayBindingPattern,
  context: Context,
): (py.Name | null)[] | null {
  const targets: (py.Name | null)[] = [];
  for (const element of pattern.elements) {
    if (ts.isOmittedExpression(element)) targets.push(null);
    else if (
      !ts.isIdentifier(element.name) ||
      element.initializer !== undefined ||
      element.dotDotDotToken !== undefined
    ) {
      return null;
    } else targets.push(name(context.declaredName(element)));
  }
  return targets;
}

/** Whether `pattern` has a target for every element of the tuple. */
export function isWhole(pattern: ts.ArrayBindingPattern, type: ts.Type, context: Context): boolean {
  return (
    context.types.checker.isTupleType(type) && lengthOf(type, context) === pattern.elements.length
  );
}

function lengthOf(type: ts.Type, context: Context): number {
  return context.types.checker.getTypeArguments(type as ts.TypeReference).length;
}
