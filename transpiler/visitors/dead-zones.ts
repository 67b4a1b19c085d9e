// A variable that a function sets, or asks `typeof` of, while the file has not come to its declaration:
// an error in JavaScript (ECMAScript 9.1.1.1.5), where Python has no such time.
import { ts } from "ts-morph";
import { bare, isFunctionNode, isTarget, scopeOf, type FunctionNode } from "../analysis/syntax";
import { walk } from "../analysis/walk";
import type { Context } from "./context";

export function checkDeadZones(file: ts.SourceFile, context: Context): void {
  const early = file.statements.flatMap((statement) => usesIn(statement, context));
  if (early.length === 0) return;
  for (const statement of file.statements) {
    const run = new Set<FunctionNode>();
    enter(statement, run, context);
    for (const { declaration, functions } of early)
      if (declaration.pos > statement.pos && functions.some((one) => run.has(one)))
        context.refuse(statement, "usedBeforeDefinition", declaration.name.getText());
  }
}

interface Early {
  readonly declaration: ts.VariableDeclaration;
  /** The functions that set it, or ask for its type. */
  readonly functions: readonly FunctionNode[];
}

function usesIn(statement: ts.Statement, { analysis: { uses } }: Context): Early[] {
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap((declaration) => {
    const functions = uses
      .of(declaration)
      .references.filter(isUntold)
      .map(scopeOf)
      .filter(isFunctionNode);
    return functions.length === 0 ? [] : [{ declaration, functions }];
  });
}

/** Python says nothing where such a use comes too early; where a value is read, it does. */
const isUntold = (node: ts.Node): boolean =>
  ts.isExpression(node) && (isTarget(node) || ts.isTypeOfExpression(node.parent));

/** The functions that running `node` calls by their names. */
function enter(node: ts.Node, run: Set<FunctionNode>, context: Context): void {
  walk(node, (child) => {
    if (isFunctionNode(child) && child !== node) return false;
    if (!ts.isCallExpression(child)) return true;
    const called = functionOf(context.analysis.uses.declarationAt(bare(child.expression)));
    if (called === undefined || run.has(called)) return true;
    run.add(called);
    if (called.getSourceFile() === node.getSourceFile()) enter(called, run, context);
    return true;
  });
}

function functionOf(declaration: ts.Declaration | undefined): FunctionNode | undefined {
  if (declaration === undefined) return undefined;
  const value =
    ts.isVariableDeclaration(declaration) && declaration.initializer !== undefined
      ? bare(declaration.initializer)
      : declaration;
  return isFunctionNode(value) ? value : undefined;
}
