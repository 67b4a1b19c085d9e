// The arrows of the architecture: who may import whom.
import { readdirSync, readFileSync } from "node:fs";
import { join, posix, relative } from "node:path";
import { ts } from "ts-morph";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../transpiler/package-root";

const within = (...names: string[]) => names.map((name) => `transpiler/${name}`);

/** Folder → the folders that its files may import besides their own. The first that fits counts. */
const ARROWS: readonly (readonly [string, readonly string[]])[] = [
  ["transpiler/analysis", []],
  ["transpiler/diagnostics", []],
  ["transpiler/python", []],
  ["transpiler/runtime", []],
  ["transpiler/naming", ["transpiler/analysis"]],
  ["transpiler/program", within("analysis", "diagnostics", "naming", "python", "runtime")],
  [
    "transpiler/visitors",
    within("analysis", "diagnostics", "naming", "program", "python", "runtime"),
  ],
  ["transpiler/rebuild", within("analysis", "program", "visitors")],
  ["transpiler/builtins", within("analysis", "naming", "python", "runtime", "visitors")],
  ["transpiler", ["transpiler"]],
  ["boards", ["transpiler"]],
  ["host-sim", ["boards", "transpiler"]],
  ["firmware-ts/types", []],
  ["firmware-ts/web", []],
  ["firmware-ts/http", ["firmware-ts/types"]],
  ["firmware-ts/camera", ["firmware-ts/types", "firmware-ts/http"]],
  ["examples", []],
  ["bench", ["test", "host-sim", "boards", "transpiler"]],
  ["test", ["host-sim", "boards", "transpiler", "firmware-ts"]],
];

/** Where the package is, for whoever reads its files. */
const PACKAGE_ROOT = "transpiler/package-root";

const isBelow = (file: string, folder: string) => file.startsWith(`${folder}/`);

function sources(folder: string): string[] {
  return readdirSync(join(packageRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) =>
      relative(packageRoot, join(entry.parentPath, entry.name)).replaceAll("\\", "/"),
    );
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(packageRoot, file), "utf8");
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

/** Imports of `file` that go where none may go. */
function wrongArrows(file: string): string[] {
  const [own, allowed] = ARROWS.find(([folder]) => isBelow(file, folder)) ?? ["", []];
  return importsOf(file)
    .filter((name) => name.startsWith("."))
    .map((name) => posix.join(posix.dirname(file), name))
    .filter((target) => target !== PACKAGE_ROOT)
    .filter((target) => ![own, ...allowed].some((folder) => isBelow(target, folder)))
    .map((target) => `${file} → ${target}`);
}

describe("imports", () => {
  const folders = ["transpiler", "boards", "host-sim", "firmware-ts", "examples", "bench", "test"];
  it.each(folders)("of %s go the way of the arrows", (folder) => {
    expect(sources(folder).flatMap(wrongArrows)).toEqual([]);
  });

  it("of the firmware name CircuitPython's modules and its own packages only", () => {
    const declared = sources("firmware-ts/types").flatMap((file) => {
      const text = readFileSync(join(packageRoot, file), "utf8");
      return [...text.matchAll(/declare module "(.+)"/g)].map(([, name]) => name ?? "");
    });
    // The board's pins are declared by the build, for the board that it builds for.
    const known = new Set([...declared, "board", "taipan_http", "taipan_camera"]);
    const bare = ["firmware-ts/http", "firmware-ts/camera"]
      .flatMap(sources)
      .flatMap(importsOf)
      .filter((name) => !name.startsWith("."));
    expect(bare.filter((name) => !known.has(name))).toEqual([]);
  });

  it("of the Python AST and printer name neither TypeScript nor its tools", () => {
    const bare = sources("transpiler/python")
      .flatMap(importsOf)
      .filter((name) => !name.startsWith("."));
    expect(bare).toEqual([]);
  });
});
