// Lowers all files of a program.
import { ts } from "ts-morph";
import type { Analysis } from "../analysis/analysis";
import { hasLoadEffects } from "../analysis/load-effects";
import { placeOf, rangeOf, refusalAt, type Diagnostic } from "../diagnostics/diagnostic";
import { ScopeNames, type Collision } from "../naming/scope-names";
import type { Modules } from "../program/modules";
import { nestedTooDeeply } from "../program/nesting";
import type { Reachable } from "../program/reachable";
import type * as py from "../python/ast";
import { MAXIMUM_BLOCKS, tooDeepBlock } from "../python/block-depth";
import { call, expressionStatement } from "../python/build";
import { reachBuiltins } from "../python/builtins";
import { RUNTIME_MODULE, type HelperName } from "../runtime/helpers";
import { earlyUses } from "./circular-imports";
import { Context } from "./context";
import { checkDeadZones } from "./dead-zones";
import { checkDefinitionOrder } from "./definition-order";
import { arrangeImports, type ImportOrder } from "./imports";
import type { Library } from "./library";
import { fileKey, moduleByName } from "./modules";
import { verbatimName } from "./options";
import { lowerStatements } from "./statements";

export interface LoweredFile {
  readonly path: string;
  readonly module: py.Module;
  readonly helpers: ReadonlySet<HelperName>;
  readonly diagnostics: readonly Diagnostic[];
  /** What its declarations are called. */
  readonly names: ReadonlyMap<ts.Declaration, string>;
}

export interface Lowered {
  readonly files: readonly LoweredFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What a file is lowered by, besides TypeScript's own answers. */
export interface Sources {
  readonly analysis: Analysis;
  /** Of other files. */
  readonly names: { nameOf(declaration: ts.Declaration): string | undefined };
}

/** Has a file lowered, or says what it was lowered to before (rebuild/). */
export type Lowering = (
  file: ts.SourceFile,
  sources: Sources,
  lower: (sources: Sources) => LoweredFile,
) => LoweredFile;

export const lowerAnew: Lowering = (_, sources, lower) => lower(sources);

export function lowerFiles(
  reachable: Reachable,
  analysis: Analysis,
  modules: Modules,
  library: Library,
  order: ImportOrder,
  lowering: Lowering,
): Lowered {
  const lowered = new Map<ts.SourceFile, LoweredFile>();
  const early = new Map<ts.SourceFile, LoweredFile["names"]>();
  const nameOf = (declaration: ts.Declaration): string | undefined => {
    const file = declaration.getSourceFile();
    const names = lowered.get(file)?.names ?? early.get(file) ?? namesIn(file, analysis).names;
    early.set(file, names);
    return names.get(declaration);
  };
  for (const file of reachable.files) {
    const lower = (sources: Sources): LoweredFile => {
      const diagnostics: Diagnostic[] = [];
      const names = namesIn(file, sources.analysis);
      reportCollisions(names.collisions, diagnostics);
      const context = new Context(
        file,
        sources.analysis,
        modules,
        names,
        sources.names,
        reachable,
        library,
        diagnostics,
      );
      checkDefinitionOrder(file, context);
      checkDeadZones(file, context);
      const module = lowerFile(context, order);
      const { path } = modules.placeOf(fileKey(file));
      reportDeepBlocks(file, module, diagnostics);
      if (analysis.types.nullIsApart) context.helpers.add("NULL");
      return { path, module, helpers: context.helpers, diagnostics, names: names.names };
    };
    lowered.set(file, lowering(file, { analysis, names: { nameOf } }, lower));
  }
  const own = [...lowered.values()].flatMap(({ diagnostics }) => diagnostics);
  return {
    files: [...lowered.values()],
    diagnostics: [...earlyUses(reachable, analysis), ...own],
  };
}

const namesIn = (file: ts.SourceFile, analysis: Analysis): ScopeNames =>
  new ScopeNames(analysis.uses, file, (node) => verbatimName(node, analysis));

function reportCollisions(collisions: readonly Collision[], diagnostics: Diagnostic[]): void {
  for (const { first, second, name } of collisions) {
    const { line } = placeOf(first);
    const texts = [first, second].map((node) =>
      "name" in node ? (node.name as ts.Node).getText() : "",
    );
    const details = [texts[0] ?? "", texts[1] ?? "", `line ${line}`, name];
    diagnostics.push(refusalAt(rangeOf(second), "nameCollision", details));
  }
}

function reportDeepBlocks(file: ts.SourceFile, module: py.Module, found: Diagnostic[]): void {
  const block = tooDeepBlock(module);
  if (block === null) return;
  const { line, column } = block.origin ?? placeOf(file);
  const range = { ...placeOf(file), line, column, endLine: line, endColumn: column + 1 };
  found.push(
    nestedTooDeeply(range, `more than ${MAXIMUM_BLOCKS} of Python's blocks inside each other`),
  );
}

/** What decides on the order of imports in all files. */
export function importOrder(
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
