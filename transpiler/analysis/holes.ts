// Holes of arrays, which Python fills with None: who could tell them from undefined.
import { ts } from "ts-morph";
import { isPrivate } from "./class-syntax";
import { LENGTHENING } from "./container-methods";
import { bare, isWritten } from "./syntax";
import type { Uses } from "./uses";

/** Methods that take a hole for undefined. */
const BLIND = new Set(
  "at fill find findIndex findLast findLastIndex includes join length pop push values keys entries".split(
    " ",
  ),
);

/** "shown": the console alone can tell the holes from undefined. */
export type Sight = "seen" | "shown" | "unseen";

/** Who can tell the holes of what `node` makes from undefined. */
export function sightOf(node: ts.Node, uses: Uses): Sight {
  const { parent } = node;
  if (ts.isSpreadElement(parent)) return "unseen";
  if (isArgumentOf(node, "Array.from")) return "unseen";
  if (isArgumentOf(node, "console.log")) return "shown";
  if (ts.isPropertyAccessExpression(parent)) return BLIND.has(parent.name.text) ? "unseen" : "seen";
  if (ts.isVariableDeclaration(parent)) return sightOfVariable(parent, uses);
  // `this.values = new Array(n);`
  return ts.isBinaryExpression(parent) && parent.right === node
    ? sightOfArray(parent.left, uses)
    : "seen";
}

/** The same for the array of a variable, with all that is done with it. */
function sightOfVariable(declaration: ts.Declaration, uses: Uses): Sight {
  return sightOfHolder(declaration, uses, new Set());
}

/** The same for what `array` names: a variable, a parameter, or a private field of `this`. */
export function sightOfArray(array: ts.Expression, uses: Uses): Sight {
  const declaration = holderOf(array, uses);
  return declaration === undefined ? "seen" : sightOfVariable(declaration, uses);
}

function holderOf(array: ts.Expression, uses: Uses): ts.Declaration | undefined {
  const inner = bare(array);
  if (ts.isIdentifier(inner)) return uses.declarationAt(inner);
  const isOwn =
    ts.isPropertyAccessExpression(inner) && inner.expression.kind === ts.SyntaxKind.ThisKeyword;
  return isOwn ? uses.declarationAt(inner.name) : undefined;
}

/** @param seen what is being asked for: a function that hands its parameter to itself */
function sightOfHolder(declaration: ts.Declaration, uses: Uses, seen: Set<ts.Node>): Sight {
  if (seen.has(declaration)) return "unseen";
  seen.add(declaration);
  const { references, writes } = uses.of(declaration);
  if (!writes.every(({ node }) => makesField(node, declaration))) return "seen";
  const origins = originsOf(declaration, uses, seen);
  const sights = references.map((reference) => sightOfUse(accessOf(reference), uses, seen));
  return worst([...origins, ...sights]);
}

const worst = (sights: readonly Sight[]): Sight =>
  sights.includes("seen") ? "seen" : sights.includes("shown") ? "shown" : "unseen";

/** Who sees the arrays that `declaration` is made from, beside itself. */
function originsOf(declaration: ts.Declaration, uses: Uses, seen: Set<ts.Node>): Sight[] {
  if (ts.isVariableDeclaration(declaration)) {
    const other = declaration.initializer && holderOf(declaration.initializer, uses);
    return other === undefined ? [] : [sightOfHolder(other, uses, seen)];
  }
  if (ts.isPropertyDeclaration(declaration)) {
    const { initializer } = declaration;
    const isOwn = initializer === undefined || isFresh(initializer);
    return isPrivate(declaration) && isOwn ? [] : ["seen"];
  }
  if (!ts.isParameter(declaration) || !ts.isFunctionDeclaration(declaration.parent))
    return ["seen"];
  const { initializer, parent, dotDotDotToken } = declaration;
  if (dotDotDotToken !== undefined || (initializer !== undefined && !isFresh(initializer)))
    return ["seen"];
  const index = parent.parameters.indexOf(declaration);
  return uses.of(parent).references.map((reference) => {
    const call = reference.parent;
    if (!ts.isCallExpression(call) || call.expression !== reference) return "seen";
    if (call.arguments.some(ts.isSpreadElement)) return "seen";
    const given = call.arguments[index];
    if (given === undefined || isFresh(given)) return "unseen";
    const holder = ts.isIdentifier(bare(given)) ? holderOf(given, uses) : undefined;
    return holder === undefined ? "seen" : sightOfHolder(holder, uses, seen);
  });
}

/** `this.values = new Array(n);` */
function makesField(node: ts.Node, declaration: ts.Declaration): boolean {
  return (
    ts.isPropertyDeclaration(declaration) &&
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    ts.isExpressionStatement(node.parent) &&
    ts.isPropertyAccessExpression(node.left) &&
    node.left.expression.kind === ts.SyntaxKind.ThisKeyword &&
    isFresh(node.right)
  );
}

function isFresh(node: ts.Expression): boolean {
  const inner = bare(node);
  return (
    ts.isArrayLiteralExpression(inner) ||
    (ts.isNewExpression(inner) && inner.expression.getText() === "Array")
  );
}

/** `this.values` for the name in it. */
function accessOf(reference: ts.Node): ts.Node {
  const { parent } = reference;
  return ts.isPropertyAccessExpression(parent) && parent.name === reference ? parent : reference;
}

function sightOfUse(use: ts.Node, uses: Uses, seen: Set<ts.Node>): Sight {
  if (isBlind(use)) return "unseen";
  if (isPrinted(use)) return "shown";
  const { parent } = use;
  // Another name for it.
  if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name))
    return sightOfHolder(parent, uses, seen);
  if (!ts.isCallExpression(parent) || !ts.isIdentifier(parent.expression)) return "seen";
  const callee = uses.declarationAt(parent.expression);
  const index = parent.arguments.indexOf(use as ts.Expression);
  const parameter =
    callee !== undefined && ts.isFunctionDeclaration(callee) ? callee.parameters[index] : undefined;
  if (parameter === undefined || !ts.isIdentifier(parameter.name)) return "seen";
  return sightOfHolder(parameter, uses, seen);
}

function isBlind(reference: ts.Node): boolean {
  const use = reference.parent;
  if (ts.isElementAccessExpression(use)) return use.expression === reference;
  if (ts.isForOfStatement(use) || ts.isSpreadElement(use)) return true;
  if (ts.isBinaryExpression(use) && use.left === reference)
    return ts.isExpressionStatement(use.parent);
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
    if (ts.isPropertyAccessExpression(use) && LENGTHENING.has(use.name.text)) return false;
    if (!ts.isElementAccessExpression(use) || !isWritten(use)) continue;
    const at = bare(use.argumentExpression);
    if (!ts.isNumericLiteral(at)) return false;
    stored.add(Number(at.text));
  }
  for (let i = array.elements.length; i < Number(place.text); i++) if (!stored.has(i)) return true;
  return false;
}
