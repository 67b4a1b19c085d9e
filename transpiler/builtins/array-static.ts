// `Array.from`, `Array.of`, `new Array(n)`.
import { ts } from "ts-morph";
import { sightOf } from "../analysis/holes";
import { isFilledAtOnce } from "../analysis/unfilled-arrays";
import { bare, propertyName } from "../analysis/syntax";
import { declarationOf } from "../analysis/types";
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
import {
  callable,
  inline,
  isFixed,
  ofValue,
  type Callable,
  type Inline,
  refuseCallback,
} from "./callback";
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
  if (parts !== null) return mappedInline(parts, callback, iterable, isRange, context);
  const given = callable(callback, 2, "value", context);
  if (given === null) return refuseCallback(callback, context);
  if (isRange) return ofNothing(given, callback, iterable, context);
  const [value, index] = [context.element(), name(context.unhidden("index"))];
  if (!isFixed(given.callee))
    return builtinCall("list", builtinCall("map", ofValue(given, NONE, false, context), iterable));
  const body = call(given.callee, [value, index].slice(0, given.arity));
  return overElements(body, given.arity > 1, value.id, index.id, iterable);
}

function mappedInline(
  { parameters, body }: Inline,
  callback: ts.Expression,
  iterable: py.Expression,
  isRange: boolean,
  context: Context,
): py.Expression {
  const [value, index] = parameters;
  if (!isRange)
    return overElements(body, index !== undefined, value ?? "_", index ?? "_", iterable);
  // The value is always undefined.
  return value === undefined || isUnused(callback, context)
    ? comprehension("list", body, name(index ?? "_"), iterable)
    : refuseCallback(callback, context);
}

function overElements(
  body: py.Expression,
  counts: boolean,
  value: string,
  index: string,
  iterable: py.Expression,
): py.Expression {
  if (!counts) return comprehension("list", body, name(value), iterable);
  const target: py.Tuple = { kind: "Tuple", elements: [name(index), name(value)] };
  return comprehension("list", body, target, builtinCall("enumerate", iterable));
}

/** A function that gets undefined, and the index. */
function ofNothing(
  { callee, arity }: Callable,
  callback: ts.Expression,
  iterable: py.Expression,
  context: Context,
): py.Expression {
  const declaration = declarationOf(context.types.symbolAt(bare(callback)));
  const hasDefault =
    declaration !== undefined &&
    ts.isFunctionDeclaration(declaration) &&
    declaration.parameters.some(({ initializer }) => initializer !== undefined);
  if (!isFixed(callee) || hasDefault) return refuseCallback(callback, context);
  const index = name(arity > 1 ? context.unhidden("index") : "_");
  return comprehension("list", call(callee, [NONE, index].slice(0, arity)), index, iterable);
}

/** Whether an arrow function does nothing with its first parameter. */
function isUnused(callback: ts.Expression, { analysis }: Context): boolean {
  const arrow = bare(callback);
  if (!ts.isArrowFunction(arrow)) return false;
  const [first] = arrow.parameters;
  if (first === undefined) return true;
  return ts.isIdentifier(first.name) && analysis.uses.of(first).references.length === 0;
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
  const { uses } = context.analysis;
  const isFull = filled !== null || isFilledAtOnce(node, length, uses);
  const isShown = ts.isBinaryExpression(node.parent) && isShownField(node.parent.left, context);
  const sight = isFull ? "unseen" : isShown ? "seen" : sightOf(node, uses);
  if (sight === "seen")
    return context.refuse(node, "unsupportedSyntax", "An array of holes", "Add `.fill(value)`.");
  if (sight === "shown") return call(context.helper("array_of_holes"), [count]);
  const { bounds, numbers } = context.analysis;
  if (numbers.of(length).kind === "int" && bounds.isNonNegative(length))
    return binary(list(value), "*", count);
  return call(context.helper("new_array"), filled === null ? [count] : [count, value]);
}

/** Whether the console may show the field that `node` names, with its holes. */
function isShownField(node: ts.Expression, { analysis }: Context): boolean {
  if (!ts.isPropertyAccessExpression(node) || ts.isPrivateIdentifier(node.name)) return false;
  const holder = analysis.uses.declarationAt(node.name)?.parent;
  return holder === undefined || !ts.isClassLike(holder) || analysis.isInspected(holder);
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
