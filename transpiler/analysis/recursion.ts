// Functions that may call themselves, through others too: they may recurse too deeply.
import { ts } from "ts-morph";
import { components } from "./components";
import { FUNCTIONS, isFunctionNode, propertyName, type FunctionNode } from "./syntax";
import type { Uses } from "./uses";
import { walkKinds } from "./walk";

const CALLS = new Set([ts.SyntaxKind.CallExpression]);

/** Whether any function of the program names itself, or one that leads back to it. */
export function recurses(files: readonly ts.SourceFile[], uses: Uses): boolean {
  const named = new Map<ts.Node, Set<ts.Node>>();
  const called = new Map<string, ts.Node[]>();
  for (const file of files) walkKinds(file, CALLS, (node) => enterCalled(node, called));
  for (const file of files)
    walkKinds(file, FUNCTIONS, (node) => {
      if (isFunctionNode(node)) enter(node, uses, called, named);
    });
  return components(named).size > 0;
}

/** Members that are called, by name: which function that is, the type need not say. */
function enterCalled(node: ts.Node, called: Map<string, ts.Node[]>): void {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
  const { name } = node.expression;
  called.set(name.text, [...(called.get(name.text) ?? []), name]);
}

/** Every function around a mention of `node` may call it. */
function enter(
  node: FunctionNode,
  uses: Uses,
  called: ReadonlyMap<string, readonly ts.Node[]>,
  named: Map<ts.Node, Set<ts.Node>>,
): void {
  if (!named.has(node)) named.set(node, new Set());
  const holder = holderOf(node, uses);
  const member = isMember(holder) ? (propertyName(holder.name) ?? "") : "";
  for (const reference of [...uses.of(holder).references, ...(called.get(member) ?? [])])
    for (let around = reference.parent; !ts.isSourceFile(around); around = around.parent)
      if (isFunctionNode(around)) named.set(around, (named.get(around) ?? new Set()).add(node));
}

const isMember = (
  node: ts.Node,
): node is ts.MethodDeclaration | ts.PropertyAssignment | ts.PropertyDeclaration =>
  ts.isPropertyAssignment(node) || ts.isPropertyDeclaration(node) || ts.isMethodDeclaration(node);

/** What mentions of a function name: its variable, or the class that it makes instances of. */
function holderOf(node: FunctionNode, uses: Uses): ts.Declaration {
  const { parent } = node;
  const isNamedByParent =
    ts.isVariableDeclaration(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isConstructorDeclaration(node);
  if (isNamedByParent) return parent as ts.Declaration;
  const target = ts.isBinaryExpression(parent) && parent.right === node ? parent.left : undefined;
  return (target && uses.declarationAt(target)) ?? node;
}
