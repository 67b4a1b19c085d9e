// Members of errors: Python's exceptions know them by other names, and MicroPython's own take no others.
import { ts } from "ts-morph";
import { bare, isFunctionNode, isWritten } from "../analysis/syntax";
import { declarationOf, isLibraryFile, type Kind } from "../analysis/types";
import type * as py from "../python/ast";
import { attribute, builtinCall, call, NONE, string } from "../python/build";
import type { Context } from "./context";
import { isErrorType } from "./error-classes";
import { isLibraryGlobal } from "./library-names";
import { isCaught, throwsValues } from "./thrown";

/** `error.message` and the like, read or written; null if `node` is a member of something else. */
export function errorMember(
  base: py.Expression,
  node: ts.PropertyAccessExpression,
  kind: Kind,
  symbol: ts.Symbol | undefined,
  context: Context,
): py.Expression | null {
  const id = node.name.text;
  if (!isErrorBase(node, kind, symbol, context)) return null;
  if (!isWritten(node)) return knownMember(base, id, context);
  if (!KNOWN.has(id)) return null;
  return isOwnError(node.expression, context) || takesMembers(node.expression, context)
    ? attribute(base, id)
    : context.refuse(node, "unknownMember", `${id} =`, "an error of the library");
}

const KNOWN: ReadonlySet<string> = new Set(["cause", "errors", "message", "name"]);

/** What `error.message += text` adds to; null if `target` is no member that every error has. */
export function memberAddedTo(target: ts.Expression, context: Context): py.Expression | null {
  if (!ts.isPropertyAccessExpression(target)) return null;
  const kind = context.types.kindAt(target.expression);
  const symbol = context.types.checker.getSymbolAtLocation(target.name);
  return isErrorBase(target, kind, symbol, context)
    ? knownMember(context.expression(target.expression), target.name.text, context)
    : null;
}

/** Whether `node` is a member that every error has, and that the program does not declare itself. */
function isErrorBase(
  node: ts.PropertyAccessExpression,
  kind: Kind,
  symbol: ts.Symbol | undefined,
  context: Context,
): boolean {
  if (kind === "unknown" && symbol === undefined)
    return isCaught(node.expression, context) && !throwsValues(context);
  // What was thrown may be no error, whatever it is taken for.
  const isTaken = !ts.isIdentifier(node.expression) && isCaught(node.expression, context);
  if (isTaken && throwsValues(context)) return false;
  return (
    kind === "instance" &&
    isOfLibrary(symbol) &&
    isErrorType(context.types.typeAt(node.expression), context)
  );
}

const isOfLibrary = (symbol: ts.Symbol | undefined): boolean => {
  const declaration = declarationOf(symbol);
  return declaration !== undefined && isLibraryFile(declaration.getSourceFile());
};

/** Of a class that the program declares: MicroPython's own exceptions take no attributes. */
const isOwnError = (node: ts.Expression, context: Context): boolean =>
  context.types
    .typeAt(node)
    .symbol?.declarations?.some((declaration) => !declaration.getSourceFile().isDeclarationFile) ??
  false;

/** Whether `node` is made of the library's Error itself: where members are set, the runtime has a class for it. */
function takesMembers(node: ts.Expression, context: Context): boolean {
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

/** The `message` and the like that a pattern takes out of an error; null if no class of the library has it. */
export function errorPart(
  source: py.Expression,
  key: string,
  symbol: ts.Symbol | undefined,
  type: ts.Type,
  context: Context,
): py.Expression | null {
  if (!isOfLibrary(symbol) || !isErrorType(type, context)) return null;
  return knownMember(source, key, context);
}

/** `message`, `name`, `errors` and `cause` of an error; null for other members. */
export function knownMember(
  base: py.Expression,
  id: string,
  context: Context,
): py.Expression | null {
  switch (id) {
    case "message":
      return hasOwnMessages(context)
        ? call(context.helper("error_message"), [base])
        : builtinCall("str", base);
    case "name":
      return call(context.helper("error_name"), [base]);
    case "errors":
      return attribute(base, "errors");
    case "cause":
      return builtinCall("getattr", base, string("cause"), NONE);
    default:
      return null;
  }
}

/** Whether an error of the program has another message than what it was made of. */
function hasOwnMessages(context: Context): boolean {
  return context.analysis.recurses || context.analysis.inTrees(setsMessage);
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

/** Whether an interface that extends Error declares `symbol`: not every error has it. */
export const isOfErrorInterface = (symbol: ts.Symbol | undefined, context: Context) => {
  const holder = declarationOf(symbol)?.parent;
  return (
    holder !== undefined &&
    ts.isInterfaceDeclaration(holder) &&
    isErrorType(context.types.typeAt(holder), context)
  );
};
