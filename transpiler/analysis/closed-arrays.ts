// Arrays that stay in the variable they are made for: all that gets into them can be seen.
import { ts } from "ts-morph";
import { isPrivate } from "./class-syntax";
import { bare } from "./syntax";
import type { Uses } from "./uses";

/** Methods that do not hand on what they belong to. */
const STAYING = new Set(
  "at clear concat delete entries every fill filter find findIndex findLast findLastIndex flat flatMap forEach get has includes indexOf join keys lastIndexOf length map pop push reduce reduceRight shift size slice some splice toReversed toSorted toSpliced unshift values with".split(
    " ",
  ),
);
/** Methods that make a new array. */
const MAKING = new Set(
  "concat filter flat flatMap from map slice split toReversed toSorted toSpliced of".split(" "),
);

/** For each program by itself: a file that did not change may be part of many. */
const known = new WeakMap<Uses, Map<ts.Declaration, boolean>>();

export function isClosedArray(declaration: ts.Declaration, uses: Uses): boolean {
  const ofProgram = known.get(uses) ?? new Map<ts.Declaration, boolean>();
  known.set(uses, ofProgram);
  const result = ofProgram.get(declaration) ?? isClosed(declaration, uses);
  ofProgram.set(declaration, result);
  return result;
}

function isClosed(declaration: ts.Declaration, uses: Uses): boolean {
  const isVariable = ts.isVariableDeclaration(declaration) && ts.isIdentifier(declaration.name);
  const isField = ts.isPropertyDeclaration(declaration) && isPrivate(declaration);
  if (!isVariable && !isField) return false;
  const { initializer } = declaration;
  if (initializer === undefined || !isFresh(bare(initializer))) return false;
  const { references, writes } = uses.of(declaration);
  return writes.length === 0 && references.every(isStaying);
}

/** The same for a private field that the constructor makes, and nothing else writes to. */
export function isClosedField(field: ts.Declaration, made: ts.Expression, uses: Uses): boolean {
  const { references, writes } = uses.of(field);
  const isMade = (reference: ts.Node) =>
    writes.some(({ target }) => target === reference || target === reference.parent);
  return (
    ts.isPropertyDeclaration(field) &&
    isPrivate(field) &&
    isFresh(bare(made)) &&
    references.every((reference) => isMade(reference) || isStaying(reference))
  );
}

/** Whether an array, a Map or a Set is reached by nothing but its variable, as long as the function that made it runs. */
export function isUnaliased(declaration: ts.VariableDeclaration, uses: Uses): boolean {
  const { initializer } = declaration;
  if (initializer === undefined) return false;
  const made = bare(initializer);
  const isMap = ts.isNewExpression(made) && ["Map", "Set"].includes(made.expression.getText());
  if (!isMap && !isFresh(made)) return false;
  const { references, writes } = uses.of(declaration);
  const isReturned = ({ parent }: ts.Node) => ts.isReturnStatement(parent);
  return (
    writes.length === 0 &&
    references.every((reference) => isReturned(reference) || isStaying(reference))
  );
}

function isFresh(node: ts.Expression): boolean {
  if (ts.isArrayLiteralExpression(node)) return true;
  if (ts.isNewExpression(node)) return node.expression.getText() === "Array";
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const { name, expression } = node.expression;
  if (name.text === "fill" || name.text === "sort") return isFresh(bare(expression));
  return MAKING.has(name.text);
}

function isStaying(reference: ts.Node): boolean {
  const isMember =
    ts.isPropertyAccessExpression(reference.parent) && reference.parent.name === reference;
  const access = isMember ? reference.parent : reference;
  const use = access.parent;
  if (ts.isElementAccessExpression(use) && use.expression === access) return true;
  if (ts.isForOfStatement(use)) return use.expression === access;
  if (ts.isSpreadElement(use)) return true;
  if (!ts.isPropertyAccessExpression(use) || use.expression !== access) return false;
  if (STAYING.has(use.name.text)) return isQuiet(use);
  const isStatement =
    ts.isCallExpression(use.parent) && ts.isExpressionStatement(use.parent.parent);
  return isStatement && ["add", "reverse", "set", "sort"].includes(use.name.text);
}

/** `fill` and callbacks with a third parameter hand the array itself on. */
function isQuiet(use: ts.PropertyAccessExpression): boolean {
  const call = use.parent;
  if (!ts.isCallExpression(call)) return true;
  if (use.name.text === "fill") return ts.isExpressionStatement(call.parent);
  const callback = call.arguments[0];
  const parameters = callback && ts.isFunctionLike(callback) ? callback.parameters.length : 0;
  return parameters < (use.name.text.startsWith("reduce") ? 4 : 3);
}
