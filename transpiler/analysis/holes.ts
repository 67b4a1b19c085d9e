// Holes of arrays, which Python fills with None: who could tell them from undefined.
import { ts } from "ts-morph";
import { bare, isAssignmentOperator } from "./syntax";
import type { Uses } from "./uses";

/** Methods that take a hole for undefined. */
const BLIND = new Set(
  "at fill find findIndex findLast findLastIndex includes join length pop push values keys entries".split(
    " ",
  ),
);
/** Methods that make an array longer. */
const GROWING = new Set(["push", "splice", "unshift"]);

/** "shown": the console alone can tell the holes from undefined. */
export type Sight = "seen" | "shown" | "unseen";

/** Who can tell the holes of what `node` makes from undefined. */
export function sightOf(node: ts.Node, uses: Uses): Sight {
  const { parent } = node;
  if (ts.isSpreadElement(parent)) return "unseen";
  if (isArgumentOf(node, "Array.from")) return "unseen";
  if (isArgumentOf(node, "console.log")) return "shown";
  if (ts.isPropertyAccessExpression(parent)) return BLIND.has(parent.name.text) ? "unseen" : "seen";
  return ts.isVariableDeclaration(parent) ? sightOfVariable(parent, uses) : "seen";
}

/** The same for the array of a variable, with all that is done with it. */
export function sightOfVariable(declaration: ts.Declaration, uses: Uses): Sight {
  const { references, writes } = uses.of(declaration);
  if (!ts.isVariableDeclaration(declaration) || writes.length > 0) return "seen";
  if (!references.every((reference) => isBlind(reference) || isPrinted(reference))) return "seen";
  return references.some(isPrinted) ? "shown" : "unseen";
}

function isBlind(reference: ts.Node): boolean {
  const use = reference.parent;
  if (ts.isElementAccessExpression(use)) return use.expression === reference;
  if (ts.isForOfStatement(use) || ts.isSpreadElement(use)) return true;
  if (isArgumentOf(reference, "JSON.stringify")) return true;
  return ts.isPropertyAccessExpression(use) && BLIND.has(use.name.text);
}

const isPrinted = (reference: ts.Node): boolean => isArgumentOf(reference, "console.log");

const isArgumentOf = ({ parent }: ts.Node, callee: string): boolean =>
  ts.isCallExpression(parent) && parent.expression.getText() === callee;

/** Whether a store at `index`, or a length, leaves a hole for sure: nothing else made the array longer. */
export function leavesHole(declaration: ts.Declaration, index: ts.Expression, uses: Uses): boolean {
  const place = bare(index);
  if (!ts.isNumericLiteral(place) || !ts.isVariableDeclaration(declaration)) return false;
  const array = declaration.initializer && bare(declaration.initializer);
  if (array === undefined || !ts.isArrayLiteralExpression(array)) return false;
  const { references, writes } = uses.of(declaration);
  if (writes.length > 0 || array.elements.some(ts.isSpreadElement)) return false;
  const stored = new Set<number>();
  for (const reference of references) {
    const use = reference.parent;
    if (ts.isPropertyAccessExpression(use) && GROWING.has(use.name.text)) return false;
    if (!ts.isElementAccessExpression(use) || !isTarget(use)) continue;
    const at = bare(use.argumentExpression);
    if (!ts.isNumericLiteral(at)) return false;
    stored.add(Number(at.text));
  }
  for (let i = array.elements.length; i < Number(place.text); i++) if (!stored.has(i)) return true;
  return false;
}

const isTarget = (node: ts.Expression): boolean =>
  ts.isBinaryExpression(node.parent) &&
  node.parent.left === node &&
  isAssignmentOperator(node.parent.operatorToken.kind);
