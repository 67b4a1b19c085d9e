// Collects the files of a program from disk, or from standard input, for the commands.
import { readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { ts } from "ts-morph";
import { packageRoot } from "../package-root";
import type { TranspileOptions } from "../program/program";
import { UserError } from "./command";
import { settingsIn } from "./manifest";
import { isFile, readText, reading, textOf } from "./read-text";

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
  const { entry } = settingsIn(join(folder, "package.json"));
  if (entry === undefined) {
    throw new UserError(
      'No entry was named, and package.json has no "taipan": { "entry": … } here.',
      2,
    );
  }
  return entry;
}

function readStandardInput(): string {
  const bytes = reading("standard input", () => readFileSync(0));
  return textOf(bytes, "main.ts");
}

/**
 * `entry` and every file that it imports, followed by name. `-` is a main.ts of the working folder
 * that comes from standard input.
 */
export function readProgram(entry: string, folder: string = process.cwd()): SourceProgram {
  const fromInput = entry === "-";
  const path = resolve(folder, fromInput ? "main.ts" : entry);
  if (!fromInput && !isFile(path)) throw new UserError(`There is no file ${entry}.`, 2);
  const { texts, roots } = collect(path, folder, fromInput ? readStandardInput() : undefined);
  const key = keysFor([...texts.keys()], folder);
  const named = <V>(entries: Iterable<readonly [string, V]>) => Object.fromEntries(entries);
  return {
    files: named([...texts].map(([file, text]) => [key(file), text] as const)),
    options: {
      entry: key(path),
      packages: named([...roots].map(([name, root]) => [name, key(root)] as const)),
    },
  };
}

interface Collected {
  /** By absolute path. */
  texts: Map<string, string>;
  /** Of the packages that are imported: import name → folder. */
  roots: Map<string, string>;
}

function collect(entry: string, folder: string, entryText?: string): Collected {
  const texts = new Map<string, string>();
  const roots = new Map<string, string>();
  const pending = [entry];
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    if (texts.has(file)) continue;
    const given = file === entry ? entryText : undefined;
    const text = given ?? readText(file, relative(folder, file));
    texts.set(file, text);
    for (const name of importsOf(text)) {
      const root = PACKAGES[name] && join(packageRoot, PACKAGES[name]);
      const target = root === undefined ? localFile(file, name) : join(root, "index.ts");
      if (target === null || !isFile(target)) continue;
      if (root !== undefined) roots.set(name, root);
      pending.push(target);
    }
  }
  return { texts, roots };
}

const isInside = (path: string, folder: string) => path.startsWith(join(folder, sep));

/**
 * Names of files as diagnostics show them: from the working folder or, for a program outside of it,
 * from the nearest folder that holds all of it.
 */
function keysFor(files: readonly string[], folder: string): (path: string) => string {
  const own = files.filter((file) => !isInside(file, join(packageRoot, "firmware-ts")));
  const holdsAll = (base: string): boolean => own.every((file) => isInside(file, base));
  let base = holdsAll(folder) ? folder : dirname(own[0] ?? files[0] ?? folder);
  while (!holdsAll(base)) base = dirname(base);
  return (path) =>
    isInside(path, base)
      ? slashed(relative(base, path))
      : `.taipan/${slashed(relative(packageRoot, path))}`;
}

const importsOf = (text: string): string[] =>
  ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);

function localFile(importer: string, name: string): string | null {
  if (!name.startsWith(".")) return null;
  const base = resolve(dirname(importer), name.replace(/\.[jt]s$/, ""));
  return [`${base}.ts`, join(base, "index.ts")].find(isFile) ?? null;
}
