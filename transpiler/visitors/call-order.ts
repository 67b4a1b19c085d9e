// A last look at what was lowered: calls of the program's code have to come in JavaScript's order,
// each once. `sep().join(list())` would not, whichever visitor made it.
import { ts } from "ts-morph";
import { bare, isFunctionNode } from "../analysis/syntax";
import { walk } from "../analysis/walk";
import type * as py from "../python/ast";
import type { Context } from "./context";
import { runsCode } from "./evaluation-order";

/** Calls end in the order in which they are made: that of where they end in the text. */
export function withSequence(
  result: py.Expression,
  node: ts.Expression,
  context: Context,
): py.Expression {
  const mayRun = ts.isCallExpression(node) || ts.isNewExpression(node);
  if (!mayRun || result.kind === "Constant" || result.sequence !== undefined) return result;
  return runsCode(node, context) ? { ...result, sequence: node.end } : result;
}

/** The calls in `value`, by where they end, that Python would make in another order or twice. */
export function misplacedCalls(value: py.Expression): ReadonlySet<number> {
  const made: number[] = [];
  collect(value, made);
  const misplaced = new Set<number>();
  made.forEach((end, index) => {
    for (const other of made.slice(index + 1)) {
      if (other <= end) misplaced.add(end).add(other);
    }
  });
  return misplaced;
}

/** Whether evaluating `value` runs code of the program. */
export function makesCalls(value: py.Expression): boolean {
  const made: number[] = [];
  collect(value, made);
  return made.length > 0;
}

/** The call nodes in `root` that end at one of `ends`. */
export function callsEndingAt(root: ts.Expression, ends: ReadonlySet<number>): ts.Node[] {
  const found: ts.Node[] = [];
  walk(root, (node) => {
    if (isFunctionNode(node)) return false;
    const isCall = ts.isCallExpression(node) || ts.isNewExpression(node);
    if (isCall && ends.has(node.end) && bare(node) !== bare(root)) found.push(node);
    return true;
  });
  return found;
}

/** Puts the calls below `value` into `made`, in the order in which Python makes them. */
function collect(value: unknown, made: number[]): void {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    for (const part of value) collect(part, made);
    return;
  }
  const node = value as Partial<py.Expression>;
  if (node.kind === "Lambda") return;
  if (node.kind === "Conditional") {
    for (const part of [node.test, node.body, node.orElse]) collect(part, made);
  } else if (node.kind === "Comprehension") {
    for (const part of [node.iterable, node.condition, node.element]) collect(part, made);
  } else {
    for (const [key, part] of Object.entries(value)) if (key !== "origin") collect(part, made);
  }
  if (node.sequence !== undefined) made.push(node.sequence);
}
