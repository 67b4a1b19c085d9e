// Closures share one variable in Python where TypeScript has one for every turn of a loop.
import { ts } from "ts-morph";
import { isFunctionNode, isLoop, isWithin, walk, type FunctionNode } from "../analysis/syntax";
import type { Context } from "./context";

/** Refuses a function that outlives a turn of a loop and reads what is declared inside of it. */
export function checkCapture(node: FunctionNode, context: Context): void {
  const loops: ts.Node[] = [];
  for (
    let current: ts.Node = node.parent;
    current !== undefined && !isFunctionNode(current);
    current = current.parent
  ) {
    if (isLoop(current)) loops.push(current);
  }
  const outer = loops.at(-1);
  walk(node, (child) => {
    if (!ts.isIdentifier(child)) return;
    const declaration = context.analysis.uses.declarationAt(child);
    if (declaration === undefined || declaration.getSourceFile() !== context.file) return;
    if (isWithin(declaration, node)) return;
    if (isCaught(declaration)) context.refuse(child, "caughtCaptured");
    if (outer !== undefined && isWithin(declaration, outer)) {
      context.refuse(child, "loopVariableCaptured", child.text);
    }
  });
}

const isCaught = (declaration: ts.Declaration) => ts.isCatchClause(declaration.parent);
