// What the methods of arrays, Maps and Sets do to what they are called on.
import type { ts } from "ts-morph";

type Deed = "lengthens" | "rearranges" | "shortens";

const DEEDS: Readonly<Record<string, readonly Deed[]>> = {
  add: ["lengthens"],
  clear: ["shortens"],
  copyWithin: ["rearranges"],
  delete: ["shortens"],
  fill: ["rearranges"],
  pop: ["shortens"],
  push: ["lengthens"],
  reverse: ["rearranges"],
  set: ["lengthens"],
  shift: ["shortens"],
  sort: ["rearranges"],
  splice: ["lengthens", "shortens"],
  unshift: ["lengthens"],
};

const thatDo = (deed: Deed): ReadonlySet<string> =>
  new Set(Object.keys(DEEDS).filter((name) => DEEDS[name]!.includes(deed)));

export const CHANGING: ReadonlySet<string> = new Set(Object.keys(DEEDS));
export const LENGTHENING = thatDo("lengthens");
/** Those that put other elements into the places of an array. */
export const REARRANGING = thatDo("rearranges");
export const SHORTENING = thatDo("shortens");

/** Which arguments of a method become elements of a container, or of the copy that it makes. */
const GIVEN: ReadonlyMap<string, readonly [from: number, end?: number]> = new Map([
  ["add", [0]],
  ["concat", [0]],
  ["fill", [0, 1]],
  ["of", [0]],
  ["push", [0]],
  ["set", [0]],
  ["splice", [2]],
  ["toSpliced", [2]],
  ["unshift", [0]],
  ["with", [1]],
]);

/** What a call of `method` gives to a container as elements. */
export function elementsGiven(
  method: string,
  args: readonly ts.Expression[],
): readonly ts.Expression[] {
  const range = GIVEN.get(method);
  return range === undefined ? [] : args.slice(...range);
}

/** Whether `method` puts something into what it is called on. */
export const isStoring = (method: string): boolean => CHANGING.has(method) && GIVEN.has(method);
