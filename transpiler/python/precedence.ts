// The Python reference's "Operator precedence" (§6.17), loosest first, as one table.
import type * as py from "./ast";

const LEVELS = [
  "Yield",
  "NamedExpression",
  "Lambda",
  "Conditional",
  "or",
  "and",
  "not",
  "Compare",
  "|",
  "^",
  "&",
  "<< >>",
  "+ -",
  "* / // %",
  "Unary",
  "**",
  "Await",
  "Primary",
] as const;
type Level = (typeof LEVELS)[number];

/** How tightly `level` binds: what binds looser than its place asks for is put in parentheses. */
export const bindingOf = (level: Level): number => LEVELS.indexOf(level);

const BINARY_LEVELS: Record<py.BinaryOperator, Level> = {
  "%": "* / // %",
  "&": "&",
  "*": "* / // %",
  "**": "**",
  "+": "+ -",
  "-": "+ -",
  "/": "* / // %",
  "//": "* / // %",
  "<<": "<< >>",
  ">>": "<< >>",
  "^": "^",
  "|": "|",
};

export function levelOf(node: py.Expression): Level {
  switch (node.kind) {
    case "Await":
    case "Compare":
    case "Conditional":
    case "Lambda":
    case "NamedExpression":
    case "Yield":
      return node.kind;
    case "Binary":
      return BINARY_LEVELS[node.operator];
    case "Boolean":
      return node.operator;
    case "Number":
      // `-2 ** 2` is `-(2 ** 2)`, and `-1 .real` is no literal.
      return node.text.startsWith("-") ? "Unary" : "Primary";
    case "Unary":
      return node.operator === "not" ? "not" : "Unary";
    default:
      return "Primary";
  }
}

/** What the operands of `node` must at least bind like. Of comparisons only the left one goes on: `0 <= i < n`. */
export function operandBindings(node: py.Binary | py.BooleanOperation | py.Compare): {
  left: number;
  right: number;
} {
  const own = bindingOf(levelOf(node));
  if (node.kind === "Compare")
    return { left: node.chained === true ? own : own + 1, right: own + 1 };
  if (node.kind === "Boolean") return { left: own, right: own };
  // `**` takes a unary minus on its right without parentheses, and groups to the right.
  if (node.operator === "**") return { left: own + 1, right: bindingOf("Unary") };
  return { left: own, right: own + 1 };
}
