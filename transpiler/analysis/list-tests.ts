// Where `Array.isArray` has said that a value is no list: TypeScript does not narrow `unknown` by it.
import { ts } from "ts-morph";
import { bare, endsInExit, isFunctionNode, type FunctionNode } from "./syntax";
import type { Types } from "./types";

/** Whether a test before `place` leaves no list for `value`; of a predicate, its own test. */
export function isNoList(value: ts.Node, place: ts.Node, types: Types): boolean {
  if (!ts.isExpression(value)) return false;
  const text = bare(value).getText();
  if (ts.isTypePredicateNode(place)) {
    const result = isFunctionNode(place.parent) ? resultOf(place.parent) : undefined;
    return result !== undefined && denies(result, text, true);
  }
  const declaration = types.declarationAt(bare(value));
  for (let node = place; !isStop(node, declaration); node = node.parent)
    if (isRuledOut(node, text)) return true;
  return false;
}

/** Outside of what declares a variable there is no test of it. */
const isStop = (node: ts.Node, declaration: ts.Declaration | undefined): boolean =>
  ts.isSourceFile(node) || node === declaration || node === declaration?.parent;

/** Whether what stands beside or before `node` says so. */
function isRuledOut(node: ts.Node, text: string): boolean {
  const { parent } = node;
  if (ts.isIfStatement(parent) && node !== parent.expression)
    return denies(parent.expression, text, node === parent.thenStatement);
  if (ts.isConditionalExpression(parent) && node !== parent.condition)
    return denies(parent.condition, text, node === parent.whenTrue);
  if (ts.isBinaryExpression(parent) && node === parent.right) {
    const { kind } = parent.operatorToken;
    if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return denies(parent.left, text, true);
    return kind === ts.SyntaxKind.BarBarToken && denies(parent.left, text, false);
  }
  if (!ts.isBlock(parent)) return false;
  const before = parent.statements.slice(0, parent.statements.indexOf(node as ts.Statement));
  return before.some(
    (statement) =>
      ts.isIfStatement(statement) &&
      statement.elseStatement === undefined &&
      endsInExit(statement.thenStatement) &&
      denies(statement.expression, text, false),
  );
}

/** Whether `test`, being true (or false), says that what is written as `text` is no list. */
function denies(test: ts.Expression, text: string, whenTrue: boolean): boolean {
  const inner = bare(test);
  if (ts.isPrefixUnaryExpression(inner) && inner.operator === ts.SyntaxKind.ExclamationToken)
    return denies(inner.operand, text, !whenTrue);
  const joint = whenTrue ? ts.SyntaxKind.AmpersandAmpersandToken : ts.SyntaxKind.BarBarToken;
  if (ts.isBinaryExpression(inner) && inner.operatorToken.kind === joint)
    return denies(inner.left, text, whenTrue) || denies(inner.right, text, whenTrue);
  const isAsked =
    ts.isCallExpression(inner) && inner.expression.getText() === "Array.isArray" && !whenTrue;
  const [argument] = isAsked ? inner.arguments : [];
  return argument !== undefined && bare(argument).getText() === text;
}

/** What a function of one `return` gives. */
function resultOf({ body }: FunctionNode): ts.Expression | undefined {
  if (body === undefined || !ts.isBlock(body)) return body;
  const [statement] = body.statements;
  return statement !== undefined && ts.isReturnStatement(statement)
    ? statement.expression
    : undefined;
}
