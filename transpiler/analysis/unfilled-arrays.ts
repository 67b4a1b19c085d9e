// `new Array(n)`: an array of holes, until a loop has filled it.
import { ts } from "ts-morph";
import { bare } from "./syntax";
import type { Types } from "./types";
import type { Uses } from "./uses";
import { some } from "./walk";

/** Whether `node` makes an array of holes that some code may see. */
export function isUnfilled(node: ts.Node, types: Types, uses: Uses): boolean {
  if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return false;
  const [length, second] = node.arguments ?? [];
  if (node.expression.getText() !== "Array" || length === undefined || second !== undefined)
    return false;
  if (types.kindAt(length) !== "number") return false;
  const { parent } = node;
  // `new Array(n).fill(0)`, `[...Array(n).keys()]`: who takes it at once does not keep it.
  if (ts.isPropertyAccessExpression(parent)) return false;
  return !isFilledAtOnce(node, length, uses);
}

/** Whether a loop puts something into every hole of what `node` makes before anybody looks at it. */
export const isFilledAtOnce = ({ parent }: ts.Node, length: ts.Expression, uses: Uses): boolean =>
  ts.isVariableDeclaration(parent) && isFilledByLoop(parent, length.getText(), uses);

/** Whether `for (let i = 0; …) values[i] = …` comes before all other uses. */
function isFilledByLoop(declaration: ts.VariableDeclaration, length: string, uses: Uses): boolean {
  const [first] = uses
    .of(declaration)
    .references.filter((reference) => !isLengthAsked(reference))
    .toSorted((one, other) => one.pos - other.pos);
  const target = first?.parent;
  if (target === undefined || !ts.isElementAccessExpression(target)) return false;
  const store = target.parent;
  const isStore =
    ts.isBinaryExpression(store) &&
    store.left === target &&
    store.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  if (!isStore || !ts.isExpressionStatement(store.parent)) return false;
  const { parent } = store.parent;
  const loop = ts.isBlock(parent) ? parent.parent : parent;
  if (!ts.isForStatement(loop)) return false;
  const index = target.argumentExpression;
  const ends = [`${declaration.name.getText()}.length`, length].map(
    (end) => `${index.getText()} < ${end}`,
  );
  const isToTheEnd = ends.includes(loop.condition?.getText() ?? "");
  return isToTheEnd && countsFromZero(loop, index, uses);
}

const isLengthAsked = ({ parent }: ts.Node): boolean =>
  ts.isPropertyAccessExpression(parent) && parent.name.text === "length";

/** Whether `index` is the variable of `loop`, which begins with 0 and leaves no turn out. */
function countsFromZero(loop: ts.ForStatement, index: ts.Expression, uses: Uses): boolean {
  const { initializer, incrementor } = loop;
  if (initializer === undefined || !ts.isVariableDeclarationList(initializer)) return false;
  const counter = uses.declarationAt(bare(index));
  const [variable] = initializer.declarations;
  if (counter === undefined || counter !== variable) return false;
  const leaves = some(
    loop.statement,
    (part) =>
      ts.isBreakStatement(part) || ts.isContinueStatement(part) || ts.isReturnStatement(part),
  );
  return (
    !leaves &&
    variable.initializer?.getText() === "0" &&
    /^(\w+\+\+|\+\+\w+)$/.test(incrementor?.getText() ?? "")
  );
}
