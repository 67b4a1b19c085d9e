// The parts of an expression, in the order in which JavaScript evaluates them.
import { ts } from "ts-morph";
import { bare, valuesIn } from "../analysis/syntax";

/** The parts of `node` that are evaluated before it, in JavaScript's order. */
export function partsOf(node: ts.Node): ts.Expression[] {
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
    return [...calleeParts(node.expression), ...(node.arguments ?? []).map(spreadPart)];
  }
  if (ts.isDeleteExpression(node)) return partsOf(bare(node.expression));
  if (ts.isArrayLiteralExpression(node)) {
    return node.elements.filter((part) => !ts.isOmittedExpression(part)).map(spreadPart);
  }
  if (ts.isObjectLiteralExpression(node)) return node.properties.flatMap(propertyParts);
  if (ts.isTemplateExpression(node)) return valuesIn(node);
  if (ts.isTaggedTemplateExpression(node))
    return [...calleeParts(node.tag), ...valuesIn(node.template)];
  const parts: ts.Expression[] = [];
  ts.forEachChild(node, (child) => {
    if (!ts.isTypeNode(child) && !ts.isToken(child) && ts.isExpression(child)) parts.push(child);
    else if (ts.isIdentifier(child) || child.kind === ts.SyntaxKind.ThisKeyword)
      parts.push(child as ts.Expression);
  });
  return ts.isPropertyAccessExpression(node) ? parts.slice(0, 1) : parts;
}

/** A method is looked up at its object, which is what has to be kept. */
function calleeParts(callee: ts.Expression): ts.Expression[] {
  const inner = bare(callee);
  if (inner.kind === ts.SyntaxKind.SuperKeyword) return [];
  if (!ts.isPropertyAccessExpression(inner)) return [inner];
  return inner.expression.kind === ts.SyntaxKind.SuperKeyword ? [] : [inner.expression];
}

const spreadPart = (node: ts.Expression): ts.Expression =>
  ts.isSpreadElement(node) ? node.expression : node;

function propertyParts(node: ts.ObjectLiteralElementLike): ts.Expression[] {
  if (ts.isSpreadAssignment(node)) return [node.expression];
  if (ts.isShorthandPropertyAssignment(node)) return [node.name];
  if (!ts.isPropertyAssignment(node)) return [];
  return ts.isComputedPropertyName(node.name)
    ? [node.name.expression, node.initializer]
    : [node.initializer];
}
