// `bytes[i++] = value`, `out.push(text[i++])` and `const next = text[i++]`: the step follows its statement where nothing in
// between can tell, as one would write it in Python.
import { ts } from "ts-morph";
import { isAny } from "../analysis/missing-elements";
import { bare, isFunctionNode, isWithin, scopeOf } from "../analysis/syntax";
import { isStep } from "../analysis/writes";
import { walk } from "../analysis/walk";
import type { Context } from "./context";
import { isAssignment } from "./effects";

const { SyntaxKind } = ts;

/** The only `i++` of `statement`, if it may as well come last. */
export function trailingStep(
  statement: ts.Statement,
  context: Context,
): ts.PostfixUnaryExpression | null {
  const root = rootOf(statement);
  if (root === null) return null;
  const steps: ts.Node[] = [];
  let isPlain = true;
  walk(root.value, (node) => {
    if (ts.isTypeNode(node)) return false;
    if (isStep(node)) steps.push(node);
    else if (hidesOrder(node)) isPlain = false;
    return isPlain;
  });
  const [step] = steps;
  if (!isPlain || steps.length !== 1 || step === undefined || !ts.isPostfixUnaryExpression(step))
    return null;
  return isSeenNowhereElse(step, statement, context) ? step : null;
}

/** The expression of a statement that does one thing. */
function rootOf(statement: ts.Statement): { value: ts.Node } | null {
  if (ts.isExpressionStatement(statement)) {
    const inner = bare(statement.expression);
    const isOne = isAssignment(inner) ? !isLogicalAssignment(inner) : ts.isCallExpression(inner);
    return isOne ? { value: inner } : null;
  }
  if (!ts.isVariableStatement(statement)) return null;
  const [declaration, ...others] = statement.declarationList.declarations;
  const isOne = declaration !== undefined && others.length === 0;
  return isOne && ts.isIdentifier(declaration.name) && declaration.initializer !== undefined
    ? { value: declaration.initializer }
    : null;
}

const isLogicalAssignment = (node: ts.BinaryExpression): boolean =>
  [
    SyntaxKind.AmpersandAmpersandEqualsToken,
    SyntaxKind.BarBarEqualsToken,
    SyntaxKind.QuestionQuestionEqualsToken,
  ].includes(node.operatorToken.kind);

/** What may not run at all, runs later, or stops in between. */
function hidesOrder(node: ts.Node): boolean {
  if (isFunctionNode(node) || ts.isClassLike(node) || ts.isConditionalExpression(node)) return true;
  if (ts.isAwaitExpression(node) || ts.isYieldExpression(node) || ts.isDeleteExpression(node))
    return true;
  if (ts.isVoidExpression(node) || (node.flags & ts.NodeFlags.OptionalChain) !== 0) return true;
  if (!ts.isBinaryExpression(node)) return false;
  const { kind } = node.operatorToken;
  const isNested = isAssignment(node) && !ts.isExpressionStatement(node.parent);
  return (
    isNested ||
    [
      SyntaxKind.AmpersandAmpersandToken,
      SyntaxKind.BarBarToken,
      SyntaxKind.QuestionQuestionToken,
      SyntaxKind.CommaToken,
    ].includes(kind)
  );
}

/** Whether the variable is local, named once in `statement`, and nobody catches what that throws. */
function isSeenNowhereElse(
  { operand }: ts.PostfixUnaryExpression,
  statement: ts.Statement,
  context: Context,
): boolean {
  const { uses } = context.analysis;
  const name = bare(operand);
  if (!ts.isIdentifier(name)) return false;
  const declaration = uses.declarationAt(name);
  const isVariable =
    declaration !== undefined &&
    (ts.isVariableDeclaration(declaration) || ts.isParameter(declaration));
  if (!isVariable || uses.of(declaration).captured) return false;
  // What the step gives is a number, whatever was there.
  if (isAny(context.analysis.missingNumbers.of(name))) return false;
  const scope = scopeOf(statement);
  for (let node: ts.Node = statement; node !== scope; node = node.parent)
    if (ts.isTryStatement(node)) return false;
  return uses.of(declaration).references.filter((one) => isWithin(one, statement)).length === 1;
}
