// What `error instanceof Error` says of a value where the program goes on.
import { ts } from "ts-morph";
import { bare, endsInExit, isFunctionNode } from "./syntax";

/** Whether `node` was found to be no error on the way to it: in an `else`, or below what errors leave by. */
export function isFoundNoError(node: ts.Expression): boolean {
  for (let current: ts.Node = node; !isFunctionNode(current); current = current.parent) {
    const { parent } = current;
    if (parent === undefined || ts.isSourceFile(parent)) return false;
    const isElse =
      (ts.isIfStatement(parent) && parent.elseStatement === current) ||
      (ts.isConditionalExpression(parent) && parent.whenFalse === current);
    const test = ts.isIfStatement(parent)
      ? parent.expression
      : ts.isConditionalExpression(parent)
        ? parent.condition
        : null;
    if (isElse && test !== null && asksForError(test, node)) return true;
    if (
      ts.isBlock(parent) &&
      parent.statements.some((before) => leftByErrors(before, current, node))
    )
      return true;
  }
  return false;
}

/** `if (error instanceof Error) { …; return }` above `later`. */
const leftByErrors = (statement: ts.Statement, later: ts.Node, error: ts.Expression): boolean =>
  statement.end <= later.pos &&
  ts.isIfStatement(statement) &&
  asksForError(statement.expression, error) &&
  endsInExit(statement.thenStatement);

function asksForError(node: ts.Expression, error: ts.Expression): boolean {
  const test = bare(node);
  return (
    ts.isBinaryExpression(test) &&
    test.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword &&
    test.right.getText() === "Error" &&
    test.left.getText() === error.getText()
  );
}
