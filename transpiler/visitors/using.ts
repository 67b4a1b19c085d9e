// `using`: what is disposed of when its block ends.
import { ts } from "ts-morph";
import { wellKnownSymbol } from "../analysis/syntax";
import type * as py from "../python/ast";
import { some } from "../analysis/walk";
import {
  assign,
  attribute,
  builtin,
  call,
  expressionStatement,
  ifStatement,
  method,
  name,
  NONE,
} from "../python/build";
import { placeOf } from "../diagnostics/diagnostic";
import type { Context } from "./context";
import { DISPOSE } from "./member-names";
import { isThere } from "./nothing";
import { lowerStatements } from "./statements";
import { lowerDeclaration } from "./variables";

/** `using name = value;` */
export const isUsing = (node: ts.Statement): node is ts.VariableStatement =>
  ts.isVariableStatement(node) && (node.declarationList.flags & ts.NodeFlags.Using) !== 0;

/** The statements of a block up to a `using`, and the rest in a `try` that disposes of it. */
export function lowerUsing(
  statements: readonly ts.Statement[],
  end: ts.Node,
  context: Context,
): py.Statement[] {
  const at = statements.findIndex(isUsing);
  const found = statements[at] as ts.VariableStatement;
  const { declarationList } = found;
  const isAwaited = (declarationList.flags & ts.NodeFlags.AwaitUsing) === ts.NodeFlags.AwaitUsing;
  if (isAwaited)
    context.refuse(found, "unsupportedSyntax", "`await using`", "Write `try` … `finally`.");
  const before = at === 0 ? [] : lowerStatements(statements.slice(0, at), found, context);
  const { declarations } = declarationList;
  const opened = declarations.map((one) =>
    declarations.length === 1 ? context.statement(found) : lowerAlone(one, context),
  );
  // The last that was opened is the first that is closed.
  const body = declarations.reduceRight(
    (inside, one, index) => [...opened[index]!, ...disposedAfter(inside, one, context)],
    lowerStatements(statements.slice(at + 1), end, context),
  );
  return [...before, ...(declarations.length === 1 ? [] : context.comments.before(found)), ...body];
}

/** One of several declarations. */
function lowerAlone(node: ts.VariableDeclaration, context: Context): py.Statement[] {
  const { statements, definitions } = context.collect(() => lowerDeclaration(node, context));
  return [...definitions, ...statements].map((part) => ({ origin: placeOf(node), ...part }));
}

/** `body` in a `try` that disposes of what `node` declares. */
function disposedAfter(
  body: py.Statement[],
  node: ts.VariableDeclaration,
  context: Context,
): py.Statement[] {
  const failure = context.analysis.inTrees(isThrowingDisposer)
    ? context.freeName(node, "failure")
    : null;
  const finalBody = disposal(node, failure, context);
  if (finalBody.length === 0) return body;
  const handlers = failure === null ? [] : [keeping(failure, context.freeName(node.name, "error"))];
  const start = failure === null ? [] : [assign(name(failure), NONE)];
  return [...start, { kind: "Try", body, handlers, finalBody }];
}

/** Whether `node` is a `[Symbol.dispose]` that may throw: what was thrown before it is kept then. */
const isThrowingDisposer = (node: ts.Node): boolean =>
  ts.isMethodDeclaration(node) &&
  wellKnownSymbol(node.name) === "dispose" &&
  some(node, ts.isThrowStatement);

/** `except Exception as error: failure = error; raise` */
const keeping = (failure: string, error: string): py.ExceptHandler => ({
  type: builtin("Exception"),
  name: error,
  body: [assign(name(failure), name(error)), { kind: "Raise", value: null }],
});

/** @param failure the variable of what the block has thrown */
function disposal(
  node: ts.VariableDeclaration,
  failure: string | null,
  context: Context,
): py.Statement[] {
  const type = context.types.typeAt(node);
  const symbol = context.types.checker
    .getNonNullableType(type)
    .getProperties()
    .find(({ escapedName }) => isDispose(String(escapedName)));
  const kind = context.types.kindOf(type);
  if ([...context.types.kindsOf(type)].every((part) => part === "null")) return [];
  if (symbol === undefined || (kind !== "instance" && kind !== "contract")) {
    context.refuse(node, "unsupportedSyntax", "`using` of this", "Write `try` … `finally`.");
    return [];
  }
  const target = name(context.declaredName(node));
  const dispose = expressionStatement(
    failure === null
      ? method(target, DISPOSE)
      : call(context.helper("dispose"), [attribute(target, DISPOSE), name(failure)]),
  );
  return context.types.isNullable(type)
    ? [ifStatement(isThere(target, node.name as ts.Identifier, context), [dispose])]
    : [dispose];
}

/** How TypeScript spells `[Symbol.dispose]` (src/compiler/checker.ts, createUniqueESSymbolType). */
const isDispose = (text: string) => text.startsWith("__@dispose");
