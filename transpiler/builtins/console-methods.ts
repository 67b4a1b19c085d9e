// What the console can beside printing: groups, counters, `dir` and `assert`.
import { ts } from "ts-morph";
import { bare } from "../analysis/syntax";
import type * as py from "../python/ast";
import { call, number } from "../python/build";
import type { Context } from "../visitors/context";
import { asserted, nothingWord } from "../visitors/nothing";
import { refuseShape, shapeOfValue } from "../visitors/shapes";
import { condition } from "../visitors/truth";
import { printedLine, printedTexts } from "./console-texts";
import { hasSpread, type MemberCall, type MemberTable } from "./member-call";

const group = (one: MemberCall): py.Expression =>
  call(one.context.helper("open_group"), printedTexts(one.arguments, one.context));

/** `console.count(label)` */
const counter =
  (helper: "console_count" | "reset_count") =>
  (one: MemberCall): py.Expression | null => {
    const [label, ...rest] = one.arguments;
    if (rest.length > 0 || hasSpread(one)) return null;
    if (label !== undefined && one.context.types.kindAt(label) !== "string") return null;
    return call(
      one.context.helper(helper),
      label === undefined ? [] : [one.context.expression(label)],
    );
  };

/** `console.dir(value, { depth })`: strings stand in quotes. */
function dir(one: MemberCall): py.Expression | null {
  const [value, options, ...rest] = one.arguments;
  if (value === undefined || rest.length > 0 || hasSpread(one)) return null;
  const depth = options === undefined ? null : depthOf(options, one.context);
  if (options !== undefined && depth === null) return null;
  const { context } = one;
  try {
    const shape = shapeOfValue(asserted(value), context, nothingWord(value, context));
    const args = shape === null ? [] : [shape];
    const keywords = depth === null ? [] : [{ name: "depth", value: depth }];
    const text = call(context.helper("inspect"), [context.expression(value), ...args], keywords);
    return printedLine([text], [], context);
  } catch (error) {
    return refuseShape(value, error, context);
  }
}

/** As deep as anything goes. */
const BOTTOMLESS = 1000;

function depthOf(options: ts.Expression, context: Context): py.Expression | null {
  const literal = bare(options);
  if (!ts.isObjectLiteralExpression(literal) || literal.properties.length !== 1) return null;
  const [property] = literal.properties;
  if (property === undefined || !ts.isPropertyAssignment(property)) return null;
  if (property.name.getText() !== "depth") return null;
  const value = bare(property.initializer);
  if (value.kind === ts.SyntaxKind.NullKeyword || value.getText() === "Infinity")
    return number(BOTTOMLESS);
  return ts.isNumericLiteral(value) ? context.expression(value) : null;
}

/** What is wrong goes to the error stream. */
function assert(one: MemberCall): py.Expression | null {
  const [test, ...values] = one.arguments;
  if (test === undefined || hasSpread(one)) return null;
  const { context } = one;
  return call(context.helper("console_assert"), [
    condition(test, context),
    ...printedTexts(values, context),
  ]);
}

export const consoleMethods: MemberTable = {
  assert,
  count: counter("console_count"),
  countReset: counter("reset_count"),
  dir,
  group,
  groupCollapsed: group,
  groupEnd: (one) => (one.arguments.length === 0 ? call(one.context.helper("close_group")) : null),
};
