// Arrays that stay in the variable they are made for: all that gets into them can be seen.
import { ts } from "ts-morph";
import { isPrivate } from "./class-syntax";
import { GIVING_ARRAYS, GIVING_ITSELF, KEEPING_TO_ITSELF } from "./container-methods";
import { isInLibrary } from "./library-files";
import { bare } from "./syntax";
import type { Uses } from "./uses";

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
  if (initializer === undefined || !isFresh(bare(initializer), uses)) return false;
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
    isFresh(bare(made), uses) &&
    references.every((reference) => isMade(reference) || isStaying(reference))
  );
}

/** Whether an array, a Map or a Set is reached by nothing but its variable, as long as the function that made it runs. */
export function isUnaliased(declaration: ts.VariableDeclaration, uses: Uses): boolean {
  const { initializer } = declaration;
  if (initializer === undefined) return false;
  const made = bare(initializer);
  const isMap = ts.isNewExpression(made) && ["Map", "Set"].includes(made.expression.getText());
  if (!isMap && !isFresh(made, uses)) return false;
  const { references, writes } = uses.of(declaration);
  const isReturned = ({ parent }: ts.Node) => ts.isReturnStatement(parent);
  return (
    writes.length === 0 &&
    references.every((reference) => isReturned(reference) || isStaying(reference))
  );
}

function isFresh(node: ts.Expression, uses: Uses): boolean {
  if (ts.isArrayLiteralExpression(node)) return true;
  if (ts.isNewExpression(node)) return node.expression.getText() === "Array";
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const { name, expression } = node.expression;
  if (GIVING_ITSELF.has(name.text)) return isFresh(bare(expression), uses);
  // A class of the program may have such a method too, and give a field.
  const declaration = uses.declarationAt(name);
  const isMaker = GIVING_ARRAYS.has(name.text) || name.text === "split";
  return isMaker && declaration !== undefined && isInLibrary(declaration);
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
  const name = use.name.text;
  const call = use.parent;
  if (!ts.isCallExpression(call)) return name === "length" || name === "size";
  if (GIVING_ITSELF.has(name)) return ts.isExpressionStatement(call.parent);
  return KEEPING_TO_ITSELF.has(name) && isQuiet(call, name);
}

/** Callbacks with a third parameter hand the array itself on. */
function isQuiet(call: ts.CallExpression, method: string): boolean {
  const callback = call.arguments[0];
  const parameters = callback && ts.isFunctionLike(callback) ? callback.parameters.length : 0;
  return parameters < (method.startsWith("reduce") ? 4 : 3);
}
