// Expressions that take statements in Python: assignments whose value is used, `i++`, the comma.
// Their statements go before the current one, and what JavaScript evaluates earlier goes into
// temporaries where they could change it ("preceding statements" of TypeScriptToLua).
import { ts } from "ts-morph";
import { bare, isAssignmentOperator, isFunctionNode, valuesIn } from "../analysis/syntax";
import { assign, compare, ifStatement, NONE, not, TRUE } from "../python/build";
import type * as py from "../python/ast";
import { hoistAssignment, hoistStep, isStep } from "./assignment-values";
import type { Context } from "./context";
import { isUnaffected } from "./evaluation-order";
import { changesShown } from "./late-text";
import { isNamedInPlace } from "./named-expressions";
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
    context.refuse(inner, "assignmentInExpression");
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
  const stand = context.standOf(inner);
  if (stand === undefined ? isUnaffected(inner, later, context) : isTemporary(stand)) return;
  if (ts.isSpreadElement(node.parent) && inner.parent === node.parent) {
    context.refuse(node, "assignmentInExpression");
    return;
  }
  keep(inner, wanted, context);
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

/** The parts of `node` that are evaluated before it, in JavaScript's order. */
function partsOf(node: ts.Node): ts.Expression[] {
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
    return [...calleeParts(node.expression), ...(node.arguments ?? []).map(spreadPart)];
  }
  if (ts.isDeleteExpression(node)) return partsOf(bare(node.expression));
  if (ts.isArrayLiteralExpression(node)) {
    return node.elements.filter((part) => !ts.isOmittedExpression(part)).map(spreadPart);
  }
  if (ts.isObjectLiteralExpression(node)) return node.properties.flatMap(propertyParts);
  if (ts.isTemplateExpression(node)) return valuesIn(node);
  if (ts.isTaggedTemplateExpression(node))
    return [...calleeParts(node.tag), ...valuesIn(node.template)];
  const parts: ts.Expression[] = [];
  ts.forEachChild(node, (child) => {
    if (!ts.isTypeNode(child) && !ts.isToken(child) && ts.isExpression(child)) parts.push(child);
    else if (ts.isIdentifier(child) || child.kind === SyntaxKind.ThisKeyword)
      parts.push(child as ts.Expression);
  });
  return ts.isPropertyAccessExpression(node) ? parts.slice(0, 1) : parts;
}

/** A method is looked up at its object, which is what has to be kept. */
function calleeParts(callee: ts.Expression): ts.Expression[] {
  const inner = bare(callee);
  if (inner.kind === SyntaxKind.SuperKeyword) return [];
  if (!ts.isPropertyAccessExpression(inner)) return [inner];
  return inner.expression.kind === SyntaxKind.SuperKeyword ? [] : [inner.expression];
}

const spreadPart = (node: ts.Expression): ts.Expression =>
  ts.isSpreadElement(node) ? node.expression : node;

function propertyParts(node: ts.ObjectLiteralElementLike): ts.Expression[] {
  if (ts.isSpreadAssignment(node)) return [node.expression];
  if (ts.isShorthandPropertyAssignment(node)) return [node.name];
  if (!ts.isPropertyAssignment(node)) return [];
  return ts.isComputedPropertyName(node.name)
    ? [node.name.expression, node.initializer]
    : [node.initializer];
}

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
  if (operator === SyntaxKind.QuestionQuestionToken) test = compare(target, "is", NONE);
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
function isNeedyChain(node: ts.Expression, context: Context): boolean {
  if ((node.flags & ts.NodeFlags.OptionalChain) === 0) return false;
  if (ts.isCallExpression(node) && node.arguments.some((part) => needsStatements(part, context)))
    return true;
  return ts.isElementAccessExpression(node) && needsStatements(node.argumentExpression, context);
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
