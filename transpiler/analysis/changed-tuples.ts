// Whether a program treats tuples as the arrays they are in JavaScript: then all of them are lists.
import { ts } from "ts-morph";
import { CHANGING, SHORTENING } from "./container-methods";
import { bare, isAssignmentOperator, mayBeExpected } from "./syntax";
import { targetsOf } from "./targets";
import type { Types } from "./types";
import { some } from "./walk";

/** What makes tuples in Python, whatever the program's own are. */
const PAIRING = new Set(["entries", "matchAll"]);

/** Not where Python's own pairs could be among them, or where a tuple loses elements. */
export function changesTuples(files: readonly ts.SourceFile[], types: Types): boolean {
  const isTuple = (node: ts.Expression) => types.kindAt(node) === "tuple";
  const isChange = (node: ts.Node): boolean => {
    if (ts.isCallExpression(node)) return methodOf(node, isTuple, CHANGING);
    if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node))
      return isElement(node.operand, isTuple);
    if (!ts.isBinaryExpression(node)) return isGivenAsArray(node, types);
    const { kind } = node.operatorToken;
    if (isAssignmentOperator(kind))
      return targetsOf(node.left, null).some(({ target }) => isElement(target, isTuple));
    const { EqualsEqualsEqualsToken, ExclamationEqualsEqualsToken } = ts.SyntaxKind;
    const isEquality = kind === EqualsEqualsEqualsToken || kind === ExclamationEqualsEqualsToken;
    return isEquality && (isTuple(node.left) || isTuple(node.right));
  };
  const isObstacle = (node: ts.Node): boolean => {
    if (ts.isCallExpression(node)) return methodOf(node, isTuple, SHORTENING) || isPairing(node);
    if (ts.isSpreadElement(node)) return types.kindAt(node.expression) === "map";
    return ts.isForOfStatement(node) && types.kindAt(node.expression) === "map" && !isApart(node);
  };
  return (
    files.some((file) => types.memory.has("changed tuples", file, () => some(file, isChange))) &&
    !files.some((file) => some(file, isObstacle))
  );
}

function methodOf(
  node: ts.CallExpression,
  isWanted: (node: ts.Expression) => boolean,
  names: ReadonlySet<string>,
): boolean {
  const callee = node.expression;
  return (
    ts.isPropertyAccessExpression(callee) &&
    names.has(callee.name.text) &&
    isWanted(callee.expression)
  );
}

function isElement(node: ts.Expression, isTuple: (node: ts.Expression) => boolean): boolean {
  const target = bare(node);
  return ts.isElementAccessExpression(target) && isTuple(target.expression);
}

/** A tuple where an array that may change is expected. */
function isGivenAsArray(node: ts.Node, types: Types): boolean {
  if (!ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node) && !ts.isCallExpression(node))
    return false;
  if (ts.isPartOfTypeNode(node) || !mayBeExpected(node) || types.kindAt(node) !== "tuple")
    return false;
  return types.checker.getContextualType(node)?.symbol?.name === "Array";
}

const isPairing = (node: ts.CallExpression) =>
  methodOf(node, () => true, PAIRING) && !isRunOverApart(node);

function isRunOverApart(node: ts.Node): boolean {
  const { parent } = node;
  return ts.isForOfStatement(parent) && parent.expression === node && isApart(parent);
}

/** `for (const [key, value] of …)`: nobody gets the pair itself. */
const isApart = ({ initializer }: ts.ForOfStatement): boolean =>
  ts.isVariableDeclarationList(initializer) &&
  initializer.declarations.every(({ name }) => ts.isArrayBindingPattern(name));
