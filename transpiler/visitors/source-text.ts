// Expressions as V8 prints them in messages (src/ast/prettyprinter.cc, CallPrinter).
import { ts } from "ts-morph";
import { bare, isAssignmentOperator } from "../analysis/syntax";

const WORDS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.FalseKeyword,
  ts.SyntaxKind.NullKeyword,
  ts.SyntaxKind.ThisKeyword,
  ts.SyntaxKind.TrueKeyword,
]);

/** null for what has another form there. */
export function sourceText(node: ts.Expression): string | null {
  const inner = bare(node);
  if (ts.isIdentifier(inner) || ts.isNumericLiteral(inner)) return inner.text;
  if (WORDS.has(inner.kind)) return ts.tokenToString(inner.kind) ?? null;
  if (isMadeInPlace(inner)) return "(intermediate value)";
  if (isOptionalLink(inner)) return null;
  if (ts.isPropertyAccessExpression(inner)) {
    const { text } = inner.name;
    return after(
      sourceText(inner.expression),
      ts.isPrivateIdentifier(inner.name) ? `[${text}]` : `.${text}`,
    );
  }
  if (ts.isCallExpression(inner)) return after(sourceText(inner.expression), "(...)");
  return ts.isElementAccessExpression(inner) ? elementText(inner) : operationText(inner);
}

const isMadeInPlace = (node: ts.Expression): boolean =>
  ts.isNewExpression(node) || ts.isArrowFunction(node) || ts.isAwaitExpression(node);

const isOptionalLink = (node: ts.Expression): boolean =>
  (node.flags & ts.NodeFlags.OptionalChain) !== 0;

const after = (base: string | null, more: string) => (base === null ? null : base + more);

function elementText(node: ts.ElementAccessExpression): string | null {
  const key = bare(node.argumentExpression);
  const base = sourceText(node.expression);
  if (ts.isStringLiteralLike(key)) return after(base, `.${key.text}`);
  const text = sourceText(key);
  return text === null ? null : after(base, `[${text}]`);
}

/** Every operation has its brackets; a number's sign belongs to the number. */
function operationText(node: ts.Expression): string | null {
  const around = (before: string, operand: ts.Expression, behind = "") => {
    const text = sourceText(operand);
    return text === null ? null : `(${before}${text}${behind})`;
  };
  if (ts.isTypeOfExpression(node)) return around("typeof ", node.expression);
  if (ts.isPostfixUnaryExpression(node))
    return around("", node.operand, ts.tokenToString(node.operator));
  if (ts.isPrefixUnaryExpression(node)) {
    const operator = ts.tokenToString(node.operator) ?? "";
    return operator === "-" && ts.isNumericLiteral(node.operand)
      ? `-${node.operand.text}`
      : around(operator, node.operand);
  }
  if (!ts.isBinaryExpression(node) || isAssignmentOperator(node.operatorToken.kind)) return null;
  const left = sourceText(node.left);
  const right = sourceText(node.right);
  const operator = ts.tokenToString(node.operatorToken.kind) ?? "";
  return left === null || right === null ? null : `(${left} ${operator} ${right})`;
}
