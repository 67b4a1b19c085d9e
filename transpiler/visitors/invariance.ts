// What stays the same as long as a loop runs: range() asks for its bounds once, JavaScript every time.
import { ts } from "ts-morph";
import { bare, isAssignmentOperator, isWithin } from "../analysis/syntax";
import type { Context } from "./context";
import { isInConstructor } from "./evaluation-order";

/** Whether nothing in the loop can change what `value` is. */
export function isInvariant(
  value: ts.Expression,
  loop: ts.ForStatement,
  context: Context,
): boolean {
  const inner = bare(value);
  if (ts.isNumericLiteral(inner)) return true;
  if (ts.isBinaryExpression(inner)) {
    return (
      !isAssignmentOperator(inner.operatorToken.kind) &&
      isInvariant(inner.left, loop, context) &&
      isInvariant(inner.right, loop, context)
    );
  }
  if (ts.isIdentifier(inner)) return isUnwritten(inner, loop, context);
  if (!ts.isPropertyAccessExpression(inner) || inner.questionDotToken !== undefined) return false;
  if (inner.name.text !== "length") return isKeptField(inner, loop, context);
  const container = bare(inner.expression);
  const kind = context.types.kindAt(container);
  if (!isUnwrittenPath(container, loop, context)) return false;
  if (["bytes", "string", "tuple", "typed"].includes(kind)) return true;
  return kind === "array" ? !context.analysis.mayResize(loop.statement, container) : false;
}

function isUnwritten(node: ts.Identifier, loop: ts.ForStatement, context: Context): boolean {
  const declaration = context.analysis.uses.declarationAt(node);
  const { writes, captured } = context.analysis.uses.of(declaration);
  if (writes.length === 0) return true;
  return !captured && !writes.some(({ target }) => isWithin(target, loop));
}

/** A field of a class that is set while its object is made, or that nothing in the loop gets at. */
function isKeptField(
  node: ts.PropertyAccessExpression,
  loop: ts.ForStatement,
  context: Context,
): boolean {
  const { uses, changes } = context.analysis;
  const field = uses.declarationAt(node.name);
  const isField =
    field !== undefined &&
    (ts.isPropertyDeclaration(field) || ts.isParameter(field)) &&
    ts.isClassLike(ts.isParameter(field) ? field.parent.parent : field.parent);
  if (!isField || !isUnwrittenPath(bare(node.expression), loop, context)) return false;
  const { writes } = uses.of(field);
  if (writes.some(({ target }) => isWithin(target, loop))) return false;
  return writes.every(({ target }) => isInConstructor(target)) || changes.runsNothing(loop);
}

function isUnwrittenPath(node: ts.Expression, loop: ts.ForStatement, context: Context): boolean {
  if (ts.isIdentifier(node)) return isUnwritten(node, loop, context);
  if (node.kind === ts.SyntaxKind.ThisKeyword) return true;
  if (ts.isElementAccessExpression(node)) return isUnwrittenElement(node, loop, context);
  if (!ts.isPropertyAccessExpression(node)) return false;
  const { writes } = context.analysis.uses.of(context.analysis.uses.declarationAt(node.name));
  const inConstructor = writes.every(({ target }) => isInConstructor(target));
  return inConstructor && isUnwrittenPath(bare(node.expression), loop, context);
}

/** `rows[y]`, where no row is put into another's place. */
function isUnwrittenElement(
  node: ts.ElementAccessExpression,
  loop: ts.ForStatement,
  context: Context,
): boolean {
  const rows = bare(node.expression);
  const index = bare(node.argumentExpression);
  return (
    context.types.kindAt(rows) === "array" &&
    isInvariant(index, loop, context) &&
    isUnwrittenPath(rows, loop, context) &&
    !context.analysis.changes.mayRearrange(loop.statement, rows)
  );
}
