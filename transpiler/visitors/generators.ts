// Generators and what runs over them.
import { ts } from "ts-morph";
import { kindsInWords } from "../analysis/kind-words";
import { isFunctionNode, isInvocation, propertyName } from "../analysis/syntax";
import { some, walk } from "../analysis/walk";
import type * as py from "../python/ast";
import { builtinCall, call, expressionStatement, method, tuple } from "../python/build";
import { asyncYield, isInAsyncGenerator } from "./async-iteration";
import type { Context } from "./context";
import { isUsing } from "./using";

export function visitYield(node: ts.YieldExpression, context: Context): py.Expression {
  if (isInAsyncGenerator(node)) return asyncYield(node, context);
  const { expression } = node;
  if (node.asteriskToken !== undefined && expression !== undefined) {
    return { kind: "Yield", value: delegated(expression, context), from: true };
  }
  const value = expression === undefined ? null : context.expression(expression);
  return { kind: "Yield", value, from: false };
}

/** What `yield*` runs over. Of Python's iterators generators alone can be sent something. */
function delegated(node: ts.Expression, context: Context): py.Expression {
  const values = iterated(node, context);
  const { types, analysis } = context;
  const mayHaveEnd =
    ["contract", "instance", "iterator"].includes(types.kindAt(node)) &&
    !isGeneratorAt(node, context);
  if (mayHaveEnd && analysis.inTrees(isOwnEnd))
    return context.refuse(
      node,
      "unsupportedSyntax",
      "`yield*` over what may have a `return` of its own",
      "Run over it: `for (const value of values) yield value;`.",
    );
  const isSent = context.types.kindAt(node) !== "iterator" && context.analysis.inTrees(sends);
  return isSent ? call(context.helper("one_by_one"), [values]) : values;
}

/** Whether what `node` gives is a generator, not any iterator. */
export const isGeneratorAt = (node: ts.Expression, { types }: Context): boolean =>
  types.typeAt(node).symbol?.name === "Generator";

/** `iterator.next(value)` */
const sends = (node: ts.Node): boolean =>
  ts.isCallExpression(node) &&
  node.arguments.length > 0 &&
  ts.isPropertyAccessExpression(node.expression) &&
  node.expression.name.text === "next";

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
 * What leaves a loop ends the generator it runs over (ECMAScript 14.7.5.7): `finally` blocks of the
 * generator run and it gives nothing more. Python leaves it as it is until nobody knows it, and
 * MicroPython for good, so it has to be closed where that can be seen.
 */
export function closesEarly(node: ts.ForOfStatement, context: Context): boolean {
  const kind = context.types.kindAt(node.expression);
  if (endsShow(context)) {
    const isOwn =
      (kind === "instance" || kind === "contract") && isIterable(node.expression, context);
    return (kind === "iterator" || isOwn) && some(node.statement, mayLeave);
  }
  if (kind !== "iterator" || ts.isCallExpression(node.expression)) return false;
  return some(node.statement, isUsedAgain(node.expression, context) ? mayLeave : leaves);
}

/** Whether somebody would see that an iterator is ended early. */
export const endsShow = ({ analysis }: Context): boolean =>
  analysis.inTrees(cleansUp) || analysis.inTrees(isOwnEnd);

/** Whether `node` is the `return` of an iterator that somebody has written. */
export const isOwnEnd = (node: ts.Node): boolean =>
  (ts.isMethodDeclaration(node) || ts.isPropertyAssignment(node)) &&
  propertyName(node.name) === "return";

/** Whether a generator does something when it is ended. */
const cleansUp = (node: ts.Node): boolean =>
  (ts.isTryStatement(node) && hasYield(node)) ||
  (ts.isVariableStatement(node) && isUsing(node) && hasYield(node.parent));

const leaves = (node: ts.Node): boolean =>
  ts.isBreakStatement(node) ||
  ts.isReturnStatement(node) ||
  ts.isThrowStatement(node) ||
  (ts.isContinueStatement(node) && node.label !== undefined);

/** Calls may throw, and a generator may be ended where it yields. */
const mayLeave = (node: ts.Node): boolean =>
  leaves(node) || isInvocation(node) || ts.isYieldExpression(node) || ts.isAwaitExpression(node);

/** Whether more than one place knows the iterator `node`. */
function isUsedAgain(node: ts.Expression, { analysis: { uses } }: Context): boolean {
  return !ts.isIdentifier(node) || uses.of(uses.declarationAt(node)).references.length > 1;
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
