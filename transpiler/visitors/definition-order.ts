// TypeScript hoists functions, Python defines them where they stand: those that are used above move
// up to their first use, all others stay where they are.
import { ts } from "ts-morph";
import { hasModifier, isFunctionNode, isWithin, scopeOf } from "../analysis/syntax";
import type { Context } from "./context";
import { walk } from "../analysis/walk";

type Definition = ts.ClassDeclaration | ts.FunctionDeclaration;

const isDefinition = (node: ts.Node | undefined): node is Definition =>
  node !== undefined && (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node));

/** `statements` with every function above the first of them that may call it. */
export function inOrderOfUse(
  statements: readonly ts.Statement[],
  context: Context,
): readonly ts.Statement[] {
  if (!statements.some(ts.isFunctionDeclaration)) return statements;
  const result: ts.Statement[] = [];
  const done = new Set<ts.Statement>();
  const put = (statement: ts.Statement) => {
    if (done.has(statement)) return;
    done.add(statement);
    result.push(statement);
  };
  for (const statement of statements) {
    if (!ts.isFunctionDeclaration(statement)) {
      for (const used of laterFunctions(statement, statements, context)) {
        if (!done.has(used)) context.movedFunctions.add(used);
        put(used);
      }
    }
    put(statement);
  }
  return result;
}

/** The functions below `at` that running it may reach, as they stand. */
function laterFunctions(
  at: ts.Statement,
  statements: readonly ts.Statement[],
  context: Context,
): ts.FunctionDeclaration[] {
  const reached = new Set<ts.Node>();
  reach(at, at, reached, context);
  return statements.filter(
    (other): other is ts.FunctionDeclaration =>
      ts.isFunctionDeclaration(other) && other.pos > at.pos && reached.has(other),
  );
}

/** Everything that running `node` may use, through the functions that it names. */
function reach(node: ts.Node, at: ts.Statement, reached: Set<ts.Node>, context: Context): void {
  walk(node, (child) => {
    if (ts.isTypeNode(child)) return false;
    if (!ts.isIdentifier(child)) return true;
    const target = context.analysis.uses.declarationAt(child);
    if (!isDefinition(target) || target.parent !== at.parent || reached.has(target)) return true;
    if (child.parent === target || isOnlyDefined(child, at)) return true;
    reached.add(target);
    reach(target, at, reached, context);
    return true;
  });
}

/** Classes do not move: refuses those that may be used before they are there. */
export function checkDefinitionOrder(file: ts.SourceFile, context: Context): void {
  for (const statement of file.statements) {
    if (ts.isFunctionDeclaration(statement)) continue;
    const reached = new Set<ts.Node>();
    reach(statement, statement, reached, context);
    for (const target of reached) {
      if (ts.isClassDeclaration(target) && target.pos > statement.pos)
        context.refuse(statement, "usedBeforeDefinition", target.name?.text ?? "");
    }
  }
}

/** Inside the methods of a class that is only being defined nothing runs yet. */
function isOnlyDefined(node: ts.Node, at: ts.Statement): boolean {
  if (!ts.isClassDeclaration(at) || !isWithin(node, at)) return false;
  const scope = scopeOf(node);
  return isFunctionNode(scope) || !hasModifier(scope, ts.SyntaxKind.StaticKeyword);
}
