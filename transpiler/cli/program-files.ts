// The files of a program, from disk: its entry, what that imports, and the packages that taipan brings.
import { readFileSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { ts } from "ts-morph";
import { packageRoot } from "../package-root";
import { UserError } from "./command";
import { isFile, readText, reading, textOf } from "./read-text";

/** What `transpile` takes; names are as diagnostics show them, with slashes. */
export interface ProgramFiles {
  entry: string;
  files: Record<string, string>;
  /** Of the packages that the program imports: import name → folder or file in `files`. */
  packages: Record<string, string>;
}

export interface ProgramSource {
  /** From `folder`. */
  entry: string;
  /** Names of files are shown from here; absolute. */
  folder: string;
  /** Of an entry that is not on disk. */
  entryText?: string;
  /** Packages of one module that is made for this program: import name → TypeScript. */
  generated?: Readonly<Record<string, string>>;
}

/** The package's own libraries, by the name that programs import. */
const PACKAGES: Record<string, string> = {
  taipan_camera: join(packageRoot, "firmware-ts", "camera"),
  taipan_http: join(packageRoot, "firmware-ts", "http"),
};

/**
 * What is missing is left for the transpiler to report.
 * @throws UserError (2) when the entry is not there
 */
export function programFiles(source: ProgramSource): ProgramFiles {
  const { entry, folder, entryText, generated = {} } = source;
  const path = resolve(folder, entry);
  if (entryText === undefined && !isFile(path))
    throw new UserError(`There is no file ${entry}${isAbsolute(entry) ? "" : ` in ${folder}`}.`, 2);
  const made = new Map(
    Object.entries(generated).map(([name, text]) => [madeFile(folder, name), text]),
  );
  if (entryText !== undefined) made.set(path, entryText);
  const { texts, packages } = new Collector(folder, made).collect(path);
  const key = namesFrom(folder, [...texts.keys()]);
  const named = <V>(entries: Iterable<readonly [string, V]>) => Object.fromEntries(entries);
  return {
    entry: key(path),
    files: named([...texts].map(([file, text]) => [key(file), text] as const)),
    packages: named([...packages].map(([name, target]) => [name, key(target)] as const)),
  };
}

/** `-` is a main.ts of the folder that comes from standard input. */
export function programNamed(entry: string, folder: string = process.cwd()): ProgramFiles {
  if (entry !== "-") return programFiles({ entry, folder });
  const bytes = reading("standard input", () => readFileSync(0));
  return programFiles({ entry: "main.ts", folder, entryText: textOf(bytes, "main.ts") });
}

const madeFile = (folder: string, importName: string) => join(folder, `${importName}.ts`);

class Collector {
  /** By absolute path. */
  readonly texts = new Map<string, string>();
  /** Import name → absolute path. */
  readonly packages = new Map<string, string>();

  constructor(
    private readonly folder: string,
    /** Files that are not on disk. */
    private readonly made: ReadonlyMap<string, string>,
  ) {}

  collect(entry: string): this {
    const pending = [entry];
    for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
      if (this.texts.has(file)) continue;
      const text = this.made.get(file) ?? readText(file, relative(this.folder, file));
      this.texts.set(file, text);
      const { importedFiles, referencedFiles } = ts.preProcessFile(text, true, true);
      for (const { fileName } of importedFiles) {
        const target = this.targetOf(fileName, file);
        if (target !== undefined) pending.push(target);
      }
      // `/// <reference path="./pins.d.ts" />`: declarations of modules that have no typings here.
      const declarations = referencedFiles.map(({ fileName }) => resolve(dirname(file), fileName));
      pending.push(...declarations.filter((path) => path.endsWith(".d.ts") && isFile(path)));
    }
    return this;
  }

  /** Undefined for what is not there, and for CircuitPython's own modules. */
  private targetOf(specifier: string, importer: string): string | undefined {
    if (specifier.startsWith(".")) return this.fileAt(resolve(dirname(importer), specifier));
    const [name = "", ...rest] = specifier.split("/");
    const known = PACKAGES[name];
    const root = known ?? madeFile(this.folder, name);
    if (known === undefined && !this.made.has(root)) return undefined;
    this.packages.set(name, root);
    return known === undefined ? root : this.fileAt(join(known, ...rest));
  }

  private fileAt(path: string): string | undefined {
    const base = path.replace(/\.[jt]s$/, "");
    return [`${base}.ts`, join(base, "index.ts")].find(isFile);
  }
}

const slashed = (path: string) => path.split(sep).join("/");

const isInside = (path: string, folder: string) => path.startsWith(join(folder, sep));

/**
 * From the folder or, for a program that reaches out of it, from the nearest one that holds all of it.
 * The package's own files are named as where npm puts them, wherever they are.
 */
function namesFrom(folder: string, files: readonly string[]): (path: string) => string {
  const own = files.filter((file) => !isInside(file, join(packageRoot, "firmware-ts")));
  const holdsAll = (base: string): boolean => own.every((file) => isInside(file, base));
  let base = holdsAll(folder) ? folder : dirname(own[0] ?? files[0] ?? folder);
  while (!holdsAll(base)) base = dirname(base);
  return (path) =>
    isInside(path, base)
      ? slashed(relative(base, path))
      : `node_modules/taipan/${slashed(relative(packageRoot, path))}`;
}
