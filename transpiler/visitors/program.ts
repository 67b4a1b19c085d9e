// Lowers all files of a program.
import { ts } from "ts-morph";
import type { Analysis } from "../analysis/analysis";
import { hasLoadEffects } from "../analysis/load-effects";
import { placeOf, rangeOf, refusalAt, type Diagnostic } from "../diagnostics/diagnostic";
import { ScopeNames } from "../naming/scope-names";
import type { Modules } from "../program/modules";
import type { Reachable } from "../program/reachable";
import type * as py from "../python/ast";
import { call, expressionStatement } from "../python/build";
import { reachBuiltins } from "../python/builtins";
import { RUNTIME_MODULE, type HelperName } from "../runtime/helpers";
import { earlyUses } from "./circular-imports";
import { Context } from "./context";
import { checkDefinitionOrder } from "./definition-order";
import { arrangeImports, type ImportOrder } from "./imports";
import type { Library } from "./library";
import { fileKey, moduleByName } from "./modules";
import { verbatimName } from "./options";
import { lowerStatements } from "./statements";

export interface Lowered {
  readonly modules: { path: string; module: py.Module }[];
  readonly helpers: Set<HelperName>;
}

export function lowerFiles(
  reachable: Reachable,
  analysis: Analysis,
  modules: Modules,
  library: Library,
  diagnostics: Diagnostic[],
): Lowered {
  const names = new Map<ts.SourceFile, ScopeNames>();
  const namesOf = (file: ts.SourceFile): ScopeNames => {
    const known =
      names.get(file) ??
      new ScopeNames(analysis.uses, file, (node) => verbatimName(node, analysis));
    names.set(file, known);
    return known;
  };
  const helpers = new Set<HelperName>();
  const order = importOrder(reachable, analysis, modules);
  diagnostics.push(...earlyUses(reachable, analysis));
  const lowered = reachable.files.map((file) => {
    reportCollisions(namesOf(file), diagnostics);
    const context = new Context(file, analysis, modules, namesOf, reachable, library, diagnostics);
    checkDefinitionOrder(file, context);
    const module = lowerFile(context, order);
    context.helpers.forEach((helper) => helpers.add(helper));
    return { path: modules.placeOf(fileKey(file)).path, module };
  });
  if (analysis.types.nullIsApart) helpers.add("NULL");
  return { modules: lowered, helpers };
}

function reportCollisions(names: ScopeNames, diagnostics: Diagnostic[]): void {
  for (const { first, second, name } of names.collisions) {
    const { line } = placeOf(first);
    const texts = [first, second].map((node) =>
      "name" in node ? (node.name as ts.Node).getText() : "",
    );
    const details = [texts[0] ?? "", texts[1] ?? "", `line ${line}`, name];
    diagnostics.push(refusalAt(rangeOf(second), "nameCollision", details));
  }
}

/** What decides on the order of imports in all files. */
function importOrder(
  { files, circularImports }: Reachable,
  analysis: Analysis,
  modules: Modules,
): ImportOrder {
  const loud = files.filter((file) => hasLoadEffects(file, analysis.types));
  // The entry is imported by nobody; one other alone has nothing to be before or after.
  const orderShows =
    circularImports.length > 0 || loud.filter((file) => file !== files.at(-1)).length > 1;
  const packages = files.map((file) => modules.placeOf(fileKey(file)).dotted[0] ?? "");
  return { packages: new Set(packages), orderShows };
}

function lowerFile(context: Context, order: ImportOrder): py.Module {
  const { file } = context;
  const body = lowerStatements(file.statements, file.endOfFileToken, context);
  // Node ends when nothing is left to do, Python with its last line.
  if (context.isEntry && context.analysis.asynchrony.runsLater)
    body.push(expressionStatement(call(context.helper("run_loop"))));
  const importOf = (module: string, members: Iterable<string>): py.ImportFrom => ({
    kind: "ImportFrom",
    module,
    names: [...members].sort().map((id) => ({
      name: id,
      alias: context.unhidden(id) === id ? null : context.unhidden(id),
    })),
  });
  const extra: (py.Import | py.ImportFrom)[] = [...context.extraImports]
    .sort()
    .map(([module, members]) => importOf(module, members));
  for (const module of context.moduleAliases.keys())
    if (!context.importedModules.has(module)) extra.push(moduleByName(module, context));
  if (context.helpers.size > 0) extra.push(importOf(RUNTIME_MODULE, context.helpers));
  return { body: arrangeImports(reachBuiltins({ body }).body, extra, order) };
}
