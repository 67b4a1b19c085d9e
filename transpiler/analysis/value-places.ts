// The places of functions and arrays as values: what they are parts of, and what is done with them.
import { ts } from "ts-morph";
import { isMethod } from "./class-syntax";
import { returnedBy } from "./returned";
import { bare, isAsync, isFunctionNode, isGenerator, type FunctionNode } from "./syntax";

/** Where an array is made: written down, or by `map`. */
export type ArrayMaker = ts.ArrayLiteralExpression | ts.CallExpression;

/** The parts of which an expression gives one, where it is a function or an array. */
export function alternativesOf(node: ts.Expression): readonly ts.Expression[] | null {
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse];
  if (!ts.isBinaryExpression(node)) return null;
  const operator = ts.tokenToString(node.operatorToken.kind);
  if (operator === "&&") return [node.right];
  return operator === "||" || operator === "??" ? [node.left, node.right] : null;
}

/** What an array holds when it is made. */
export function givenBy(array: ArrayMaker): readonly ts.Expression[] | null {
  if (ts.isCallExpression(array)) {
    const visitor = visitorOf(array);
    return visitor !== null && runsAtOnce(visitor) ? returnedBy(visitor) : null;
  }
  const isPlain = !array.elements.some(
    (element) => ts.isSpreadElement(element) || ts.isOmittedExpression(element),
  );
  return isPlain ? array.elements : null;
}

/** The function that a method of arrays gives one element at a time, and neither array nor element to others. */
export function visitorOf({
  expression: callee,
  arguments: args,
}: ts.CallExpression): FunctionNode | null {
  const [first] = args;
  if (!ts.isPropertyAccessExpression(callee) || first === undefined) return null;
  const visitor = bare(first);
  const isVisit = ["every", "forEach", "map", "some"].includes(callee.name.text);
  return isVisit && isFunctionNode(visitor) && visitor.parameters.length < 3 ? visitor : null;
}

/** The array whose elements `parameter` is given. */
export function visitedBy(parameter: ts.ParameterDeclaration): ts.Expression | null {
  const call = outside(parameter.parent).parent;
  if (!ts.isCallExpression(call) || visitorOf(call) !== parameter.parent) return null;
  const isElement = parameter.parent.parameters[0] === parameter;
  return isElement ? (call.expression as ts.PropertyAccessExpression).expression : null;
}

/** The function that gives `node` back. */
export function returnedFrom(node: ts.Node): FunctionNode | null {
  const { parent } = node;
  if (ts.isArrowFunction(parent)) return parent.body === node ? parent : null;
  if (!ts.isReturnStatement(parent)) return null;
  let current: ts.Node = parent.parent;
  while (!isFunctionNode(current) && !ts.isSourceFile(current)) current = current.parent;
  return isFunctionNode(current) ? current : null;
}

/** Whether it is only asked for whether `node` is there, or the same as another. */
export function isTested(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isPrefixUnaryExpression(parent) || ts.isTypeOfExpression(parent)) return true;
  if (ts.isIfStatement(parent) || ts.isExpressionStatement(parent)) return true;
  if (ts.isConditionalExpression(parent)) return parent.condition === node;
  if (!ts.isBinaryExpression(parent)) return false;
  const operator = ts.tokenToString(parent.operatorToken.kind) ?? "";
  if (operator === "&&") return parent.left === node;
  return ["===", "!==", "==", "!="].includes(operator);
}

function outside(node: ts.Node): ts.Node {
  const { parent } = node;
  return ts.isExpression(parent) && bare(parent) !== parent ? outside(parent) : node;
}

/** Neither a method, nor asynchronous, nor a generator. */
export const runsAtOnce = (node: FunctionNode): boolean =>
  !isMethod(node) && !isAsync(node) && !isGenerator(node);
