// The files that a program needs, in the order in which Python runs them.
import { ts } from "ts-morph";
import { byTree, walk } from "../analysis/walk";
import { rangeOf, refusalAt, type Diagnostic } from "../diagnostics/diagnostic";

/** An import of a module that is being loaded already, as this one belongs to a circle. */
export interface CircularImport {
  readonly specifier: ts.Expression;
  /** The module that is not there yet. */
  readonly target: ts.SourceFile;
  /** The circle, as messages show it. */
  readonly path: string;
}

export interface Reachable {
  /** Each after those that it imports, but for circular imports. */
  readonly files: readonly ts.SourceFile[];
  readonly circularImports: readonly CircularImport[];
  /** The file of a package that is declared in typings and written in TypeScript as well. */
  readonly packageFile: (importName: string) => ts.SourceFile | null;
  readonly diagnostics: readonly Diagnostic[];
}

interface Edge {
  readonly file: ts.SourceFile;
  readonly specifier: ts.Expression;
}

export function reachableFiles(
  program: ts.Program,
  entry: string,
  packages: Readonly<Record<string, string>>,
): Reachable {
  const checker = program.getTypeChecker();
  const packageFile = (importName: string): ts.SourceFile | null => {
    const root = Object.hasOwn(packages, importName) ? packages[importName] : undefined;
    if (root === undefined) return null;
    return program.getSourceFile(`/${root.endsWith(".ts") ? root : `${root}/index.ts`}`) ?? null;
  };
  const targetOf = (specifier: ts.Expression): ts.SourceFile | null => {
    const declaration = checker.getSymbolAtLocation(specifier)?.declarations?.find(ts.isSourceFile);
    if (declaration !== undefined && !declaration.isDeclarationFile) return declaration;
    return ts.isStringLiteral(specifier) ? packageFile(specifier.text) : null;
  };
  const files: ts.SourceFile[] = [];
  const diagnostics: Diagnostic[] = [];
  const circularImports: CircularImport[] = [];
  const path: ts.SourceFile[] = [];
  const first = program.getSourceFile(`/${entry}`);
  const visit = (file: ts.SourceFile): void => {
    path.push(file);
    for (const { file: target, specifier } of edgesOf(file, checker, targetOf)) {
      if (target.fileName.endsWith(".json")) {
        diagnostics.push(refusalAt(rangeOf(specifier), "unsupportedSyntax", JSON_IMPORT));
        continue;
      }
      const circle = path.indexOf(target);
      if (circle >= 0) {
        const edge = { specifier, target, path: namesOf([...path.slice(circle), target]) };
        const reason = brokenBy(edge, first);
        if (reason === null) circularImports.push(edge);
        else diagnostics.push(circular(edge, reason));
      } else if (!files.includes(target)) visit(target);
    }
    path.pop();
    files.push(file);
  };
  if (first !== undefined) visit(first);
  return { files, circularImports, packageFile, diagnostics };
}

const JSON_IMPORT = ["An import of a JSON file", "Write `export const data = { … }` in a module."];

/** Imports that are left in Python: those of types only are not. */
function edgesOf(
  file: ts.SourceFile,
  checker: ts.TypeChecker,
  targetOf: (specifier: ts.Expression) => ts.SourceFile | null,
): Edge[] {
  return file.statements.flatMap((statement): Edge[] => {
    const isImport = ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement);
    if (!isImport || statement.moduleSpecifier === undefined) return [];
    const target = targetOf(statement.moduleSpecifier);
    if (target === null || isOfTypes(statement, checker)) return [];
    return [{ file: target, specifier: statement.moduleSpecifier }];
  });
}

function isOfTypes(
  node: ts.ExportDeclaration | ts.ImportDeclaration,
  checker: ts.TypeChecker,
): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const bindings = clause.namedBindings;
  if (clause.name !== undefined || bindings === undefined || !ts.isNamedImports(bindings))
    return false;
  return bindings.elements.every(
    (element) => element.isTypeOnly || !isUsedAsValue(element, node.getSourceFile(), checker),
  );
}

/** Whether `file` uses what `declaration` imports other than as a type. */
export function isUsedAsValue(
  declaration: ts.Declaration,
  file: ts.SourceFile,
  checker: ts.TypeChecker,
): boolean {
  const symbol =
    "name" in declaration && declaration.name !== undefined
      ? checker.getSymbolAtLocation(declaration.name as ts.Node)
      : undefined;
  if (symbol === undefined) return false;
  const target =
    (symbol.flags & ts.SymbolFlags.Alias) !== 0 ? checker.getAliasedSymbol(symbol) : symbol;
  const isUnknown = checker.isUnknownSymbol(target);
  if (!isUnknown && (target.flags & (ts.SymbolFlags.Value | ts.SymbolFlags.Module)) === 0)
    return false;
  const names = byTree(file, valueNames, () => valueNames(file)).get(symbol.name) ?? [];
  return names.some((node) => {
    if (ts.isShorthandPropertyAssignment(node.parent))
      return checker.getShorthandAssignmentValueSymbol(node.parent) === symbol;
    if (ts.isExportSpecifier(node.parent))
      return checker.getExportSpecifierLocalTargetSymbol(node.parent) === symbol;
    return checker.getSymbolAtLocation(node) === symbol;
  });
}

/** The names in `file` that stand for more than types, each with its places. */
function valueNames(file: ts.SourceFile): ReadonlyMap<string, readonly ts.Identifier[]> {
  const names = new Map<string, ts.Identifier[]>();
  walk(file, (node) => {
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return false;
    if (ts.isHeritageClause(node) && node.token === ts.SyntaxKind.ImplementsKeyword) return false;
    if (ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) return false;
    if (ts.isTypeAliasDeclaration(node)) return false;
    if (!ts.isIdentifier(node)) return true;
    const places = names.get(node.text);
    if (places === undefined) names.set(node.text, [node]);
    else places.push(node);
    return true;
  });
  return names;
}

const namesOf = (files: readonly ts.SourceFile[]): string =>
  files.map(({ fileName }) => fileName.replace(/^\//, "")).join(" → ");

/** Why Python cannot import in a circle here; null if it can. */
function brokenBy(
  { specifier, target }: CircularImport,
  entry: ts.SourceFile | undefined,
): string | null {
  // Python knows the file that it begins with as `__main__`.
  if (target === entry) return "the file that the program begins with would run twice";
  return ts.isExportDeclaration(specifier.parent)
    ? "what is not there yet is exported once more"
    : null;
}

export const circular = ({ specifier, path }: CircularImport, reason: string): Diagnostic =>
  refusalAt(rangeOf(specifier), "circularImport", [path, reason]);
