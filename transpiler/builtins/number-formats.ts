// Whole numbers in Python's own formats: `byte.toString(16).padStart(2, "0")` is `f"{byte:02x}"`.
import { ts } from "ts-morph";
import { bare } from "../analysis/syntax";
import type * as py from "../python/ast";
import { call, number } from "../python/build";
import type { Context } from "../visitors/context";
import { filledTemplate } from "../visitors/templates";
import type { MemberCall } from "./member-call";

/** 512ths of the last place as an int of 31 bits: so far its neighbours of halfway are known (see the helper to_fixed). */
const MOST_PARTS = 2 ** 31 / 512;

const LETTERS: Readonly<Record<string, string>> = { "2": "b", "8": "o", "10": "", "16": "x" };

interface NumberText {
  readonly number: ts.Expression;
  readonly letter: string;
}

/** `number.toString(16)` and the like, of a whole number. */
export function inBase(one: MemberCall): py.Expression | null {
  const letter = LETTERS[one.arguments[0]?.getText() ?? ""];
  if (!letter || one.context.analysis.numbers.of(one.receiver).kind !== "int") return null;
  return formatted(one.node, one.receiver, letter, one.context);
}

/**
 * `${value.toFixed(1)}` of a number that is small for sure: the format of the template does it, once
 * what lies halfway is out of the way, without a text of its own.
 */
export function fixedInTemplate(one: MemberCall): py.Expression | null {
  const [digits] = one.arguments;
  if (digits === undefined || !/^\d$/.test(digits.getText()) || !isSpan(one.node)) return null;
  const { low, high, finite } = one.context.analysis.bounds.of(one.receiver);
  const most = MOST_PARTS / 10 ** Number(digits.getText());
  if (!finite || low <= -most || high >= most) return null;
  const value = one.context.expression(one.receiver);
  const places = digits.getText();
  const rounded = call(one.context.helper("rounded"), [value, number(places)]);
  return filledTemplate(
    one.node,
    [{ kind: "Placeholder", value: rounded, format: `.${places}f` }],
    one.context,
  );
}

function isSpan(node: ts.Node): boolean {
  const { parent } = node;
  return ts.isParenthesizedExpression(parent) ? isSpan(parent) : ts.isTemplateSpan(parent);
}

/** `text.padStart(2, "0")` of the text of a number that is not negative. */
export function paddedNumber(one: MemberCall): py.Expression | null {
  const [width, fill] = one.arguments;
  const text = numberText(one.receiver, one.context);
  if (text === null || width === undefined || !ts.isNumericLiteral(width)) return null;
  // Of what may be a text as well the format pads the other end.
  if (one.context.types.kindAt(text.number) !== "number") return null;
  if (!/^[1-9]\d?$/.test(width.text) || !one.context.analysis.bounds.isNonNegative(text.number))
    return null;
  if (fill !== undefined && !ts.isStringLiteral(fill)) return null;
  const character = fill?.text ?? " ";
  if (character !== "0" && character !== " ") return null;
  const zero = character === "0" ? "0" : "";
  return formatted(one.node, text.number, `${zero}${width.text}${text.letter}`, one.context);
}

/** The number in `String(number)`, `number.toString(16)`, `${number}`. */
function numberText(node: ts.Expression, context: Context): NumberText | null {
  const inner = bare(node);
  const isInt = (value: ts.Expression) => context.analysis.numbers.of(value).kind === "int";
  if (ts.isTemplateExpression(inner)) {
    const [span, ...others] = inner.templateSpans;
    const isAlone = span && others.length === 0 && inner.head.text + span.literal.text === "";
    return isAlone && isInt(span.expression) ? { number: span.expression, letter: "" } : null;
  }
  if (!ts.isCallExpression(inner) || inner.arguments.length > 1) return null;
  const [argument] = inner.arguments;
  const callee = bare(inner.expression);
  if (ts.isIdentifier(callee))
    return callee.text === "String" && argument !== undefined && isInt(argument)
      ? { number: argument, letter: "" }
      : null;
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== "toString") return null;
  const letter = LETTERS[argument?.getText() ?? "10"];
  return letter !== undefined && isInt(callee.expression)
    ? { number: callee.expression, letter }
    : null;
}

const formatted = (node: ts.Node, value: ts.Expression, format: string, context: Context) =>
  filledTemplate(
    node,
    [{ kind: "Placeholder", value: context.expression(value), format }],
    context,
  );
