// Calls and `new`.
import { ts } from "ts-morph";
import { bare } from "../analysis/syntax";
import { isLibraryFile } from "../analysis/types";
import type * as py from "../python/ast";
import { call } from "../python/build";
import { lowerArguments } from "./arguments";
import { calledWithThis } from "./borrowed-calls";
import type { Context } from "./context";
import { callsErrorConstructor, messageArguments, newError, withCause } from "./errors";
import { iteratorOf } from "./generators";
import { hasOpenLink, visitOptional } from "./optional";
import { superMethod } from "./this";

export function visitCall(node: ts.CallExpression, context: Context): py.Expression {
  if (hasOpenLink(node, context)) return visitOptional(node, context);
  const callee = bare(node.expression);
  if (callee.kind === ts.SyntaxKind.ImportKeyword) {
    return context.refuse(
      node,
      "unsupportedSyntax",
      "`import()`",
      "Import at the top of the file.",
    );
  }
  checkPromise(node, context);
  if (ts.isPropertyAccessExpression(callee)) {
    if (callee.expression.kind === ts.SyntaxKind.SuperKeyword)
      return superCall(node, callee, context);
    if (context.types.kindAt(callee.expression) === "function") {
      const direct = calledWithThis(node, callee, context);
      if (direct !== null) return direct;
    }
  }
  return (
    newError(node, context) ??
    iteratorOf(node, context) ??
    context.library.call(node, callee, context) ??
    plainCall(node, context)
  );
}

function plainCall(node: ts.CallExpression, context: Context): py.Expression {
  const { args, keywords } = lowerArguments(node, context);
  return call(context.expression(node.expression), args, keywords);
}

/** `super.method()` */
function superCall(
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
  context: Context,
): py.Expression {
  const { args, keywords } = lowerArguments(node, context);
  return call(superMethod(callee, context), args, keywords);
}

/** A coroutine that is not awaited where it is made runs later than in JavaScript, or never. */
function checkPromise(node: ts.CallExpression, context: Context): void {
  if (!context.analysis.asynchrony.isAsyncio || !context.types.kindsAt(node).has("promise")) return;
  let current: ts.Node = node;
  while (ts.isParenthesizedExpression(current.parent) || ts.isNonNullExpression(current.parent))
    current = current.parent;
  const { parent } = current;
  if (ts.isAwaitExpression(parent) || ts.isReturnStatement(parent) || ts.isArrowFunction(parent))
    return;
  if (ts.isExpressionStatement(parent)) {
    context.refuse(node, "floatingPromise");
    return;
  }
  const isOnlyPromise = context.types.kindAt(node) === "promise";
  const isArgument =
    ts.isCallExpression(parent) && parent.arguments.some((argument) => argument === current);
  if (isOnlyPromise && !(isArgument && takesCoroutines(parent, context)))
    context.refuse(node, "promiseValue");
}

/** asyncio's own functions, and what else is declared for Python. */
function takesCoroutines(node: ts.CallExpression, context: Context): boolean {
  const file = context.types.checker.getResolvedSignature(node)?.getDeclaration()?.getSourceFile();
  return file !== undefined && file.isDeclarationFile && !isLibraryFile(file);
}

export function visitNew(node: ts.NewExpression, context: Context): py.Expression {
  const library = newError(node, context) ?? context.library.construct(node, context);
  if (library !== null) return library;
  if (callsErrorConstructor(node, context)) {
    const error = call(context.expression(node.expression), messageArguments(node, context));
    return withCause(error, node, context);
  }
  const { args, keywords } = lowerArguments(node, context);
  return call(context.expression(node.expression), args, keywords);
}
