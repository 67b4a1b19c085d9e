// Number, and methods of numbers.
import { ts } from "ts-morph";
import { isAny } from "../analysis/missing-elements";
import { bare } from "../analysis/syntax";
import type * as py from "../python/ast";
import { binary, call, compare, number, string } from "../python/build";
import type { Context } from "../visitors/context";
import { toNumber } from "../visitors/number-conversion";
import { textOf } from "../visitors/text";
import { parseDecimal, parseInteger } from "./conversion";
import { fixedInTemplate, inBase } from "./number-formats";
import { localeText } from "./locale";
import { argument, base, hasSpread, type MemberCall, type MemberTable } from "./member-call";

type Lower = (one: MemberCall) => py.Expression | null;

/** A question about a number; of any other value the answer is no. */
const asked =
  (test: (value: py.Expression, one: MemberCall) => py.Expression): Lower =>
  (one) => {
    const [node] = one.arguments;
    const value = argument(one, 0);
    if (node === undefined || value === null || hasSpread(one)) return null;
    return test(isNumber(node, one.context) ? value : numberOrNan(value, one.context), one);
  };

const isNumber = (node: ts.Expression, { analysis, types }: Context): boolean =>
  types.kindAt(node) === "number" && !isAny(analysis.missingNumbers.of(node));

const numberOrNan = (value: py.Expression, context: Context): py.Expression =>
  call(context.helper("number_or_nan"), [value]);

const byHelper = (id: "is_finite" | "is_integer" | "is_nan" | "is_safe_integer") =>
  asked((value, { context }) => call(context.helper(id), [value]));

export const numberFunctions: MemberTable = {
  isFinite: byHelper("is_finite"),
  isInteger: byHelper("is_integer"),
  isNaN: ({ arguments: [node], context }) => {
    if (node === undefined || ts.isSpreadElement(node)) return null;
    // Of what is not a number it is false.
    const value = context.expression(node);
    return value.kind === "Name" && isNumber(node, context)
      ? compare(value, "!=", value)
      : call(context.helper("is_nan"), [value]);
  },
  isSafeInteger: byHelper("is_safe_integer"),
  parseFloat: parseDecimal,
  parseInt: parseInteger,
};

/** The global functions make a number of their argument first. */
const converted =
  (helper: "is_finite" | "is_nan", ofNumber: Lower): Lower =>
  (one) => {
    const [node] = one.arguments;
    if (node === undefined) return null;
    if (isNumber(node, one.context) && isNumber(bare(node), one.context)) return ofNumber(one);
    // `isNaN(text as unknown as number)`: what is there counts, not what is said of it.
    const { types } = one.context;
    const isRenamed = types.kindAt(bare(node)) !== types.kindAt(node);
    const value = toNumber(isRenamed ? bare(node) : node, one.context);
    return value === null ? null : call(one.context.helper(helper), [value]);
  };

export const globalNumberTests: MemberTable = {
  isFinite: converted("is_finite", (one) => numberFunctions["isFinite"]?.(one) ?? null),
  isNaN: converted("is_nan", (one) => numberFunctions["isNaN"]?.(one) ?? null),
};

const infoOf = (one: MemberCall) => one.context.analysis.numbers.of(one.receiver);

/** `toFixed`, `toPrecision`, `toExponential` by the helper of that name. */
const formatted =
  (id: "to_exponential" | "to_fixed" | "to_precision"): Lower =>
  (one) =>
    hasSpread(one)
      ? null
      : call(one.context.helper(id), [
          base(one),
          ...one.arguments.map((node) => one.context.expression(node)),
        ]);

/** Whether there can surely be so many digits. */
function isDigitCount(node: ts.Expression, { context }: MemberCall): boolean {
  if (context.types.kindAt(node) !== "number") return false;
  const { kind, low, high } = context.analysis.operand(node);
  return kind === "int" && low >= 0 && high <= 100;
}

export const numberMethods: MemberTable = {
  toExponential: formatted("to_exponential"),
  toFixed: (one) => {
    const [digits] = one.arguments;
    const text = digits === undefined ? "0" : digits.getText();
    if (/^\d$/.test(text) && infoOf(one).kind === "int")
      return binary(string(`%.${text}f`), "%", base(one));
    const part = fixedInTemplate(one);
    if (part !== null) return part;
    // Halfway between two, ECMAScript 21.1.3.3 takes the larger, C's printf the even one.
    if (digits === undefined || hasSpread(one) || isDigitCount(digits, one))
      return formatted("to_fixed")(one);
    const { context } = one;
    const value = base(one);
    const count = [context.expression(digits), number(0), string("toFixed() digits argument")];
    return call(context.helper("to_fixed"), [value, call(context.helper("digit_count"), count)]);
  },
  toLocaleString: localeText,
  toPrecision: (one) =>
    one.arguments.length === 0 ? textOf(one.receiver, one.context) : formatted("to_precision")(one),
  toString: (one: MemberCall) => {
    const [radix] = one.arguments;
    if (radix === undefined) return textOf(one.receiver, one.context);
    return (
      inBase(one) ?? call(one.context.helper("to_base"), [base(one), one.context.expression(radix)])
    );
  },
  valueOf: base,
};
