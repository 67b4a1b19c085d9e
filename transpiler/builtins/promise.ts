// Promise and timers of a program that does not use asyncio (runtime/promise-helpers.ts).
import { ts } from "ts-morph";
import { bare, isFunctionNode } from "../analysis/syntax";
import { isLibraryFile } from "../analysis/types";
import type * as py from "../python/ast";
import { builtin, builtinCall, call, method, name, NONE } from "../python/build";
import type { Context } from "../visitors/context";
import { refuseShape, shapeOf } from "../visitors/shapes";
import type { HelperName } from "../runtime/helpers";
import { base, hasSpread, type MemberCall, type MemberTable } from "./member-call";
import { printed } from "./console";
import { isConsole } from "../visitors/library-names";

const isRefused = ({ context }: MemberCall) => context.analysis.asynchrony.isAsyncio;

/** A callback that a promise calls: a function, or `console.error` by its name. */
function callback(node: ts.Expression, one: MemberCall): py.Expression {
  const inner = bare(node);
  const isMethodOfConsole =
    ts.isPropertyAccessExpression(inner) && isConsole(inner.expression, one.context);
  if (!isMethodOfConsole) return fitted(node, one);
  if (inner.name.text !== "error") return logged(node, one);
  // What is printed there goes to the error stream, in whatever form.
  const error = one.context.unhidden("error");
  const empty: MemberCall = { ...one, arguments: [], method: inner.name.text };
  const print = printed(empty);
  const body = print?.kind === "Call" ? { ...print, arguments: [name(error)] } : name(error);
  return { kind: "Lambda", parameters: [{ name: error }], body };
}

/** `console.log` of what the promise gives. */
function logged(node: ts.Expression, { receiver, method: id, context }: MemberCall): py.Expression {
  const { checker } = context.types;
  const promise = checker.getNonNullableType(context.types.typeAt(receiver));
  const [given] = checker.getTypeArguments(promise as ts.TypeReference);
  if (id !== "then" || given === undefined)
    return context.refuse(node, "methodValue", "(value) => resolve(value)");
  if (context.types.kindOf(given) === "string" && !context.types.isNullable(given))
    return builtin("print");
  const value = context.element();
  try {
    const shape = shapeOf(given, context);
    const text = call(context.helper("console_text"), shape === null ? [value] : [value, shape]);
    return { kind: "Lambda", parameters: [{ name: value.id }], body: builtinCall("print", text) };
  } catch (error) {
    return refuseShape(node, error, context);
  }
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

/** How many parameters of a callback get undefined, as it is called with `given` arguments. */
function missingArguments(node: ts.Expression, given: number, context: Context): number {
  if (given > 0) return 0;
  const signature = context.types.typeAt(node).getCallSignatures()[0];
  const declaration = signature?.getDeclaration();
  if (declaration === undefined || isLibraryFile(declaration.getSourceFile())) return 0;
  return declaration.parameters.filter(
    ({ questionToken, initializer, dotDotDotToken, type }) =>
      questionToken === undefined &&
      initializer === undefined &&
      dotDotDotToken === undefined &&
      type?.kind !== ts.SyntaxKind.VoidKeyword,
  ).length;
}

const timer =
  (helper: HelperName) =>
  (one: MemberCall): py.Expression | null => {
    const { context, arguments: args } = one;
    if (isRefused(one) || hasSpread(one)) return null;
    const values = args.map((value) => context.expression(value));
    const [callback, ...rest] = values;
    if (callback === undefined || args[0] === undefined) return null;
    const missing = missingArguments(args[0], Math.max(rest.length - 1, 0), context);
    const body = call(callback, Array<py.Expression>(missing).fill(NONE));
    const called: py.Expression =
      missing === 0 ? callback : { kind: "Lambda", parameters: [], body };
    return call(context.helper(helper), [called, ...rest]);
  };

export const timerFunctions: MemberTable = {
  clearInterval: timer("clear_timer"),
  clearTimeout: timer("clear_timer"),
  queueMicrotask: timer("queue_microtask"),
  setInterval: timer("set_interval"),
  setTimeout: timer("set_timeout"),
};
