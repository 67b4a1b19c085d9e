// The TypeScript of a program for one board: what its entry reaches, the packages that taipan
// brings, and the generated files that make it this board's.
import { join, posix, relative, resolve } from "node:path";
import { ts } from "ts-morph";
import { UserError } from "../transpiler/cli/command";
import { isFile, readText } from "../transpiler/cli/read-text";
import { packageRoot } from "../transpiler/package-root";
import { boardModule, boardSpecificTypings } from "./board-module";
import type { BoardDefinition } from "./definition";

export interface ProgramRequest {
  /** The folder of the program's package.json, absolute; see project.ts. */
  projectRoot: string;
  /** The entry, from `projectRoot`. */
  entry: string;
  board: BoardDefinition;
}

/** What `transpile` takes; all paths are from the project's root, with slashes. */
export interface Program {
  entry: string;
  files: Record<string, string>;
  /** Import name → folder or file in `files`. */
  packages: Record<string, string>;
  typings: Record<string, string>;
}

const boardFile = "taipan_board.ts";

/** Import name → folder or file in `files`, and that folder on disk; null for the generated file. */
type PackageFolders = Map<string, { folder: string; disk: string | null }>;

function packageFolders(projectRoot: string): PackageFolders {
  // The names that diagnostics and line maps show: taipan's own checkout is its own project.
  const prefix = relative(projectRoot, packageRoot) === "" ? "" : "node_modules/taipan/";
  const own = (name: string) => ({
    folder: `${prefix}firmware-ts/${name}`,
    disk: join(packageRoot, "firmware-ts", name),
  });
  const folders: PackageFolders = new Map();
  folders.set("taipan_board", { folder: boardFile, disk: null });
  folders.set("taipan_camera", own("camera"));
  folders.set("taipan_http", own("http"));
  return folders;
}

function importsOf(text: string): string[] {
  return ts.preProcessFile(text, true, false).importedFiles.map((imported) => imported.fileName);
}

/** Finds and reads the files of a program; what is missing is left for the transpiler to report. */
class Collector {
  readonly files: Record<string, string>;
  readonly packages: Record<string, string> = {};

  constructor(
    private readonly projectRoot: string,
    private readonly folders: PackageFolders,
    board: BoardDefinition,
  ) {
    this.files = { [boardFile]: boardModule(board) };
  }

  follow(path: string): void {
    const text = this.files[path] ?? readText(this.onDisk(path), path);
    this.files[path] = text;
    for (const specifier of importsOf(text)) {
      const found = this.resolveImport(specifier, path);
      if (found !== null && this.files[found] === undefined) this.follow(found);
    }
  }

  private resolveImport(specifier: string, importer: string): string | null {
    const base = specifier.startsWith(".")
      ? posix.join(posix.dirname(importer), specifier)
      : this.packagePath(specifier);
    if (base === null) return null;
    const candidates = [base, `${base}.ts`, `${base}/index.ts`].filter((name) =>
      name.endsWith(".ts"),
    );
    const isThere = (path: string) => path in this.files || isFile(this.onDisk(path));
    return candidates.find(isThere) ?? null;
  }

  /** Null for CircuitPython's own modules. */
  private packagePath(specifier: string): string | null {
    const [name = "", ...rest] = specifier.split("/");
    const known = this.folders.get(name);
    if (known === undefined) return null;
    this.packages[name] = known.folder;
    return posix.join(known.folder, ...rest);
  }

  private onDisk(path: string): string {
    for (const { folder, disk } of this.folders.values()) {
      if (disk !== null && path.startsWith(`${folder}/`)) {
        return join(disk, path.slice(folder.length));
      }
    }
    return join(this.projectRoot, path);
  }
}

/** @throws UserError (2) when the entry is not there */
export function collectProgram({ projectRoot, entry, board }: ProgramRequest): Program {
  const absolute = resolve(projectRoot, entry);
  const path = relative(projectRoot, absolute).replaceAll("\\", "/");
  if (!isFile(absolute)) throw new UserError(`There is no file ${entry} in ${projectRoot}.`, 2);
  const collector = new Collector(projectRoot, packageFolders(projectRoot), board);
  collector.follow(path);
  const { files, packages } = collector;
  return { entry: path, files, packages, typings: boardSpecificTypings(board) };
}
