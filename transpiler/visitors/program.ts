// Lowers all files of a program.
import { ts } from "ts-morph";
import type { Analysis } from "../analysis/analysis";
import { catalogue, messageOf } from "../diagnostics/catalogue";
import { placeOf, type Diagnostic } from "../diagnostics/diagnostic";
import { ScopeNames } from "../naming/scope-names";
import type { Modules } from "../program/modules";
import type { Reachable } from "../program/reachable";
import type * as py from "../python/ast";
import { reachBuiltins } from "../python/builtins";
import { RUNTIME_MODULE, type HelperName } from "../runtime/helpers";
import { Context } from "./context";
import { checkDefinitionOrder } from "./definition-order";
import { fileKey } from "./modules";
import { verbatimName } from "./options";
import { lowerStatements } from "./statements";

export interface Lowered {
  readonly modules: { path: string; module: py.Module }[];
  readonly helpers: ReadonlySet<HelperName>;
}

export function lowerFiles(
  reachable: Reachable,
  analysis: Analysis,
  modules: Modules,
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
  const lowered = reachable.files.map((file) => {
    reportCollisions(namesOf(file), diagnostics);
    const context = new Context(
      file,
      analysis,
      modules,
      namesOf,
      reachable.packageFile,
      diagnostics,
    );
    checkDefinitionOrder(file, context);
    const module = lowerFile(context);
    context.helpers.forEach((helper) => helpers.add(helper));
    return { path: modules.placeOf(fileKey(file)).path, module };
  });
  return { modules: lowered, helpers };
}

function reportCollisions(names: ScopeNames, diagnostics: Diagnostic[]): void {
  for (const { first, second, name } of names.collisions) {
    const { line } = placeOf(first);
    const texts = [first, second].map((node) =>
      "name" in node ? (node.name as ts.Node).getText() : "",
    );
    const message = messageOf("nameCollision", [
      texts[0] ?? "",
      texts[1] ?? "",
      `line ${line}`,
      name,
    ]);
    diagnostics.push({
      code: catalogue.nameCollision.code,
      severity: "error",
      message,
      ...placeOf(second),
    });
  }
}

function lowerFile(context: Context): py.Module {
  const { file } = context;
  const body = lowerStatements(file.statements, file.endOfFileToken, context);
  const importOf = (module: string, members: Iterable<string>): py.Statement => ({
    kind: "ImportFrom",
    module,
    names: [...members].sort().map((id) => ({
      name: id,
      alias: context.unhidden(id) === id ? null : context.unhidden(id),
    })),
  });
  const extra = [...context.extraImports]
    .sort()
    .map(([module, members]) => importOf(module, members));
  if (context.helpers.size > 0) extra.push(importOf(RUNTIME_MODULE, context.helpers));
  return reachBuiltins({ body: withImports(body, extra) });
}

/** Among the file's own imports, or after its head. */
function withImports(body: py.Statement[], extra: py.Statement[]): py.Statement[] {
  if (extra.length === 0) return body;
  const isImport = ({ kind }: py.Statement) => kind === "Import" || kind === "ImportFrom";
  const isRelative = (statement: py.Statement) =>
    statement.kind === "ImportFrom" && statement.module.startsWith(".");
  const own = body.findIndex((statement) => isImport(statement) && isRelative(statement));
  const last = body.findLastIndex(isImport);
  const place = own >= 0 ? own : last + 1;
  if (last >= 0) return [...body.slice(0, place), ...extra, ...body.slice(place)];
  const head = body.findIndex(({ kind }) => kind === "Blank");
  const isHead =
    head > 0 && body.slice(0, head).every(({ kind }) => kind === "Comment" || kind === "Docstring");
  const at = isHead ? head + 1 : 0;
  return [...body.slice(0, at), ...extra, { kind: "Blank" }, ...body.slice(at)];
}
