// A bundle on disk: dist/<board>/ with the files as they will be on the board, and manifest.json.
import { existsSync, readFileSync, readdirSync, rmSync, rmdirSync } from "node:fs";
import { dirname, isAbsolute, join, normalize } from "node:path";
import { UserError } from "../transpiler/cli/command";
import { writeFile } from "../transpiler/cli/write-file";
import { manifestName, manifestOf, type Manifest } from "./manifest";

/** The files of an earlier build, by its own record: nothing else in the folder is ours. */
function earlierFiles(folder: string): string[] {
  const record = join(folder, manifestName);
  if (!existsSync(record)) return [];
  try {
    const manifest = JSON.parse(readFileSync(record, "utf8")) as Manifest;
    return manifest.files
      .map(({ path }) => normalize(path))
      .filter((path) => !isAbsolute(path) && !path.startsWith(".."));
  } catch {
    // A record that can't be read names no files: they stay.
    return [];
  }
}

function removeEmptyParents(folder: string, path: string): void {
  for (let parent = dirname(path); parent !== "."; parent = dirname(parent)) {
    const absolute = join(folder, parent);
    if (!existsSync(absolute) || readdirSync(absolute).length > 0) return;
    rmdirSync(absolute);
  }
}

function removeStale(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  const stale = earlierFiles(folder).filter((path) => !files.has(path.replaceAll("\\", "/")));
  for (const path of stale) {
    rmSync(join(folder, path), { force: true });
    removeEmptyParents(folder, path);
  }
}

/**
 * Writes a bundle and its manifest into `folder`, and removes what an earlier build left there.
 * @throws UserError when the folder can't be written
 */
export function writeBundle(folder: string, files: ReadonlyMap<string, Uint8Array>): Manifest {
  const manifest = manifestOf(files);
  try {
    removeStale(folder, files);
    for (const [path, bytes] of files) writeFile(join(folder, path), bytes);
    writeFile(join(folder, manifestName), JSON.stringify(manifest, null, 2) + "\n");
  } catch (error) {
    throw new UserError(`${folder} can't be written (${(error as Error).message}).`);
  }
  return manifest;
}
