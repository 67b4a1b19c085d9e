// async and await. A program that does not use asyncio gets JavaScript's promises (runtime/promise-helpers.ts):
// its async functions start when they are called, and everything runs in JavaScript's order.
import { ts } from "ts-morph";
import { bare, isAsync, isFunctionNode, scopeOf, type FunctionNode } from "../analysis/syntax";
import { isLibraryFile } from "../analysis/types";
import type * as py from "../python/ast";
import { call } from "../python/build";
import { isAsyncGenerator, isInAsyncGenerator, waitedFor } from "./async-iteration";
import type { Context } from "./context";

/** What makes an async function start when it is called. */
export function startDecorators(node: FunctionNode, context: Context): py.Expression[] {
  if (!isAsync(node) || context.analysis.asynchrony.isAsyncio) return [];
  return [context.helper(isAsyncGenerator(node) ? "async_generator" : "promised")];
}

export function visitAwait(node: ts.AwaitExpression, context: Context): py.Expression {
  const kinds = context.types.kindsAt(node.expression);
  const isPromise = kinds.size === 1 && kinds.has("promise");
  if (context.analysis.asynchrony.isAsyncio) return awaitCoroutine(node, isPromise, context);
  if (isThenable(bare(node.expression), context)) return context.refuse(node, "awaitOfValue");
  const value = context.expression(node.expression);
  if (ts.isSourceFile(scopeOf(node))) {
    if (!context.isEntry) return context.refuse(node, "topLevelAwait");
    return call(context.helper("wait_for"), [value]);
  }
  if (isInAsyncGenerator(node)) return waitedFor(value, context);
  return {
    kind: "Await",
    value: isPromise ? value : call(context.helper("resolved"), [value]),
  };
}

function awaitCoroutine(
  node: ts.AwaitExpression,
  isPromise: boolean,
  context: Context,
): py.Expression {
  if (ts.isSourceFile(scopeOf(node))) return context.refuse(node, "topLevelAwait");
  if (!isPromise && !isThenable(node.expression, context))
    return context.refuse(node, "awaitOfValue");
  return { kind: "Await", value: context.expression(node.expression) };
}

/** Something else than a promise that is awaited like one. */
function isThenable(node: ts.Expression, context: Context): boolean {
  const type = context.types.typeAt(node);
  const parts = type.isUnion() ? type.types : [type];
  return parts.some(
    (part) => context.types.kindOf(part) !== "promise" && part.getProperty("then") !== undefined,
  );
}

/** Whether `signature` is of a callback that a promise calls. */
export function isPromiseCallback(signature: ts.Signature): boolean {
  let node: ts.Node | undefined = signature.getDeclaration();
  if (node === undefined || !isLibraryFile(node.getSourceFile())) return false;
  while (node !== undefined && !ts.isInterfaceDeclaration(node)) node = node.parent;
  return node !== undefined && node.name.text.startsWith("Promise");
}

/** Whether the function around `node` is async. */
export function isInAsync(node: ts.Node): boolean {
  const scope: ts.Node = scopeOf(node);
  return isFunctionNode(scope) && isAsync(scope);
}
