// Expressions that take statements in Python: assignments whose value is used, `i++`, the comma.
// Their statements go before the current one, and what JavaScript evaluates earlier goes into
// temporaries where they could change it ("preceding statements" of TypeScriptToLua).
import { ts } from "ts-morph";
import { bare, isAssignmentOperator, isFunctionNode } from "../analysis/syntax";
import { isStep } from "../analysis/writes";
import { assign, builtinCall, ifStatement, NONE, not, TRUE } from "../python/build";
import type * as py from "../python/ast";
import { hoistAssignment, hoistStep } from "./assignment-values";
import type { Context } from "./context";
import { isUnaffected, reachesMembers } from "./evaluation-order";
import { changesShown } from "./late-text";
import { isNamedInPlace } from "./named-expressions";
import { partsOf } from "./evaluated-parts";
import { hasOpenLink, hoistChain, isLink, type Link } from "./optional";
import { isMissing } from "./nothing";
import { condition } from "./truth";

const { SyntaxKind } = ts;

export const isAssignment = (node: ts.Node): node is ts.BinaryExpression =>
  ts.isBinaryExpression(node) && isAssignmentOperator(node.operatorToken.kind);

const isComma = (node: ts.Node): node is ts.BinaryExpression =>
  ts.isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.CommaToken;

export const isShortCircuit = (node: ts.Node): node is ts.BinaryExpression =>
  ts.isBinaryExpression(node) &&
  [
    SyntaxKind.AmpersandAmpersandToken,
    SyntaxKind.BarBarToken,
    SyntaxKind.QuestionQuestionToken,
  ].includes(node.operatorToken.kind);

/** Whether `node` itself has no expression in Python. */
function isStatementLike(node: ts.Node, context: Context): boolean {
  if (isAssignment(node)) return !isNamedInPlace(node, context);
  if (changesShown(node, context)) context.keptCalls.add(node);
  return (
    context.keptCalls.has(node) ||
    isStep(node) ||
    isComma(node) ||
    ts.isDeleteExpression(node) ||
    (ts.isVoidExpression(node) && !ts.isLiteralExpression(bare(node.expression)))
  );
}

/** Whether lowering `node` takes statements. Functions inside of it are expressions of their own. */
export function needsStatements(node: ts.Node, context: Context): boolean {
  const known = context.statementNeeds.get(node);
  if (known !== undefined) return known;
  const needs =
    !isFunctionNode(node) &&
    !ts.isClassLike(node) &&
    !ts.isTypeNode(node) &&
    (isStatementLike(node, context) ||
      (ts.forEachChild(node, (child) => needsStatements(child, context) || undefined) ?? false));
  context.statementNeeds.set(node, needs);
  return needs;
}

/** Lowers to preceding statements what `node` needs, so that the rest of it is an expression. */
export function hoist(node: ts.Expression, context: Context, isUsed = true): void {
  const inner = bare(node);
  if (context.hasStand(inner) || !needsStatements(inner, context)) return;
  if (isAssignment(inner) && !isNamedInPlace(inner, context))
    hoistAssignment(inner, isUsed, context);
  else if (isStep(inner)) hoistStep(inner, isUsed, context);
  else if (isComma(inner)) hoistComma(inner, isUsed, context);
  else if (ts.isVoidExpression(inner) || ts.isDeleteExpression(inner)) {
    const run = ts.isVoidExpression(inner) ? inner.expression : inner;
    if (ts.isDeleteExpression(inner)) hoistParts(partsOf(inner), context);
    context.precede(...context.expressionAsStatements(run));
    context.stand(inner, ts.isVoidExpression(inner) ? NONE : TRUE);
  } else if (isShortCircuit(inner) && needsStatements(inner.right, context)) {
    hoistShortCircuit(inner, context);
  } else if (ts.isConditionalExpression(inner) && hasNeedyBranch(inner, context)) {
    hoistConditional(inner, context);
  } else if (isNeedyChain(inner, context)) {
    hoistChain(inner, context);
  } else {
    hoistParts(partsOf(inner), context);
    if (context.keptCalls.has(inner)) keep(inner, "value", context);
  }
}

/** Hoists in order; what stands before an effect that could change it is kept in a temporary. */
export function hoistParts(parts: readonly ts.Expression[], context: Context): void {
  parts.forEach((part, index) => {
    if (!needsStatements(part, context) || context.hasStand(bare(part))) return;
    const later = parts.slice(index);
    for (const earlier of parts.slice(0, index)) spill(earlier, later, context);
    hoist(part, context);
  });
}

/** Keeps the value of `node` in a temporary, unless none of `later` can change it. */
export function spill(
  node: ts.Expression,
  later: readonly ts.Expression[],
  context: Context,
  wanted = "value",
): void {
  const inner = bare(node);
  if (ts.isSpreadElement(node.parent)) return spillSpread(inner, later, context);
  const stand = context.standOf(inner);
  if (stand === undefined ? isUnaffected(inner, later, context) : isTemporary(stand)) return;
  keep(inner, wanted, context);
}

/** What is spread is taken over element by element, before `later` may change it. */
function spillSpread(node: ts.Expression, later: readonly ts.Expression[], context: Context): void {
  if (isUnaffected(node, later, context) && !reachesMembers(later, context)) return;
  if (context.types.kindAt(node) === "map") {
    context.refuse(node, "assignmentInExpression");
    return;
  }
  const target: py.Name = { ...context.temporary(node, "values"), temporary: true };
  context.precede(assign(target, builtinCall("list", context.expression(node))));
  context.stand(node, target);
}

/** `name = value` before the statement, and `name` from then on. */
export function keep(node: ts.Expression, wanted: string, context: Context): py.Name {
  const inner = bare(node);
  const isKept = context.keptCalls.has(inner);
  const value = isKept ? context.lowered(inner) : context.expression(inner);
  const target: py.Name = { ...context.temporary(inner, wanted), temporary: true };
  context.precede(assign(target, value));
  context.stand(inner, target);
  return target;
}

const isTemporary = (stand: py.Expression) => stand.kind === "Name" && stand.temporary === true;

function hoistComma(node: ts.BinaryExpression, isUsed: boolean, context: Context): void {
  context.precede(...context.expressionAsStatements(node.left));
  if (!isUsed) {
    context.precede(...context.expressionAsStatements(node.right));
    context.stand(node, NONE);
    return;
  }
  hoist(node.right, context);
  context.stand(node, () => context.expression(node.right));
}

/** `a && (x = b)`: the right side runs inside an `if`. */
function hoistShortCircuit(node: ts.BinaryExpression, context: Context): void {
  const asCondition = isCondition(node);
  const operator = node.operatorToken.kind;
  const target: py.Name = { ...context.temporary(node, "result"), temporary: true };
  const lower = (side: ts.Expression) =>
    asCondition ? condition(side, context) : context.expression(side);
  hoist(node.left, context);
  context.precede(assign(target, lower(node.left)));
  let test: py.Expression = target;
  if (operator === SyntaxKind.QuestionQuestionToken) test = isMissing(target, node.left, context);
  else if (!asCondition) {
    test = context.substituted(bare(node.left), target, () => condition(node.left, context));
  }
  if (operator === SyntaxKind.BarBarToken) test = not(test);
  const { statements, definitions } = context.collect(() => [assign(target, lower(node.right))]);
  context.precede(ifStatement(test, [...definitions, ...statements]));
  context.stand(node, target, asCondition);
}

const hasNeedyBranch = (node: ts.ConditionalExpression, context: Context) =>
  needsStatements(node.whenTrue, context) || needsStatements(node.whenFalse, context);

function hoistConditional(node: ts.ConditionalExpression, context: Context): void {
  const asCondition = isCondition(node);
  const target: py.Name = { ...context.temporary(node, "result"), temporary: true };
  const test = condition(node.condition, context);
  const branch = (side: ts.Expression) => {
    const { statements, definitions } = context.collect(() => [
      assign(target, asCondition ? condition(side, context) : context.expression(side)),
    ]);
    return [...definitions, ...statements];
  };
  context.precede(ifStatement(test, branch(node.whenTrue), branch(node.whenFalse)));
  context.stand(node, target, asCondition);
}

/** An effect in `a?.b(x = 1)` happens only if there is an `a`. */
function isNeedyChain(node: ts.Expression, context: Context): node is Link {
  if (!isLink(node) || !hasOpenLink(node, context)) return false;
  for (let link: ts.Node = node; isLink(link); link = link.expression) {
    const parts = ts.isCallExpression(link)
      ? link.arguments
      : ts.isElementAccessExpression(link)
        ? [link.argumentExpression]
        : [];
    if (parts.some((part) => needsStatements(part, context))) return true;
    if (link.questionDotToken !== undefined && !context.closedLinks.has(link)) return false;
  }
  return false;
}

/** Whether only the truth of `node` counts. */
export function isCondition(node: ts.Node): boolean {
  let current = node;
  while (ts.isParenthesizedExpression(current.parent)) current = current.parent;
  const { parent } = current;
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === SyntaxKind.ExclamationToken;
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent))
    return parent.expression === current;
  if (ts.isForStatement(parent) || ts.isConditionalExpression(parent))
    return parent.condition === current;
  return isShortCircuit(parent) && parent.operatorToken.kind !== SyntaxKind.QuestionQuestionToken
    ? isCondition(parent)
    : false;
}
