// What says how many values there are in one: Python's len() asks them all.
import type { Kind } from "../analysis/types";

export const SIZES: Partial<Record<Kind, string>> = {
  array: "length",
  bytes: "length",
  map: "size",
  set: "size",
  string: "length",
  tuple: "length",
  typed: "length",
};
