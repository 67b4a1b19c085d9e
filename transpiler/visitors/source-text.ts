// Expressions as V8 prints them in messages (src/ast/prettyprinter.cc, CallPrinter).
import { ts } from "ts-morph";
import { bare } from "../analysis/syntax";

/** null for what has another form there. */
export function sourceText(node: ts.Expression): string | null {
  const inner = bare(node);
  if (ts.isIdentifier(inner) || ts.isNumericLiteral(inner)) return inner.text;
  if (inner.kind === ts.SyntaxKind.ThisKeyword) return "this";
  if (ts.isBinaryExpression(inner)) return binaryText(inner);
  if (ts.isPrefixUnaryExpression(inner) && inner.operator === ts.SyntaxKind.MinusToken)
    return ts.isNumericLiteral(inner.operand) ? `-${inner.operand.text}` : null;
  if (isOptionalLink(inner)) return null;
  if (ts.isPropertyAccessExpression(inner))
    return after(sourceText(inner.expression), `.${inner.name.text}`);
  if (ts.isCallExpression(inner)) return after(sourceText(inner.expression), "(...)");
  if (!ts.isElementAccessExpression(inner)) return null;
  const key = bare(inner.argumentExpression);
  const base = sourceText(inner.expression);
  if (ts.isStringLiteralLike(key)) return after(base, `.${key.text}`);
  const text = sourceText(key);
  return text === null ? null : after(base, `[${text}]`);
}

const isOptionalLink = (node: ts.Expression): boolean =>
  (node.flags & ts.NodeFlags.OptionalChain) !== 0;

const after = (base: string | null, more: string) => (base === null ? null : base + more);

const PLAIN_OPERATORS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AsteriskToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.MinusToken,
  ts.SyntaxKind.PercentToken,
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

function binaryText(node: ts.BinaryExpression): string | null {
  if (!PLAIN_OPERATORS.has(node.operatorToken.kind)) return null;
  const left = sourceText(node.left);
  const right = sourceText(node.right);
  const operator = ts.tokenToString(node.operatorToken.kind) ?? "";
  return left === null || right === null ? null : `(${left} ${operator} ${right})`;
}
