// The files of a program written by hand in Python: those of its folder, and libraries.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../transpiler/cli/command";
import { programFiles } from "../transpiler/cli/program-files";
import { transpile } from "../transpiler/index";
import { packageRoot } from "../transpiler/package-root";
import { addLibraries, importsAny } from "./libraries";

const ownLibrary = "taipan_http";

/** What a computer leaves on every drive that it has seen, and what belongs to a checkout. */
const isForeign = (name: string): boolean => name.startsWith(".") || name === "node_modules";

function filesBelow(folder: string, roomBytes: number): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  let bytes = 0;
  const collect = (inside: string) => {
    for (const entry of readdirSync(join(folder, inside), { withFileTypes: true })) {
      if (isForeign(entry.name)) continue;
      const path = inside === "" ? entry.name : `${inside}/${entry.name}`;
      if (entry.isDirectory()) collect(path);
      if (!entry.isFile()) continue;
      bytes += statSync(join(folder, path)).size;
      if (bytes > roomBytes) throw tooLarge(folder, roomBytes);
      files.set(path, readFileSync(join(folder, path)));
    }
  };
  collect("");
  return files;
}

const tooLarge = (folder: string, roomBytes: number): UserError =>
  new UserError(
    `${folder} does not fit on the board's drive of ${Math.floor(roomBytes / 1024)} kB. ` +
      "Put code.py, with what it needs, into a folder of its own.",
  );

/** Made once: a test file starts many boards. */
let emitted: ReadonlyMap<string, Uint8Array> | undefined;

/** What `taipan_http` becomes on a board, for programs that are not transpiled themselves. */
function emitLibrary(): Map<string, Uint8Array> {
  const entryText = `export { Server } from "${ownLibrary}";\n`;
  const program = programFiles({ entry: "main.ts", folder: packageRoot, entryText });
  const { modules } = transpile(program.files, program);
  const ours = modules.filter(({ path }) => path !== "main.py");
  return new Map(ours.map(({ path, text }) => [`lib/${path}`, Buffer.from(text, "utf8")]));
}

/**
 * Adds the libraries that `files` import and do not have.
 * @throws UserError when one can't be fetched
 */
export async function withLibraries(
  files: ReadonlyMap<string, Uint8Array>,
): Promise<Map<string, Uint8Array>> {
  const isOwn = importsAny(files, ownLibrary) && !files.has(`lib/${ownLibrary}/__init__.py`);
  if (isOwn) emitted ??= emitLibrary();
  const all = new Map([...(isOwn ? (emitted ?? []) : []), ...files]);
  await addLibraries(all);
  // What lies in the folder is what would lie on the drive.
  return new Map([...all, ...files]);
}

/**
 * The files of a drive: those of the folder, and the libraries that they import.
 * @param roomBytes of the board's drive
 * @throws UserError when they do not fit, or a library can't be fetched
 */
export async function collectPythonProgram(
  folder: string,
  roomBytes: number,
): Promise<Map<string, Uint8Array>> {
  return withLibraries(filesBelow(folder, roomBytes));
}
