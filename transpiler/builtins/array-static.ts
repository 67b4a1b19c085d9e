// `Array.from`, `Array.of`, `new Array(n)`.
import { ts } from "ts-morph";
import { sightOf } from "../analysis/holes";
import { bare, propertyName } from "../analysis/syntax";
import type * as py from "../python/ast";
import {
  binary,
  builtinCall,
  call,
  comprehension,
  list,
  name,
  NONE,
  method,
} from "../python/build";
import type { Context } from "../visitors/context";
import { runsCode } from "../visitors/evaluation-order";
import { callable, inline, isFixed, ofValue } from "./callback";
import { isIterable } from "../visitors/generators";
import { isArray } from "./array";
import { argument, hasSpread, type MemberCall, type MemberTable } from "./member-call";

const LISTABLE = new Set(["array", "bytes", "iterator", "map", "set", "string", "tuple", "typed"]);

function from(one: MemberCall): py.Expression | null {
  const [values, callback] = one.arguments;
  if (values === undefined || one.arguments.length > 2 || hasSpread(one)) return null;
  const length = lengthOf(values);
  if (length !== null) return ofLength(one, length, callback);
  const kind = one.context.types.kindAt(values);
  if (!LISTABLE.has(kind) && !isIterable(values, one.context)) return null;
  const value = one.context.expression(values);
  const iterable = kind === "map" ? method(value, "items") : value;
  return callback === undefined
    ? builtinCall("list", iterable)
    : mapped(one, callback, iterable, false);
}

/** `{ length: n }` */
function lengthOf(node: ts.Expression): ts.Expression | null {
  const literal = bare(node);
  if (!ts.isObjectLiteralExpression(literal) || literal.properties.length !== 1) return null;
  const [property] = literal.properties;
  if (property === undefined || property.name === undefined) return null;
  if (propertyName(property.name) !== "length") return null;
  if (ts.isShorthandPropertyAssignment(property)) return property.name;
  return ts.isPropertyAssignment(property) ? property.initializer : null;
}

function ofLength(
  one: MemberCall,
  length: ts.Expression,
  callback: ts.Expression | undefined,
): py.Expression | null {
  const { context } = one;
  const isInt = context.analysis.numbers.of(length).kind === "int";
  const value = context.expression(length);
  const count = isInt ? value : call(context.helper("whole"), [value]);
  if (callback === undefined) return binary(list(NONE), "*", count);
  return mapped(one, callback, builtinCall("range", count), true);
}

/** What a function of value and index makes of `iterable`; the values of a length alone are nothing. */
function mapped(
  one: MemberCall,
  callback: ts.Expression,
  iterable: py.Expression,
  isRange: boolean,
): py.Expression | null {
  const { context } = one;
  const parts = inline(callback, 2, "value", context);
  const given = parts === null ? callable(callback, 2, "value", context) : null;
  if (parts === null && given === null) return context.refuse(callback, "callbackForm");
  const [value, index] = parts?.parameters ?? [context.element().id, context.unhidden("index")];
  // The value of a length alone is always undefined.
  const args = [isRange ? NONE : name(value ?? "_"), name(index ?? "_")];
  const body = parts?.body ?? calledWith(given, args);
  if (body === null) {
    if (isRange || given === null) return context.refuse(callback, "callbackForm");
    return builtinCall("list", builtinCall("map", ofValue(given, NONE, false, context), iterable));
  }
  const counts = (parts?.parameters.length ?? given?.arity ?? 0) > 1;
  if (isRange) {
    if (parts !== null && value !== undefined && !isUnused(callback, context))
      return context.refuse(callback, "callbackForm");
    return comprehension("list", body, name(counts ? (index ?? "_") : "_"), iterable);
  }
  if (!counts) return comprehension("list", body, name(value ?? "_"), iterable);
  const target: py.Tuple = { kind: "Tuple", elements: [name(index ?? "_"), name(value ?? "_")] };
  return comprehension("list", body, target, builtinCall("enumerate", iterable));
}

/** Whether an arrow function does nothing with its first parameter. */
function isUnused(callback: ts.Expression, { analysis }: Context): boolean {
  const arrow = bare(callback);
  if (!ts.isArrowFunction(arrow)) return false;
  const [first] = arrow.parameters;
  if (first === undefined) return true;
  return ts.isIdentifier(first.name) && analysis.uses.of(first).references.length === 0;
}

function calledWith(
  given: { callee: py.Expression; arity: number } | null,
  args: readonly py.Expression[],
): py.Expression | null {
  if (given === null || !isFixed(given.callee)) return null;
  return call(given.callee, args.slice(0, given.arity));
}

export const arrayFunctions: MemberTable = {
  from,
  isArray: (one) => {
    const value = argument(one, 0);
    return value === null ? null : isArray(value);
  },
  of: (one) =>
    hasSpread(one) ? null : list(...one.arguments.map((node) => one.context.expression(node))),
};

/** `new Array()`, `new Array(a, b)`, `new Array(n)`: what it has not yet is undefined. */
export function newArray(
  node: ts.CallExpression | ts.NewExpression,
  context: Context,
): py.Expression | null {
  const args = node.arguments ?? [];
  const [length] = args;
  if (args.some(ts.isSpreadElement)) return null;
  if (length === undefined || args.length > 1 || context.types.kindAt(length) !== "number")
    return list(...args.map((value) => context.expression(value)));
  const filled = fillOf(node, context);
  const value = filled === null ? NONE : context.expression(filled);
  const count = context.expression(length);
  const sight = filled === null ? sightOf(node, context.analysis.uses) : "unseen";
  if (sight === "seen")
    return context.refuse(node, "unsupportedSyntax", "An array of holes", "Add `.fill(value)`.");
  if (sight === "shown") return call(context.helper("array_of_holes"), [count]);
  const { bounds, numbers } = context.analysis;
  if (numbers.of(length).kind === "int" && bounds.isNonNegative(length))
    return binary(list(value), "*", count);
  return call(context.helper("new_array"), filled === null ? [count] : [count, value]);
}

/** The value in `new Array(n).fill(value)`, if the array can be made of it at once. */
export function fillOf(node: ts.Expression, context: Context): ts.Expression | null {
  if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return null;
  const [length, ...others] = node.arguments ?? [];
  if (node.expression.getText() !== "Array" || length === undefined || others.length > 0)
    return null;
  let current = node.parent;
  while (ts.isParenthesizedExpression(current) || ts.isNonNullExpression(current))
    current = current.parent;
  if (!ts.isPropertyAccessExpression(current) || current.name.text !== "fill") return null;
  const { parent } = current;
  if (!ts.isCallExpression(parent) || parent.expression !== current) return null;
  const [value, ...ends] = parent.arguments;
  if (value === undefined || ends.length > 0 || context.types.kindAt(length) !== "number")
    return null;
  // JavaScript evaluates the length first.
  return runsCode(value, context) && runsCode(length, context) ? null : value;
}
