// Generators and what runs over them.
import { ts } from "ts-morph";
import { kindsInWords } from "../analysis/kind-words";
import { isFunctionNode } from "../analysis/syntax";
import { some, walk } from "../analysis/walk";
import type * as py from "../python/ast";
import { builtinCall, call, expressionStatement, method, tuple } from "../python/build";
import { asyncYield, isInAsyncGenerator } from "./async-iteration";
import type { Context } from "./context";

export function visitYield(node: ts.YieldExpression, context: Context): py.Expression {
  if (isInAsyncGenerator(node)) return asyncYield(node, context);
  const { expression } = node;
  if (node.asteriskToken !== undefined && expression !== undefined) {
    return { kind: "Yield", value: iterated(expression, context), from: true };
  }
  const value = expression === undefined ? null : context.expression(expression);
  return { kind: "Yield", value, from: false };
}

/** Makes a generator of a function that yields nothing. */
export const emptyYield: py.Statement = expressionStatement({
  kind: "Yield",
  value: tuple(),
  from: true,
});

export function hasYield(node: ts.Node): boolean {
  let found = false;
  walk(node, (child) => {
    if (child !== node && isFunctionNode(child)) return false;
    found ||= ts.isYieldExpression(child);
    return !found;
  });
  return found;
}

const ITERABLE = new Set(["array", "bytes", "iterator", "set", "string", "tuple", "typed"]);

/** Whether Python runs over `node` as JavaScript does. A Map gives pairs, by `items()`. */
export function isIterable(node: ts.Expression, context: Context): boolean {
  const kind = context.types.kindAt(node);
  if (kind === "instance" || kind === "contract")
    return context.types.hasIterator(context.types.typeAt(node));
  const kinds = [...context.types.kindsAt(node)];
  return kinds.length > 0 && kinds.every((each) => ITERABLE.has(each));
}

/** What gives the values of `node` one after the other. */
export function iterated(node: ts.Expression, context: Context): py.Expression {
  const kind = context.types.kindAt(node);
  if (kind === "map") return method(context.expression(node), "items");
  if (isIterable(node, context)) return context.expression(node);
  const kinds = kindsInWords(context.types.kindsAt(node));
  return context.refuse(node, "ambiguousMember", "iteration", kinds);
}

/**
 * `break` ends a generator in JavaScript: its `finally` blocks run and it gives nothing more.
 * Python leaves it as it is, so it has to be closed where that can be seen.
 */
export function closesEarly(node: ts.ForOfStatement, context: Context): boolean {
  if (context.types.kindAt(node.expression) !== "iterator") return false;
  const leaves = some(
    node.statement,
    (child) =>
      ts.isBreakStatement(child) ||
      ts.isReturnStatement(child) ||
      ts.isThrowStatement(child) ||
      (ts.isContinueStatement(child) && child.label !== undefined),
  );
  const isFresh = ts.isCallExpression(node.expression);
  return leaves && !(isFresh && !hasFinallyInGenerator(context));
}

function hasFinallyInGenerator(context: Context): boolean {
  return some(context.file, (node) => ts.isTryStatement(node) && hasYield(node));
}

/** `values[Symbol.iterator]()`, `values[Symbol.asyncIterator]()` */
export function iteratorOf(node: ts.CallExpression, context: Context): py.Expression | null {
  const callee = node.expression;
  if (!ts.isElementAccessExpression(callee)) return null;
  const key = callee.argumentExpression;
  if (key.getText() === "Symbol.asyncIterator")
    return call(context.helper("async_iterator"), [context.expression(callee.expression)]);
  return key.getText() === "Symbol.iterator"
    ? builtinCall("iter", iterated(callee.expression, context))
    : null;
}
