// The TypeScript program: everything in memory, checked under `strict` with the ES2023 library.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Project, ts } from "ts-morph";
import { packageRoot } from "../package-root";

export interface TranspileOptions {
  /** A key of the files. */
  entry: string;
  /** Import name → folder (or file) among the files, as `{ taipan_http: "firmware-ts/http" }`. */
  packages?: Record<string, string>;
  /** Further declarations (.d.ts) by file name, as a board's. */
  typings?: Record<string, string>;
}

const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ["lib.es2023.d.ts"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
  strict: true,
  noEmit: true,
  skipLibCheck: true,
};

let defaultTypings: Record<string, string> | undefined;

/** CircuitPython's own modules: firmware-ts/types of the package. */
function typingsOfPackage(): Record<string, string> {
  if (defaultTypings !== undefined) return defaultTypings;
  const folder = join(packageRoot, "firmware-ts", "types");
  const names = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.endsWith(".d.ts"))
    : [];
  defaultTypings = Object.fromEntries(
    names.sort().map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );
  return defaultTypings;
}

function packagePaths(packages: Record<string, string>): Record<string, string[]> {
  const entries = Object.entries(packages).flatMap(([name, root]): [string, string[]][] =>
    root.endsWith(".ts")
      ? [[name, [`/${root}`]]]
      : [
          [name, [`/${root}/index.ts`]],
          [`${name}/*`, [`/${root}/*`]],
        ],
  );
  return Object.fromEntries(entries);
}

export function createProgram(
  files: Readonly<Record<string, string>>,
  options: TranspileOptions,
): ts.Program {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: false,
    compilerOptions: { ...compilerOptions, paths: packagePaths(options.packages ?? {}) },
  });
  const typings = { ...typingsOfPackage(), ...options.typings };
  for (const [name, text] of Object.entries(typings))
    project.createSourceFile(`/.typings/${name}`, text);
  for (const [name, text] of Object.entries(files)) project.createSourceFile(`/${name}`, text);
  return project.getProgram().compilerObject;
}
