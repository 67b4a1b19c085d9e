// `var`, where it means what `let` means: read after it, in its block, and the same in all turns of a loop.
import { ts } from "ts-morph";
import { isFunctionNode, isLoop, isWithin } from "../analysis/syntax";
import { walk } from "../analysis/walk";
import { blockOf } from "../naming/scope-names";
import type { Context } from "./context";

export function checkVariableKind(list: ts.VariableDeclarationList, context: Context): void {
  const isVar = (list.flags & ts.NodeFlags.BlockScoped) === 0;
  if (isVar && !namesIn(list).every((node) => isLikeLet(node, context)))
    context.refuse(list, "unsupportedSyntax", "`var`", "Write `let` or `const`.");
}

type Bound = ts.BindingElement | ts.VariableDeclaration;

/** The declarations of single names in `list`. */
function namesIn(list: ts.VariableDeclarationList): Bound[] {
  const found: Bound[] = [];
  walk(list, (node) => {
    if (isFunctionNode(node)) return false;
    const isBound = ts.isVariableDeclaration(node) || ts.isBindingElement(node);
    if (isBound && ts.isIdentifier(node.name)) found.push(node);
    return true;
  });
  return found;
}

function isLikeLet(node: Bound, context: Context): boolean {
  const block = blockOf(node);
  const { references, captured } = context.analysis.uses.of(node);
  const symbol = context.types.symbolAt(node.name);
  const isInOrder = references.every((one) => isWithin(one, block) && one.pos > node.name.pos);
  if (symbol?.declarations?.length !== 1 || !isInOrder) return false;
  // In a loop `let` makes a new variable each turn; `var x;` keeps what was there.
  const isSet = node.initializer !== undefined || !ts.isVariableStatement(node.parent.parent);
  return !isInLoop(node) || (!captured && isSet);
}

function isInLoop(node: ts.Node): boolean {
  for (let current = node.parent; current !== undefined; current = current.parent) {
    if (isLoop(current)) return true;
    if (isFunctionNode(current)) return false;
  }
  return false;
}
