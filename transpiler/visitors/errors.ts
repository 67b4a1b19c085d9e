// Errors that a program makes: `new Error(…)` and its kin, their messages and causes.
import { ts } from "ts-morph";
import type { View } from "../analysis/analysis";
import { bare } from "../analysis/syntax";
import { isLibraryFile } from "../analysis/types";
import type * as py from "../python/ast";
import {
  assign,
  attribute,
  boolean,
  call,
  compare,
  conditional,
  method,
  name,
  NONE,
  string,
} from "../python/build";
import type { Context } from "./context";
import { errorClass, isErrorClass, isErrorType } from "./error-classes";
import { isLibraryGlobal } from "./library-names";

/** `new Error(…)`, `Error(…)` and of their kin; null if it makes none. */
export function newError(
  node: ts.CallExpression | ts.NewExpression,
  context: Context,
): py.Expression | null {
  if (!isLibraryGlobal(node.expression, context)) return null;
  const made = errorClass(node.expression.text, context);
  if (made === null) return null;
  if (node.expression.text === "AggregateError") return aggregateError(made, node, context);
  const open = node.expression.text === "Error" && setsMembers(context);
  const own = open ? context.helper("Error") : made;
  return withCause(call(own, messageArguments(node, context)), node, context);
}

/** `new AggregateError(errors, message)` */
function aggregateError(
  made: py.Expression,
  node: ts.CallExpression | ts.NewExpression,
  context: Context,
): py.Expression {
  const [errors, ...rest] = node.arguments ?? [];
  if (errors === undefined || context.types.kindAt(errors) !== "array" || rest.length > 1)
    return context.refuse(node, "optionsArgument");
  return call(
    made,
    [errors, ...rest].map((argument) => context.expression(argument)),
  );
}

/** Whether the program gives members to an error of the library: MicroPython's own take none. */
function setsMembers(context: Context): boolean {
  return context.analysis.anywhere(setsMember, null);
}

function setsMember(node: ts.Node, context: View): boolean {
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsToken)
    return false;
  const target = bare(node.left);
  return (
    ts.isPropertyAccessExpression(target) &&
    target.expression.kind !== ts.SyntaxKind.ThisKeyword &&
    isErrorType(context.types.typeAt(target.expression), context)
  );
}

/** Whether `node` calls the library's own constructor of errors, as `super(…)` does in a subclass. */
export function callsErrorConstructor(
  node: ts.CallExpression | ts.NewExpression,
  context: Context,
): boolean {
  const declared = context.types.checker.getResolvedSignature(node)?.getDeclaration();
  const holder = declared?.parent;
  return (
    holder !== undefined &&
    ts.isInterfaceDeclaration(holder) &&
    isLibraryFile(holder.getSourceFile()) &&
    isErrorClass(holder.name.text.replace(/Constructor$/, ""))
  );
}

/** The message alone; one that may be undefined is empty then. */
export function messageArguments(
  node: ts.CallExpression | ts.NewExpression,
  context: Context,
): py.Expression[] {
  const [message] = node.arguments ?? [];
  if (message === undefined) return [];
  if (ts.isSpreadElement(message)) return [context.refuse(message, "optionsArgument")];
  const value = context.expression(message);
  if (value.kind === "Constant") return [];
  const mayBeMissing =
    context.types.acceptsUndefined(message) || context.analysis.missing.of(message).undefined;
  return [mayBeMissing ? boolean(value, "or", string("")) : value];
}

/** `error` with what `{ cause }` says; MicroPython's own exceptions take no attributes. */
export function withCause(
  error: py.Expression,
  node: ts.CallExpression | ts.NewExpression,
  context: Context,
): py.Expression {
  const cause = causeOf(node, context);
  return cause === null ? error : call(context.helper("caused"), [error, cause]);
}

/** `self.cause = …` after `super(message, { cause })`. */
export function ownCause(node: ts.CallExpression, context: Context): py.Statement[] {
  const cause = causeOf(node, context);
  return cause === null ? [] : [assign(attribute(name("self"), "cause"), cause)];
}

function causeOf(
  node: ts.CallExpression | ts.NewExpression,
  context: Context,
): py.Expression | null {
  const [, options] = node.arguments ?? [];
  if (options === undefined) return null;
  const literal = bare(options);
  if (!ts.isObjectLiteralExpression(literal)) return causeIn(literal, context);
  if (literal.properties.length > 1) return context.refuse(options, "optionsArgument");
  const [property] = literal.properties;
  if (property === undefined) return null;
  if (ts.isShorthandPropertyAssignment(property)) return context.expression(property.name);
  return ts.isPropertyAssignment(property)
    ? context.expression(property.initializer)
    : context.refuse(property, "optionsArgument");
}

/** The `cause` of options that a name stands for. */
function causeIn(options: ts.Expression, context: Context): py.Expression {
  const kinds = [...context.types.kindsAt(options)];
  if (!ts.isIdentifier(options) || kinds.some((kind) => kind !== "record" && kind !== "null"))
    return context.refuse(options, "optionsArgument");
  const value = context.expression(options);
  const cause = method(value, "get", string("cause"));
  return kinds.includes("null") ? conditional(cause, compare(value, "is not", NONE), NONE) : cause;
}
