// TypeScript hoists functions, Python defines them where they stand: what the top level runs must
// have been defined above it.
import { ts } from "ts-morph";
import { isFunctionNode, scopeOf, walk } from "../analysis/syntax";
import type { Context } from "./context";

type Definition = ts.ClassDeclaration | ts.EnumDeclaration | ts.FunctionDeclaration;

const isDefinition = (node: ts.Node | undefined): node is Definition =>
  node !== undefined &&
  (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) || ts.isEnumDeclaration(node));

export function checkDefinitionOrder(file: ts.SourceFile, context: Context): void {
  for (const statement of file.statements) {
    if (isDefinition(statement) && ts.isFunctionDeclaration(statement)) continue;
    const reached = new Set<ts.Node>();
    checkReferences(statement, statement, reached, context);
  }
  walk(file, (node) => {
    if (ts.isFunctionDeclaration(node) && !ts.isSourceFile(node.parent)) checkNested(node, context);
  });
}

/** Everything that running `node` may use, through the functions that it names. */
function checkReferences(
  node: ts.Node,
  at: ts.Statement,
  reached: Set<ts.Node>,
  context: Context,
): void {
  walk(node, (child) => {
    if (ts.isTypeNode(child)) return false;
    if (!ts.isIdentifier(child)) return true;
    const target = context.analysis.uses.declarationAt(child);
    if (!isDefinition(target) || target.parent !== at.parent || reached.has(target)) return true;
    if (child.parent === target) return true;
    reached.add(target);
    if (target.pos > at.pos && !isOnlyDefined(child, at)) {
      context.refuse(node === at ? child : at, "usedBeforeDefinition", child.text);
    }
    checkReferences(target, at, reached, context);
    return true;
  });
}

/** Inside the methods of a class that is only being defined nothing runs yet. */
function isOnlyDefined(node: ts.Node, at: ts.Statement): boolean {
  return ts.isClassDeclaration(at) && isFunctionNode(scopeOf(node));
}

/** A function inside a function that is used above its definition. */
function checkNested(node: ts.FunctionDeclaration, context: Context): void {
  for (const reference of context.analysis.uses.of(node).references) {
    if (reference.pos < node.pos && scopeOf(reference) === scopeOf(node)) {
      context.refuse(reference, "usedBeforeDefinition", node.name?.text ?? "");
    }
  }
}
