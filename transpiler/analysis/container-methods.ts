// What the methods of arrays, Maps and Sets do to what they are called on.

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

/** Those that give elements to a container, or to a copy of it, with the first argument that is one. */
export const FIRST_ELEMENT: ReadonlyMap<string, number> = new Map([
  ["add", 0],
  ["concat", 0],
  ["fill", 0],
  ["of", 0],
  ["push", 0],
  ["set", 0],
  ["splice", 2],
  ["toSpliced", 2],
  ["unshift", 0],
  ["with", 1],
]);
