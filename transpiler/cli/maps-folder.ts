// Source maps on disk: `code.py.map` for `code.py`.
import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import type { SourceMapPayload } from "node:module";
import { dirname, join } from "node:path";
import type { LineMap } from "../program/line-map";
import { knownModule, sourceMapOf, type KnownModule } from "../program/source-map";
import { UserError } from "./command";
import { makeFolder } from "./make-folder";
import { readText } from "./read-text";

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
    const file = join(folder, path + SUFFIX);
    makeFolder(dirname(file));
    writeFileSync(file, `${JSON.stringify(sourceMapOf(path, map, texts))}\n`);
  }
}

/** The maps of a bundle, in place of those of an earlier one. */
export function writeBundleMaps(
  bundle: string,
  maps: Iterable<readonly [path: string, map: LineMap]>,
  texts: Readonly<Record<string, string>>,
): void {
  const folder = mapsFolderOf(bundle);
  try {
    rmSync(folder, { recursive: true, force: true });
    writeMaps(folder, maps, texts);
  } catch (error) {
    throw new UserError(`${folder} can't be written (${(error as Error).message}).`);
  }
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
