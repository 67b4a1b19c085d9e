// Source maps on disk: `code.py.map` for `code.py`.
import { existsSync, readdirSync, rmSync } from "node:fs";
import type { SourceMapPayload } from "node:module";
import { join, relative } from "node:path";
import type { LineMap } from "../program/line-map";
import { knownModule, sourceMapOf, type KnownModule } from "../program/source-map";
import { UserError } from "./command";
import { readText } from "./read-text";
import { writeFile } from "./write-file";

const SUFFIX = ".map";

/** Beside a bundle, whose folder holds what a board gets and nothing else. */
const mapsFolderOf = (bundle: string): string => `${bundle.replace(/[\\/]+$/, "")}.maps`;

/** @param texts TypeScript by file name */
export function writeMaps(
  folder: string,
  maps: Iterable<readonly [path: string, map: LineMap]>,
  texts: Readonly<Record<string, string>>,
): void {
  for (const [path, map] of maps) {
    writeFile(join(folder, path + SUFFIX), `${JSON.stringify(sourceMapOf(path, map, texts))}\n`);
  }
}

/** The maps of a bundle, in place of those of an earlier one. */
export function writeBundleMaps(
  bundle: string,
  maps: ReadonlyMap<string, LineMap>,
  texts: Readonly<Record<string, string>>,
): void {
  const folder = mapsFolderOf(bundle);
  try {
    const isOurs = (path: string) => maps.has(path.slice(0, -SUFFIX.length).replaceAll("\\", "/"));
    if (!filesIn(folder).every(isOurs)) rmSync(folder, { recursive: true, force: true });
    writeMaps(folder, maps, texts);
  } catch (error) {
    throw new UserError(`${folder} can't be written (${(error as Error).message}).`);
  }
}

function filesIn(folder: string): string[] {
  const entries = existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
    : [];
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

/**
 * By path of the Python file.
 * @param folder that `build` or `transpile --out` wrote
 * @throws UserError where there are none
 */
export function readMaps(folder: string): Map<string, KnownModule> {
  const beside = mapsFolderOf(folder);
  const root = existsSync(beside) ? beside : folder;
  const names = existsSync(root) ? readdirSync(root, { recursive: true, encoding: "utf8" }) : [];
  const files = names.filter((name) => name.endsWith(`.py${SUFFIX}`));
  if (files.length === 0)
    throw new UserError(`There are no source maps in ${folder}: build into it first.`);
  return new Map(
    files.map((name) => [
      name.slice(0, -SUFFIX.length).replaceAll("\\", "/"),
      mapIn(join(root, name)),
    ]),
  );
}

/** Anybody may have written there: what does not have the form of a map fails. */
function mapIn(file: string): KnownModule {
  try {
    const payload = JSON.parse(readText(file)) as SourceMapPayload;
    const texts = [...payload.sources, ...payload.sourcesContent];
    if (texts.some((text) => typeof text !== "string")) throw new TypeError("no text");
    return knownModule(payload);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${file} is no source map.`);
  }
}
