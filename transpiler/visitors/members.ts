// Names, `this`, members by name and by index.
import { ts } from "ts-morph";
import {
  bare,
  hasModifier,
  isAssignmentOperator,
  propertyName,
  readsThis,
  wellKnownSymbol,
} from "../analysis/syntax";
import { declarationOf, isLibraryFile, tagOf, type Kind } from "../analysis/types";
import { isConsole } from "../builtins/console";
import { consoleFunction } from "../builtins/console-functions";
import { mayBeOutsideBmp } from "../builtins/string-places";
import { libraryProperty } from "../builtins/properties";
import { pythonName } from "../naming/names";
import type * as py from "../python/ast";
import {
  attribute,
  builtin,
  builtinCall,
  call,
  method,
  name,
  NONE,
  number,
  string,
  subscript,
} from "../python/build";
import { accessorValue, isWriteOnly } from "./accessors";
import { isCell } from "./captures";
import { membersOf } from "./class-records";
import type { Context } from "./context";
import {
  errorClass,
  errorMember,
  isCaught,
  isErrorSymbol,
  isErrorType,
  isOpenError,
} from "./errors";
import { enumAt, enumElement, enumMember, enumValue } from "./enums";
import { isBoundByClass } from "./bound-methods";
import { checkFunctionValue } from "./handed-functions";
import { throwsValues } from "./thrown";
import { hasOpenLink, visitOptional } from "./optional";
import { foundMember } from "./membership";
import { readKey } from "./record-keys";
import { classNameOf } from "./this";

const GLOBALS: Record<string, () => py.Expression> = {
  Infinity: () => builtinCall("float", string("inf")),
  NaN: () => builtinCall("float", string("nan")),
  undefined: () => NONE,
};

export function visitIdentifier(node: ts.Identifier, context: Context): py.Expression {
  const symbol = ts.isShorthandPropertyAssignment(node.parent)
    ? context.types.checker.getShorthandAssignmentValueSymbol(node.parent)
    : context.types.checker.getSymbolAtLocation(node);
  const declaration = declarationOf(symbol);
  if (node.text === "undefined" || declaration === undefined)
    return GLOBALS[node.text]?.() ?? unknown(node, context);
  if (isModule(symbol, context) && !isNamespaceOf(node))
    return context.refuse(
      node,
      "unsupportedSyntax",
      "A module as a value",
      "Name its members: `module.member`.",
    );
  const own =
    declaration.getSourceFile() === context.file ? context.nameOf(declaration) : undefined;
  if (own !== undefined) {
    checkFunctionValue(node, context);
    if (enumAt(node, context) !== null) return enumValue(node, name(own));
    return isCell(declaration, context) ? subscript(name(own), number(0)) : name(own);
  }
  if (isLibraryFile(declaration.getSourceFile()))
    return GLOBALS[node.text]?.() ?? errorClass(node.text, context) ?? unknown(node, context);
  return declaration.getSourceFile().isDeclarationFile
    ? builtin(tagOf(declaration, "py") || pythonName(node.text))
    : name(context.nameOf(declaration) ?? pythonName(node.text));
}

function isModule(symbol: ts.Symbol | undefined, context: Context): boolean {
  const declaration = symbol && declarationOf(context.types.resolve(symbol));
  return (
    declaration !== undefined &&
    (ts.isSourceFile(declaration) || ts.isModuleDeclaration(declaration))
  );
}

/** Whether `node` is the module that a member is taken of. */
const isNamespaceOf = (node: ts.Identifier) =>
  ts.isExportSpecifier(node.parent) ||
  (ts.isPropertyAccessExpression(node.parent) && node.parent.expression === node);

const unknown = (node: ts.Identifier, context: Context) =>
  context.refuse(node, "unknownGlobal", node.text);

/** The Python name of a member: `@py name`, `_name` for what is private, else by the rule. */
export function memberName(symbol: ts.Symbol | undefined, text: string): string {
  const declaration = declarationOf(symbol);
  const given = tagOf(declaration, "py");
  if (given) return given;
  const isPrivate =
    declaration !== undefined &&
    (hasModifier(declaration, ts.SyntaxKind.PrivateKeyword) || text.startsWith("#"));
  const plain = pythonName(text.replace(/^#/, ""));
  return isPrivate && !plain.startsWith("_") ? `_${plain}` : plain;
}

/** What `[Symbol.dispose]` is called; `with` would want an `__enter__` as well. */
export const DISPOSE = "__dispose__";

/** The Python name of a class's member; refused if it is computed. */
export function nameOfMember(
  member: ts.ClassElement | ts.ObjectLiteralElement,
  context: Context,
): string {
  const known = member.name === undefined ? undefined : wellKnownSymbol(member.name);
  if (known === "iterator") return "__iter__";
  if (known === "asyncIterator") return "__aiter__";
  if (known === "dispose") return DISPOSE;
  if (member.name === undefined || propertyName(member.name) === undefined) {
    context.refuse(member, "computedName");
    return "_";
  }
  return memberName(
    context.types.checker.getSymbolAtLocation(member.name),
    propertyName(member.name) ?? "_",
  );
}

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

export function visitPropertyAccess(
  node: ts.PropertyAccessExpression,
  context: Context,
): py.Expression {
  if (hasOpenLink(node, context)) return visitOptional(node, context);
  const { checker } = context.types;
  const symbol = checker.getSymbolAtLocation(node.name);
  const base = node.expression;
  if (isConsole(base, context))
    return consoleFunction(node, context) ?? context.refuse(node, "methodValue");
  const accessed = accessorValue(node, context);
  if (accessed !== null) return accessed;
  if (enumAt(base, context) !== null) return enumMember(node, context);
  const className = classNameOf(node, context);
  if (className !== null) return className;
  const library = libraryProperty(node, context);
  if (library !== null) return library;
  const owner = namespaceMember(node, context);
  if (owner !== null) return enumAt(node, context) === null ? owner : enumValue(node, owner);
  const kind = context.types.kindAt(base);
  const declaration = declarationOf(symbol);
  // MicroPython's functions take no members.
  const isOfClass = context.types.typeAt(base).getConstructSignatures().length > 0;
  const isStatic =
    kind === "function" &&
    declaration !== undefined &&
    !isLibraryFile(declaration.getSourceFile()) &&
    isOfClass;
  if (LIBRARY_CONTAINERS.has(kind) && !isStatic) {
    return context.refuse(node, "unknownMember", node.name.text, `a value of kind ${kind}`);
  }
  if (isUncalledMethod(node, symbol)) return context.refuse(node, "methodValue");
  if (isWriteOnly(symbol) && !isTarget(node))
    return context.refuse(
      node,
      "unknownMember",
      node.name.text,
      "this value, which has no getter,",
    );
  return memberOf(context.expression(base), node, kind, symbol, context);
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
  if (kind === "record") {
    return isSure(symbol, context) || isTarget(node)
      ? subscript(base, string(text))
      : method(base, "get", string(text));
  }
  if (kind === "dict")
    return isTarget(node) ? subscript(base, string(text)) : method(base, "get", string(text));
  const known = isErrorBase(node, kind, symbol, context) ? errorMember(base, node, context) : null;
  if (known !== null) {
    if (!isWritten(node)) return known;
    return isOwnError(node.expression, context) || isOpenError(node.expression, context)
      ? attribute(base, node.name.text)
      : context.refuse(node, "unknownMember", `${node.name.text} =`, "an error of the library");
  }
  if (isJson(node.expression, context))
    return isWritten(node)
      ? context.refuse(node, "ambiguousMember", text, "what JSON holds")
      : call(context.helper("json_member"), [base, string(text)]);
  if (kind === "unknown" && symbol?.declarations?.every(isClassMember) !== true) {
    const found = isWritten(node) ? null : foundMember(base, node, context);
    if (found !== null) return found;
    return context.refuse(
      node,
      "ambiguousMember",
      text,
      [...context.types.kindsAt(node.expression)].join(" or "),
    );
  }
  if (
    declarationOf(symbol) !== undefined &&
    isLibraryFile((declarationOf(symbol) as ts.Declaration).getSourceFile())
  ) {
    return context.refuse(node, "unknownMember", text, "this value");
  }
  const own = memberName(symbol, text);
  // Who implements an interface need not have it.
  const mayLack =
    (kind === "contract" || ofError(symbol, context)) &&
    ((symbol?.flags ?? 0) & ts.SymbolFlags.Optional) !== 0;
  const isForeign = declarationOf(symbol)?.getSourceFile().isDeclarationFile === true;
  if (mayLack && !isForeign && !isWritten(node))
    return builtinCall("getattr", base, string(own), NONE);
  return attribute(base, own);
}

/** Whether `node` is of type `any` and comes from JSON.parse. */
const isJson = (node: ts.Expression, { types, analysis }: Context): boolean =>
  (types.typeAt(node).flags & ts.TypeFlags.Any) !== 0 && analysis.recordKeys.anyIsJson;

/** Whether an interface that extends Error declares it. */
const ofError = (symbol: ts.Symbol | undefined, context: Context) => {
  const holder = declarationOf(symbol)?.parent;
  return (
    holder !== undefined &&
    ts.isInterfaceDeclaration(holder) &&
    isErrorType(context.types.typeAt(holder), context)
  );
};

const isClassMember = (declaration: ts.Declaration) =>
  ts.isClassLike(declaration.parent) || ts.isParameter(declaration);

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
    isErrorSymbol(symbol) &&
    isErrorType(context.types.typeAt(node.expression), context)
  );
}

/** Of a class that the program declares: MicroPython's own exceptions take no attributes. */
const isOwnError = (node: ts.Expression, context: Context): boolean =>
  context.types
    .typeAt(node)
    .symbol?.declarations?.some((declaration) => !declaration.getSourceFile().isDeclarationFile) ??
  false;

/** Whether `node` is assigned to, also by `+=` and the like. */
function isWritten(node: ts.Expression): boolean {
  const { parent } = node;
  return (
    ts.isBinaryExpression(parent) &&
    parent.left === node &&
    isAssignmentOperator(parent.operatorToken.kind)
  );
}

function isTarget(node: ts.Expression): boolean {
  const { parent } = node;
  return (
    ts.isBinaryExpression(parent) &&
    parent.left === node &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
  );
}

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
  if (!ts.isIdentifier(node.expression)) return null;
  const symbol = context.types.checker.getSymbolAtLocation(node.expression);
  if (symbol === undefined) return null;
  if (!isModule(symbol, context)) return null;
  const member = declarationOf(context.types.symbolAt(node.name));
  const own = member !== undefined ? context.nameOf(member) : undefined;
  const given = tagOf(member, "py");
  return attribute(
    context.expression(node.expression),
    given || (own ?? exportName(node.name.text)),
  );
}

const exportName = (text: string) => (text === "default" ? "default_export" : pythonName(text));

/** `record[key]`; a member that is written down and that the type has is there. */
function recordMember(
  base: py.Expression,
  node: ts.ElementAccessExpression,
  kind: Kind,
  context: Context,
): py.Expression {
  const literal = bare(node.argumentExpression);
  const key = readKey(node.argumentExpression, context);
  const symbol =
    kind === "record" && ts.isStringLiteralLike(literal)
      ? context.types.typeAt(node.expression).getProperty(literal.text)
      : undefined;
  return isSure(symbol, context) ? subscript(base, key) : method(base, "get", key);
}

/** Whether every record has this member that its type has. */
const isSure = (symbol: ts.Symbol | undefined, context: Context): boolean =>
  symbol !== undefined &&
  (symbol.flags & ts.SymbolFlags.Optional) === 0 &&
  !context.analysis.recordKeys.mayLack(symbol);

/** The variable of `for (const index in values)` over what has indexes only. */
export function isIndexText(node: ts.Expression, { analysis, types }: Context): boolean {
  const declaration = analysis.uses.declarationAt(bare(node));
  const loop = declaration?.parent.parent;
  return (
    loop !== undefined &&
    ts.isForInStatement(loop) &&
    analysis.uses.of(declaration).writes.length === 0 &&
    ["array", "string", "tuple"].includes(types.kindAt(loop.expression))
  );
}

export function visitElementAccess(
  node: ts.ElementAccessExpression,
  context: Context,
): py.Expression {
  if (hasOpenLink(node, context)) return visitOptional(node, context);
  if (enumAt(node.expression, context) !== null) return enumElement(node, context);
  const kind = context.types.kindAt(node.expression);
  const base = context.expression(node.expression);
  const isAsserted = context.types.kindAt(bare(node.expression)) === "unknown";
  const isOpen = kind === "unknown" && !isJson(node.expression, context);
  const isMember = context.types.kindAt(node.argumentExpression) === "string";
  if (
    (isOpen || isAsserted) &&
    isMember &&
    !isWritten(node) &&
    !isJson(bare(node.expression), context)
  )
    return method(membersOf(base, context), "get", readKey(node.argumentExpression, context));
  if (kind === "dict" || kind === "record") return recordMember(base, node, kind, context);
  const index = context.expression(node.argumentExpression);
  if (isJson(node.expression, context)) {
    if (isWritten(node))
      return context.refuse(node, "ambiguousMember", node.getText(), "what JSON holds");
    return call(context.helper("json_member"), [base, index]);
  }
  switch (kind) {
    case "array":
    case "bytes":
    case "string":
    case "tuple": {
      if (context.types.kindAt(node.argumentExpression) !== "number") {
        return isIndexText(node.argumentExpression, context)
          ? call(context.helper("item"), [base, builtinCall("int", index)])
          : context.refuse(node, "computedName");
      }
      if (kind === "string" && mayBeOutsideBmp(node.expression, context))
        return context.refuse(node, "placeOutsideBmp");
      const isInt = context.analysis.numbers.of(node.argumentExpression).kind === "int";
      if (!isInt) {
        return call(context.helper("item"), [base, call(context.helper("as_index"), [index])]);
      }
      const inside = context.analysis.bounds.isInside(node.expression, node.argumentExpression);
      return inside ? subscript(base, index) : call(context.helper("item"), [base, index]);
    }
    case "typed":
      return context.types.kindAt(node.argumentExpression) === "number"
        ? subscript(base, index)
        : context.refuse(node, "computedName");
    default:
      return context.refuse(
        node,
        "ambiguousMember",
        node.argumentExpression.getText(),
        [...context.types.kindsAt(node.expression)].join(" or "),
      );
  }
}
