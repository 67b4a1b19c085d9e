// Functions of the library as values: `{ max: Math.max }`, `const read = parseInt`, `values.map(Number)`.
// They need no `this`. JavaScript drops the arguments that they do not take.
import { ts } from "ts-morph";
import type { Kind } from "../analysis/types";
import type * as py from "../python/ast";
import { boolean, builtinCall, call, name, number } from "../python/build";
import type { HelperName } from "../runtime/helpers";
import type { Context } from "../visitors/context";
import { argumentsAt } from "../visitors/function-places";
import { isLibraryGlobal } from "../visitors/library-names";
import { mayBeEither } from "../visitors/nothing";
import { numberHelper } from "../visitors/number-conversion";
import { contextualSignature } from "../analysis/signatures";
import { isArray } from "./array";
import type { Callable } from "./callback";
import { mathFunction } from "./library-functions";

/** The types of the first parameters, as the place has them that the function is handed to. */
type Given = readonly ts.Type[] | null;
type Make = (given: Given, context: Context, node: ts.Node) => Callable | null;

const kindsOf = (given: Given, context: Context): readonly Kind[] => {
  const [first] = given ?? [];
  return first === undefined ? ["unknown"] : [...context.types.kindsOf(first)];
};

const helper = (id: HelperName, arity: number, context: Context): Callable => ({
  callee: context.helper(id),
  arity,
});

/** A function of `value` that gives `made`. */
const ofOne = (value: py.Name, made: py.Expression): Callable => {
  const isPlain =
    made.kind === "Call" && made.arguments.length === 1 && made.arguments[0] === value;
  if (isPlain) return { callee: made.function, arity: 1 };
  return { callee: { kind: "Lambda", parameters: [{ name: value.id }], body: made }, arity: 1 };
};

const ofElement = (context: Context, body: (value: py.Name) => py.Expression): Callable => {
  const value = context.element();
  return ofOne(value, body(value));
};

/** A function of numbers, where numbers are what it is given. */
const ofNumbers =
  (id: HelperName, arity: number): Make =>
  (given, context) =>
    (given ?? []).slice(0, arity).every((type) => isNumber(type, context))
      ? helper(id, arity, context)
      : null;

const isNumber = (type: ts.Type, { types }: Context) =>
  [...types.kindsOf(type)].every((kind) => kind === "number");

const asNumber: Make = (given, context, node) => {
  const kinds = kindsOf(given, context);
  if (kinds.every((kind) => kind === "number")) return ofElement(context, (value) => value);
  if (kinds.every((kind) => kind === "string")) return helper("parse_number", 1, context);
  const id = numberHelper(kinds);
  if (id === null) return null;
  const { types, analysis } = context;
  const [type] = given ?? [];
  const isEither =
    type === undefined ? analysis.observed.nullAppears : mayBeEither([type], context);
  if (isEither && !types.nullIsApart) context.refuse(node, "undefinedOrNull");
  const isNull = type !== undefined && !types.nullIsApart && hasNull(type);
  // What is false is 0 as null is; `to_number` takes None for undefined.
  return isNull
    ? ofElement(context, (value) => call(context.helper(id), [boolean(value, "or", number(0))]))
    : helper(id, 1, context);
};

const hasNull = (type: ts.Type) =>
  (type.isUnion() ? type.types : [type]).some(({ flags }) => (flags & ts.TypeFlags.Null) !== 0);

const PLAIN: readonly Kind[] = ["boolean", "number", "string"];

const asText: Make = (given, context) => {
  const kinds = kindsOf(given, context);
  if (kinds.every((kind) => kind === "string")) return ofElement(context, (value) => value);
  return kinds.every((kind) => PLAIN.includes(kind)) ? helper("text_of", 1, context) : null;
};

/** Of a text; `parse_int` takes the index that `map` hands over for a radix, as JavaScript does. */
const ofText =
  (id: HelperName, arity: number): Make =>
  (given, context) =>
    given === null || kindsOf(given, context).every((kind) => kind === "string")
      ? helper(id, arity, context)
      : null;

const ANY_COUNT = 4;

const VALUES: Readonly<Record<string, Make>> = {
  "Array.isArray": (_, context) => ofElement(context, isArray),
  Boolean: (_, context) => helper("is_true", 1, context),
  "Math.abs": (given, context) =>
    (given ?? []).every((type) => isNumber(type, context))
      ? ofElement(context, (value) => builtinCall("abs", value))
      : null,
  "Math.atan2": ofNumbers("arc_tangent2", 2),
  "Math.hypot": ofNumbers("hypotenuse", ANY_COUNT),
  "Math.max": ofNumbers("maximum", ANY_COUNT),
  "Math.min": ofNumbers("minimum", ANY_COUNT),
  "Math.pow": ofNumbers("power", 2),
  "Math.random": (_, context) => ({ callee: context.moduleMember("random", "random"), arity: 0 }),
  Number: asNumber,
  "Number.isFinite": ofNumbers("is_finite", 1),
  "Number.isInteger": ofNumbers("is_integer", 1),
  "Number.isNaN": ofNumbers("is_nan", 1),
  "Number.isSafeInteger": ofNumbers("is_safe_integer", 1),
  "Number.parseFloat": ofText("parse_float", 1),
  "Number.parseInt": ofText("parse_int", 2),
  String: asText,
  decodeURIComponent: ofText("decode_uri", 1),
  encodeURIComponent: ofText("encode_uri", 1),
  isFinite: ofNumbers("is_finite", 1),
  isNaN: ofNumbers("is_nan", 1),
  parseFloat: ofText("parse_float", 1),
  parseInt: ofText("parse_int", 2),
};

/** What the global function of this name is where it gets values of these types. */
function namedFunction(id: string, given: Given, context: Context, node: ts.Node): Callable | null {
  const make = Object.hasOwn(VALUES, id) ? VALUES[id] : undefined;
  if (make !== undefined) return make(given, context, node);
  const isOfNumbers = (given ?? []).slice(0, 1).every((type) => isNumber(type, context));
  const element = context.element();
  const made = isOfNumbers ? mathFunction(id, element, context) : null;
  return made && ofOne(element, made);
}

/** `Math.max`, `parseInt`; null if `node` is no function of the library. */
const nameOf = (node: ts.Expression, context: Context): string | null => {
  if (ts.isIdentifier(node)) return isLibraryGlobal(node, context) ? node.text : null;
  return ts.isPropertyAccessExpression(node) && isLibraryGlobal(node.expression, context)
    ? `${node.expression.text}.${node.name.text}`
    : null;
};

/** The function of the library that `node` names, by what evaluates to it. */
export function libraryCallable(node: ts.Expression, context: Context): Callable | null {
  const id = nameOf(node, context);
  if (id === null) return null;
  const wanted = contextualSignature(node, context.types);
  const { checker } = context.types;
  const given = wanted?.parameters.map((parameter) => {
    const type = checker.getTypeOfSymbolAtLocation(parameter, node);
    const { valueDeclaration } = parameter;
    const isRest =
      valueDeclaration !== undefined &&
      ts.isParameter(valueDeclaration) &&
      valueDeclaration.dotDotDotToken !== undefined;
    return (isRest ? checker.getIndexTypeOfType(type, ts.IndexKind.Number) : undefined) ?? type;
  });
  // A library's method gives it more than what `as` says.
  const isAsserted = ts.isAssertionExpression(node.parent) && isGreedy(id);
  return isAsserted ? null : namedFunction(id, given ?? null, context, node);
}

/** Such a function where it is handed over: it drops what it is given more. */
export function functionValue(node: ts.Expression, context: Context): py.Expression | null {
  const found = libraryCallable(node, context);
  if (found === null) return null;
  const { callee, arity } = found;
  const wanted = contextualSignature(node, context.types);
  const isOpen = wanted?.parameters.some(
    ({ valueDeclaration }) =>
      valueDeclaration !== undefined &&
      ts.isParameter(valueDeclaration) &&
      valueDeclaration.dotDotDotToken !== undefined,
  );
  const most = Math.max(wanted?.parameters.length ?? 0, argumentsAt(node, context));
  if (arity === ANY_COUNT || (most <= arity && isOpen !== true)) return callee;
  const rest = { name: context.unhidden("_"), form: "rest" } as const;
  if (callee.kind === "Lambda") return { ...callee, parameters: [...callee.parameters, rest] };
  const names = ["value", "other"].slice(0, arity).map((id) => context.unhidden(id));
  const parameters = [...names.map((id) => ({ name: id })), rest];
  return { kind: "Lambda", parameters, body: call(callee, names.map(name)) };
}

/** What `const { max } = Math` takes; null if that is no function of the library. */
export const memberValue = (
  owner: ts.Identifier,
  id: string,
  context: Context,
): py.Expression | null =>
  namedFunction(`${owner.text}.${id}`, null, context, owner)?.callee ?? null;

/** What does something with every argument, also with those that nobody meant for it. */
const isGreedy = (id: string) => /^Math\.(max|min|hypot)$|^(Number\.)?parseInt$/.test(id);

/** Whether a value of function type may be such a function. */
export const mayBeGreedy = ({ analysis }: Context): boolean => analysis.inTrees(isKept);

/** `{ max: Math.max }`, `const { max } = Math` */
function isKept(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isVariableDeclaration(node))
    return !ts.isIdentifier(node.name) && /^(Math|Number)$/.test(node.initializer?.getText() ?? "");
  if (!ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node)) return false;
  const isCalled = ts.isCallExpression(parent) && parent.expression === node;
  const isMember = ts.isPropertyAccessExpression(parent) && parent.name === node;
  return !isCalled && !isMember && isGreedy(node.getText());
}
