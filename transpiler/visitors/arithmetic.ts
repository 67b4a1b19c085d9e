// Arithmetic and bit operations on numbers: plain Python where it is proven to mean the same.
import { ts } from "ts-morph";
import { combine, int, mayBeZero, type NumberInfo } from "../analysis/number-info";
import type * as py from "../python/ast";
import { binary, call, number, unary } from "../python/build";
import type { HelperName } from "../runtime/helpers";
import { bits } from "./bit-operations";
import type { Context } from "./context";
import { integerQuotient } from "./integer-division";
import { numberValue } from "./missing-number";
import { toNumber } from "./number-conversion";

const PLAIN: Partial<Record<string, py.BinaryOperator>> = { "+": "+", "-": "-", "*": "*" };

export interface Operand {
  readonly node: ts.Expression;
  readonly value: py.Expression;
  readonly info: NumberInfo;
}

export function arithmetic(node: ts.BinaryExpression, context: Context): py.Expression {
  const operator = ts.tokenToString(node.operatorToken.kind) ?? "";
  return combineNumbers(node, operator, node.left, node.right, context);
}

/** `left operator right`; for `left op= right` as well. */
export function combineNumbers(
  at: ts.Node,
  operator: string,
  leftNode: ts.Expression,
  rightNode: ts.Expression,
  context: Context,
): py.Expression {
  if ([leftNode, rightNode].some((side) => context.types.kindAt(side) !== "number")) {
    return context.refuse(at, "equality", "Operands that are not both numbers");
  }
  const whole = integerPart(at, operator, leftNode, rightNode, context);
  if (whole !== null) return whole;
  const left = operand(leftNode, operator, context);
  const right = operand(rightNode, operator, context);
  switch (operator) {
    case "/":
      return divided(left, right, context);
    case "%":
      return remainder(left, right, context);
    case "**":
      return power(left, right, context);
    default:
      return PLAIN[operator] === undefined
        ? bits(operator, left, right, context)
        : plain(at, operator, left, right, context);
  }
}

export function operand(node: ts.Expression, operator: string, context: Context): Operand {
  const value = numberValue(node, context, operator);
  return { node, value, info: context.analysis.operand(node, operator) };
}

/** `(a / b) | 0` of ints is an int division. */
function integerPart(
  at: ts.Node,
  operator: string,
  left: ts.Expression,
  right: ts.Expression,
  context: Context,
): py.Expression | null {
  const { low, high } = context.analysis.numbers.of(right);
  if (operator !== "|" || low !== 0 || high !== 0 || at.kind !== ts.SyntaxKind.BinaryExpression)
    return null;
  return integerQuotient(left, context);
}

const helperCall = (id: HelperName, left: Operand, right: Operand, context: Context) =>
  call(context.helper(id), [left.value, right.value]);

function plain(
  at: ts.Node,
  operator: string,
  left: Operand,
  right: Operand,
  context: Context,
): py.Expression {
  const { numbers } = context.analysis;
  const result = combine(operator, left.info, right.info, numbers.isCyclic(at));
  if (operator === "*" && numbers.zerosShow && result.negativeZero && result.kind !== "float") {
    const product = helperCall("multiply", left, right, context);
    return result.large ? call(context.helper("as_double"), [product]) : product;
  }
  const value = binary(left.value, PLAIN[operator] ?? "+", right.value);
  return result.large ? call(context.helper("as_double"), [value]) : value;
}

/** `target + 1` or `- 1` of `++` and `--`; beyond 2 ** 53 there is no next int. */
export function stepped(
  target: ts.Expression,
  operator: "+" | "-",
  context: Context,
): py.Expression {
  const value = binary(numberValue(target, context), operator, number(1));
  const { large } = combine(operator, context.analysis.operand(target, operator), int(1, 1));
  return large ? call(context.helper("as_double"), [value]) : value;
}

function divided(left: Operand, right: Operand, context: Context): py.Expression {
  const direct = context.analysis.bounds.isNonZero(right.node);
  return direct ? binary(left.value, "/", right.value) : helperCall("divide", left, right, context);
}

function remainder(left: Operand, right: Operand, context: Context): py.Expression {
  const { low, finite, kind, negativeZero } = left.info;
  // A float that is not below 0 may be -0.
  const mayBeSigned = low < 0 || negativeZero || (kind !== "int" && mayBeZero(left.info));
  const isSigned = context.analysis.numbers.zerosShow && mayBeSigned;
  const direct = low >= 0 && right.info.low > 0 && finite && right.info.finite && !isSigned;
  if (direct) return binary(left.value, "%", right.value);
  return helperCall(isSigned ? "signed_remainder" : "remainder", left, right, context);
}

export function power(left: Operand, right: Operand, context: Context): py.Expression {
  const isExact = combine("**", left.info, right.info).kind === "int";
  return isExact
    ? binary(left.value, "**", right.value)
    : helperCall("power", left, right, context);
}

/** `-value` */
export function negated(node: ts.PrefixUnaryExpression, context: Context): py.Expression {
  if (context.types.kindAt(node.operand) !== "number") return negatedOther(node, context);
  const { value, info } = operand(node.operand, "-", context);
  if (value.kind === "Number" && value.text === "0") return number("-0.0");
  const isExact = info.kind === "float" || !context.analysis.numbers.zerosShow || !mayBeZero(info);
  return isExact ? unary("-", value) : call(context.helper("negate"), [value]);
}

/** `-text` is made a number first, which may be any. */
function negatedOther(node: ts.PrefixUnaryExpression, context: Context): py.Expression {
  const value = toNumber(node.operand, context);
  return value === null
    ? context.refuse(node, "equality", "Operands that are no numbers")
    : call(context.helper("negate"), [value]);
}
