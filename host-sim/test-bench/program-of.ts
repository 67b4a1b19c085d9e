// The program that a virtual board runs: a project's, or files as they lie on the drive.
import { bundledLibraries, libraryModules } from "../../boards/libraries";
import type { BoardDefinition } from "../../boards/definition";
import { UserError } from "../../transpiler/cli/command";
import { openProject } from "../../transpiler/cli/project";
import type { EngineName, FirmwareProgram } from "../engines/engine";
import { buildFirmware } from "../engines/firmware";

export interface ProgramSource {
  /** The TypeScript that the program begins with, as for `taipan build`; else package.json names it. */
  entry?: string;
  /** Files of the drive by path, beside those of the program or, with a `code.py`, instead of it. */
  files?: Readonly<Record<string, string | Uint8Array>>;
}

/** Built once: a test file starts many boards with one program. */
const built = new Map<string, Promise<FirmwareProgram>>();

/** @throws UserError, DiagnosticsError */
export async function programOf(
  { entry, files = {} }: ProgramSource,
  board: BoardDefinition,
  engine: EngineName,
): Promise<FirmwareProgram> {
  const own = Object.entries(files).map(([path, text]) => [path, Buffer.from(text)] as const);
  if (files["code.py"] === undefined) {
    const program = await builtProgram(entry, board, engine);
    return { ...program, files: new Map([...program.files, ...own]) };
  }
  if (entry !== undefined)
    throw new UserError(
      "A board runs one program: give an entry, or a code.py among the files.",
      2,
    );
  if (engine === "node")
    throw new UserError('The node engine runs TypeScript. For code.py take engine "python".', 2);
  return { files: new Map([...(await libraryFiles()), ...own]) };
}

function builtProgram(
  entry: string | undefined,
  board: BoardDefinition,
  engine: EngineName,
): Promise<FirmwareProgram> {
  const project = openProject(entry);
  const key = JSON.stringify([project, board.id, engine]);
  const request = { projectRoot: project.root, entry: project.entry, board };
  const program =
    built.get(key) ?? buildFirmware(request, engine).then((firmware) => firmware.program);
  built.set(key, program);
  return program;
}

/** As `taipan build` puts them into lib/. */
async function libraryFiles(): Promise<[path: string, bytes: Uint8Array][]> {
  const modules = await Promise.all(bundledLibraries().map((library) => libraryModules(library)));
  return modules.flatMap((entries) =>
    [...entries].map(([path, bytes]): [string, Uint8Array] => [`lib/${path}`, bytes]),
  );
}
