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
  if (kind === Array.prototype)
    return areSame(before as readonly unknown[], after as readonly unknown[], edits);
  if (kind === Set.prototype || kind === Map.prototype)
    return areSame([...(before as Iterable<unknown>)], [...(after as Iterable<unknown>)], edits);
  return kind === Object.prototype && haveSameMembers(before, after, edits);
}

function haveSameMembers(before: object, after: object, edits: Edits): boolean {
  const names = Object.keys(before);
  const [old, now] = [before, after] as Record<string, unknown>[];
  return (
    names.length === Object.keys(after).length &&
    names.every((name) => name in after && isSameAnswer(old![name], now![name], edits))
  );
}

const areSame = (some: readonly unknown[], others: readonly unknown[], edits: Edits): boolean =>
  some.length === others.length &&
  some.every((value, index) => isSameAnswer(value, others[index], edits));
