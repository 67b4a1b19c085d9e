// What is shown as text after others were evaluated: `console.log(list, list.pop())` shows the list
// as it is then, while Python would make the text of each argument at once.
import { ts } from "ts-morph";
import type { Kind } from "../analysis/types";
import { isConsole } from "../builtins/console";
import type { Context } from "./context";

const FIXED: ReadonlySet<Kind> = new Set(["boolean", "null", "number", "string", "function"]);

/** Whether `node`, a call, changes what an argument before it shows. */
export function changesShown(node: ts.Node, context: Context): boolean {
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return false;
  let current: ts.Node = node;
  while (ts.isExpression(current.parent) && !isShowing(current.parent, context))
    current = current.parent;
  const { parent } = current;
  if (!ts.isCallExpression(parent) || !isShowing(parent, context)) return false;
  const index = parent.arguments.indexOf(current as ts.Expression);
  const isShown = parent.arguments
    .slice(0, Math.max(index, 0))
    .some((earlier) => [...context.types.kindsAt(earlier)].some((kind) => !FIXED.has(kind)));
  return isShown && context.analysis.mutations.in(node);
}

const isShowing = (node: ts.Node, context: Context) =>
  ts.isCallExpression(node) &&
  ts.isPropertyAccessExpression(node.expression) &&
  isConsole(node.expression.expression, context);
