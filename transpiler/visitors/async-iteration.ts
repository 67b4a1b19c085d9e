// Asynchronous generators and `for await`. MicroPython makes a plain generator of an `async def` that
// yields, and CPython has a protocol of its own, so both get a generator that gives promises to
// wait for and values to hand out (runtime/async-iterator-helpers.ts).
import { ts } from "ts-morph";
import {
  isAsync,
  isFunctionNode,
  isGenerator,
  scopeOf,
  type FunctionNode,
} from "../analysis/syntax";
import { some } from "../analysis/walk";
import type * as py from "../python/ast";
import { assign, attribute, call, expressionStatement, ifStatement, method } from "../python/build";
import type { Context } from "./context";
import { loopTarget } from "./loops";
import { lowerBody } from "./statements";

/** An `async function*` of a program that does not use asyncio. */
export const isAsyncGenerator = (node: FunctionNode): boolean => isAsync(node) && isGenerator(node);

/** Whether `node` runs in an asynchronous generator. */
export function isInAsyncGenerator(node: ts.Node): boolean {
  const scope: ts.Node = scopeOf(node);
  return isFunctionNode(scope) && isAsyncGenerator(scope);
}

/** `await value` where a generator waits. */
export function waitedFor(value: py.Expression | null, context: Context): py.Expression {
  const promise = call(context.helper("resolved"), value === null ? [] : [value]);
  return { kind: "Yield", value: promise, from: true };
}

/** `yield value` and `yield* values` of an asynchronous generator. */
export function asyncYield(node: ts.YieldExpression, context: Context): py.Expression {
  const value = node.expression === undefined ? null : context.expression(node.expression);
  if (node.asteriskToken === undefined)
    return { kind: "Yield", value: waitedFor(value, context), from: false };
  const all = call(context.helper("async_yield_all"), value === null ? [] : [value]);
  return { kind: "Yield", value: all, from: true };
}

/** `for await (const value of values) body` */
export function visitForAwait(node: ts.ForOfStatement, context: Context): py.Statement[] {
  const isOutside = ts.isSourceFile(scopeOf(node));
  if (context.analysis.asynchrony.isAsyncio || (isOutside && !context.isEntry)) {
    context.refuse(node, "asyncGenerator");
    return [];
  }
  const { target, prologue } = loopTarget(node, context);
  const values = context.temporary(node.expression, "values");
  const source = call(context.helper("AsyncValues"), [context.expression(node.expression)]);
  const awaited = (promise: py.Expression): py.Expression => {
    if (isOutside) return call(context.helper("wait_for"), [promise]);
    return isInAsyncGenerator(node)
      ? { kind: "Yield", value: promise, from: true }
      : { kind: "Await", value: promise };
  };
  const loop = context.jumps.loop(node, (): py.Statement[] => [
    {
      kind: "While",
      test: method(values, "take", awaited(method(values, "next"))),
      body: [
        assign(target, attribute(values, "value")),
        ...prologue,
        ...lowerBody(node.statement, context),
      ],
    },
  ]);
  if (!endsEarly(node)) return [assign(values, source), ...loop];
  const closing = expressionStatement(awaited(method(values, "close")));
  return [
    assign(values, source),
    {
      kind: "Try",
      body: loop,
      handlers: [],
      finalBody: [ifStatement(attribute(values, "is_open"), [closing])],
    },
  ];
}

/** Whether the loop may be left before there are no more values; any call may throw. */
const endsEarly = (node: ts.ForOfStatement) =>
  some(
    node.statement,
    (child) =>
      ts.isBreakStatement(child) ||
      ts.isReturnStatement(child) ||
      ts.isThrowStatement(child) ||
      ts.isAwaitExpression(child) ||
      ts.isYieldExpression(child) ||
      (ts.isCallExpression(child) && !/^console\./.test(child.expression.getText())),
  );
