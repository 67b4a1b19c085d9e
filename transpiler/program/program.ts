// The TypeScript program: everything in memory, checked under `strict` with the ES2023 library.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ts } from "ts-morph";
import { beginningOf, type Diagnostic } from "../diagnostics/diagnostic";
import { packageRoot } from "../package-root";
import { forgetLibrary, libraryFile, LIBRARY_FILE } from "./library";
import { nestedTooDeeply, nestingFault } from "./nesting";

export interface TranspileOptions {
  /** A key of the files. */
  entry: string;
  /** Import name → folder (or file) among the files, as `{ taipan_http: "firmware-ts/http" }`. */
  packages?: Record<string, string>;
  /** Further declarations (.d.ts) by file name, as a board's. */
  typings?: Record<string, string>;
  /** "board": round every float to what a board holds, to see what depends on more. */
  floats?: "board" | "double";
  /** JSDoc as docstrings; default: yes. */
  docstrings?: boolean;
  /** The same program comes again and again, edited: more of it is kept from one time to the next. */
  again?: boolean;
}

const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
  strict: true,
  // A file without imports is a module like any other: its names are its own.
  moduleDetection: ts.ModuleDetectionKind.Force,
  noEmit: true,
  skipLibCheck: true,
};

let defaultTypings: Record<string, string> | undefined;

/** CircuitPython's own modules: firmware-ts/types of the package. */
function typingsOfPackage(): Record<string, string> {
  if (defaultTypings !== undefined) return defaultTypings;
  const folder = join(packageRoot, "firmware-ts", "types");
  const names = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.endsWith(".d.ts"))
    : [];
  defaultTypings = Object.fromEntries(
    names.sort().map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );
  return defaultTypings;
}

function packagePaths(packages: Record<string, string>): Record<string, string[]> {
  const entries = Object.entries(packages).flatMap(([name, root]): [string, string[]][] =>
    root.endsWith(".ts")
      ? [[name, [`/${root}`]]]
      : [
          [name, [`/${root}/index.ts`]],
          [`${name}/*`, [`/${root}/*`]],
        ],
  );
  return Object.fromEntries(entries);
}

/** The files of the last program: of one whose text is the same nothing has to be parsed again. */
let lastFiles: ReadonlyMap<string, ts.SourceFile> = new Map();

/** After a stack overflow, which may have left files half bound. */
export function forgetFiles(): void {
  lastFiles = new Map();
  forgetLibrary();
}

const parse = (
  name: string,
  text: string,
  options: ts.CreateSourceFileOptions | ts.ScriptTarget = ts.ScriptTarget.ES2023,
) => ts.createSourceFile(name, text, options, true);

/**
 * What `@ts-ignore`, `@ts-expect-error` and `@ts-nocheck` hide are types that would be relied on. The
 * library is one file (library.ts): no part of it can be asked for.
 */
function everyErrorTold(file: ts.SourceFile): ts.SourceFile {
  return Object.assign(file, {
    commentDirectives: undefined,
    checkJsDirective: undefined,
    libReferenceDirectives: [],
  });
}

/** An empty file takes the place of one that is nested too deeply: the checker would not survive it. */
function parseSource(
  name: string,
  text: string,
  options: ts.CreateSourceFileOptions | ts.ScriptTarget,
  faults: Diagnostic[],
): ts.SourceFile {
  try {
    const file = everyErrorTold(parse(name, text, options));
    const fault = nestingFault(file);
    if (fault === null) return file;
    faults.push(fault);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    faults.push(nestedTooDeeply(beginningOf(name), "TypeScript's parser cannot follow it"));
  }
  return parse(name, "");
}

export interface ParsedProgram {
  readonly program: ts.Program;
  /** Of files that are nested too deeply. Where there are any, nothing else can be told. */
  readonly faults: readonly Diagnostic[];
}

export function createProgram(
  files: Readonly<Record<string, string>>,
  options: TranspileOptions,
): ParsedProgram {
  const faults: Diagnostic[] = [];
  const parsed = new Map<string, ts.SourceFile>();
  const typings = { ...typingsOfPackage(), ...options.typings };
  const declarations = new Map(
    Object.entries(typings).map(([name, text]) => [`/.typings/${name}`, text]),
  );
  const sources = new Map(Object.entries(files).map(([name, text]) => [`/${name}`, text]));
  const readFile = (name: string) => sources.get(name) ?? declarations.get(name);
  const host: ts.CompilerHost = {
    fileExists: (name) => readFile(name) !== undefined,
    readFile,
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => "/",
    getDefaultLibFileName: () => LIBRARY_FILE,
    getNewLine: () => "\n",
    useCaseSensitiveFileNames: () => true,
    writeFile: () => undefined,
    getSourceFile(name, languageVersion) {
      if (name === LIBRARY_FILE) return libraryFile();
      const text = readFile(name);
      if (text === undefined) return undefined;
      const known = lastFiles.get(name);
      const file = known?.text === text ? known : parseSource(name, text, languageVersion, faults);
      parsed.set(name, file);
      return file;
    },
  };
  const program = ts.createProgram({
    rootNames: [...declarations.keys(), ...sources.keys()],
    options: { ...compilerOptions, paths: packagePaths(options.packages ?? {}) },
    host,
  });
  lastFiles = parsed;
  return { program, faults };
}
