// Collects the files of a program from disk, or from standard input, for the commands.
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { ts } from "ts-morph";
import { packageRoot } from "../package-root";
import type { TranspileOptions } from "../program/program";
import { UserError } from "./command";

export interface SourceProgram {
  files: Record<string, string>;
  options: TranspileOptions;
}

/** The package's own libraries, by the name that programs import. */
const PACKAGES: Record<string, string> = {
  taipan_camera: "firmware-ts/camera",
  taipan_http: "firmware-ts/http",
};

const slashed = (path: string) => path.split(sep).join("/");

/** `"taipan": { "entry" }` of the working folder's package.json. */
export function defaultEntry(folder: string): string {
  const manifest = join(folder, "package.json");
  const entry: unknown = existsSync(manifest)
    ? JSON.parse(readFileSync(manifest, "utf8")).taipan?.entry
    : undefined;
  if (typeof entry !== "string") {
    throw new UserError(
      'No entry was named, and package.json has no "taipan": { "entry": … } here.',
      2,
    );
  }
  return entry;
}

export function readStandardInput(): SourceProgram {
  return { files: { "main.ts": readFileSync(0, "utf8") }, options: { entry: "main.ts" } };
}

/** `entry` and every file that it imports, followed by name. */
export function readProgram(entry: string, folder: string = process.cwd()): SourceProgram {
  const path = resolve(folder, entry);
  if (!existsSync(path) || !statSync(path).isFile()) {
    throw new UserError(`There is no file ${entry}.`, 2);
  }
  const files: Record<string, string> = {};
  const packages: Record<string, string> = {};
  const key = (file: string) => {
    const near = slashed(relative(folder, file));
    return near.startsWith("../") ? `.taipan/${slashed(relative(packageRoot, file))}` : near;
  };
  const pending = [path];
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    if (files[key(file)] !== undefined) continue;
    const text = readFileSync(file, "utf8");
    files[key(file)] = text;
    for (const name of importsOf(text)) {
      const root = PACKAGES[name];
      const target =
        root === undefined ? localFile(file, name) : join(packageRoot, root, "index.ts");
      if (target === null || !existsSync(target)) continue;
      if (root !== undefined)
        packages[name] = key(dirname(target) + sep + "index.ts").replace(/\/index\.ts$/, "");
      pending.push(target);
    }
  }
  return { files, options: { entry: key(path), packages } };
}

const importsOf = (text: string): string[] =>
  ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);

function localFile(importer: string, name: string): string | null {
  if (!name.startsWith(".")) return null;
  const base = resolve(dirname(importer), name.replace(/\.[jt]s$/, ""));
  return [`${base}.ts`, join(base, "index.ts")].find((candidate) => existsSync(candidate)) ?? null;
}
