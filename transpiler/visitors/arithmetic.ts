// Arithmetic and bit operations on numbers: plain Python where it is proven to mean the same.
import { ts } from "ts-morph";
import { combine, type NumberInfo } from "../analysis/number-info";
import type * as py from "../python/ast";
import { binary, call, number } from "../python/build";
import type { Context } from "./context";

const PLAIN: Partial<Record<string, py.BinaryOperator>> = { "+": "+", "-": "-", "*": "*" };
const BITS: Partial<Record<string, py.BinaryOperator>> = {
  "&": "&",
  "|": "|",
  "^": "^",
  "<<": "<<",
  ">>": ">>",
};

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
  const operands = { left: context.expression(leftNode), right: context.expression(rightNode) };
  const plain = PLAIN[operator];
  if (plain !== undefined) return binary(operands.left, plain, operands.right);
  const { bounds } = context.analysis;
  const left = bounds.of(leftNode);
  const right = bounds.of(rightNode);
  if (operator === "/") {
    const direct = bounds.isNonZero(rightNode);
    return direct
      ? binary(operands.left, "/", operands.right)
      : helperCall("divide", operands, context);
  }
  if (operator === "%") return remainder(left, right, operands, context);
  if (operator === "**") {
    const isExact = left.kind === "int" && right.kind === "int" && right.low >= 0;
    return isExact || left.kind === "float"
      ? binary(operands.left, "**", operands.right)
      : context.refuse(at, "hugePower");
  }
  if (left.kind !== "int" || right.kind !== "int") return context.refuse(at, "bitsOfFloat");
  return bits(operator, left, right, operands, context);
}

interface Operands {
  left: py.Expression;
  right: py.Expression;
}

const helperCall = (id: "divide" | "remainder", { left, right }: Operands, context: Context) =>
  call(context.helper(id), [left, right]);

function remainder(
  left: NumberInfo,
  right: NumberInfo,
  operands: Operands,
  context: Context,
): py.Expression {
  const direct = left.low >= 0 && right.low > 0;
  return direct
    ? binary(operands.left, "%", operands.right)
    : helperCall("remainder", operands, context);
}

/** JavaScript cuts to 32 signed bits; Python's ints have no end. */
function bits(
  operator: string,
  left: NumberInfo,
  right: NumberInfo,
  operands: Operands,
  context: Context,
): py.Expression {
  const isShift = operator.length > 1;
  const inRange = right.low >= 0 && right.high < 32;
  const count = !isShift || inRange ? operands.right : binary(operands.right, "&", number(31));
  if (operator === ">>>") {
    const is31 = left.low >= 0 && left.high < 2 ** 31;
    const unsigned = is31 ? operands.left : binary(operands.left, "&", number("0xFFFFFFFF"));
    return binary(unsigned, ">>", count);
  }
  const pythonOperator = BITS[operator];
  if (pythonOperator === undefined) return operands.left;
  const result = combine(operator, left, right);
  const isSmall = ({ low, high }: NumberInfo) => low >= -(2 ** 31) && high < 2 ** 31;
  const exactAnd = operator === "&" && result.low >= 0;
  const exact =
    exactAnd ||
    (isSmall(left) &&
      (isShift ? inRange : isSmall(right)) &&
      (operator !== "<<" || result.low >= 0));
  const plain = binary(operands.left, pythonOperator, count);
  if (exact) return plain;
  if (operator === ">>") return binary(call(context.helper("int32"), [operands.left]), ">>", count);
  return call(context.helper("int32"), [plain]);
}
