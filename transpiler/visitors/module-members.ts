// Imported names that are members of their module in Python: variables that change (ECMAScript 16.2.1.7
// binds an import to the variable, Python to its value) and what is not there yet in a circle.
import { ts } from "ts-morph";
import { declarationOf } from "../analysis/types";
import { BUILTINS, moduleName } from "../naming/names";
import type * as py from "../python/ast";
import { attribute, name } from "../python/build";
import type { Context } from "./context";
import { exportedName, importedFile } from "./modules";

export type Imported = ts.ImportClause | ts.ImportSpecifier;

interface Member {
  readonly file: ts.SourceFile;
  readonly name: string;
}

const isImported = (node: ts.Declaration): node is Imported =>
  ts.isImportSpecifier(node) || ts.isImportClause(node);

/** What `module.member` is for the imported name that `declaration` brings; null for any other. */
export function importedMember(
  declaration: ts.Declaration,
  context: Context,
): py.Expression | null {
  const member = isImported(declaration) ? memberOf(declaration, context) : null;
  return member && attribute(name(context.moduleAlias(member.file)), member.name);
}

/** A variable that changes, by the module that declares it. */
export function changingMember(
  declaration: ts.Declaration | undefined,
  context: Context,
): Member | null {
  if (declaration === undefined || !isChangingVariable(declaration, context)) return null;
  const own = context.nameOf(declaration);
  return own === undefined ? null : { file: declaration.getSourceFile(), name: own };
}

export function memberOf(declaration: Imported, context: Context): Member | null {
  if (declaration.name === undefined) return null;
  const changing = changingMember(declarationOf(context.types.symbolAt(declaration.name)), context);
  if (changing !== null) return changing;
  const specifier = specifierOf(declaration);
  const file = context.isCircular(specifier) ? importedFile(specifier, context) : null;
  if (file === null) return null;
  const id = ts.isImportClause(declaration) ? "default_export" : exportedName(declaration, context);
  return { file, name: id };
}

const specifierOf = (node: Imported): ts.Expression =>
  ts.isImportClause(node) ? node.parent.moduleSpecifier : node.parent.parent.parent.moduleSpecifier;

const isChangingVariable = (node: ts.Declaration, { analysis }: Context): boolean =>
  (ts.isVariableDeclaration(node) || ts.isBindingElement(node)) &&
  analysis.uses.of(node).writes.length > 0;

/** What a file calls the module `file`, of which it takes members. */
export function aliasOf(file: ts.SourceFile, context: Context): string {
  const last = moduleName(file.fileName.split("/").at(-1) ?? "");
  const own = last === "index" ? "package" : last;
  return context.isNamed(own) || BUILTINS.has(own) ? `${own}_module` : own;
}
