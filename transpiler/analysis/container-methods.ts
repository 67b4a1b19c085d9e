// What the methods of arrays, Maps and Sets do, and what they give: the one table of them.
import type { ts } from "ts-morph";

/** What a method does to what it is called on. */
type Deed = "lengthens" | "rearranges" | "shortens";

/** "array": a new one of other elements; "selection": a new one of elements of the old one. */
type Gift = "array" | "element" | "iterator" | "itself" | "selection" | "value";

interface Method {
  readonly gives: Gift;
  readonly does?: readonly Deed[];
  /** Which of its arguments become elements of the container, or of the array that it gives. */
  readonly takes?: readonly [from: number, end?: number];
  /** It is done with the function that it is given when it returns. */
  readonly calls?: true;
}

const METHODS: ReadonlyMap<string, Method> = new Map<string, Method>([
  ["add", { gives: "itself", does: ["lengthens"], takes: [0] }],
  ["at", { gives: "element" }],
  ["clear", { gives: "value", does: ["shortens"] }],
  ["concat", { gives: "selection", takes: [0] }],
  ["copyWithin", { gives: "itself", does: ["rearranges"] }],
  ["delete", { gives: "value", does: ["shortens"] }],
  ["entries", { gives: "iterator" }],
  ["every", { gives: "value", calls: true }],
  ["fill", { gives: "itself", does: ["rearranges"], takes: [0, 1] }],
  ["filter", { gives: "selection", calls: true }],
  ["find", { gives: "element", calls: true }],
  ["findIndex", { gives: "value", calls: true }],
  ["findLast", { gives: "element", calls: true }],
  ["findLastIndex", { gives: "value", calls: true }],
  ["flat", { gives: "array" }],
  ["flatMap", { gives: "array", calls: true }],
  ["forEach", { gives: "value", calls: true }],
  ["from", { gives: "array", calls: true }],
  ["get", { gives: "element" }],
  ["has", { gives: "value" }],
  ["includes", { gives: "value" }],
  ["indexOf", { gives: "value" }],
  ["join", { gives: "value" }],
  ["keys", { gives: "iterator" }],
  ["lastIndexOf", { gives: "value" }],
  ["map", { gives: "array", calls: true }],
  ["of", { gives: "array", takes: [0] }],
  ["pop", { gives: "element", does: ["shortens"] }],
  ["push", { gives: "value", does: ["lengthens"], takes: [0] }],
  ["reduce", { gives: "value", calls: true }],
  ["reduceRight", { gives: "value", calls: true }],
  ["reverse", { gives: "itself", does: ["rearranges"] }],
  ["set", { gives: "itself", does: ["lengthens"], takes: [0] }],
  ["shift", { gives: "element", does: ["shortens"] }],
  ["slice", { gives: "selection" }],
  ["some", { gives: "value", calls: true }],
  ["sort", { gives: "itself", does: ["rearranges"], calls: true }],
  ["splice", { gives: "selection", does: ["lengthens", "shortens"], takes: [2] }],
  ["toReversed", { gives: "selection" }],
  ["toSorted", { gives: "selection", calls: true }],
  ["toSpliced", { gives: "selection", takes: [2] }],
  ["unshift", { gives: "value", does: ["lengthens"], takes: [0] }],
  ["values", { gives: "iterator" }],
  ["with", { gives: "selection", takes: [1] }],
]);

const those = (test: (method: Method) => boolean): ReadonlySet<string> =>
  new Set([...METHODS].flatMap(([name, method]) => (test(method) ? [name] : [])));

const thatDo = (deed: Deed) => those(({ does }) => does?.includes(deed) ?? false);

const thatGive = (gift: Gift) => those(({ gives }) => gives === gift);

export const CHANGING = those(({ does }) => does !== undefined);
export const LENGTHENING = thatDo("lengthens");
/** Those that put other elements into the places of an array. */
export const REARRANGING = thatDo("rearranges");
export const SHORTENING = thatDo("shortens");
/** Those that do nothing but add all that they are given. */
export const ADDING = those(({ does, takes }) => takes?.[0] === 0 && does?.[0] === "lengthens");
export const CALLING = those(({ calls }) => calls ?? false);

export const GIVING_ELEMENTS = thatGive("element");
export const GIVING_ITSELF = thatGive("itself");
export const GIVING_SELECTIONS = thatGive("selection");
/** Those that give a new array. */
export const GIVING_ARRAYS: ReadonlySet<string> = new Set([
  ...thatGive("array"),
  ...GIVING_SELECTIONS,
]);
/** Those that do not hand on what they are called on. */
export const KEEPING_TO_ITSELF = those(({ gives }) => gives !== "itself");

/** What a call of `method` gives to a container as elements. */
export function elementsGiven(
  method: string,
  args: readonly ts.Expression[],
): readonly ts.Expression[] {
  const range = METHODS.get(method)?.takes;
  return range === undefined ? [] : args.slice(...range);
}

/** Whether `method` puts something into what it is called on. */
export const isStoring = (method: string): boolean =>
  CHANGING.has(method) && METHODS.get(method)?.takes !== undefined;
