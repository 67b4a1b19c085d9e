// The functions of Math.
import { ts } from "ts-morph";
import { isModerate, type NumberInfo } from "../analysis/number-info";
import type * as py from "../python/ast";
import { binary, builtin, builtinCall, call } from "../python/build";
import type { HelperName } from "../runtime/helpers";
import { power } from "../visitors/arithmetic";
import { numberValues } from "../visitors/missing-number";
import { intQuotient } from "../visitors/integer-division";
import { argument, hasSpread, type MemberCall, type MemberTable } from "./member-call";

type Lower = (one: MemberCall) => py.Expression | null;

const infoOf = (one: MemberCall, index: number): NumberInfo | null => {
  const node = one.arguments[index];
  return node === undefined || one.context.types.kindAt(node) !== "number"
    ? null
    : one.context.analysis.operand(node);
};

/** `Math.floor(a / b)` of ints is `a // b`; of an int it is the int. */
const floor: Lower = (one) => {
  const [node] = one.arguments;
  return node === undefined ? null : (floorDivision(one, node) ?? rounded("floor", "floor")(one));
};

function floorDivision({ context }: MemberCall, node: ts.Expression): py.Expression | null {
  const quotient = intQuotient(node, context);
  if (quotient === null) return null;
  const left = context.expression(quotient.left);
  const right = context.expression(quotient.right);
  if (context.analysis.bounds.isNonZero(quotient.right)) return binary(left, "//", right);
  return call(context.helper("floor_divide"), [left, right]);
}

/** Division towards zero is division downwards where nothing is negative. */
const trunc: Lower = (one) => {
  const [node] = one.arguments;
  if (node === undefined) return null;
  const quotient = intQuotient(node, one.context);
  const { bounds } = one.context.analysis;
  const isPositive =
    quotient !== null &&
    [quotient.left, quotient.right].every((side) => bounds.isNonNegative(side));
  return (isPositive ? floorDivision(one, node) : null) ?? rounded(null, "truncate")(one);
};

/** To a whole number: an int, but for what is not finite. */
const rounded =
  (python: "ceil" | "floor" | null, helper: HelperName): Lower =>
  (one) => {
    const value = argument(one, 0);
    const info = infoOf(one, 0);
    if (value === null || info === null) return null;
    if (info.kind === "int") return value;
    const { context } = one;
    const isSmall = isModerate(info);
    const rounding =
      !isSmall || (python === null && helper !== "truncate")
        ? context.helper(helper)
        : python === null
          ? builtin("int")
          : context.moduleMember("math", python);
    // Math.ceil(-0.5) is -0.
    const isZero = info.negativeZero || (info.low < 0 && info.high > -1 && helper !== "floor");
    return isZero && context.analysis.numbers.zerosShow
      ? call(context.helper("with_zero"), [rounding, value])
      : call(rounding, [value]);
  };

const pow: Lower = (one) => {
  const [left, right] = [argument(one, 0), argument(one, 1)];
  const [leftNode, rightNode] = one.arguments;
  const [leftInfo, rightInfo] = [infoOf(one, 0), infoOf(one, 1)];
  if (left === null || right === null || leftInfo === null || rightInfo === null) return null;
  return power(
    { node: leftNode as ts.Expression, value: left, info: leftInfo },
    { node: rightNode as ts.Expression, value: right, info: rightInfo },
    one.context,
  );
};

const abs: Lower = (one) => {
  const value = argument(one, 0);
  return value === null ? null : builtinCall("abs", value);
};

/** Python's own where none of the values can be NaN. */
const extreme =
  (python: "max" | "min", helper: HelperName): Lower =>
  (one) => {
    const args = one.arguments.map((node) =>
      ts.isSpreadElement(node)
        ? { kind: "Starred" as const, value: numberValues(node.expression, one.context) }
        : one.context.expression(node),
    );
    const isSpread = hasSpread(one);
    const { zerosShow } = one.context.analysis.numbers;
    const finite =
      !isSpread &&
      one.arguments.every((_, index) => {
        const info = infoOf(one, index);
        return info?.finite === true && !(zerosShow && info.negativeZero);
      });
    const [first] = args;
    if (finite && args.length === 1 && first !== undefined && first.kind !== "Starred")
      return first;
    return finite && args.length > 1
      ? call({ kind: "Name", id: python, builtin: true }, args)
      : call(one.context.helper(helper), args);
  };

/** A helper that takes the argument alone. */
const byHelper =
  (helper: HelperName): Lower =>
  (one) => {
    const value = argument(one, 0);
    return value === null ? null : call(one.context.helper(helper), [value]);
  };

const sqrt: Lower = (one) => {
  const value = argument(one, 0);
  const info = infoOf(one, 0);
  if (value === null || info === null) return null;
  return info.low >= 0 && info.finite
    ? call(one.context.moduleMember("math", "sqrt"), [value])
    : call(one.context.helper("square_root"), [value]);
};

const atan2: Lower = (one) => {
  const [y, x] = [argument(one, 0), argument(one, 1)];
  return y === null || x === null ? null : call(one.context.helper("arc_tangent2"), [y, x]);
};

const imul: Lower = (one) => {
  const [a, b] = [argument(one, 0), argument(one, 1)];
  if (a === null || b === null) return null;
  const cut = (value: py.Expression, index: number) =>
    infoOf(one, index)?.kind === "int" ? value : call(one.context.helper("to_int32"), [value]);
  return call(one.context.helper("int32"), [binary(cut(a, 0), "*", cut(b, 1))]);
};

const clz32: Lower = (one) => {
  const value = argument(one, 0);
  if (value === null) return null;
  const isInt = infoOf(one, 0)?.kind === "int";
  const { context } = one;
  return call(context.helper("count_zeros"), [
    isInt ? value : call(context.helper("to_int32"), [value]),
  ]);
};

const hypot: Lower = (one) =>
  call(
    one.context.helper("hypotenuse"),
    one.arguments.map((node) =>
      ts.isSpreadElement(node)
        ? { kind: "Starred" as const, value: one.context.expression(node.expression) }
        : one.context.expression(node),
    ),
  );

const random: Lower = (one) => call(one.context.moduleMember("random", "random"));

export const mathFunctions: MemberTable = {
  abs,
  acos: byHelper("arc_cosine"),
  acosh: byHelper("area_cosine"),
  asin: byHelper("arc_sine"),
  asinh: byHelper("area_sine"),
  atan: byHelper("arc_tangent"),
  atan2,
  atanh: byHelper("area_tangent"),
  cbrt: byHelper("cube_root"),
  ceil: rounded("ceil", "ceil"),
  clz32,
  cos: byHelper("cosine"),
  cosh: byHelper("hyperbolic_cosine"),
  exp: byHelper("exponential"),
  expm1: byHelper("exponential_minus_1"),
  floor,
  fround: byHelper("float32"),
  hypot,
  imul,
  log: byHelper("logarithm"),
  log10: byHelper("logarithm10"),
  log1p: byHelper("log_of_1_plus"),
  log2: byHelper("logarithm2"),
  max: extreme("max", "maximum"),
  min: extreme("min", "minimum"),
  pow,
  random,
  round: rounded(null, "round_half_up"),
  sign: byHelper("sign"),
  sin: byHelper("sine"),
  sinh: byHelper("hyperbolic_sine"),
  sqrt,
  tan: byHelper("tangent"),
  tanh: byHelper("hyperbolic_tangent"),
  trunc,
};
