// Members by name: keys of records, attributes of everything else.
import { ts } from "ts-morph";
import { kindInWords, kindsInWords } from "../analysis/kind-words";
import { isTarget, isWritten, readsThis } from "../analysis/syntax";
import { declarationOf, isLibraryFile, tagOf, type Kind } from "../analysis/types";
import { exportName } from "../naming/names";
import type * as py from "../python/ast";
import {
  attribute,
  builtinCall,
  call,
  method,
  name,
  NONE,
  string,
  subscript,
} from "../python/build";
import { accessorValue, isWriteOnly } from "./accessors";
import { isBoundByClass } from "./bound-methods";
import { openMember } from "./class-records";
import type { Context } from "./context";
import { enumAt, enumMember, enumValue } from "./enums";
import { errorMember, isOfErrorInterface } from "./error-members";
import { isModule, isNamespaceOf, refuseModule } from "./identifiers";
import { memberName } from "./member-names";
import { foundMember } from "./membership";
import { changingMember } from "./module-members";
import { hasOpenLink, visitOptional } from "./optional";
import { classNameOf } from "./this";
import { isConsole } from "./library-names";

const LIBRARY_CONTAINERS: ReadonlySet<Kind> = new Set([
  "array",
  "bytes",
  "function",
  "map",
  "promise",
  "set",
  "string",
  "tuple",
  "typed",
  "number",
  "boolean",
]);

/** Members that errors of Python have, whatever the program says (objexcept.c, CPython's Objects/exceptions.c). */
const PYTHONS: ReadonlySet<string> = new Set(["args", "errno", "msg", "obj", "value"]);

export function visitPropertyAccess(
  node: ts.PropertyAccessExpression,
  context: Context,
): py.Expression {
  if (hasOpenLink(node, context)) return visitOptional(node, context);
  const known = knownByName(node, context);
  if (known !== null) return known;
  const symbol = context.types.symbolAt(node.name);
  const kind = context.types.kindAt(node.expression);
  if (LIBRARY_CONTAINERS.has(kind) && !isStatic(node, kind, symbol, context))
    return context.refuse(node, "unknownMember", node.name.text, kindInWords(kind));
  if (isUncalledMethod(node, symbol))
    return context.library.functionValue(node, context) ?? refuseMethod(node, context);
  if (isWriteOnly(symbol) && !isTarget(node)) {
    const where = "this value, which has no getter,";
    return context.refuse(node, "unknownMember", node.name.text, where);
  }
  return memberOf(context.expression(node.expression), node, kind, symbol, context);
}

/** What is told by its name alone: of the console, an accessor, an enum, a class, the library, a module. */
function knownByName(node: ts.PropertyAccessExpression, context: Context): py.Expression | null {
  const base = node.expression;
  if (isConsole(base, context))
    return context.library.consoleFunction(node, context) ?? refuseMethod(node, context);
  const accessed = accessorValue(node, context);
  if (accessed !== null) return accessed;
  if (enumAt(base, context) !== null) return enumMember(node, context);
  const known = classNameOf(node, context) ?? context.library.property(node, context);
  if (known !== null) return known;
  const owner = namespaceMember(node, context);
  if (owner === null) return null;
  const symbol = context.types.checker.getSymbolAtLocation(node.name);
  if (isModule(symbol, context) && !isNamespaceOf(node)) return refuseModule(node, context);
  return enumAt(node, context) === null ? owner : enumValue(node, owner);
}

const refuseMethod = (node: ts.PropertyAccessExpression, context: Context) =>
  context.refuse(node, "methodValue", `(…) => ${node.getText()}(…)`);

/** Whether `node` is a member of a class of the program: MicroPython's functions take none. */
function isStatic(
  node: ts.PropertyAccessExpression,
  kind: Kind,
  symbol: ts.Symbol | undefined,
  { types }: Context,
): boolean {
  const declaration = declarationOf(symbol);
  return (
    kind === "function" &&
    declaration !== undefined &&
    !isLibraryFile(declaration.getSourceFile()) &&
    types.typeAt(node.expression).getConstructSignatures().length > 0
  );
}

/** `base.name` by what `base` is: a key of a record, an attribute of everything else. */
function memberOf(
  base: py.Expression,
  node: ts.PropertyAccessExpression,
  kind: Kind,
  symbol: ts.Symbol | undefined,
  context: Context,
): py.Expression {
  const text = node.name.text;
  if (kind === "record" || kind === "dict") {
    if (!isWritten(node) && context.analysis.openRecords.at(node.expression))
      return openMember(base, text, node, context);
    const isThere = isTarget(node) || (kind === "record" && isSure(symbol, context));
    return isThere ? subscript(base, string(text)) : method(base, "get", string(text));
  }
  if (kind === "contract" && !isWritten(node) && context.analysis.openRecords.at(node.expression))
    return openMember(base, text, node, context);
  const ofError = errorMember(base, node, kind, symbol, context);
  if (ofError !== null) return ofError;
  if (isJson(node.expression, context))
    return isWritten(node)
      ? context.refuse(node, "ambiguousMember", text, "what JSON holds")
      : call(context.helper("json_member"), [base, string(text)]);
  if (kind === "unknown" && symbol?.declarations?.every(isClassMember) !== true) {
    const found = isWritten(node) ? null : foundMember(base, node, context);
    if (found !== null) return found;
    const kinds = kindsInWords(context.types.kindsAt(node.expression));
    return context.refuse(node, "ambiguousMember", text, kinds);
  }
  return attributeOf(base, node, kind, symbol, context);
}

function attributeOf(
  base: py.Expression,
  node: ts.PropertyAccessExpression,
  kind: Kind,
  symbol: ts.Symbol | undefined,
  context: Context,
): py.Expression {
  const file = declarationOf(symbol)?.getSourceFile();
  if (file !== undefined && isLibraryFile(file))
    return context.refuse(node, "unknownMember", node.name.text, "this value");
  const own = memberName(symbol, node.name.text);
  if (context.analysis.takenErrors.mayLack(node) && PYTHONS.has(own))
    return context.refuse(node, "nameCollision", node.name.text, own, "of Python's errors", own);
  // Who implements an interface need not have it.
  const mayLack =
    context.analysis.takenErrors.mayLack(node) ||
    ((kind === "contract" || isOfErrorInterface(symbol, context)) &&
      ((symbol?.flags ?? 0) & ts.SymbolFlags.Optional) !== 0);
  const isForeign = file?.isDeclarationFile === true;
  return mayLack && !isForeign && !isWritten(node)
    ? builtinCall("getattr", base, string(own), NONE)
    : attribute(base, own);
}

/** Whether `node` is of type `any` and comes from JSON.parse. */
export const isJson = (node: ts.Expression, { types, analysis }: Context): boolean =>
  (types.typeAt(node).flags & ts.TypeFlags.Any) !== 0 && analysis.recordKeys.anyIsJson;

const isClassMember = (declaration: ts.Declaration) =>
  ts.isClassLike(declaration.parent) || ts.isParameter(declaration);

function isUncalledMethod(
  node: ts.PropertyAccessExpression,
  symbol: ts.Symbol | undefined,
): boolean {
  if (symbol === undefined || (symbol.flags & ts.SymbolFlags.Method) === 0) return false;
  const declaration = declarationOf(symbol);
  const losesNothing =
    declaration !== undefined &&
    ts.isMethodDeclaration(declaration) &&
    declaration.body !== undefined &&
    !readsThis(declaration.body);
  if (losesNothing) return false;
  const { parent } = node;
  if (ts.isCallExpression(parent) && parent.expression === node) return false;
  if (ts.isTaggedTemplateExpression(parent)) return false;
  const isBinding = ts.isPropertyAccessExpression(parent) && parent.name.text === "bind";
  return !isBinding && !isBoundByClass(declaration);
}

/** `time.sleep` after `import * as time`, and static members of declared classes. */
function namespaceMember(
  node: ts.PropertyAccessExpression,
  context: Context,
): py.Expression | null {
  const symbol = moduleAt(node.expression, context);
  if (symbol === null) return null;
  const member = declarationOf(context.types.symbolAt(node.name));
  const changing = changingMember(member, context);
  const module = declarationOf(context.types.resolve(symbol));
  // Re-exported: its own module has the value of now.
  if (changing !== null && changing.file !== module)
    return attribute(name(context.moduleAlias(changing.file)), changing.name);
  // A module that exports it again has it by the name that it gives.
  const isOwn =
    member?.getSourceFile() === module &&
    ts.getNameOfDeclaration(member)?.getText() === node.name.text;
  const own = isOwn && member !== undefined ? context.nameOf(member) : undefined;
  const given = tagOf(member, "py");
  return attribute(
    context.expression(node.expression),
    given || (own ?? exportName(node.name.text)),
  );
}

/** The module in `module`, or in `module.inner` of an `export * as inner`. */
function moduleAt(node: ts.Expression, context: Context): ts.Symbol | null {
  const name = ts.isPropertyAccessExpression(node) ? node.name : node;
  const symbol = ts.isIdentifier(name)
    ? context.types.checker.getSymbolAtLocation(name)
    : undefined;
  return symbol !== undefined && isModule(symbol, context) ? symbol : null;
}

/** Whether every record has this member that its type has. */
export const isSure = (symbol: ts.Symbol | undefined, context: Context): boolean =>
  symbol !== undefined &&
  (symbol.flags & ts.SymbolFlags.Optional) === 0 &&
  !context.analysis.recordKeys.mayLack(declarationOf(symbol), symbol.name);
