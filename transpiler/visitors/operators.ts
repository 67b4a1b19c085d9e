// Operators of expressions.
import { ts } from "ts-morph";
import { bare, isAssignmentOperator, isSimple } from "../analysis/syntax";
import type * as py from "../python/ast";
import { boolean, call, conditional, NONE, not } from "../python/build";
import { arithmetic, negated } from "./arithmetic";
import { complement } from "./bit-operations";
import { andThen, coalesce, orElse } from "./coalescing";
import type { Context } from "./context";
import { equality, looseEquality } from "./equality";
import { isNamedInPlace, namedExpression } from "./named-expressions";
import { COMPARISONS, compared } from "./comparisons";
import { membership } from "./membership";
import { instanceTest } from "./type-tests";
import { concatenation } from "./text";
import { condition, truthHelper, truthOf, truthValue, type Truth } from "./truth";
import { toNumber } from "./number-conversion";

const { SyntaxKind } = ts;

export function visitPrefix(node: ts.PrefixUnaryExpression, context: Context): py.Expression {
  switch (node.operator) {
    case SyntaxKind.ExclamationToken:
      return negation(node.operand, context);
    case SyntaxKind.MinusToken:
      return negated(node, context);
    case SyntaxKind.PlusToken:
      return (
        toNumber(node.operand, context) ??
        context.refuse(node, "unsupportedSyntax", "A unary `+` of this", "Write `Number(text)`.")
      );
    case SyntaxKind.TildeToken:
      return complement(node, context);
    default:
      return context.refuse(node, "assignmentInExpression");
  }
}

/** `!value`; `!!value` is its truth. */
function negation(operand: ts.Expression, context: Context): py.Expression {
  const inner = bare(operand);
  const isTwice =
    ts.isPrefixUnaryExpression(inner) && inner.operator === SyntaxKind.ExclamationToken;
  return isTwice ? truthValue(inner.operand, context) : not(condition(operand, context));
}

/** `i++` where its value is used. */
export const visitPostfix = (node: ts.PostfixUnaryExpression, context: Context): py.Expression =>
  context.refuse(node, "assignmentInExpression");

/** `void 0`; with anything to run it has statements (effects.ts). */
export const visitVoid = (node: ts.VoidExpression, context: Context): py.Expression =>
  ts.isLiteralExpression(bare(node.expression))
    ? NONE
    : context.refuse(node, "assignmentInExpression");

export function visitConditional(node: ts.ConditionalExpression, context: Context): py.Expression {
  const test = condition(node.condition, context);
  return conditional(context.expression(node.whenTrue), test, context.expression(node.whenFalse));
}

export function visitBinary(node: ts.BinaryExpression, context: Context): py.Expression {
  const operator = node.operatorToken.kind;
  if (isAssignmentOperator(operator)) {
    return isNamedInPlace(node, context)
      ? namedExpression(node, context)
      : context.refuse(node, "assignmentInExpression");
  }
  const comparison = COMPARISONS[operator];
  if (comparison !== undefined) return compared(node, comparison, context);
  switch (operator) {
    case SyntaxKind.EqualsEqualsToken:
      return looseEquality(node, context);
    case SyntaxKind.ExclamationEqualsToken:
      return not(looseEquality(node, context));
    case SyntaxKind.EqualsEqualsEqualsToken:
      return equality(node, context);
    case SyntaxKind.ExclamationEqualsEqualsToken:
      return not(equality(node, context));
    case SyntaxKind.AmpersandAmpersandToken:
    case SyntaxKind.BarBarToken:
      return logical(node, context);
    case SyntaxKind.QuestionQuestionToken:
      return coalesce(node, context);
    case SyntaxKind.InstanceOfKeyword:
      return instanceTest(node, context);
    case SyntaxKind.InKeyword:
      return membership(node, context);
    case SyntaxKind.CommaToken:
      return context.refuse(node, "assignmentInExpression");
    default:
      return isText(node, context) ? concatenation(node, context) : arithmetic(node, context);
  }
}

const isText = (node: ts.BinaryExpression, context: Context) =>
  node.operatorToken.kind === SyntaxKind.PlusToken && context.types.kindAt(node) === "string";

/** `a && b`, `a || b` where their value is used. */
function logical(node: ts.BinaryExpression, context: Context): py.Expression {
  const isAnd = node.operatorToken.kind === SyntaxKind.AmpersandAmpersandToken;
  if (isBoolean(node.left, context) && isBoolean(node.right, context))
    return condition(node, context);
  const truth = truthOf(node.left, context);
  const right = context.expression(node.right);
  if (truth === "number" || truth === "any")
    return byTruth(node.left, right, isAnd, truth, context);
  if (truth === "same") return boolean(context.expression(node.left), isAnd ? "and" : "or", right);
  if (isAnd) return andThen(node.left, right, context);
  return orElse(node.left, right, context);
}

/** `value || other`, where Python takes other values for true. */
function byTruth(
  left: ts.Expression,
  right: py.Expression,
  isAnd: boolean,
  truth: Truth,
  context: Context,
): py.Expression {
  const test = context.helper(truthHelper(left, truth, context));
  const value = context.expression(left);
  const choice = (asked: py.Expression, again: py.Expression) =>
    isAnd
      ? conditional(right, call(test, [asked]), again)
      : conditional(again, call(test, [asked]), right);
  if (isSimple(left)) return choice(value, value);
  const target = context.temporary(left, "found");
  return choice({ kind: "NamedExpression", target, value }, target);
}

const isBoolean = (node: ts.Expression, context: Context) =>
  !context.analysis.missing.may(node) &&
  [...context.types.kindsAt(node)].every((kind) => kind === "boolean");
