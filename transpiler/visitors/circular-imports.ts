// Modules that import each other are fine as long as nothing is used before it is there.
import { ts } from "ts-morph";
import type { Analysis } from "../analysis/analysis";
import { usedWhileLoading } from "../analysis/load-uses";
import type { Diagnostic } from "../diagnostics/diagnostic";
import { circular, type Reachable } from "../program/reachable";

/** What a circle of modules uses of one that is not there yet. */
export function earlyUses(
  { files, circularImports }: Reachable,
  { uses, types: { checker } }: Analysis,
): Diagnostic[] {
  return circularImports.flatMap((edge) => {
    const imported = importedBy(edge.specifier.parent).map((id) => checker.getSymbolAtLocation(id));
    const isMeant = (node: ts.Identifier) => imported.includes(localSymbolAt(node, checker));
    const loaded = files.slice(0, files.indexOf(edge.target) + 1);
    const used = usedWhileLoading(loaded, isMeant, uses);
    return used === null ? [] : [circular(edge, `\`${used.text}\` is used before all are there`)];
  });
}

function importedBy(node: ts.Node): ts.Identifier[] {
  const clause = ts.isImportDeclaration(node) ? node.importClause : undefined;
  const bindings = clause?.namedBindings;
  const names =
    bindings === undefined
      ? []
      : ts.isNamedImports(bindings)
        ? bindings.elements.map(({ name }) => name)
        : [bindings.name];
  return clause?.name === undefined ? names : [clause.name, ...names];
}

/** What `node` means in its file: an import is not followed. */
function localSymbolAt(node: ts.Identifier, checker: ts.TypeChecker): ts.Symbol | undefined {
  const { parent } = node;
  if (ts.isShorthandPropertyAssignment(parent))
    return checker.getShorthandAssignmentValueSymbol(parent);
  return ts.isExportSpecifier(parent)
    ? checker.getExportSpecifierLocalTargetSymbol(parent)
    : checker.getSymbolAtLocation(node);
}
