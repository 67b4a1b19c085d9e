// The pipeline: program → TypeScript's errors → names and analyses → visitors → Python → text.
import { ts } from "ts-morph";
import { Analysis } from "./analysis/analysis";
import { usesBoard } from "./analysis/board-imports";
import { library } from "./builtins/index";
import { catalogue } from "./diagnostics/catalogue";
import { beginningOf, fromTypeScript, OWN_FAULT, type Diagnostic } from "./diagnostics/diagnostic";
import { tellMembersApart } from "./naming/told-apart";
import { lineMapOf, type LineMap } from "./program/line-map";
import { moduleClashes } from "./program/module-clashes";
import { Modules } from "./program/modules";
import { createProgram, forgetFiles, type TranspileOptions } from "./program/program";
import { nestedTooDeeply } from "./program/nesting";
import { reachableFiles, type Reachable } from "./program/reachable";
import { withBoardFloats } from "./python/board-floats";
import { withoutDocstrings } from "./python/docstrings";
import { printModule } from "./python/printer";
import { Rebuild } from "./rebuild/last-build";
import {
  importOrder,
  lowerAnew,
  lowerFiles,
  type Lowered,
  type LoweredFile,
} from "./visitors/program";
import { expectRequest } from "./request";
import { boardRuntime } from "./runtime/board-helpers";
import { runtimeText, RUNTIME_MODULE } from "./runtime/helpers";

export interface EmittedModule {
  /** `code.py`, `taipan_http/server.py` */
  path: string;
  text: string;
  /** Where every line of `text` comes from. */
  map: LineMap;
}

export interface TranspileResult {
  /** Empty if anything was refused. */
  modules: EmittedModule[];
  diagnostics: Diagnostic[];
}

/**
 * Turns the modules that `options.entry` reaches into Python.
 * @param files TypeScript by file name
 */
export function transpile(
  files: Record<string, string>,
  options: TranspileOptions,
): TranspileResult {
  expectRequest(files, options);
  const entry = options.entry.replace(/^\.?\//, "");
  const fault = entryFault(entry, files);
  if (fault !== null) return { modules: [], diagnostics: [fault] };
  try {
    return transpileFrom(entry, files, options);
  } catch (error) {
    forgetFiles();
    return { modules: [], diagnostics: [failure(error, entry)] };
  }
}

/** TypeScript passes by what has another name than a program's: nothing would come of it. */
function entryFault(entry: string, files: Readonly<Record<string, string>>): Diagnostic | null {
  const error = (code: string, message: string): Diagnostic => ({
    ...{ code, severity: "error", message },
    ...beginningOf(entry),
  });
  if (!Object.hasOwn(files, entry))
    return error("TS6053", `There is no file "${entry}" to begin with.`);
  if (/\\|(^|\/)(\.\.?)?\//.test(entry))
    return error("TS6053", `"${entry}" is no path from the folder of the program.`);
  if (/\.d\.[cm]?ts$/.test(entry))
    return error(
      "TS6054",
      `The file "${entry}" holds declarations alone: nothing of it would run.`,
    );
  if (/\.[cm]?tsx?$/.test(entry)) return null;
  return error("TS6054", `The file "${entry}" has no name of TypeScript's, as "main.ts" is one.`);
}

/** Of what TypeScript or Taipan threw. */
function failure(error: unknown, entry: string): Diagnostic {
  const range = beginningOf(entry);
  // A stack overflow of TypeScript's checker, whatever the limits of nesting let through.
  if (error instanceof RangeError) return nestedTooDeeply(range, "the checker cannot follow it");
  const [what = "", where = ""] = String(error instanceof Error ? error.stack : error).split("\n");
  return {
    ...OWN_FAULT,
    message: `Taipan failed on this program, by a defect of its own: please report it. ${what} ${where.trim()}`,
    ...range,
  };
}

function transpileFrom(
  entry: string,
  files: Record<string, string>,
  options: TranspileOptions,
): TranspileResult {
  const { program, faults } = createProgram(files, options);
  if (faults.length > 0) return { modules: [], diagnostics: sorted([...faults]) };
  const reachable = reachableFiles(program, entry, options.packages ?? {});
  const rebuild = options.again === true ? new Rebuild(program, options) : null;
  const unknown = reachable.files.filter((file) => rebuild?.isFaultless(file) !== true);
  const errors = typeScriptErrors(program, unknown);
  if (errors.some(({ isFormal }) => isFormal)) {
    return { modules: [], diagnostics: errors.map(({ diagnostic }) => diagnostic) };
  }
  const modules = new Modules(entry, options.packages ?? {});
  const clashes = moduleClashes(reachable.files, modules);
  const lower = () => lowerProgram(program.getTypeChecker(), reachable, modules, rebuild);
  const lowered = errors.length === 0 ? lower() : attempt(lower);
  const diagnostics = [...reachable.diagnostics, ...clashes, ...lowered.diagnostics];
  if (errors.length > 0) {
    // What a type decides cannot be judged while the types are wrong.
    const independent = diagnostics.filter(({ code }) => /^TPY[14]/.test(code));
    return {
      modules: [],
      diagnostics: sorted([...errors.map(({ diagnostic }) => diagnostic), ...independent]),
    };
  }
  if (diagnostics.length > 0) return { modules: [], diagnostics: sorted(diagnostics) };
  rebuild?.remember();
  return { modules: emit(lowered.files, options), diagnostics: [] };
}

function emit(files: readonly LoweredFile[], options: TranspileOptions): EmittedModule[] {
  const isBoard = options.floats === "board";
  // Python runs what is imported first; who looks at the modules looks for the entry.
  const emitted = files.toReversed().map((file) => print(file, options));
  const helpers = new Set(files.flatMap((file) => [...file.helpers]));
  if (isBoard) helpers.add("board_float");
  if (helpers.size > 0) {
    const text = runtimeText(helpers);
    const path = `${RUNTIME_MODULE}.py`;
    emitted.push({ path, text: isBoard ? boardRuntime(text) : text, map: {} });
  }
  return emitted;
}

/** What is lowered once is printed once (rebuild/). */
const printed = new WeakMap<LoweredFile, EmittedModule>();

function print(file: LoweredFile, { docstrings, floats }: TranspileOptions): EmittedModule {
  const known = printed.get(file);
  if (known !== undefined) return known;
  const kept = docstrings === false ? withoutDocstrings(file.module) : file.module;
  const lines = printModule(floats === "board" ? withBoardFloats(kept, RUNTIME_MODULE) : kept);
  const text = `${lines.map((line) => line.text).join("\n")}\n`;
  const result = { path: file.path, text, map: lineMapOf(lines) };
  printed.set(file, result);
  return result;
}

/** What asks which of null and undefined None is. */
const NULL_OR_UNDEFINED: ReadonlySet<string> = new Set([
  catalogue.undefinedOrNull.code,
  catalogue.defaultedArgument.code,
]);

/** null and undefined are both None, and null is a value of its own where a program tells them apart. */
function lowerProgram(
  checker: ts.TypeChecker,
  reachable: Reachable,
  modules: Modules,
  rebuild: Rebuild | null,
): Lowered {
  const lower = (nullIsApart: boolean) => {
    const analysis = new Analysis(checker, reachable.files, nullIsApart, rebuild?.memory);
    const order = importOrder(reachable, analysis, modules);
    const namesApart = tellMembersApart(reachable.files, analysis.types);
    const lowering = rebuild?.lowering(reachable, analysis, order, namesApart) ?? lowerAnew;
    return lowerFiles(reachable, analysis, modules, library, order, lowering);
  };
  const merged = lower(false);
  const isTold = merged.diagnostics.some(({ code }) => NULL_OR_UNDEFINED.has(code));
  // What Python's own modules call null is None.
  return isTold && !usesBoard(reachable.files) ? lower(true) : merged;
}

/** A tree that TypeScript has errors in may have any form: what it throws is nobody's fault. */
function attempt(lower: () => Lowered): Lowered {
  try {
    return lower();
  } catch {
    return { files: [], diagnostics: [] };
  }
}

/** A class that is its own base: whoever asks for the bases of a class would never come to an end. */
const OWN_BASE = 2506;

/** Formal ones leave a tree that cannot be followed. */
function typeScriptErrors(
  program: ts.Program,
  files: readonly ts.SourceFile[],
): { diagnostic: Diagnostic; isFormal: boolean }[] {
  const errors = [];
  for (const file of files) {
    for (const found of program.getSyntacticDiagnostics(file)) {
      errors.push({ diagnostic: fromTypeScript(found), isFormal: true });
    }
    for (const found of program.getSemanticDiagnostics(file)) {
      if (found.category === ts.DiagnosticCategory.Error) {
        errors.push({ diagnostic: fromTypeScript(found), isFormal: found.code === OWN_BASE });
      }
    }
  }
  return errors;
}

function sorted(diagnostics: Diagnostic[]): Diagnostic[] {
  return diagnostics.sort(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column,
  );
}
