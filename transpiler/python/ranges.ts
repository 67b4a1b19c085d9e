// `0 <= i < n`, where two comparisons ask about the same name one after the other.
import type * as py from "./ast";
import { boolean, compare } from "./build";

const MIRRORED: Partial<Record<py.CompareOperator, py.CompareOperator>> = { ">": "<", ">=": "<=" };

/** `left and right`, as one range where it is one. */
export function conjunction(left: py.Expression, right: py.Expression): py.Expression {
  if (left.kind === "Boolean" && left.operator === "and") {
    const range = rangeOf(left.right, right);
    return range === null ? boolean(left, "and", right) : boolean(left.left, "and", range);
  }
  return rangeOf(left, right) ?? boolean(left, "and", right);
}

function rangeOf(first: py.Expression, second: py.Expression): py.Expression | null {
  const [low, high] = [rising(first), rising(second)];
  if (low === null || high === null || low.chained === true) return null;
  const isSame =
    low.right.kind === "Name" && high.left.kind === "Name" && low.right.id === high.left.id;
  // What was asked second is asked first now.
  const isPlain = ["Name", "Number", "String"].includes(low.left.kind);
  return isSame && isPlain ? { ...compare(low, high.operator, high.right), chained: true } : null;
}

/** A comparison by `<` or `<=`; null if it is another. */
function rising(node: py.Expression): py.Compare | null {
  if (node.kind !== "Compare") return null;
  const { operator, left, right } = node;
  const mirrored = MIRRORED[operator];
  if (mirrored !== undefined) return compare(right, mirrored, left);
  return operator === "<" || operator === "<=" ? node : null;
}
