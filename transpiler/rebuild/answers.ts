// Whether two answers are the same, one given before files were edited and one given after.
import type { ts } from "ts-morph";
import type { Edits } from "./edits";

export const isNode = (value: unknown): value is ts.Node =>
  typeof value === "object" && value !== null && "kind" in value && "pos" in value;

/** Types and symbols are new in every program: what holds one counts as another answer. */
export function isSameAnswer(before: unknown, after: unknown, edits: Edits): boolean {
  if (isNode(before)) return edits.counterpart(before) === after;
  if (Object.is(before, after)) return true;
  if (typeof before !== "object" || typeof after !== "object") return false;
  if (before === null || after === null) return false;
  const kind = Object.getPrototypeOf(before) as unknown;
  if (kind !== Object.getPrototypeOf(after)) return false;
  if (kind === Array.prototype || kind === Set.prototype || kind === Map.prototype)
    return areSame([...(before as Iterable<unknown>)], [...(after as Iterable<unknown>)], edits);
  if (kind !== Object.prototype) return false;
  const [old, now] = [Object.entries(before), Object.entries(after)];
  return areSame(old.flat(), now.flat(), edits);
}

const areSame = (some: readonly unknown[], others: readonly unknown[], edits: Edits): boolean =>
  some.length === others.length &&
  some.every((value, index) => isSameAnswer(value, others[index], edits));
