// What is thrown: Python raises exceptions only, so that another value travels inside of one, and is
// taken out where it is caught. A program that throws errors alone has nothing of it.
import { ts } from "ts-morph";
import { isFoundNoError } from "../analysis/error-tests";
import { bare, isCaughtDeclaration, isFunctionNode } from "../analysis/syntax";
import type { View } from "../analysis/analysis";
import { isReason } from "../analysis/caught-texts";
import type { Kind } from "../analysis/types";
import type * as py from "../python/ast";
import { assign, call, name } from "../python/build";
import type { Context } from "./context";
import { isErrorType } from "./error-classes";

const VALUES: ReadonlySet<Kind> = new Set(["boolean", "instance", "number", "record", "string"]);

/** What has to be raised for `node`, the operand of `throw`. */
export function thrownValue(node: ts.Expression, context: Context): py.Expression {
  const value = context.expression(node);
  if (isErrorType(context.types.typeAt(node), context)) return value;
  if (!throwsValues(context)) return value;
  const kinds = context.types.kindsAt(node);
  if (kinds.has("unknown")) return call(context.helper("thrown"), [value]);
  if ([...kinds].some((kind) => !VALUES.has(kind)))
    return context.refuse(node, "unsupportedSyntax", "Throwing this value", "Throw an Error.");
  return call(context.helper(kinds.size > 1 ? "thrown" : "Thrown"), [value]);
}

/** Whether `node` is a variable that holds what a `catch` caught, or a promise failed by, and nothing else. */
export function isCaught(node: ts.Expression, context: Context): boolean {
  const inner = bare(node);
  if (isReason(inner, context.types.checker)) return true;
  if (!ts.isIdentifier(inner)) return false;
  const declaration = context.analysis.uses.declarationAt(inner);
  return (
    declaration !== undefined &&
    isCaughtDeclaration(declaration) &&
    context.analysis.uses.of(declaration).writes.length === 0
  );
}

/** `error = thrown_value(error)` at the head of a `catch`, where it may be no error. */
export function takeOut(caught: string, target: string, context: Context): py.Statement[] {
  if (throwsValues(context))
    return [assign(name(target), call(context.helper("thrown_value"), [name(caught)]))];
  return caught === target ? [] : [assign(name(target), name(caught))];
}

/** Whether something else than an error may be thrown anywhere, or be what a promise is rejected with. */
export function throwsValues(context: Context): boolean {
  return context.analysis.anywhere(throws, null);
}

/** Whether an error may be caught: in a program that throws values, only where it throws errors too. */
export const throwsErrors = (context: Context): boolean =>
  !throwsValues(context) || context.analysis.anywhere(throwsError, null);

const throwsError = (node: ts.Node, context: View): boolean =>
  ts.isThrowStatement(node) && isError(node.expression, context);

function throws(node: ts.Node, context: View): boolean {
  if (ts.isThrowStatement(node)) return !isError(node.expression, context);
  if (ts.isCallExpression(node) && /^Promise\.reject$/.test(node.expression.getText()))
    return node.arguments[0] === undefined || !isError(node.arguments[0], context);
  if (ts.isNewExpression(node) && node.expression.getText() === "Promise")
    return rejects(node, context);
  const isInjected =
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === "throw";
  return isInjected && node.arguments[0] !== undefined && !isError(node.arguments[0], context);
}

/** Whether the second function that a promise's executor gets is called with another value than an error. */
function rejects(node: ts.NewExpression, context: View): boolean {
  const executor = node.arguments?.[0] && bare(node.arguments[0]);
  if (executor === undefined || !isFunctionNode(executor)) return executor !== undefined;
  const reject = executor.parameters[1];
  return context.analysis.uses.of(reject).references.some((reference) => {
    const { parent } = reference;
    if (!ts.isCallExpression(parent)) return true;
    const [error] = parent.arguments;
    // Where it is handed on, it gets what the other promise had.
    if (parent.expression !== reference) return !isHandler(parent);
    return error === undefined || !isError(error, context);
  });
}

const isHandler = (node: ts.CallExpression) =>
  ts.isPropertyAccessExpression(node.expression) &&
  ["then", "catch"].includes(node.expression.name.text);

/** Whether `node` is an error by its type, or because nothing else was ever put there. */
function isError(node: ts.Expression, context: View, seen = new Set<ts.Node>()): boolean {
  const isTyped = () => isErrorType(context.types.typeAt(node), context);
  if (context.types.memory.fact("an error", node, isTyped)) return true;
  const inner = bare(node);
  if (!ts.isIdentifier(inner)) return false;
  const declaration = context.analysis.uses.declarationAt(inner);
  if (!context.types.kindsAt(inner).has("unknown")) return false;
  if (declaration === undefined || seen.has(declaration)) return declaration !== undefined;
  seen.add(declaration);
  if (!ts.isVariableDeclaration(declaration)) return isRejection(declaration);
  const { writes } = context.analysis.uses.of(declaration);
  const given = [declaration.initializer, ...writes.map(({ value }) => value ?? undefined)];
  return given.every(
    (value, index) => (value === undefined && index === 0) || isErrorAt(value, context, seen),
  );
}

const isErrorAt = (node: ts.Expression | undefined, context: View, seen: Set<ts.Node>) =>
  node !== undefined && isError(node, context, seen);

/** The parameter of a callback that a promise calls with what it failed by. */
function isRejection(declaration: ts.Declaration): boolean {
  if (!ts.isParameter(declaration) || declaration.type !== undefined) return false;
  const { parent } = declaration.parent;
  return ts.isCallExpression(parent) && isHandler(parent);
}

/** Whether `node` is caught, and was found to be no error: another value that was thrown, if any is. */
export function isNoError(node: ts.Expression, context: Context): boolean {
  if (!isCaught(node, context)) return false;
  if (context.analysis.unknowns.hold("function", "map", "set")) return false;
  return isFoundNoError(node);
}
