// JavaScript's errors as Python's exceptions. `TypeError` and `SyntaxError` are Python's own, for the
// others the runtime has classes, so that no `except` catches more than its `instanceof`.
import { ts } from "ts-morph";
import type { View } from "../analysis/analysis";
import { bare, isCaughtDeclaration, isFunctionNode } from "../analysis/syntax";
import { declarationOf, isLibraryFile } from "../analysis/types";
import type * as py from "../python/ast";
import {
  assign,
  attribute,
  boolean,
  builtin,
  builtinCall,
  call,
  compare,
  conditional,
  method,
  name,
  NONE,
  string,
} from "../python/build";
import type { Context } from "./context";
import { isLibraryGlobal } from "./library-names";

/** Classes that the runtime defines. */
const RUNTIME_CLASSES = [
  "AggregateError",
  "EvalError",
  "RangeError",
  "ReferenceError",
  "URIError",
] as const;
type RuntimeClass = (typeof RUNTIME_CLASSES)[number];

const isRuntimeClass = (id: string): id is RuntimeClass =>
  (RUNTIME_CLASSES as readonly string[]).includes(id);

const BUILTIN_CLASSES: Readonly<Record<string, string>> = {
  Error: "Exception",
  SyntaxError: "SyntaxError",
  TypeError: "TypeError",
};

/** What Python itself raises where JavaScript throws an error of that class. */
const RAISED_AS: Readonly<Record<string, string>> = {
  RangeError: "RuntimeError", // recursion that is too deep
  ReferenceError: "NameError",
  TypeError: "AttributeError",
};

export const isErrorClass = (id: string): boolean =>
  isRuntimeClass(id) || Object.hasOwn(BUILTIN_CLASSES, id);

/** The class of the library that is called `id`; null if that is no error. */
export function errorClass(id: string, context: Context): py.Expression | null {
  if (isRuntimeClass(id)) return context.helper(id);
  return Object.hasOwn(BUILTIN_CLASSES, id) ? builtin(BUILTIN_CLASSES[id] ?? "") : null;
}

/** What `instanceof` has to look for where it names `node`; null if that is no error of the library. */
export function errorTypes(node: ts.Expression, context: Context): py.Expression[] | null {
  if (!isLibraryGlobal(node, context)) return null;
  const own = errorClass(node.text, context);
  if (own === null) return null;
  const raised = RAISED_AS[node.text];
  return raised === undefined ? [own] : [own, builtin(raised)];
}

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

/** Whether `node` is made of the library's Error, and takes members. */
export function isOpenError(node: ts.Expression, context: Context): boolean {
  const inner = bare(node);
  if (!ts.isIdentifier(inner)) return false;
  const declaration = context.analysis.uses.declarationAt(inner);
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return false;
  const made = declaration.initializer && bare(declaration.initializer);
  return (
    made !== undefined &&
    (ts.isNewExpression(made) || ts.isCallExpression(made)) &&
    isLibraryGlobal(made.expression, context) &&
    made.expression.text === "Error" &&
    context.analysis.uses.of(declaration).writes.length === 0
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
  return [context.types.acceptsUndefined(message) ? boolean(value, "or", string("")) : value];
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

/** Whether `type` is the library's Error or of a class that extends it. */
export function isErrorType(type: ts.Type, context: Pick<Context, "types">): boolean {
  const { checker } = context.types;
  const parts = checker.getNonNullableType(checker.getBaseConstraintOfType(type) ?? type);
  const members = parts.isUnion() ? parts.types : [parts];
  return members.length > 0 && members.every((part) => isErrorPart(part));
}

/** Every error has a `message` and a `name`, and no other class of a program is declared so. */
function isErrorPart(type: ts.Type): boolean {
  const bases = type.getBaseTypes?.() ?? [];
  const isLibrary = (type.symbol?.declarations ?? []).some((declaration) =>
    isLibraryFile(declaration.getSourceFile()),
  );
  if (isLibrary) return type.symbol.name.endsWith("Error");
  return bases.some(isErrorPart);
}

/** Whether `node` is what a `catch` caught. Whatever is thrown is an error: others are refused. */
export function isCaught(node: ts.Expression, context: Context): boolean {
  const inner = bare(node);
  if (!ts.isIdentifier(inner)) return false;
  const declaration = context.analysis.uses.declarationAt(inner);
  return (
    declaration !== undefined &&
    isCaughtDeclaration(declaration) &&
    context.analysis.uses.of(declaration).writes.length === 0
  );
}

/** `message`, `name` and `cause` of an error; null for other members. */
export function errorMember(
  base: py.Expression,
  node: ts.PropertyAccessExpression,
  context: Context,
): py.Expression | null {
  switch (node.name.text) {
    case "message":
      return hasOwnMessages(context)
        ? call(context.helper("error_message"), [base])
        : builtinCall("str", base);
    case "name":
      return call(context.helper("error_name"), [base]);
    case "errors":
      return attribute(base, "errors");
    case "cause":
      return builtinCall("getattr", base, string("cause"), { kind: "Constant", value: "None" });
    default:
      return null;
  }
}

/** Whether an error of the program has another message than what it was made of. */
function hasOwnMessages(context: Context): boolean {
  return context.analysis.recurses || context.analysis.anywhere(setsMessage, null);
}

/** `message` declared or assigned to; errors of Python's whose text is not their message. */
function setsMessage(node: ts.Node): boolean {
  if (ts.isClassElement(node) || ts.isParameter(node)) {
    const isField = !ts.isParameter(node) || ts.isParameterPropertyDeclaration(node, node.parent);
    const isOfError = ts.isClassLike(node.parent) || ts.isConstructorDeclaration(node.parent);
    const { name: own } = node;
    const isMessage = own !== undefined && ts.isIdentifier(own) && own.text === "message";
    return isField && isOfError && isMessage && !isFunctionNode(node);
  }
  if (ts.isBinaryExpression(node))
    return ts.isPropertyAccessExpression(node.left) && node.left.name.text === "message";
  if (!ts.isNewExpression(node) || !ts.isIdentifier(node.expression)) return false;
  return node.expression.text === "KeyError" || isSystemError(node);
}

const isSystemError = (node: ts.NewExpression) =>
  (node.arguments ?? []).length > 1 &&
  ["OSError", "ConnectionError", "BrokenPipeError", "TimeoutError"].includes(
    node.expression.getText(),
  );

/** Whether `symbol` is declared by the library's Error. */
export function isErrorSymbol(symbol: ts.Symbol | undefined): boolean {
  const declaration = declarationOf(symbol);
  return declaration !== undefined && isLibraryFile(declaration.getSourceFile());
}
