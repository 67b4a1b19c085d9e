// Functions: declarations, arrow functions, and what methods share with them.
import { ts } from "ts-morph";
import {
  isAsync,
  isFunctionNode,
  isGenerator,
  scopeOf,
  type FunctionNode,
} from "../analysis/syntax";
import { writesOf } from "../analysis/writes";
import { walk } from "../analysis/walk";
import type * as py from "../python/ast";
import { assign, docstring, name, returnStatement } from "../python/build";
import { isInAsyncGenerator, waitedFor } from "./async-iteration";
import { capturedParameters, isCell, withCaptured } from "./captures";
import type { Context } from "./context";
import { liftedName } from "./lifted-names";
import { lowerParameters } from "./parameters";
import { emptyYield, hasYield } from "./generators";
import { isInAsync, startDecorators } from "./promises";
import { lowerBlock } from "./statements";

interface Options {
  readonly name: string;
  readonly decorators?: readonly py.Expression[];
  /** What its first parameter takes: what it is called on. */
  readonly receiver?: "cls" | "self";
  /** Statements that come before those of the body. */
  readonly prologue?: readonly py.Statement[];
  /** Statements that come even before the defaults of its parameters. */
  readonly early?: readonly py.Statement[];
  /** Nodes outside of the function that run in it: fields. */
  readonly inside?: readonly ts.Node[];
}

/** `def name(parameters): body` of any function that has a body. */
export function lowerFunction(
  node: FunctionNode,
  options: Options,
  context: Context,
): py.FunctionDefinition {
  const [runsAsync, yields] = [isAsync(node), isGenerator(node)];
  if (runsAsync && yields && context.analysis.asynchrony.isAsyncio)
    context.refuse(node, "asyncGenerator");
  const captured = capturedParameters(node, context);
  const documentation = context.comments.documentation(node);
  const { parameters, prologue } = lowerParameters(node, context);
  const self: py.Parameter[] = options.receiver === undefined ? [] : [{ name: options.receiver }];
  const body: py.Statement[] = docstring(documentation);
  body.push(
    ...scopeDeclarations(node, context, options.inside),
    ...(options.early ?? []),
    ...prologue,
    ...(options.prologue ?? []),
  );
  body.push(...lowerBody(node, context));
  if (yields && !hasYield(node)) body.push(emptyYield);
  return {
    kind: "FunctionDefinition",
    name: options.name,
    async: runsAsync && !yields,
    decorators: [...(options.decorators ?? []), ...startDecorators(node, context)],
    parameters: [...self, ...withCaptured(parameters, captured)],
    body,
  };
}

function lowerBody(node: FunctionNode, context: Context): py.Statement[] {
  if (node.body === undefined) return [];
  const { body } = node;
  if (ts.isBlock(body)) return context.jumps.inFunction(() => lowerBlock(body, context));
  const { statements, definitions } = context.collect(() => [
    returnStatement(returnedValue(body, context)),
  ]);
  return [...definitions, ...statements];
}

/** `return promise` in an async function waits for it. */
export function returnedValue(node: ts.Expression, context: Context): py.Expression {
  const value = context.expression(node);
  if (isInAsyncGenerator(node)) return waitedFor(value, context);
  if (!context.analysis.asynchrony.isAsyncio || !context.types.kindsAt(node).has("promise"))
    return value;
  const isOnlyPromise = context.types.kindAt(node) === "promise";
  if (isInAsync(node) && isOnlyPromise) return { kind: "Await", value };
  return context.refuse(node, "promiseValue");
}

/** `nonlocal` and `global` for what the function, or `others` that run in it, assign and do not declare. */
export function scopeDeclarations(
  node: ts.Node,
  context: Context,
  others: readonly ts.Node[] = [],
): py.Statement[] {
  const found = { global: new Set<string>(), nonlocal: new Set<string>() };
  const enter = (declaration: ts.Declaration | undefined) => {
    if (declaration === undefined || declaration.getSourceFile() !== context.file) return;
    if (
      !ts.isVariableDeclaration(declaration) &&
      !ts.isParameter(declaration) &&
      !ts.isBindingElement(declaration)
    )
      return;
    const scope = scopeOf(declaration);
    if (ts.isParameter(declaration) ? declaration.parent === node : scope === node) return;
    const own = context.nameOf(declaration);
    if (own !== undefined && !isCell(declaration, context))
      found[ts.isSourceFile(scope) ? "global" : "nonlocal"].add(own);
  };
  for (const root of [node, ...others]) {
    walk(root, (child) => {
      if (child !== node && isFunctionNode(child)) return false;
      for (const { target } of writesOf(child))
        if (ts.isIdentifier(target)) enter(context.analysis.uses.declarationAt(target));
      return true;
    });
  }
  return (["global", "nonlocal"] as const).flatMap((keyword): py.Statement[] =>
    found[keyword].size === 0
      ? []
      : [{ kind: "ScopeDeclaration", keyword, names: [...found[keyword]] }],
  );
}

export function visitFunctionDeclaration(
  node: ts.FunctionDeclaration,
  context: Context,
): py.Statement[] {
  if (node.body === undefined) {
    context.comments.drop(node);
    return [];
  }
  const isDefault = (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Default) !== 0;
  const own = node.name === undefined ? "default_export" : context.declaredName(node);
  const definition = lowerFunction(node, { name: own }, context);
  if (!isDefault || node.name === undefined) return [definition];
  return [definition, assign(name("default_export"), name(own))];
}

/** A lambda where the body is one expression, else a function defined before the statement. */
export function visitArrow(node: ts.ArrowFunction, context: Context): py.Expression {
  if (ts.isBlock(node.body) || isAsync(node)) return hoisted(node, context);
  const body = node.body;
  const { parameters, prologue } = lowerParameters(node, context);
  const captured = capturedParameters(node, context);
  if (prologue.length > 0) return hoisted(node, context);
  let value: py.Expression | undefined;
  const { definitions } = context.collect(() => {
    value = context.expression(body);
    return [];
  });
  // A function inside needs a place before the expression, which a lambda has not.
  if (definitions.length > 0 || value === undefined) return hoisted(node, context);
  if (context.analysis.asynchrony.isAsyncio && context.types.kindsAt(body).has("promise"))
    context.refuse(body, "promiseValue");
  return { kind: "Lambda", parameters: withCaptured(parameters, captured), body: value };
}

function hoisted(node: ts.ArrowFunction | ts.FunctionExpression, context: Context): py.Expression {
  const id = isNamed(node)
    ? context.declaredName(node)
    : context.freeNames.beside(node, liftedName(node, context.types));
  context.define(lowerFunction(node, { name: id }, context));
  return name(id);
}

/** Whether it has a name of its own, by which it may call itself. */
const isNamed = (node: ts.ArrowFunction | ts.FunctionExpression): node is ts.FunctionExpression =>
  ts.isFunctionExpression(node) && node.name !== undefined;

export const visitFunctionExpression = (
  node: ts.FunctionExpression,
  context: Context,
): py.Expression => hoisted(node, context);
