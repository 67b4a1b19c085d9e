// `this.method = this.method.bind(this)` in a constructor: what Python's methods are anyway.
import { ts } from "ts-morph";
import { constructorOf } from "../analysis/class-syntax";
import { lookInto } from "../analysis/walk";

/** Whether the class of the method `declaration` binds it, so that it never loses its `this`. */
export const isBoundByClass = (declaration: ts.Declaration | undefined): boolean =>
  declaration !== undefined &&
  ts.isMethodDeclaration(declaration) &&
  ts.isClassLike(declaration.parent) &&
  declaration.parent.heritageClauses === undefined &&
  boundMethods(declaration.parent).includes(declaration.name.getText());

/** The methods that the constructor of a class makes members of each object. */
export const boundMethods = (node: ts.ClassLikeDeclaration): string[] =>
  (constructorOf(lookInto(node))?.body?.statements ?? []).flatMap(boundBy);

function boundBy(statement: ts.Statement): string[] {
  if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression))
    return [];
  const { left, operatorToken, right } = statement.expression;
  const isBinding =
    operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    ts.isPropertyAccessExpression(left) &&
    left.expression.kind === ts.SyntaxKind.ThisKeyword &&
    right.getText() === `${left.getText()}.bind(this)`;
  return isBinding ? [left.name.text] : [];
}
