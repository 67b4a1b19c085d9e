// What is shown as text after others were evaluated: `console.log(list, list.pop())` shows the list
// as it is then, while Python would make the text of each argument at once.
import { ts } from "ts-morph";
import { isFunctionNode } from "../analysis/syntax";
import type { Kind } from "../analysis/types";
import type { Context } from "./context";
import { isConsole } from "./library-names";

const FIXED: ReadonlySet<Kind> = new Set(["boolean", "null", "number", "string", "function"]);

/** Whether `node`, a call, changes what an argument before it shows, or spreads. */
export function changesShown(node: ts.Node, context: Context): boolean {
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return false;
  for (let current: ts.Node = node; isEvaluatedWith(current.parent); current = current.parent) {
    if (isReadBefore(current, context)) return context.analysis.mutations.in(node);
  }
  return false;
}

/** Whether what is in `node` is evaluated with it: in an expression, or a part of a literal. */
const isEvaluatedWith = (node: ts.Node): boolean =>
  (ts.isExpression(node) && !isFunctionNode(node)) ||
  ts.isObjectLiteralElementLike(node) ||
  ts.isComputedPropertyName(node) ||
  ts.isTemplateSpan(node);

/** Whether an argument before `node` is read after it: MicroPython spreads when it makes the call. */
function isReadBefore(node: ts.Node, context: Context): boolean {
  const { parent } = node;
  if (!ts.isCallExpression(parent) && !ts.isNewExpression(parent)) return false;
  const index = parent.arguments?.indexOf(node as ts.Expression) ?? -1;
  const earlier = parent.arguments?.slice(0, Math.max(index, 0)) ?? [];
  const isShown = (argument: ts.Expression) =>
    [...context.types.kindsAt(argument)].some((kind) => !FIXED.has(kind));
  return earlier.some(ts.isSpreadElement) || (isShowing(parent, context) && earlier.some(isShown));
}

const isShowing = (node: ts.Node, context: Context) =>
  ts.isCallExpression(node) &&
  ts.isPropertyAccessExpression(node.expression) &&
  isConsole(node.expression.expression, context);
