// `name := value`: the assignments that may stay where they are.
import { ts } from "ts-morph";
import { bare, isLoop, scopeOf } from "../analysis/syntax";
import type * as py from "../python/ast";
import { name } from "../python/build";
import { isCell } from "./captures";
import type { Context } from "./context";
import { needsStatements } from "./effects";

const { SyntaxKind } = ts;

const COMPARISONS: readonly ts.SyntaxKind[] = [
  SyntaxKind.EqualsEqualsEqualsToken,
  SyntaxKind.ExclamationEqualsEqualsToken,
  SyntaxKind.LessThanToken,
  SyntaxKind.LessThanEqualsToken,
  SyntaxKind.GreaterThanToken,
  SyntaxKind.GreaterThanEqualsToken,
];

/** `(name = value) !== null` and the like in the condition of a statement, evaluated once and in order. */
export function isNamedInPlace(node: ts.BinaryExpression, context: Context): boolean {
  if (node.operatorToken.kind !== SyntaxKind.EqualsToken) return false;
  const target = bare(node.left);
  if (!ts.isIdentifier(target) || needsStatements(node.right, context)) return false;
  const declaration = context.analysis.uses.declarationAt(target);
  if (declaration?.getSourceFile() !== context.file || ts.isPropertyDeclaration(scopeOf(node)))
    return false;
  if (isCell(declaration, context)) return false;
  return isAsked(node, context);
}

function isAsked(node: ts.Node, context: Context): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent) || ts.isNonNullExpression(parent))
    return isAsked(parent, context);
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent))
    return parent.expression === node;
  if (ts.isForStatement(parent)) return isLoop(parent) && parent.condition === node;
  if (ts.isPrefixUnaryExpression(parent))
    return parent.operator === SyntaxKind.ExclamationToken && isAsked(parent, context);
  if (!ts.isBinaryExpression(parent)) return false;
  const { kind } = parent.operatorToken;
  if (kind === SyntaxKind.AmpersandAmpersandToken || kind === SyntaxKind.BarBarToken)
    return isAsked(parent, context);
  return parent.left === node && COMPARISONS.includes(kind) && isAsked(parent, context);
}

export const namedExpression = (node: ts.BinaryExpression, context: Context): py.Expression => {
  const target = context.expression(node.left);
  const value = context.expression(node.right);
  return { kind: "NamedExpression", target: target.kind === "Name" ? target : name("_"), value };
};
