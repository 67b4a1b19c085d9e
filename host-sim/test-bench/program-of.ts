// The program that a virtual board runs: a project's, a folder's, or files as they lie on the drive.
import { DiagnosticsError } from "../../boards/bundle";
import type { BoardDefinition } from "../../boards/definition";
import { withLibraries } from "../../boards/python-program";
import { UserError } from "../../transpiler/cli/command";
import { format } from "../../transpiler/diagnostics/diagnostic";
import type { EngineName, FirmwareProgram } from "../engines/engine";
import { buildFirmware } from "../engines/firmware";
import { checkFloats, type Floats } from "../engines/floats";
import { codeFiles } from "../engines/main-loop";
import { checkEngine, programPlace } from "../engines/program-place";

export interface ProgramSource {
  /**
   * The program, from the working folder: a file in TypeScript, as for `taipan build`, a code.py, or
   * a folder with one; else package.json names it.
   */
  entry?: string;
  /** Files of the drive by path, beside those of the program or, with a `code.py`, instead of it. */
  files?: Readonly<Record<string, string | Uint8Array>>;
  /**
   * "board": every float of a program in TypeScript is rounded to the 22 bits that a board's have, on
   * the python engine. "double", as here, unless given.
   */
  floats?: Floats;
}

/** Built once: a test file starts many boards with one program. */
const built = new Map<string, Promise<FirmwareProgram>>();

/** @throws UserError for a program that can't be had or is refused */
export async function programOf(
  { entry, files = {}, floats = "double" }: ProgramSource,
  board: BoardDefinition,
  engine: EngineName,
): Promise<FirmwareProgram> {
  const own = Object.entries(files).map(([path, text]) => [path, Buffer.from(text)] as const);
  if (!codeFiles.some((file) => files[file] !== undefined)) {
    const program = await builtProgram(entry, board, engine, floats);
    return { ...program, files: new Map([...program.files, ...own]) };
  }
  if (entry !== undefined)
    throw new UserError(
      "A board runs one program: give an entry, or a code.py among the files.",
      2,
    );
  checkEngine(true, engine);
  checkFloats(floats, true, engine);
  return { files: await withLibraries(new Map(own)) };
}

function builtProgram(
  entry: string | undefined,
  board: BoardDefinition,
  engine: EngineName,
  floats: Floats,
): Promise<FirmwareProgram> {
  const place = programPlace(entry);
  const key = JSON.stringify([place, board.id, engine, floats]);
  const program =
    built.get(key) ??
    buildFirmware(place, board, engine, floats).then((firmware) => firmware.program, inOneLine);
  built.set(key, program);
  return program;
}

/** A test runner shows an error's message, and nothing of its diagnostics. */
function inOneLine(error: unknown): never {
  if (!(error instanceof DiagnosticsError)) throw error;
  const [first, ...others] = error.diagnostics.filter(({ severity }) => severity === "error");
  if (first === undefined) throw error;
  const more = others.length === 0 ? "" : ` (and ${others.length} more: \`taipan check\`)`;
  throw new UserError(`${format(first)}${more}`);
}
