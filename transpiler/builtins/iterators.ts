// What `keys()`, `values()` and `entries()` give: a view that a loop runs over, or an iterator that is kept.
import { ts } from "ts-morph";
import type * as py from "../python/ast";
import { builtinCall } from "../python/build";
import type { MemberCall } from "./member-call";

/** `view`, if it is run over where it is made; else an iterator, which can be used up. */
export const iterated = (one: MemberCall, view: py.Expression): py.Expression =>
  isRunOver(one.node) ? view : builtinCall("iter", view);

function isRunOver(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent) || ts.isNonNullExpression(parent))
    return isRunOver(parent);
  if (ts.isForOfStatement(parent)) return parent.expression === node;
  if (ts.isSpreadElement(parent)) return true;
  if (ts.isNewExpression(parent)) return true;
  const isFrom =
    ts.isCallExpression(parent) &&
    parent.arguments[0] === node &&
    ["Array.from", "Object.fromEntries"].includes(parent.expression.getText());
  return isFrom;
}
