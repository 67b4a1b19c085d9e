// Holes of arrays, which Python fills with None: who could tell them from undefined.
import { ts } from "ts-morph";
import type { Uses } from "./uses";

/** Methods that take a hole for undefined. */
const BLIND = new Set("at fill includes join length pop push values keys entries".split(" "));

/** Whether nobody can tell the holes from undefined. */
export function isFilledLater(node: ts.Node, uses: Uses): boolean {
  const { parent } = node;
  if (ts.isSpreadElement(parent)) return true;
  if (ts.isCallExpression(parent) && parent.expression.getText() === "Array.from") return true;
  if (ts.isPropertyAccessExpression(parent)) return BLIND.has(parent.name.text);
  return ts.isVariableDeclaration(parent) && areHolesUnseen(parent, uses);
}

/** Whether all that is done with the array of a variable takes a hole for undefined. */
export function areHolesUnseen(declaration: ts.Declaration, uses: Uses): boolean {
  const { references, writes } = uses.of(declaration);
  if (!ts.isVariableDeclaration(declaration)) return false;
  return (
    writes.length === 0 &&
    references.every((reference) => {
      const use = reference.parent;
      if (ts.isElementAccessExpression(use)) return use.expression === reference;
      if (ts.isForOfStatement(use) || ts.isSpreadElement(use)) return true;
      return ts.isPropertyAccessExpression(use) && BLIND.has(use.name.text);
    })
  );
}
