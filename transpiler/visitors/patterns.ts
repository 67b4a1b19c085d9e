// Values taken apart into variables, or into what is assigned to.
import { ts } from "ts-morph";
import { NEVER, type Missing } from "../analysis/missing-elements";
import { bare } from "../analysis/syntax";
import { declarationOf } from "../analysis/types";
import type * as py from "../python/ast";
import {
  assign,
  attribute,
  builtinCall,
  call,
  compare,
  ifStatement,
  list,
  method,
  name,
  NONE,
  number,
  slice,
  string,
  subscript,
  tuple,
} from "../python/build";
import { store } from "./stores";
import type { Context } from "./context";
import { isNothing } from "./equality";
import { memberName } from "./member-names";
import { presentParts } from "./presence";
import { readKey, recordKey } from "./record-keys";
import { isArrayPattern, partsOf, type Part, type Pattern } from "./pattern-parts";

/** The statements that give `pattern` its parts of `source` (evaluated once per part), of `type`. */
export function takeApart(
  pattern: Pattern,
  source: py.Expression,
  type: ts.Type,
  context: Context,
): py.Statement[] {
  const parts = partsOf(pattern);
  const whole = isArrayPattern(pattern) ? wholeTuple(pattern, source, type, context) : null;
  if (whole !== null) return whole;
  if (isArrayPattern(pattern)) return takeElements(pattern, parts, source, type, context);
  const taken = parts.flatMap((part) =>
    part === null || part.isRest ? [] : [keyOf(part, context)],
  );
  return parts.flatMap((part) => {
    if (part === null) return refuse(pattern, context);
    if (part.isRest) {
      const kind = context.types.kindOf(type);
      if (kind !== "record" && kind !== "dict") return refuse(part.node, context);
      const rest = call(context.helper("others"), [source, list(...taken)]);
      return bind(part, rest, type, context);
    }
    const { value, type: inner } = memberOf(source, part, type, context);
    return bind(part, value, inner, context);
  });
}

function refuse(node: ts.Node, context: Context): [] {
  context.refuse(node, "unsupportedPattern");
  return [];
}

function keyOf(part: Part, context: Context): py.Expression {
  if (typeof part.key === "object") return recordKey(part.key, context);
  return string(String(part.key));
}

/** `value` goes where `part` says, or what stands there for undefined. */
function bind(part: Part, value: py.Expression, type: ts.Type, context: Context): py.Statement[] {
  const { target, inner, initializer } = part;
  const isDeclared = ts.isBindingElement(target);
  if (inner !== null && isShort(initializer, type, context)) return refuse(part.node, context);
  const plain = isDeclared && inner === null ? name(context.declaredName(target)) : null;
  if (initializer === undefined && inner === null)
    return plain
      ? [assign(plain, value)]
      : store(bare(target as ts.Expression), value, null, context);
  const held = plain ?? context.temporary(part.node, "part");
  const statements: py.Statement[] = [assign(held, value)];
  if (initializer !== undefined)
    statements.push(...defaulted(part, initializer, held, type, context));
  if (inner !== null) {
    const given = presentParts(held, inner, "part", missingPart(part, context), context);
    if (given !== held) statements.push(assign(held, given));
    statements.push(...takeApart(inner, held, type, context));
  } else if (plain === null)
    statements.push(...store(bare(target as ts.Expression), held, null, context));
  return statements;
}

/** What `part` may be where its type says that it is there; of an assignment's, nobody knows. */
const missingPart = ({ target }: Part, { analysis }: Context): Missing =>
  ts.isBindingElement(target) ? analysis.missing.ofPart(target) : NEVER;

/** Whether a default lacks elements that its type, a tuple, promises. */
function isShort(
  initializer: ts.Expression | undefined,
  type: ts.Type,
  { types: { checker } }: Context,
): boolean {
  const elements = initializer && bare(initializer);
  const wanted = checker.getNonNullableType(type);
  if (!elements || !ts.isArrayLiteralExpression(elements) || !checker.isTupleType(wanted))
    return false;
  const { minLength } = (wanted as ts.TupleTypeReference).target;
  return elements.elements.length < minLength;
}

/** A default is for undefined; null passes. */
function defaulted(
  part: Part,
  initializer: ts.Expression,
  held: py.Name,
  type: ts.Type,
  context: Context,
): py.Statement[] {
  const acceptsNull = (type.isUnion() ? type.types : [type]).some(
    ({ flags }) => (flags & ts.TypeFlags.Null) !== 0,
  );
  if (acceptsNull && !context.types.nullIsApart && !isNothing(bare(initializer)))
    context.refuse(part.node, "undefinedOrNull");
  const { statements, definitions } = context.collect(() => [
    assign(held, context.expression(initializer)),
  ]);
  return [ifStatement(compare(held, "is", NONE), [...definitions, ...statements])];
}

const SIZES: Readonly<Record<string, string>> = {
  array: "length",
  bytes: "length",
  map: "size",
  set: "size",
  string: "length",
  tuple: "length",
};

function memberOf(
  source: py.Expression,
  part: Part,
  type: ts.Type,
  context: Context,
): { value: py.Expression; type: ts.Type } {
  const { checker } = context.types;
  const kind = context.types.kindOf(type);
  if (typeof part.key === "object") {
    const isRecord = kind === "record" || kind === "dict";
    if (!isRecord) context.refuse(part.node, "computedName");
    return { value: method(source, "get", readKey(part.key, context)), type };
  }
  const key = String(part.key);
  const symbol = checker.getNonNullableType(type).getProperty(key);
  const inner =
    symbol === undefined
      ? (checker.getIndexInfosOfType(type)[0]?.type ?? type)
      : checker.getTypeOfSymbol(symbol);
  return { value: memberValue(source, key, symbol, part, kind, context), type: inner };
}

function memberValue(
  source: py.Expression,
  key: string,
  symbol: ts.Symbol | undefined,
  part: Part,
  kind: string,
  context: Context,
): py.Expression {
  if (kind === "record" || kind === "dict") {
    const isSure =
      kind === "record" &&
      symbol !== undefined &&
      (symbol.flags & ts.SymbolFlags.Optional) === 0 &&
      !context.analysis.recordKeys.mayLack(declarationOf(symbol));
    return isSure ? subscript(source, string(key)) : method(source, "get", string(key));
  }
  if (SIZES[kind] === key) return builtinCall("len", source);
  if (kind === "array" && ["groups", "index", "input"].includes(key)) return attribute(source, key);
  const isObject = kind === "instance" || kind === "contract";
  if (!isObject || isMethod(symbol)) return context.refuse(part.node, "unsupportedPattern");
  const own = memberName(symbol, key);
  // Who implements an interface need not have it.
  const mayLack = kind === "contract" && ((symbol?.flags ?? 0) & ts.SymbolFlags.Optional) !== 0;
  return mayLack ? builtinCall("getattr", source, string(own), NONE) : attribute(source, own);
}

const isMethod = (symbol: ts.Symbol | undefined) =>
  symbol === undefined || (symbol.flags & ts.SymbolFlags.Method) !== 0;

/** `a, b = pair`: a tuple of which every element gets a name. */
function wholeTuple(
  pattern: ts.ArrayBindingPattern | ts.ArrayLiteralExpression,
  source: py.Expression,
  type: ts.Type,
  context: Context,
): py.Statement[] | null {
  if (!ts.isArrayBindingPattern(pattern) || !isWhole(pattern, type, context)) return null;
  const targets = elementTargets(pattern, context);
  if (targets === null) return null;
  return [assign(tuple(...targets.map((target) => target ?? name("_"))), source)];
}

function takeElements(
  pattern: Pattern,
  parts: readonly (Part | null)[],
  source: py.Expression,
  type: ts.Type,
  context: Context,
): py.Statement[] {
  const kind = context.types.kindOf(type);
  if (["array", "bytes", "string", "tuple", "typed"].includes(kind))
    return parts.flatMap((part) => (part === null ? [] : takeElement(part, source, type, context)));
  if (!["iterator", "map", "set"].includes(kind) && !context.types.hasIterator(type))
    return refuse(pattern, context);
  const held = context.temporary(pattern, "values");
  const last = parts.at(-1);
  const values = kind === "map" ? method(source, "items") : source;
  const count = (pattern as ts.ArrayBindingPattern).elements.length;
  const taken = last?.isRest
    ? builtinCall("list", values)
    : call(context.helper("taken"), [values, number(count)]);
  return [
    assign(held, taken),
    ...parts.flatMap((part) => (part === null ? [] : takeElement(part, held, type, context))),
  ];
}

function takeElement(
  part: Part,
  source: py.Expression,
  type: ts.Type,
  context: Context,
): py.Statement[] {
  const index = part.key as number;
  const { checker } = context.types;
  if (part.isRest) {
    const tail = slice(source, number(index), null);
    const isList = context.types.kindOf(type) === "array";
    return bind(part, isList ? tail : builtinCall("list", tail), type, context);
  }
  const parameters = checker.isTupleType(type) ? fixedTypes(type, context) : [];
  const inner = parameters[index] ?? elementType(type, context);
  const value =
    parameters[index] === undefined
      ? call(context.helper("item"), [source, number(index)])
      : subscript(source, number(index));
  return bind(part, value, inner, context);
}

function elementType(type: ts.Type, context: Context): ts.Type {
  const { checker } = context.types;
  const indexed = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
  const given = context.types.kindOf(type) === "instance" ? context.types.iteratedType(type) : null;
  return indexed ?? given ?? checker.getTypeArguments(type as ts.TypeReference)[0] ?? type;
}

/** The types of the elements that every tuple of `type` has. */
function fixedTypes(type: ts.Type, context: Context): readonly ts.Type[] {
  const reference = type as ts.TupleTypeReference;
  return context.types.checker
    .getTypeArguments(reference)
    .filter((_, index) => reference.target.elementFlags[index] === ts.ElementFlags.Required);
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
  if (!context.types.checker.isTupleType(type)) return false;
  const all = context.types.checker.getTypeArguments(type as ts.TypeReference).length;
  return fixedTypes(type, context).length === all && all === pattern.elements.length;
}
