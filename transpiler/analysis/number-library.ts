// The numbers that JavaScript's library gives.
import { ts } from "ts-morph";
import { GIVING_ELEMENTS } from "./container-methods";
import { isLengthOf, isSame, type Fact, type Facts } from "./facts";
import { either, exactly, int, LENGTH, UNKNOWN, type NumberInfo } from "./number-info";
import { mathNumber } from "./number-math";
import { DICT, HELD, MEMBERS, type Key } from "./number-table";
import { bare, isNamed } from "./syntax";
import type { Kind, Types } from "./types";

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

/** What has elements by index. */
const LISTS: ReadonlySet<Kind> = new Set(["array", "bytes", "tuple", "typed"]);

const INDEX = int(-1, LENGTH.high);

const METHOD_RESULTS: ReadonlyMap<string, NumberInfo> = new Map([
  ["codePointAt", int(0, 0x10ffff)],
  ["findIndex", INDEX],
  ["findLastIndex", INDEX],
  ["indexOf", INDEX],
  ["lastIndexOf", INDEX],
  ["localeCompare", int(-1, 1)],
  ["push", LENGTH],
  ["search", INDEX],
  ["unshift", LENGTH],
]);

/** undefined: not the library's. */
export function libraryNumber(
  node: ts.CallExpression | ts.PropertyAccessExpression,
  evaluator: Evaluator,
): NumberInfo | null | undefined {
  if (ts.isPropertyAccessExpression(node)) return ofProperty(node, evaluator);
  const callee = bare(node.expression);
  if (ts.isIdentifier(callee)) return ofGlobal(callee.text, node.arguments, evaluator);
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  const owner = callee.expression;
  const method = callee.name.text;
  if (isNamed(owner, "Math")) return mathNumber(method, node.arguments, evaluator);
  if (isNamed(owner, "Number")) return ofGlobal(method, node.arguments, evaluator);
  if (isNamed(owner, "Date")) return int(0, 2 ** 53);
  return ofMethod(node, owner, method, evaluator);
}

function ofProperty(
  node: ts.PropertyAccessExpression,
  evaluator: Evaluator,
): NumberInfo | undefined {
  const kind = evaluator.types.kindAt(node.expression);
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
  evaluator: Evaluator,
): NumberInfo | null | undefined {
  const [first] = args;
  if (name === "Number") {
    if (first === undefined) return int(0, 0);
    const kinds = [...evaluator.types.kindsAt(first)];
    if (kinds.every((kind) => kind === "number")) return evaluator.evaluate(first);
    return kinds.every((kind) => kind === "boolean") ? int(0, 1) : UNKNOWN;
  }
  return undefined;
}

/** Where there is no such character its code is not a number. */
function ofCharacter(
  node: ts.CallExpression,
  owner: ts.Expression,
  evaluator: Evaluator,
): NumberInfo {
  const code = int(0, 0xffff);
  const [index] = node.arguments;
  const place = index && evaluator.evaluate(index);
  if (place === null) return code;
  const text = bare(owner);
  const length = ts.isStringLiteral(text) ? text.text.length : 0;
  const isThere =
    index !== undefined &&
    place !== undefined &&
    place.kind === "int" &&
    place.low >= 0 &&
    (place.high < length ||
      evaluator.facts.about(index).some((fact) => isBelowLength(index, owner, fact)));
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
  evaluator: Evaluator,
): NumberInfo | null | undefined {
  const kind = evaluator.types.kindAt(owner);
  if (kind === "number" && method === "valueOf") return evaluator.evaluate(owner);
  if (method === "charCodeAt" && kind === "string") return ofCharacter(node, owner, evaluator);
  const result = METHOD_RESULTS.get(method);
  if (result !== undefined && (kind === "string" || LISTS.has(kind))) return result;
  const [first, second] = node.arguments;
  if (LISTS.has(kind)) {
    if (method.startsWith("reduce")) {
      const start = second === undefined ? evaluator.elementsOf(owner) : evaluator.evaluate(second);
      return either(start, evaluator.ofCallback(first));
    }
  }
  const hasElements = LISTS.has(kind) || kind === "map";
  return hasElements && GIVING_ELEMENTS.has(method) ? evaluator.elementsOf(owner) : undefined;
}

/** What is in the array, the iterator or the Map that a call makes. */
export function libraryElements(
  node: ts.CallExpression | ts.NewExpression,
  evaluator: Evaluator,
): NumberInfo | null {
  const callee = bare(node.expression);
  const args = node.arguments ?? [];
  const [first] = args;
  if (ts.isNewExpression(node)) {
    if (isNamed(callee, "Array")) return args.length > 1 ? joined(args, evaluator) : null;
    return first === undefined ? null : evaluator.elementsOf(first);
  }
  if (!ts.isPropertyAccessExpression(callee)) return UNKNOWN;
  const owner = callee.expression;
  const method = callee.name.text;
  if (isNamed(owner, "Array")) return elementsOfStatic(method, args, evaluator);
  if (isNamed(owner, "Object")) return first === undefined ? null : listedNumbers(first, evaluator);
  const kind = evaluator.types.kindAt(owner);
  if (kind === "string") return method === "matchAll" ? LENGTH : null;
  if (LISTS.has(kind)) return elementsOfList(owner, method, args, evaluator);
  return kind === "map" || kind === "set"
    ? elementsOfMethod(owner, method, args, evaluator)
    : evaluator.read(HELD);
}

/** `Array.of(1, 2)`, `Array.from(values)` */
function elementsOfStatic(
  method: string,
  args: readonly ts.Expression[],
  evaluator: Evaluator,
): NumberInfo | null {
  const [from, callback] = args;
  if (method === "of") return joined(args, evaluator);
  if (method !== "from") return UNKNOWN;
  if (callback !== undefined) return evaluator.ofCallback(callback);
  return from === undefined ? null : evaluator.elementsOf(from);
}

function elementsOfList(
  owner: ts.Expression,
  method: string,
  args: readonly ts.Expression[],
  evaluator: Evaluator,
): NumberInfo | null {
  if (method === "keys") return LENGTH;
  if (method === "entries") return either(LENGTH, evaluator.elementsOf(owner));
  return elementsOfMethod(owner, method, args, evaluator);
}

function elementsOfMethod(
  owner: ts.Expression,
  method: string,
  args: readonly ts.Expression[],
  evaluator: Evaluator,
): NumberInfo | null {
  const [first] = args;
  if (method === "map") return evaluator.ofCallback(first);
  const own = evaluator.elementsOf(owner);
  switch (method) {
    case "keys":
    case "entries":
      return own;
    case "fill":
      return either(own, first === undefined ? null : evaluator.evaluate(first));
    case "concat":
      return args.reduce<NumberInfo | null>(
        (all, argument) =>
          either(either(all, evaluator.elementsOf(argument)), evaluator.evaluate(argument)),
        own,
      );
    case "flat":
    case "flatMap":
      return either(own, evaluator.read(HELD));
    default: {
      const values = args.filter((argument) => !ts.isFunctionLike(argument));
      return either(own, joined(values, evaluator));
    }
  }
}

/** The numbers in `Object.values(node)`. */
function listedNumbers(node: ts.Expression, evaluator: Evaluator): NumberInfo | null {
  const kind = evaluator.types.kindAt(node);
  if (kind === "array" || kind === "tuple") return evaluator.elementsOf(node);
  if (kind !== "record" && kind !== "dict") return UNKNOWN;
  return either(evaluator.read(MEMBERS), evaluator.read(DICT));
}

function joined(args: readonly ts.Expression[], evaluator: Evaluator): NumberInfo | null {
  return args.reduce<NumberInfo | null>(
    (all, argument) =>
      either(
        all,
        ts.isSpreadElement(argument)
          ? evaluator.elementsOf(argument.expression)
          : evaluator.evaluate(argument),
      ),
    null,
  );
}
