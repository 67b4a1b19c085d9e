// Promise and timers of a program that does not use asyncio (runtime/promise-helpers.ts).
import { ts } from "ts-morph";
import { bare, isFunctionNode } from "../analysis/syntax";
import type * as py from "../python/ast";
import { call, method, name } from "../python/build";
import type { Context } from "../visitors/context";
import type { HelperName } from "../runtime/helpers";
import { base, hasSpread, type MemberCall, type MemberTable } from "./member-call";
import { isConsole, printed } from "./console";

const isRefused = ({ context }: MemberCall) => context.analysis.asynchrony.isAsyncio;

/** A callback that a promise calls: a function, or `console.error` by its name. */
function callback(node: ts.Expression, one: MemberCall): py.Expression {
  const inner = bare(node);
  const isMethodOfConsole =
    ts.isPropertyAccessExpression(inner) && isConsole(inner.expression, one.context);
  if (!isMethodOfConsole || inner.name.text !== "error") return fitted(node, one);
  // What is printed there goes to the error stream, in whatever form.
  const error = one.context.unhidden("error");
  const empty: MemberCall = { ...one, arguments: [], method: inner.name.text };
  const print = printed(empty);
  const body = print?.kind === "Call" ? { ...print, arguments: [name(error)] } : name(error);
  return { kind: "Lambda", parameters: [{ name: error }], body };
}

/** A function by name that takes nothing is not given anything. */
function fitted(node: ts.Expression, { context, method: id }: MemberCall): py.Expression {
  const inner = bare(node);
  const value = context.expression(node);
  const signature = context.types.typeAt(node).getCallSignatures()[0];
  if (signature === undefined || isFunctionNode(inner) || id === "finally") return value;
  if (signature.parameters.length > 0) return value;
  return { kind: "Lambda", parameters: [{ name: "_" }], body: call(value) };
}

const chained =
  (python: string) =>
  (one: MemberCall): py.Expression | null => {
    if (isRefused(one) || hasSpread(one)) return null;
    return method(base(one), python, ...one.arguments.map((node) => callback(node, one)));
  };

export const promiseMethods: MemberTable = {
  catch: chained("catch"),
  finally: chained("finally_"),
  then: chained("then"),
};

const combined =
  (helper: HelperName) =>
  (one: MemberCall): py.Expression | null => {
    const [values] = one.arguments;
    if (isRefused(one) || values === undefined || hasSpread(one)) return null;
    return call(one.context.helper(helper), [one.context.expression(values)]);
  };

export const promiseFunctions: MemberTable = {
  all: combined("promise_all"),
  allSettled: combined("promise_all_settled"),
  any: combined("promise_any"),
  race: combined("promise_race"),
  reject: (one) => {
    if (isRefused(one) || hasSpread(one)) return null;
    return call(
      one.context.helper("rejected"),
      one.arguments.map((error) => one.context.expression(error)),
    );
  },
  resolve: (one) => {
    if (isRefused(one) || hasSpread(one)) return null;
    return call(
      one.context.helper("resolved"),
      one.arguments.map((value) => one.context.expression(value)),
    );
  },
};

/** `new Promise((resolve, reject) => …)` */
export function newPromise(node: ts.NewExpression, context: Context): py.Expression | null {
  const [executor] = node.arguments ?? [];
  if (context.analysis.asynchrony.isAsyncio || executor === undefined) return null;
  return call(context.helper("Promise"), [context.expression(executor)]);
}

const timer =
  (helper: HelperName) =>
  (one: MemberCall): py.Expression | null => {
    const { context, arguments: args } = one;
    if (isRefused(one) || hasSpread(one)) return null;
    return call(
      context.helper(helper),
      args.map((value) => context.expression(value)),
    );
  };

export const timerFunctions: MemberTable = {
  clearInterval: timer("clear_timer"),
  clearTimeout: timer("clear_timer"),
  queueMicrotask: timer("queue_microtask"),
  setInterval: timer("set_interval"),
  setTimeout: timer("set_timeout"),
};
