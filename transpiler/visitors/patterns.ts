// Values taken apart into variables, or into what is assigned to.
import { ts } from "ts-morph";
import { NEVER, type Missing } from "../analysis/missing-elements";
import { bare } from "../analysis/syntax";
import type * as py from "../python/ast";
import {
  assign,
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
} from "../python/build";
import { membersOf } from "./class-records";
import type { Context } from "./context";
import { isNothing } from "./equality";
import { presentParts } from "./presence";
import { recordKey } from "./record-keys";
import { isOpen, memberOf } from "./pattern-members";
import { isArrayPattern, partsOf, type Part, type Pattern } from "./pattern-parts";
import { store } from "./stores";
import { fixedTypes, wholeTuple } from "./whole-tuples";

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
      const record = isOpen(type, context) ? membersOf(source, context) : source;
      const rest = call(context.helper("others"), [record, list(...taken)]);
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
    return plain ? [assign(plain, value)] : storedInTurn(target as ts.Expression, value, context);
  const held = plain ?? context.temporary(part.node, "part");
  const statements: py.Statement[] = [assign(held, value)];
  if (initializer !== undefined)
    statements.push(...defaulted(part, initializer, held, type, context));
  if (inner !== null) {
    const given = presentParts(held, inner, "part", missingPart(part, context), context);
    if (given !== held) statements.push(assign(held, given));
    statements.push(...takeApart(inner, held, type, context));
  } else if (plain === null)
    statements.push(...storedInTurn(target as ts.Expression, held, context));
  return statements;
}

/** `[values[i++], values[i++]] = pair`: what a target does comes after the stores before it. */
function storedInTurn(target: ts.Expression, value: py.Expression, context: Context) {
  const { statements, definitions } = context.collect(() =>
    store(bare(target), value, null, context),
  );
  return [...definitions, ...statements];
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
