// Everything that goes onto a board, in memory: the emitted modules, the libraries, the pages.
// The same source gives the same bytes.
import { posix } from "node:path";
import { UserError } from "../transpiler/cli/command";
import { transpile, type Diagnostic, type LineMap } from "../transpiler/index";
import { moduleName } from "../transpiler/naming/names";
import { RUNTIME_MODULE } from "../transpiler/runtime/helpers";
import { addLibraries } from "./libraries";
import { collectProgram, type Program, type ProgramRequest } from "./program";
import { webFolder } from "./web-folder";
import { buildWebPages } from "./web-pages";

export interface Bundle {
  /** By path from the root of the board's drive; sorted. */
  files: Map<string, Uint8Array>;
  /** For each emitted module, which line of TypeScript each of its lines came from. */
  maps: Map<string, LineMap>;
  /** The program's TypeScript by file name, as in the maps. */
  sources: Record<string, string>;
  warnings: Diagnostic[];
}

/** The program was refused: nothing was built. */
export class DiagnosticsError extends Error {
  override readonly name = "DiagnosticsError";
  constructor(
    readonly diagnostics: Diagnostic[],
    /** TypeScript by file name. */
    readonly files: Readonly<Record<string, string>>,
  ) {
    super(`${diagnostics.length} problem(s) in the program`);
  }
}

/** CircuitPython starts code.py, whatever the program calls its entry. */
const entryName = "code.py";

/**
 * Where a module goes: packages and helpers under lib/, where CircuitPython looks for them, the
 * program's own modules beside code.py.
 */
function placeOf(path: string, { entry, packages }: Program): string {
  if (path === `${moduleName(posix.basename(entry))}.py`) return entryName;
  const importName = path.split("/")[0]?.replace(/\.py$/, "") ?? "";
  return importName in packages || importName === RUNTIME_MODULE ? `lib/${path}` : path;
}

function addProgram(request: ProgramRequest, { files, maps, sources, warnings }: Bundle): void {
  const program = collectProgram(request);
  const { modules, diagnostics } = transpile(program.files, {
    ...program,
    floats: request.floats ?? "double",
    again: request.again === true,
  });
  if (diagnostics.some(({ severity }) => severity === "error")) {
    throw new DiagnosticsError(diagnostics, program.files);
  }
  warnings.push(...diagnostics);
  Object.assign(sources, program.files);
  for (const { path, text, map } of modules) {
    const place = placeOf(path, program);
    if (files.has(place)) {
      throw new UserError(`Rename the module that becomes ${place}: the entry has that name.`);
    }
    files.set(place, Buffer.from(text, "utf8"));
    maps.set(place, map);
  }
}

function sorted<V>(map: Map<string, V>): Map<string, V> {
  return new Map([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * @throws DiagnosticsError when the program is refused
 * @throws UserError when a library can't be had, or a page is at fault
 */
export async function buildBundle(request: ProgramRequest): Promise<Bundle> {
  const bundle: Bundle = { files: new Map(), maps: new Map(), sources: {}, warnings: [] };
  const web = webFolder({ root: request.projectRoot, entry: request.entry });
  // esbuild, a process of its own, makes them while the program is transpiled.
  const pages = web === null ? Promise.resolve(new Map<string, Uint8Array>()) : buildWebPages(web);
  // What is wrong with the program is told first.
  pages.catch(() => undefined);
  addProgram(request, bundle);
  await addLibraries(bundle.files);
  for (const [path, bytes] of await pages) bundle.files.set(`www/${path}`, bytes);
  return { ...bundle, files: sorted(bundle.files), maps: sorted(bundle.maps) };
}
