// Conditions: what JavaScript calls true, asked in Python by what the type allows.
import { ts } from "ts-morph";
import { bare } from "../analysis/syntax";
import type { Kind } from "../analysis/types";
import type * as py from "../python/ast";
import { boolean, call, compare, NONE, not } from "../python/build";
import type { Context } from "./context";

/** Kinds whose false values are the same on both sides. */
const SAME_TRUTH: ReadonlySet<Kind> = new Set(["boolean", "string", "number"]);

export type Truth = "same" | "not-none" | "number" | "refused";

/** How Python has to ask whether `node` is true. */
export function truthOf(node: ts.Expression, context: Context): Truth {
  const kinds = [...context.types.kindsAt(node)];
  const nullable = kinds.includes("null");
  const others = kinds.filter((kind) => kind !== "null");
  if (others.every((kind) => SAME_TRUTH.has(kind))) {
    // NaN is false in JavaScript and true in Python.
    const mayBeNaN = others.includes("number") && !context.analysis.numbers.of(node).finite;
    return mayBeNaN ? "number" : "same";
  }
  if (others.includes("unknown")) context.refuse(node, "truthiness", "anything");
  else if (others.some((kind) => SAME_TRUTH.has(kind)))
    context.refuse(node, "truthiness", others.join(" or "));
  else if (nullable) return "not-none";
  else context.refuse(node, "alwaysTrue");
  return "refused";
}

/** `node` as the condition of an `if`, a loop, a conditional expression, `&&`, `||` or `!`. */
export function condition(node: ts.Expression, context: Context): py.Expression {
  const inner = bare(node);
  context.prepare(inner);
  const stand = context.conditionStand(inner);
  if (stand !== undefined) return stand;
  if (context.hasStand(inner)) return asked(inner, context);
  if (ts.isPrefixUnaryExpression(inner) && inner.operator === ts.SyntaxKind.ExclamationToken) {
    return not(condition(inner.operand, context));
  }
  if (ts.isBinaryExpression(inner)) {
    const operator = inner.operatorToken.kind;
    if (
      operator === ts.SyntaxKind.AmpersandAmpersandToken ||
      operator === ts.SyntaxKind.BarBarToken
    ) {
      const word = operator === ts.SyntaxKind.BarBarToken ? "or" : "and";
      return boolean(condition(inner.left, context), word, condition(inner.right, context));
    }
  }
  return asked(inner, context);
}

function asked(node: ts.Expression, context: Context): py.Expression {
  const truth = truthOf(node, context);
  const value = context.expression(node);
  if (truth === "number") return truthOfNumber(node, value, context);
  return truth === "not-none" ? compare(value, "is not", NONE) : value;
}

/** NaN and None are false. */
function truthOfNumber(node: ts.Expression, value: py.Expression, context: Context): py.Expression {
  const isOnlyNumber = context.types.kindsAt(node).size === 1;
  return isOnlyNumber
    ? call(context.helper("truthy"), [value])
    : call(context.helper("truthy_value"), [value]);
}
