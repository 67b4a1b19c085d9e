// The numbers that JavaScript's library gives.
import { ts } from "ts-morph";
import { isLengthOf, isSame, type Fact, type Facts } from "./facts";
import { either, exactly, int, LENGTH, UNKNOWN, type NumberInfo } from "./number-info";
import { mathNumber } from "./number-math";
import { DICT, HELD, MEMBERS, type Key } from "./number-table";
import { bare, isNamed } from "./syntax";
import type { Types } from "./types";

export interface Evaluator {
  readonly types: Types;
  readonly facts: Facts;
  evaluate(node: ts.Expression): NumberInfo | null;
  /** What `node` is where it is reckoned with: not a number if it is missing. */
  operand(node: ts.Expression): NumberInfo | null;
  elementsOf(node: ts.Expression): NumberInfo | null;
  ofCallback(node: ts.Expression | undefined): NumberInfo | null;
  read(key: Key): NumberInfo | null;
  byType(node: ts.Node): NumberInfo;
}

const INDEX = int(-1, LENGTH.high);

const METHOD_RESULTS: Record<string, NumberInfo> = {
  codePointAt: int(0, 0x10ffff),
  findIndex: INDEX,
  findLastIndex: INDEX,
  indexOf: INDEX,
  lastIndexOf: INDEX,
  localeCompare: int(-1, 1),
  push: LENGTH,
  search: INDEX,
  unshift: LENGTH,
};

/** undefined: not the library's. */
export function libraryNumber(
  node: ts.CallExpression | ts.PropertyAccessExpression,
  one: Evaluator,
): NumberInfo | null | undefined {
  if (ts.isPropertyAccessExpression(node)) return ofProperty(node, one);
  const callee = bare(node.expression);
  if (ts.isIdentifier(callee)) return ofGlobal(callee.text, node.arguments, one);
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  const owner = callee.expression;
  const method = callee.name.text;
  if (isNamed(owner, "Math")) return mathNumber(method, node.arguments, one);
  if (isNamed(owner, "Number")) return ofGlobal(method, node.arguments, one);
  if (isNamed(owner, "Date")) return int(0, 2 ** 53);
  return ofMethod(node, owner, method, one);
}

function ofProperty(node: ts.PropertyAccessExpression, one: Evaluator): NumberInfo | undefined {
  const kind = one.types.kindAt(node.expression);
  const isContainer = [
    "array",
    "buffer",
    "bytes",
    "string",
    "tuple",
    "typed",
    "map",
    "set",
    "function",
  ].includes(kind);
  if (isContainer && ["length", "byteLength", "byteOffset", "size"].includes(node.name.text))
    return LENGTH;
  for (const [id, owner] of [
    ["Math", Math],
    ["Number", Number],
  ] as const) {
    if (!isNamed(node.expression, id)) continue;
    const value: unknown = (owner as unknown as Record<string, unknown>)[node.name.text];
    return typeof value === "number" ? exactly(value) : undefined;
  }
  return undefined;
}

function ofGlobal(
  name: string,
  args: readonly ts.Expression[],
  one: Evaluator,
): NumberInfo | null | undefined {
  const [first] = args;
  if (name === "Number") {
    if (first === undefined) return int(0, 0);
    const kinds = [...one.types.kindsAt(first)];
    if (kinds.every((kind) => kind === "number")) return one.evaluate(first);
    return kinds.every((kind) => kind === "boolean") ? int(0, 1) : UNKNOWN;
  }
  return undefined;
}

/** Where there is no such character its code is not a number. */
function ofCharacter(node: ts.CallExpression, owner: ts.Expression, one: Evaluator): NumberInfo {
  const code = int(0, 0xffff);
  const [index] = node.arguments;
  const place = index && one.evaluate(index);
  if (place === null) return code;
  const text = bare(owner);
  const length = ts.isStringLiteral(text) ? text.text.length : 0;
  const isThere =
    index !== undefined &&
    place !== undefined &&
    place.kind === "int" &&
    place.low >= 0 &&
    (place.high < length ||
      one.facts.about(index).some((fact) => isBelowLength(index, owner, fact)));
  return isThere ? code : { ...UNKNOWN, low: 0, high: 0xffff };
}

/** `index < text.length` */
const isBelowLength = (index: ts.Expression, text: ts.Expression, fact: Fact): boolean =>
  fact.comparison === "<" &&
  typeof fact.right !== "number" &&
  isSame(fact.left, index) &&
  isLengthOf(fact.right, text);

function ofMethod(
  node: ts.CallExpression,
  owner: ts.Expression,
  method: string,
  one: Evaluator,
): NumberInfo | null | undefined {
  const kind = one.types.kindAt(owner);
  if (kind === "number" && method === "valueOf") return one.evaluate(owner);
  if (method === "charCodeAt" && kind === "string") return ofCharacter(node, owner, one);
  const result = METHOD_RESULTS[method];
  if (result !== undefined && ["string", "array", "bytes", "tuple", "typed"].includes(kind))
    return result;
  const [first, second] = node.arguments;
  if (["array", "bytes", "tuple", "typed"].includes(kind)) {
    if (method.startsWith("reduce")) {
      const start = second === undefined ? one.elementsOf(owner) : one.evaluate(second);
      return either(start, one.ofCallback(first));
    }
    if (["pop", "shift", "at", "find", "findLast"].includes(method)) return one.elementsOf(owner);
  }
  if (kind === "map" && method === "get") return one.elementsOf(owner);
  return undefined;
}

/** What is in the array, the iterator or the Map that a call makes. */
export function libraryElements(
  node: ts.CallExpression | ts.NewExpression,
  one: Evaluator,
): NumberInfo | null {
  const callee = bare(node.expression);
  const args = node.arguments ?? [];
  const [first, second] = args;
  if (ts.isNewExpression(node)) {
    if (isNamed(callee, "Array")) return args.length > 1 ? joined(args, one) : null;
    return first === undefined ? null : one.elementsOf(first);
  }
  if (!ts.isPropertyAccessExpression(callee)) return UNKNOWN;
  const owner = callee.expression;
  const method = callee.name.text;
  if (isNamed(owner, "Array")) {
    if (method === "of") return joined(args, one);
    if (method !== "from") return UNKNOWN;
    if (second !== undefined) return one.ofCallback(second);
    return first === undefined ? null : one.elementsOf(first);
  }
  if (isNamed(owner, "Object")) return first === undefined ? null : listedNumbers(first, one);
  const kind = one.types.kindAt(owner);
  if (kind === "string") return method === "matchAll" ? LENGTH : null;
  const isList = ["array", "bytes", "tuple", "typed"].includes(kind);
  if (!isList && kind !== "map" && kind !== "set") return one.read(HELD);
  switch (method) {
    case "map":
      return one.ofCallback(first);
    case "keys":
      return isList ? LENGTH : one.elementsOf(owner);
    case "entries":
      return isList ? either(LENGTH, one.elementsOf(owner)) : one.elementsOf(owner);
    case "fill":
      return either(one.elementsOf(owner), first === undefined ? null : one.evaluate(first));
    case "concat":
      return args.reduce<NumberInfo | null>(
        (all, argument) => either(either(all, one.elementsOf(argument)), one.evaluate(argument)),
        one.elementsOf(owner),
      );
    case "flat":
    case "flatMap":
      return either(one.elementsOf(owner), one.read(HELD));
    default:
      return either(
        one.elementsOf(owner),
        joined(
          args.filter((argument) => !ts.isFunctionLike(argument)),
          one,
        ),
      );
  }
}

/** The numbers in `Object.values(node)`. */
function listedNumbers(node: ts.Expression, one: Evaluator): NumberInfo | null {
  const kind = one.types.kindAt(node);
  if (kind === "array" || kind === "tuple") return one.elementsOf(node);
  if (kind !== "record" && kind !== "dict") return UNKNOWN;
  return either(one.read(MEMBERS), one.read(DICT));
}

function joined(args: readonly ts.Expression[], one: Evaluator): NumberInfo | null {
  return args.reduce<NumberInfo | null>(
    (all, argument) =>
      either(
        all,
        ts.isSpreadElement(argument) ? one.elementsOf(argument.expression) : one.evaluate(argument),
      ),
    null,
  );
}
