// Imports and exports. A file is a module, a folder with index.ts a package.
import { ts } from "ts-morph";
import { declarationOf, tagOf } from "../analysis/types";
import { exportName, moduleName, pythonName } from "../naming/names";
import type * as py from "../python/ast";
import { assign, expressionStatement, name } from "../python/build";
import type { Context } from "./context";
import { memberName } from "./member-names";
import { changingMember, memberOf } from "./module-members";

type ImportedName = { name: string; alias: string | null };

/** The file of the program that `specifier` names; null for CircuitPython's own modules. */
export function importedFile(specifier: ts.Expression, context: Context): ts.SourceFile | null {
  const symbol = context.types.checker.getSymbolAtLocation(specifier);
  const declaration = symbol?.declarations?.find(ts.isSourceFile);
  if (declaration !== undefined && !declaration.isDeclarationFile) return declaration;
  return ts.isStringLiteral(specifier) ? context.packageFile(specifier.text) : null;
}

/** What stands after `from`, and what the last part of it is called. */
function referenceTo(specifier: ts.Expression, context: Context): { from: string; name: string } {
  const file = importedFile(specifier, context);
  if (file !== null) return context.modules.reference(fileKey(context.file), fileKey(file));
  const text = ts.isStringLiteral(specifier) ? specifier.text : "";
  if (context.types.checker.getSymbolAtLocation(specifier) === undefined)
    context.refuse(specifier, "unknownModule", text);
  return {
    from: text.replaceAll("/", ".").replaceAll("-", "_"),
    name: moduleName(text.split("/").at(-1) ?? ""),
  };
}

export const fileKey = (file: ts.SourceFile): string => file.fileName.replace(/^\//, "");

export function visitImport(node: ts.ImportDeclaration, context: Context): py.Statement[] {
  const clause = node.importClause;
  if (clause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return [];
  const reference = referenceTo(node.moduleSpecifier, context);
  if (clause === undefined) return [moduleImport(reference, null)];
  const result: py.Statement[] = memberImports(node, clause, context);
  if (clause.name !== undefined && context.isUsed(clause) && memberOf(clause, context) === null) {
    result.push(...defaultImport(node, clause, reference, context));
  }
  const bindings = clause.namedBindings;
  if (bindings !== undefined && ts.isNamespaceImport(bindings) && context.isUsed(bindings)) {
    result.push(moduleImport(reference, context.declaredName(bindings)));
  } else if (bindings !== undefined && ts.isNamedImports(bindings)) {
    const names = bindings.elements.filter(
      (element) =>
        !element.isTypeOnly && context.isUsed(element) && memberOf(element, context) === null,
    );
    const imported = names.map((element) => importedName(element, context));
    if (imported.length > 0)
      result.push({ kind: "ImportFrom", module: reference.from, names: imported });
  }
  return result;
}

/** The modules of names that are members of theirs, and the one that stands here if that is another. */
function memberImports(
  node: ts.ImportDeclaration,
  clause: ts.ImportClause,
  context: Context,
): py.Statement[] {
  const bindings = clause.namedBindings;
  const names = bindings !== undefined && ts.isNamedImports(bindings) ? bindings.elements : [];
  const files = [clause, ...names].flatMap((one) => {
    const isLeft = one.name !== undefined && context.isUsed(one);
    const member = isLeft ? memberOf(one, context) : null;
    return member === null ? [] : [member.file];
  });
  const here = importedFile(node.moduleSpecifier, context);
  if (files.length === 0 || here === null) return [];
  const modules = [...new Set(files)].filter((file) => !context.importedModules.has(file));
  modules.forEach((file) => context.importedModules.add(file));
  const imports = modules.map((file) => moduleByName(file, context));
  // Its own module runs here, whichever the names are from.
  return files.includes(here)
    ? imports
    : [moduleImport(referenceTo(node.moduleSpecifier, context), null), ...imports];
}

/** `import counter` for what is reached as `counter.count`. */
export const moduleByName = (file: ts.SourceFile, context: Context): py.Import | py.ImportFrom =>
  moduleImport(
    context.modules.reference(fileKey(context.file), fileKey(file)),
    context.moduleAlias(file),
  );

/** `import time`, `from . import pages`, each `as` what the program calls it. */
function moduleImport(
  { from, name: last }: { from: string; name: string },
  wanted: string | null,
): py.Import | py.ImportFrom {
  if (!from.startsWith(".")) {
    const alias = wanted === null || wanted === from ? null : wanted;
    return { kind: "Import", module: from, alias };
  }
  const folder = from.slice(0, from.length - last.length).replace(/([^.])\.$/, "$1");
  const names = [{ name: last, alias: wanted === null || wanted === last ? null : wanted }];
  return { kind: "ImportFrom", module: folder === "" ? "." : folder, names };
}

function defaultImport(
  node: ts.ImportDeclaration,
  clause: ts.ImportClause,
  reference: { from: string; name: string },
  context: Context,
): py.Statement[] {
  const own = context.declaredName(clause);
  if (importedFile(node.moduleSpecifier, context) === null) return [moduleImport(reference, own)];
  const alias = own === "default_export" ? null : own;
  return [
    { kind: "ImportFrom", module: reference.from, names: [{ name: "default_export", alias }] },
  ];
}

function importedName(element: ts.ImportSpecifier, context: Context): ImportedName {
  const exported = exportedName(element, context);
  const own = context.declaredName(element);
  return { name: exported, alias: own === exported ? null : own };
}

/** What the other module calls it. */
export function exportedName(
  element: ts.ExportSpecifier | ts.ImportSpecifier,
  context: Context,
): string {
  const text = (element.propertyName ?? element.name).text;
  if (text === "default") return "default_export";
  return memberName(context.types.symbolAt(element.name), text);
}

export function visitExport(node: ts.ExportDeclaration, context: Context): py.Statement[] {
  if (node.isTypeOnly) return [];
  const { exportClause, moduleSpecifier } = node;
  if (exportClause === undefined) return exportAll(node, context);
  if (!ts.isNamedExports(exportClause)) {
    if (moduleSpecifier === undefined || !ts.isIdentifier(exportClause.name))
      return [expressionStatement(context.refuse(node, "exportForm"))];
    const own = pythonName(exportClause.name.text);
    return [moduleImport(referenceTo(moduleSpecifier, context), own)];
  }
  // `export { a as "any text" }`
  const quoted = exportClause.elements.find(({ name: own }) => ts.isStringLiteral(own));
  if (quoted !== undefined) return [expressionStatement(context.refuse(quoted, "exportForm"))];
  const values = exportClause.elements.filter(
    (element) => !element.isTypeOnly && isValue(element, context),
  );
  if (moduleSpecifier !== undefined) {
    const fixed = values.filter((element) => !isChanging(element.name, context));
    const names = fixed.map((element): ImportedName => {
      const own = exportedName(element, context);
      const shown = exportName(element.name.text);
      return {
        name: own,
        alias: element.propertyName === undefined || own === shown ? null : shown,
      };
    });
    const reference = referenceTo(moduleSpecifier, context);
    if (names.length === 0) return values.length === 0 ? [] : [moduleImport(reference, null)];
    return [{ kind: "ImportFrom", module: reference.from, names }];
  }
  return values.flatMap((element) => renamedExport(element, context));
}

const isChanging = (node: ts.Node, context: Context) =>
  changingMember(declarationOf(context.types.symbolAt(node)), context) !== null;

/** `export * from`: all names but the default. */
function exportAll(node: ts.ExportDeclaration, context: Context): py.Statement[] {
  const { moduleSpecifier } = node;
  const { checker } = context.types;
  const module = moduleSpecifier && checker.getSymbolAtLocation(moduleSpecifier);
  if (
    moduleSpecifier === undefined ||
    module === undefined ||
    importedFile(moduleSpecifier, context) === null
  )
    return [expressionStatement(context.refuse(node, "exportForm"))];
  const names = checker.getExportsOfModule(module).flatMap((symbol): ImportedName[] => {
    const target = context.types.resolve(symbol);
    const isShown =
      symbol.name !== "default" &&
      (target.flags & ts.SymbolFlags.Value) !== 0 &&
      changingMember(declarationOf(target), context) === null;
    const given = tagOf(declarationOf(target), "py") || pythonName(symbol.name);
    return isShown ? [{ name: given, alias: null }] : [];
  });
  const reference = referenceTo(moduleSpecifier, context);
  if (names.length === 0) return [moduleImport(reference, null)];
  return [{ kind: "ImportFrom", module: reference.from, names }];
}

function renamedExport(element: ts.ExportSpecifier, context: Context): py.Statement[] {
  const local = context.types.checker.getExportSpecifierLocalTargetSymbol(element);
  const declaration = declarationOf(local);
  const own =
    (declaration && context.nameOf(declaration)) ??
    pythonName((element.propertyName ?? element.name).text);
  const exported = exportName(element.name.text);
  // Who imports a variable that changes takes it from the module by its own name (module-members.ts).
  if (own === exported || changingMember(declaration, context) !== null) return [];
  // `export { a as b }` may stand above `a`; the assignment that it becomes may not.
  if (declaration !== undefined && declaration.pos > element.pos)
    context.refuse(element, "usedBeforeDefinition", own);
  return [assign(name(exported), name(own))];
}

export function isValue(
  element: ts.ExportSpecifier | ts.ImportSpecifier,
  context: Context,
): boolean {
  const symbol = context.types.symbolAt(element.name);
  return symbol === undefined || (symbol.flags & ts.SymbolFlags.Value) !== 0;
}

export function visitExportAssignment(node: ts.ExportAssignment, context: Context): py.Statement[] {
  if (node.isExportEquals === true)
    return [expressionStatement(context.refuse(node, "exportForm"))];
  const declaration = context.declarationAt(node.expression);
  // What is imported would be what the variable is later, not what it is here (ECMAScript 16.2.3.7).
  if (declaration !== undefined && context.analysis.uses.of(declaration).writes.length > 0)
    context.refuse(
      node,
      "unsupportedSyntax",
      "A default export of a variable that changes",
      "Export it by its name, or a function that returns it.",
    );
  return [assign(name("default_export"), context.expression(node.expression))];
}
