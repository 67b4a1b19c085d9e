// The library of JavaScript, as tables from names to functions. What is not listed is refused by name.
import { ts } from "ts-morph";
import { kindInWords } from "../analysis/kind-words";
import { bare } from "../analysis/syntax";
import { isTypedArray } from "../analysis/typed-arrays";
import { declarationOf, isLibraryFile, type Kind } from "../analysis/types";
import type * as py from "../python/ast";
import { call, FALSE, number, string } from "../python/build";
import type { Context } from "../visitors/context";
import { numberValue } from "../visitors/missing-number";
import { textOf } from "../visitors/text";
import { truthValue } from "../visitors/truth";
import { arrayMethods, readingMethods } from "./array";
import { eachInLoop } from "./array-callbacks";
import { arrayMutations } from "./array-changes";
import { arrayFunctions, newArray } from "./array-static";
import { booleanMethods } from "./boolean";
import { bytesMethods, bytesMutations, newBytes, textCoding } from "./bytes";
import { bufferMethods, bytesFunctions, newBinary, newCoder, viewMethods } from "./binary";
import { printed } from "./console";
import { asyncIteratorMethods, iteratorMethods } from "./iterator";
import { mapMethods, mapMutations, setMethods, setMutations } from "./map";
import { functionValue, memberValue } from "./function-values";
import { newMap, newSet } from "./map-new";
import { jsonFunctions } from "./json";
import type { MemberCall, MemberTable, MutationTable } from "./member-call";
import { mathFunctions } from "./math";
import { globalNumberTests, numberFunctions, numberMethods } from "./number";
import { cloned } from "./clone";
import { assignInPlace, objectFunctions, ownMember } from "./object";
import { parseDecimal, parseInteger } from "./conversion";
import { newPromise, promiseFunctions, promiseMethods, timerFunctions } from "./promise";
import { newRegExp, regexpMethods, visitRegExp } from "./regexp";
import { consoleFunction, functionNamed } from "./console-functions";
import { constantOfLibrary, libraryProperty } from "./properties";
import type { Library } from "../visitors/library";
import { newTyped, typedFunctions, typedMethods } from "./typed-array";
import { stringFunctions, stringMethods } from "./string";
import { isConsole, isLibraryGlobal } from "../visitors/library-names";
import { toNumber } from "../visitors/number-conversion";

const METHODS: Partial<Record<Kind, MemberTable>> = {
  array: arrayMethods,
  asyncIterator: asyncIteratorMethods,
  boolean: booleanMethods,
  buffer: bufferMethods,
  bytes: bytesMethods,
  iterator: iteratorMethods,
  map: mapMethods,
  number: numberMethods,
  promise: promiseMethods,
  regexp: regexpMethods,
  set: setMethods,
  string: stringMethods,
  view: viewMethods,
  tuple: readingMethods,
  typed: typedMethods,
};

const MUTATIONS: Partial<Record<Kind, MutationTable>> = {
  array: arrayMutations,
  tuple: { forEach: eachInLoop },
  bytes: { ...bytesMutations, forEach: eachInLoop },
  typed: { forEach: eachInLoop },
  map: mapMutations,
  set: setMutations,
};

/** Functions of the library's objects. */
const STATICS: Record<string, MemberTable> = {
  Array: arrayFunctions,
  JSON: jsonFunctions,
  Math: mathFunctions,
  Number: numberFunctions,
  Object: objectFunctions,
  Promise: promiseFunctions,
  String: stringFunctions,
  Date: { now: ({ context }) => call(context.helper("date_now")) },
  Uint8Array: bytesFunctions,
  performance: { now: ({ context }) => call(context.helper("monotonic_ms")) },
};

/** Functions of the library that are called by their name. */
const FUNCTIONS: MemberTable = {
  Array: (one) => newArray(one.node, one.context),
  Boolean: ({ arguments: [value], context }) =>
    value === undefined ? FALSE : truthValue(value, context),
  Number: ({ arguments: [value], context }) =>
    value === undefined ? number(0) : toNumber(value, context),
  String: ({ arguments: [value], context }) =>
    value === undefined ? string("") : textOf(value, context),
  decodeURI: (one) => uriText(one, "decode_uri", RESERVED),
  decodeURIComponent: (one) => uriText(one, "decode_uri", null),
  encodeURI: (one) => uriText(one, "encode_uri", RESERVED),
  encodeURIComponent: (one) => uriText(one, "encode_uri", null),
  parseFloat: parseDecimal,
  parseInt: parseInteger,
  RegExp: ({ node, context }) => newRegExp(node, context),
  structuredClone: cloned,
  ...globalNumberTests,
  ...timerFunctions,
};

/** Characters that mean something in an address (ECMAScript 19.2.6.5), which stay as they are. */
const RESERVED = ";/?:@&=+$,#";

function uriText(
  { arguments: [value], context }: MemberCall,
  helper: "decode_uri" | "encode_uri",
  kept: string | null,
): py.Expression | null {
  if (value === undefined || ts.isSpreadElement(value)) return null;
  const text = textOf(value, context);
  return call(context.helper(helper), kept === null ? [text] : [text, string(kept)]);
}

const refuseMember = ({ node, receiver, method, context }: MemberCall) =>
  context.refuse(
    node,
    "unknownMember",
    `${method}()`,
    isLibraryGlobal(receiver, context)
      ? receiver.text
      : `${kindInWords(context.types.kindAt(receiver))} in this form`,
  );

/** `id.toString()` of what is a text or a number */
function isTextOfPrimitive({ method, receiver, arguments: args, context }: MemberCall): boolean {
  const kinds = [...context.types.kindsAt(receiver)];
  return (
    method === "toString" &&
    args.length === 0 &&
    kinds.length > 1 &&
    kinds.every((kind) => kind === "boolean" || kind === "number" || kind === "string") &&
    !context.analysis.missing.may(receiver)
  );
}

/** `NaN.toFixed()` */
const isNumberName = ({ text }: ts.Identifier) => text === "NaN" || text === "Infinity";

/** A call of the library's own functions and methods; null if it is not one. */
function libraryCall(
  node: ts.CallExpression,
  callee: ts.Expression,
  context: Context,
): py.Expression | null {
  const coding = textCoding(node, context);
  if (coding !== null) return coding;
  if (ts.isIdentifier(callee)) {
    if (!isLibraryGlobal(callee, context)) return null;
    const one: MemberCall = {
      node,
      receiver: callee,
      arguments: node.arguments,
      method: callee.text,
      context,
    };
    return FUNCTIONS[callee.text]?.(one) ?? context.refuse(node, "unknownGlobal", callee.text);
  }
  if (!ts.isPropertyAccessExpression(callee)) return null;
  const one = memberCall(node, callee, context);
  const [asked, member] = node.arguments;
  const asksForOwn = callee.getText() === "Object.prototype.hasOwnProperty.call";
  if (asksForOwn && asked !== undefined && member !== undefined)
    return ownMember(asked, member, one) ?? refuseMember(one);
  if (isConsole(callee.expression, context)) return printed(one) ?? refuseMember(one);
  if (isLibraryGlobal(callee.expression, context) && !isNumberName(callee.expression)) {
    if (isTypedArray(callee.expression.text))
      return typedFunctions[callee.name.text]?.(one) ?? refuseMember(one);
    const table = STATICS[callee.expression.text];
    if (callee.expression.text === "Math") standAsNumbers(node.arguments, context);
    if (table === undefined)
      return context.refuse(callee.expression, "unknownGlobal", callee.expression.text);
    return table[callee.name.text]?.(one) ?? refuseMember(one);
  }
  const kind = context.types.kindAt(callee.expression);
  if (kind === "instance" && callee.name.text === "toString" && isLibraryMethod(callee, context))
    return textOf(callee.expression, context);
  if (isTextOfPrimitive(one)) return textOf(callee.expression, context);
  const table = METHODS[kind];
  const [key] = node.arguments;
  if (callee.name.text === "hasOwnProperty" && key !== undefined)
    return ownMember(callee.expression, key, one) ?? refuseMember(one);
  if (table === undefined)
    return kind === "instance" || !isLibraryMethod(callee, context) ? null : refuseMember(one);
  return own(table, callee.name.text)?.(one) ?? refuseMember(one);
}

/** Math takes what is missing for NaN or 0. */
function standAsNumbers(args: readonly ts.Expression[], context: Context): void {
  for (const argument of args) {
    const { null: isNull, undefined: isUndefined } = context.analysis.missingNumbers.of(argument);
    const isMissing = !ts.isSpreadElement(argument) && (isNull || isUndefined);
    if (isMissing) context.stand(bare(argument), numberValue(argument, context));
  }
}

/** `toString` is in every object: only what a table lists itself counts. */
function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function isLibraryMethod(callee: ts.PropertyAccessExpression, context: Context): boolean {
  const declaration = declarationOf(context.types.symbolAt(callee.name));
  return declaration !== undefined && isLibraryFile(declaration.getSourceFile());
}

function memberCall(
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
  context: Context,
): MemberCall {
  return {
    node,
    receiver: callee.expression,
    arguments: node.arguments,
    method: callee.name.text,
    context,
  };
}

/** A call whose value nobody uses and that Python writes otherwise then; null if there is none. */
function lowerMutation(node: ts.CallExpression, context: Context): py.Statement[] | null {
  const callee = node.expression;
  if (!ts.isPropertyAccessExpression(callee) || callee.questionDotToken !== undefined) return null;
  if (callee.getText() === "Object.assign" && isLibraryGlobal(callee.expression, context))
    return assignInPlace(memberCall(node, callee, context));
  const table = MUTATIONS[context.types.kindAt(callee.expression)];
  const mutate = table && own(table, callee.name.text);
  return mutate?.(memberCall(node, callee, context)) ?? null;
}

/** `new` of the library's own classes; null if it is not one. */
function libraryNew(node: ts.NewExpression, context: Context): py.Expression | null {
  const coder = newCoder(node, context);
  if (coder !== null) return coder;
  if (!isLibraryGlobal(node.expression, context)) return null;
  const made = newLibrary(node.expression.text, node, context);
  if (made !== null || node.expression.text === "Error") return made;
  return context.refuse(node, "unknownGlobal", node.getText().split("\n")[0] ?? "");
}

function newLibrary(id: string, node: ts.NewExpression, context: Context): py.Expression | null {
  switch (id) {
    case "Array":
      return newArray(node, context);
    case "Map":
    case "WeakMap":
      return newMap(node, context);
    case "Promise":
      return newPromise(node, context);
    case "RegExp":
      return newRegExp(node, context);
    case "Set":
    case "WeakSet":
      return newSet(node, context);
    case "Uint8Array":
      return newBytes(node, context);
    default:
      return isTypedArray(id) ? newTyped(id, node, context) : newBinary(id, node, context);
  }
}

/** `console.log`, `Math.PI`, `Math.max`, where `const { log } = console` takes it. */
const libraryMember = (owner: ts.Identifier, id: string, context: Context): py.Expression | null =>
  isConsole(owner, context)
    ? functionNamed(id, owner, null, context)
    : (constantOfLibrary(`${owner.text}.${id}`, context) ?? memberValue(owner, id, context));

export const library: Library = {
  call: libraryCall,
  construct: libraryNew,
  mutation: lowerMutation,
  property: libraryProperty,
  consoleFunction,
  functionValue,
  member: libraryMember,
  regularExpression: visitRegExp,
};
