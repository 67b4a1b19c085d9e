// Bit operations: JavaScript cuts to 32 signed bits, Python's ints have no end and floats have no bits.
import { ts } from "ts-morph";
import { combine, type NumberInfo } from "../analysis/number-info";
import { bare } from "../analysis/syntax";
import type * as py from "../python/ast";
import { binary, call, number, unary } from "../python/build";
import { operand, type Operand } from "./arithmetic";
import type { Context } from "./context";
import { integerQuotient } from "./integer-division";
import { toNumber } from "./number-conversion";

const BITS: Partial<Record<string, py.BinaryOperator>> = {
  "&": "&",
  "|": "|",
  "^": "^",
  "<<": "<<",
  ">>": ">>",
};

const isSmall = ({ kind, low, high }: NumberInfo) =>
  kind === "int" && low >= -(2 ** 31) && high < 2 ** 31;

const INT32 = { low: -(2 ** 31), high: 2 ** 31 - 1 };

/** An operand as an int, cut to 32 bits where it was none. */
function whole({ node, value, info }: Operand, context: Context): Operand {
  if (info.kind === "int") return { node, value, info };
  return {
    node,
    value: call(context.helper("to_int32"), [value]),
    info: { ...info, ...INT32, kind: "int", finite: true },
  };
}

/** `(low + high) >> 1`: what is cut to 32 bits may be proven to have no more. */
function settled(left: Operand, operator: string, { analysis }: Context): Operand {
  const isCutting = operator === ">>" || operator === ">>>" || operator === "|";
  if (!isCutting || isSmall(left.info) || left.info.kind !== "int") return left;
  const isProven = left.node !== undefined && analysis.bounds.isInt31(left.node);
  return isProven ? { ...left, info: { ...left.info, low: 0, high: INT32.high } } : left;
}

export function bits(
  operator: string,
  leftOperand: Operand,
  rightOperand: Operand,
  context: Context,
): py.Expression {
  const left = settled(whole(leftOperand, context), operator, context);
  const right = whole(rightOperand, context);
  const isShift = operator.length > 1;
  const inRange = right.info.low >= 0 && right.info.high < 32;
  const count = !isShift || inRange ? right.value : binary(right.value, "&", number(31));
  if (operator === ">>>") {
    const is31 = left.info.low >= 0 && left.info.high < 2 ** 31;
    const unsigned = is31 ? left.value : binary(left.value, "&", number("0xFFFFFFFF"));
    return isZero(count) ? unsigned : binary(unsigned, ">>", count);
  }
  const isCut = operator === "|" && right.info.low === 0 && right.info.high === 0;
  if (isCut && isSmall(left.info)) return left.value;
  if (isCut) return call(context.helper("int32"), [left.value]);
  const pythonOperator = BITS[operator];
  if (pythonOperator === undefined) return left.value;
  const result = combine(operator, left.info, right.info);
  const exactAnd = operator === "&" && result.low >= 0;
  const exact =
    exactAnd ||
    (isSmall(left.info) &&
      (isShift ? inRange : isSmall(right.info)) &&
      (operator !== "<<" || result.low >= 0));
  const plain = binary(left.value, pythonOperator, count);
  if (exact) return plain;
  if (operator === ">>")
    return binary(
      isSmall(left.info) ? left.value : call(context.helper("int32"), [left.value]),
      ">>",
      count,
    );
  return call(context.helper("int32"), [plain]);
}

const isZero = (value: py.Expression) => value.kind === "Number" && value.text === "0";

/** `~value`; `~~value` is what `value | 0` is. */
export function complement(node: ts.PrefixUnaryExpression, context: Context): py.Expression {
  const inner = bare(node.operand);
  const isTwice = ts.isPrefixUnaryExpression(inner) && inner.operator === ts.SyntaxKind.TildeToken;
  const source = isTwice ? inner.operand : node.operand;
  if (context.types.kindAt(source) !== "number") {
    const value = toNumber(source, context);
    if (value === null) return context.refuse(node, "equality", "Operands that are no numbers");
    const whole32 = call(context.helper("to_int32"), [value]);
    return isTwice ? whole32 : unary("~", whole32);
  }
  const quotient = isTwice ? integerQuotient(source, context) : null;
  if (quotient !== null) return quotient;
  const { value, info: cut } = whole(operand(source, "~", context), context);
  const exact = isSmall(cut) ? value : call(context.helper("int32"), [value]);
  return isTwice ? exact : unary("~", exact);
}
