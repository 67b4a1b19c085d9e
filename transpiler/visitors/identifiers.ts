// Names of variables, functions, classes, imports and globals.
import { ts } from "ts-morph";
import { declarationOf, isLibraryFile, tagOf } from "../analysis/types";
import { pythonName } from "../naming/names";
import type * as py from "../python/ast";
import { builtin, builtinCall, name, NONE, number, string, subscript } from "../python/build";
import { isCell } from "./captures";
import type { Context } from "./context";
import { enumAt, enumValue } from "./enums";
import { errorClass } from "./error-classes";
import { checkFunctionValue } from "./handed-functions";
import { importedMember } from "./module-members";

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
  if (isModule(symbol, context) && !isNamespaceOf(node)) return refuseModule(node, context);
  const own =
    declaration.getSourceFile() === context.file ? context.nameOf(declaration) : undefined;
  if (own !== undefined) {
    checkFunctionValue(node, context);
    const value = importedMember(declaration, context) ?? name(own);
    if (enumAt(node, context) !== null) return enumValue(node, value);
    return isCell(declaration, context) ? subscript(value, number(0)) : value;
  }
  if (isLibraryFile(declaration.getSourceFile()))
    return (
      GLOBALS[node.text]?.() ??
      errorClass(node.text, context) ??
      context.library.functionValue(node, context) ??
      unknown(node, context)
    );
  return declaration.getSourceFile().isDeclarationFile
    ? builtin(tagOf(declaration, "py") || pythonName(node.text))
    : name(context.nameOf(declaration) ?? pythonName(node.text));
}

/** Whether `symbol` is what `import * as` brings. */
export function isModule(symbol: ts.Symbol | undefined, context: Context): boolean {
  const declaration = symbol && declarationOf(context.types.resolve(symbol));
  return (
    declaration !== undefined &&
    (ts.isSourceFile(declaration) || ts.isModuleDeclaration(declaration))
  );
}

export const refuseModule = (node: ts.Expression, context: Context): py.Constant =>
  context.refuse(
    node,
    "unsupportedSyntax",
    "A module as a value",
    "Name its members: `module.member`.",
  );

/** Whether `node` is the module that a member is taken of. */
export const isNamespaceOf = (node: ts.Expression): boolean =>
  ts.isExportSpecifier(node.parent) ||
  (ts.isPropertyAccessExpression(node.parent) && node.parent.expression === node);

const unknown = (node: ts.Identifier, context: Context) =>
  context.refuse(node, "unknownGlobal", node.text);
