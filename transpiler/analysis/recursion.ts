// Functions that may call themselves, through others too: they may recurse too deeply.
import { ts } from "ts-morph";
import { components } from "./components";
import { isFunctionNode, type FunctionNode } from "./syntax";
import type { Uses } from "./uses";
import { walk } from "./walk";

/** Whether any function of the program names itself, or one that leads back to it. */
export function recurses(files: readonly ts.SourceFile[], uses: Uses): boolean {
  const named = new Map<ts.Node, Set<ts.Node>>();
  for (const file of files)
    walk(file, (node) => {
      if (isFunctionNode(node)) enter(node, uses, named);
    });
  return components(named).size > 0;
}

/** Every function around a mention of `node` may call it. */
function enter(node: FunctionNode, uses: Uses, named: Map<ts.Node, Set<ts.Node>>): void {
  if (!named.has(node)) named.set(node, new Set());
  for (const reference of uses.of(holderOf(node)).references)
    for (let around = reference.parent; !ts.isSourceFile(around); around = around.parent)
      if (isFunctionNode(around)) named.set(around, (named.get(around) ?? new Set()).add(node));
}

/** What mentions of a function name: its variable, or the class that it makes instances of. */
function holderOf(node: FunctionNode): ts.Declaration {
  const { parent } = node;
  const isNamedByParent =
    ts.isVariableDeclaration(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isConstructorDeclaration(node);
  return isNamedByParent ? (parent as ts.Declaration) : node;
}
