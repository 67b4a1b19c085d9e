// Assignments, which are statements in Python: `=`, `+=`, `??=`, patterns and steps.
import { ts } from "ts-morph";
import { bare } from "../analysis/syntax";
import { type Step } from "../analysis/writes";
import type * as py from "../python/ast";
import {
  assign,
  binary,
  call,
  expressionStatement,
  ifStatement,
  method,
  not,
  tuple,
} from "../python/build";
import { combineNumbers, stepped } from "./arithmetic";
import type { Context } from "./context";
import { memberAddedTo } from "./error-members";
import { hoist, hoistParts, needsStatements, spill } from "./effects";
import { inOrder, isDisturbed, placeOfTarget } from "./evaluation-order";
import { isMissing } from "./nothing";
import { takeApart } from "./patterns";
import { isLength, lowerTarget, store } from "./stores";
import { addedText, isSumOfMissing } from "./text";
import { condition } from "./truth";

const LOGICAL = new Set(["&&", "||", "??"]);

export const isLogical = (node: ts.BinaryExpression): boolean => LOGICAL.has(operatorOf(node));

const operatorOf = (node: ts.BinaryExpression) =>
  (ts.tokenToString(node.operatorToken.kind) ?? "").slice(0, -1);

export function lowerAssignment(node: ts.BinaryExpression, context: Context): py.Statement[] {
  const operator = operatorOf(node);
  const target = bare(node.left);
  const place = placeOfTarget(target);
  hoistParts(operator === "" ? [...place, node.right] : place, context);
  if (LOGICAL.has(operator))
    return inOrder(place, null, context, () => logicalAssignment(node, context));
  if (operator !== "" && needsStatements(node.right, context))
    return readFirst(node, target, place, context);
  if (operator === "")
    return inOrder(place, node.right, context, () => plainAssignment(node, target, context));
  const make = () => store(target, compoundValue(node, target, context), node.right, context);
  const direct = inOrder(place, null, context, make);
  // Python's own `+=` asks for the place once, and first; whatever else is made of it may not.
  const isOwn = direct.at(-1)?.kind === "AugmentedAssign";
  return isOwn || !isDisturbed(place, node.right, context)
    ? direct
    : inOrder(place, node.right, context, make);
}

/** `n += (n = 2)`: what is added to was read before. */
function readFirst(
  node: ts.BinaryExpression,
  target: ts.Expression,
  place: readonly ts.Expression[],
  context: Context,
): py.Statement[] {
  for (const part of place) spill(part, [node.right], context, "target");
  // Not for the right side: that may need a variable of its own.
  const before = context.temporary(node.operatorToken, "before");
  context.precede(assign(before, context.expression(target)));
  hoist(node.right, context);
  const value = context.substituted(target, before, () => compoundValue(node, target, context));
  return store(target, value, node.right, context);
}

/** `target op value` of `target op= value`. */
export function compoundValue(
  node: ts.BinaryExpression,
  target: ts.Expression,
  context: Context,
): py.Expression {
  const operator = operatorOf(node);
  const isText = operator === "+" && context.types.kindAt(node.left) === "string";
  if (!isText) return combineNumbers(node, operator, target, node.right, context);
  const left =
    context.standOf(target) ?? memberAddedTo(target, context) ?? lowerTarget(target, context);
  if (isSumOfMissing(node, context))
    return call(
      context.helper("sum_of_missing"),
      [target, node.right].map((side) => context.expression(side)),
    );
  return binary(
    context.analysis.missing.may(target) ? addedText(target, context) : left,
    "+",
    addedText(node.right, context),
  );
}

function plainAssignment(
  node: ts.BinaryExpression,
  target: ts.Expression,
  context: Context,
): py.Statement[] {
  if (ts.isArrayLiteralExpression(target)) return swap(node, target, context);
  if (ts.isObjectLiteralExpression(target)) return takenApart(node, target, context);
  const isZero = ts.isNumericLiteral(bare(node.right)) && bare(node.right).getText() === "0";
  if (isZero && isLength(target, context))
    return [expressionStatement(method(context.expression(target.expression), "clear"))];
  return store(target, context.expression(node.right), node.right, context);
}

/** `[a, b] = [b, a]` */
function swap(
  node: ts.BinaryExpression,
  target: ts.ArrayLiteralExpression,
  context: Context,
): py.Statement[] {
  const right = bare(node.right);
  const isPair =
    ts.isArrayLiteralExpression(right) && right.elements.length === target.elements.length;
  if (!isPair || [...target.elements, ...right.elements].some(ts.isSpreadElement)) {
    return takenApart(node, target, context);
  }
  const isPlain = target.elements.every((element) => isPlainTarget(element, context));
  if (!isPlain) return takenApart(node, target, context);
  const targets = target.elements.map((element) => lowerTarget(element, context));
  return [
    assign(
      tuple(...targets),
      tuple(...right.elements.map((element) => context.expression(element))),
    ),
  ];
}

const isPlainTarget = (element: ts.Expression, context: Context) =>
  ts.isIdentifier(element) || placeIsSure(bare(element), context);

/** Whether a store to `target` is nothing but Python's assignment. */
function placeIsSure(target: ts.Expression, context: Context): boolean {
  if (ts.isPropertyAccessExpression(target)) return !isLength(target, context);
  return (
    ts.isElementAccessExpression(target) &&
    context.types.kindAt(target.expression) === "array" &&
    context.analysis.bounds.isInside(target.expression, target.argumentExpression)
  );
}

/** `({ a, b } = record)`, `[first, ...others] = values` */
export function takenApart(
  node: ts.BinaryExpression,
  target: ts.ArrayLiteralExpression | ts.ObjectLiteralExpression,
  context: Context,
): py.Statement[] {
  const held = context.temporary(node.right, "parts");
  const type = context.types.typeAt(bare(node.right));
  return [assign(held, context.expression(node.right)), ...takeApart(target, held, type, context)];
}

function logicalAssignment(node: ts.BinaryExpression, context: Context): py.Statement[] {
  const { statements, definitions } = context.collect(() =>
    store(bare(node.left), context.expression(node.right), node.right, context),
  );
  return [ifStatement(logicalTest(node, context), [...definitions, ...statements])];
}

/** Whether `target op= value` writes to its target. */
export function logicalTest(node: ts.BinaryExpression, context: Context): py.Expression {
  const operator = operatorOf(node);
  if (operator === "??") return isMissing(context.expression(node.left), node.left, context);
  const test = condition(node.left, context);
  return operator === "&&" ? test : not(test);
}

/** `i++` and `--i` as statements. */
export function lowerStep(node: Step, context: Context): py.Statement[] {
  const target = bare(node.operand);
  const operator = node.operator === ts.SyntaxKind.PlusPlusToken ? "+" : "-";
  hoistParts(placeOfTarget(target), context);
  return inOrder(placeOfTarget(target), null, context, () =>
    store(target, stepped(target, operator, context), null, context),
  );
}
