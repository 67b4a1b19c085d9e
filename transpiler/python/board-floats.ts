// A copy of a module in which every float is what a board makes of it, so that a program which
// depends on more shows it where floats are wider: in a test, in the simulator.
import type * as py from "./ast";
import { assign, call, name } from "./build";

/** The helper that rounds (runtime/board-helpers.ts). */
const ROUNDING = "board_float";

const FRACTIONAL: ReadonlySet<py.BinaryOperator> = new Set(["+", "-", "*", "/", "//", "%", "**"]);

/** Builtins that give no float, or that only work when they are called as they are. */
const UNTOUCHED = new Set(
  "bytearray bytes chr const dict enumerate getattr hasattr isinstance iter len list memoryview ord print range repr reversed set setattr str super tuple type zip".split(
    " ",
  ),
);

/** @param runtime the module that the rounding helper is imported from */
export function withBoardFloats(module: py.Module, runtime: string): py.Module {
  const body = module.body.flatMap(instrumented);
  const own: py.ImportFrom = {
    kind: "ImportFrom",
    module: runtime,
    names: [{ name: ROUNDING, alias: null }],
  };
  // A docstring stays first.
  const first = body.findIndex(({ kind }) => kind !== "Docstring" && kind !== "Comment");
  const place = first < 0 ? body.length : first;
  return { body: [...body.slice(0, place), own, ...body.slice(place)] };
}

const rounded = (value: py.Expression): py.Expression => call(name(ROUNDING), [value]);

function instrumented(statement: py.Statement): py.Statement[] {
  const copy = copied(statement) as py.Statement;
  if (copy.kind !== "AugmentedAssign" || !FRACTIONAL.has(copy.operator)) return [copy];
  return [copy, assign(copy.target, rounded(copy.target))];
}

/** Parts first, then the node itself: the tree is plain data. */
function copied(part: unknown): unknown {
  if (Array.isArray(part)) return part.flatMap(copiedPart);
  if (typeof part !== "object" || part === null) return part;
  const entries = Object.entries(part).map(([key, value]) => [
    key,
    key === "origin" || key === "decorators" ? value : copied(value),
  ]);
  const node = Object.fromEntries(entries) as { kind?: string };
  return node.kind !== undefined && makesFloat(node as py.Expression)
    ? rounded(node as py.Expression)
    : node;
}

const copiedPart = (part: unknown): unknown[] =>
  isAugmented(part) ? instrumented(part) : [copied(part)];

const isAugmented = (part: unknown): part is py.AugmentedAssign =>
  typeof part === "object" && part !== null && "kind" in part && part.kind === "AugmentedAssign";

function makesFloat(node: py.Expression): boolean {
  if (node.kind === "Number") return /^[\d_]*\.|^[\d_.]+e/i.test(node.text);
  if (node.kind === "Binary") return FRACTIONAL.has(node.operator);
  if (node.kind !== "Call") return false;
  return node.function.kind !== "Name" || !UNTOUCHED.has(node.function.id);
}
