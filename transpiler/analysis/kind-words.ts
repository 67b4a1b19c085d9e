// Kinds of values as messages call them.
import type { Kind } from "./types";

const WORDS: Readonly<Record<Kind, string>> = {
  array: "an array",
  asyncIterator: "an asynchronous iterator",
  boolean: "a boolean",
  buffer: "an ArrayBuffer",
  bytes: "a Uint8Array",
  contract: "an object with methods",
  dict: "a record",
  function: "a function",
  instance: "an instance of a class",
  iterator: "an iterator",
  map: "a Map",
  null: "null or undefined",
  number: "a number",
  promise: "a promise",
  record: "a record",
  regexp: "a regular expression",
  set: "a Set",
  string: "a string",
  tuple: "a tuple",
  typed: "a typed array",
  unknown: "a value of unknown type",
  view: "a DataView",
};

export const kindInWords = (kind: Kind): string => WORDS[kind];

/** The same to begin a sentence. */
export function kindAtStart(kind: Kind): string {
  const [first = "", ...rest] = kindInWords(kind);
  return first.toUpperCase() + rest.join("");
}

/** "a string or a number" */
export const kindsInWords = (kinds: Iterable<Kind>): string =>
  [...kinds].map(kindInWords).join(" or ");
