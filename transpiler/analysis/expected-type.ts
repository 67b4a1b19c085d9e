// What a value is expected to be where it stands.
import { ts } from "ts-morph";
import { isAsync, isFunctionNode, isGenerator, propertyName } from "./syntax";
import type { Types } from "./types";

/**
 * The type that TypeScript expects of `node`; where it expects none, the one that it has made of all
 * that may stand there: it drops `{ run: () => void }` beside `{ run(): void; stop?(): void }`.
 */
export const expectedType = (node: ts.Expression, types: Types): ts.Type | undefined =>
  types.checker.getContextualType(node) ?? wholeType(node, types);

function wholeType(node: ts.Expression, types: Types): ts.Type | undefined {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return wholeType(parent, types);
  if (isAlternative(node)) return wholeType(parent as ts.Expression, types) ?? types.typeAt(parent);
  if (ts.isArrayLiteralExpression(parent)) {
    const array = wholeType(parent, types) ?? types.typeAt(parent);
    return types.checker.getIndexTypeOfType(array, ts.IndexKind.Number);
  }
  if (ts.isPropertyAssignment(parent) || ts.isShorthandPropertyAssignment(parent))
    return memberType(parent, types);
  return returnedType(node, types);
}

/** What the member of a literal is expected to be, where it is one of several of another type. */
function memberType(
  { name, parent }: ts.PropertyAssignment | ts.ShorthandPropertyAssignment,
  types: Types,
): ts.Type | undefined {
  const text = propertyName(name);
  const member = text === undefined ? undefined : wholeType(parent, types)?.getProperty(text);
  return member && types.checker.getTypeOfSymbol(member);
}

/** Whether `node` is one of those values of which its parent is one. */
function isAlternative(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isConditionalExpression(parent)) return parent.condition !== node;
  return (
    ts.isBinaryExpression(parent) &&
    [ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken].includes(
      parent.operatorToken.kind,
    )
  );
}

/** What a function without a declared type gives, if `node` is a part of that. */
function returnedType(node: ts.Expression, { checker }: Types): ts.Type | undefined {
  const { parent } = node;
  const isYielded = ts.isYieldExpression(parent) && parent.asteriskToken === undefined;
  const isReturned = isYielded || ts.isReturnStatement(parent) || ts.isArrowFunction(parent);
  const owner = isReturned ? ts.findAncestor(parent, isFunctionNode) : undefined;
  const signature = owner && checker.getSignatureFromDeclaration(owner);
  const type = signature && checker.getReturnTypeOfSignature(signature);
  if (type === undefined || owner === undefined) return undefined;
  if (isGenerator(owner))
    return isYielded ? checker.getTypeArguments(type as ts.TypeReference)[0] : undefined;
  return isAsync(owner) ? checker.getAwaitedType(type) : type;
}
