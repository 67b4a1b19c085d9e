// Statements that are not loops, definitions or assignments.
import { ts } from "ts-morph";
import { sightOfArray } from "../analysis/holes";
import { bare, isFunctionNode, scopeOf } from "../analysis/syntax";
import { isStep } from "../analysis/writes";
import type * as py from "../python/ast";
import {
  call,
  expressionStatement,
  ifStatement,
  method,
  NONE,
  not,
  returnStatement,
  string,
} from "../python/build";
import { lowerAssignment, lowerStep } from "./assignments";
import { lowerSuperCall } from "./constructors";
import type { Context } from "./context";
import { isAssignment, isShortCircuit } from "./effects";
import { returnedValue } from "./functions";
import { hasOpenLink, openChain } from "./optional";
import { inOrderOfUse } from "./definition-order";
import { isMissing } from "./nothing";
import { recordKey } from "./record-keys";
import { isUsing, lowerUsing } from "./using";
import { thrownValue } from "./thrown";
import { condition } from "./truth";

export function visitInner(
  node:
    | ts.AssertionExpression
    | ts.NonNullExpression
    | ts.ParenthesizedExpression
    | ts.SatisfiesExpression,
  context: Context,
): py.Expression {
  return context.expression(node.expression);
}

export const visitEmpty = (): py.Statement[] => [];

/** Statements in order, then the comments that follow the last one. */
export function lowerStatements(
  statements: readonly ts.Statement[],
  end: ts.Node,
  context: Context,
): py.Statement[] {
  if (statements.some(isUsing)) return lowerUsing(statements, end, context);
  const lowered = inOrderOfUse(statements, context).flatMap((statement) =>
    context.statement(statement),
  );
  const from = statements.at(-1)?.end ?? end.getStart(context.file);
  return [...lowered, ...context.comments.atEnd(end, from)];
}

export const lowerBlock = (node: ts.Block, context: Context): py.Statement[] =>
  lowerStatements(node.statements, node, context);

/** The body of an `if` or a loop, with or without braces. */
export function lowerBody(node: ts.Statement, context: Context): py.Statement[] {
  return ts.isBlock(node) ? lowerBlock(node, context) : context.statement(node);
}

/** A bare block has no counterpart and needs none: its names are told apart (naming/scope-names.ts). */
export const visitBlock = lowerBlock;

export function visitIf(node: ts.IfStatement, context: Context): py.Statement[] {
  const test = condition(node.expression, context);
  const body = lowerBody(node.thenStatement, context);
  const orElse = node.elseStatement === undefined ? [] : lowerBody(node.elseStatement, context);
  return [ifStatement(test, body, orElse)];
}

export function visitReturn(node: ts.ReturnStatement, context: Context): py.Statement[] {
  if (node.expression === undefined) return [returnStatement(null)];
  if (ts.isConstructorDeclaration(scopeOf(node)))
    return [
      expressionStatement(
        context.refuse(
          node,
          "unsupportedSyntax",
          "A constructor that returns another object",
          "Give the class a static method that returns it.",
        ),
      ),
    ];
  const value = returnedValue(node.expression, context);
  return [returnStatement(value === NONE && isProcedure(node, context) ? null : value)];
}

function isProcedure(node: ts.ReturnStatement, context: Context): boolean {
  const scope = scopeOf(node);
  if (!isFunctionNode(scope)) return false;
  const signature = context.types.checker.getSignatureFromDeclaration(scope);
  return signature !== undefined && (signature.getReturnType().flags & ts.TypeFlags.Void) !== 0;
}

export function visitThrow(node: ts.ThrowStatement, context: Context): py.Statement[] {
  if (isCaughtError(node, context)) return [{ kind: "Raise", value: null }];
  return [{ kind: "Raise", value: thrownValue(node.expression, context) }];
}

/** `throw error` in the `catch` that caught it. */
function isCaughtError(node: ts.ThrowStatement, context: Context): boolean {
  const thrown = bare(node.expression);
  if (!ts.isIdentifier(thrown)) return false;
  const declaration = context.analysis.uses.declarationAt(thrown);
  for (
    let current: ts.Node = node.parent;
    !isFunctionNode(current) && !ts.isSourceFile(current);
    current = current.parent
  ) {
    if (ts.isCatchClause(current)) {
      const isKept = context.analysis.uses.of(declaration).writes.length === 0;
      return isKept && current.variableDeclaration === declaration;
    }
  }
  return false;
}

export const visitJump = (
  node: ts.BreakStatement | ts.ContinueStatement,
  context: Context,
): py.Statement[] => context.jumps.jump(node);

export const visitExpressionStatement = (
  node: ts.ExpressionStatement,
  context: Context,
): py.Statement[] => (setsPrototype(node) ? [] : visitEffect(node.expression, context));

/** `Object.setPrototypeOf(this, new.target.prototype)`, which mends what old targets broke. */
const setsPrototype = ({ expression }: ts.ExpressionStatement) =>
  /^Object\.setPrototypeOf\(this, \w+(\.target)?\.prototype\)$/.test(expression.getText());

/** An expression whose value nobody uses. */
export function visitEffect(node: ts.Expression, context: Context): py.Statement[] {
  const inner = bare(node);
  if (isAssignment(inner))
    return [...commentsOfField(inner.left, context), ...lowerAssignment(inner, context)];
  if (isStep(inner)) return lowerStep(inner, context);
  if (ts.isVoidExpression(inner)) return visitEffect(inner.expression, context);
  if (ts.isDeleteExpression(inner)) return lowerDelete(inner, context);
  if (ts.isBinaryExpression(inner) && inner.operatorToken.kind === ts.SyntaxKind.CommaToken) {
    const sides = [inner.left, inner.right];
    return sides.flatMap((side) => context.expressionAsStatements(side));
  }
  if (isShortCircuit(inner)) return effectIf(inner, context);
  if (ts.isConditionalExpression(inner)) {
    const test = condition(inner.condition, context);
    const branches = [inner.whenTrue, inner.whenFalse] as const;
    const [body, orElse] = branches.map((side) => context.expressionAsStatements(side));
    return [ifStatement(test, body ?? [], orElse ?? [])];
  }
  context.prepare(inner);
  if (context.hasStand(inner)) return [];
  if (ts.isCallExpression(inner)) {
    if (inner.expression.kind === ts.SyntaxKind.SuperKeyword) return lowerSuperCall(inner, context);
    if (hasOpenLink(inner, context)) {
      const { test, value } = openChain(inner, context);
      return [ifStatement(test, [expressionStatement(value)])];
    }
    const mutation = context.library.mutation(inner, context);
    if (mutation !== null) return mutation;
  }
  return [evaluated(context.expression(node))];
}

/** `values.pop() if values else None` whose value nobody wants is an `if`. */
function evaluated(value: py.Expression): py.Statement {
  const isHalf =
    value.kind === "Conditional" &&
    value.orElse.kind === "Constant" &&
    value.orElse.value === "None";
  return isHalf
    ? ifStatement(value.test, [expressionStatement(value.body)])
    : expressionStatement(value);
}

/** `a && f()` */
function effectIf(node: ts.BinaryExpression, context: Context): py.Statement[] {
  const { BarBarToken, QuestionQuestionToken } = ts.SyntaxKind;
  const { kind } = node.operatorToken;
  const test =
    kind === QuestionQuestionToken
      ? isMissing(context.expression(node.left), node.left, context)
      : condition(node.left, context);
  const body = context.expressionAsStatements(node.right);
  return [ifStatement(kind === BarBarToken ? not(test) : test, body)];
}

/** What stands above the declaration of a field, at the first assignment to it. */
function commentsOfField(target: ts.Expression, context: Context): py.Statement[] {
  if (
    !ts.isPropertyAccessExpression(target) ||
    target.expression.kind !== ts.SyntaxKind.ThisKeyword
  )
    return [];
  const comments = context.fieldComments.get(target.name.text) ?? [];
  context.fieldComments.delete(target.name.text);
  return comments;
}

/** `delete record[key]` */
function lowerDelete(node: ts.DeleteExpression, context: Context): py.Statement[] {
  const target = bare(node.expression);
  const isMember = ts.isElementAccessExpression(target) || ts.isPropertyAccessExpression(target);
  const kind = isMember ? context.types.kindAt(target.expression) : "unknown";
  if (isMember && ts.isOptionalChain(target))
    return [
      expressionStatement(
        context.refuse(
          node,
          "unsupportedSyntax",
          "`delete` of what may have no owner",
          "Ask first: `if (record.part) delete record.part.key`.",
        ),
      ),
    ];
  if (isMember && kind === "array") return deleteElement(target, context);
  const isRecord = isMember && (kind === "dict" || kind === "record");
  // What is only said to be a record may be a list.
  if (!isRecord || context.analysis.openRecords.at(target.expression)) {
    return [
      expressionStatement(
        context.refuse(node, "unsupportedSyntax", "`delete` of this", "Use a Map."),
      ),
    ];
  }
  const key: py.Expression = ts.isElementAccessExpression(target)
    ? recordKey(target.argumentExpression, context)
    : string(target.name.text);
  const base = context.expression(target.expression);
  return [expressionStatement(method(base, "pop", key, NONE))];
}

/** `delete array[index]`, which leaves a hole. */
function deleteElement(
  target: ts.ElementAccessExpression | ts.PropertyAccessExpression,
  context: Context,
): py.Statement[] {
  const array = bare(target.expression);
  const { uses } = context.analysis;
  const sight = sightOfArray(array, uses);
  const isPlace =
    ts.isElementAccessExpression(target) &&
    context.analysis.numbers.of(target.argumentExpression).kind === "int";
  if (sight === "seen" || !isPlace)
    return [
      expressionStatement(
        context.refuse(target, "unsupportedSyntax", "`delete` of an element", "Use `splice`."),
      ),
    ];
  const place = [context.expression(array), context.expression(target.argumentExpression)];
  return [expressionStatement(call(context.helper("leave_hole"), place))];
}
