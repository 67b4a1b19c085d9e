// The program's TypeScript as one CommonJS script; CircuitPython's modules stay `require`s.
import { build, type Plugin } from "esbuild";
import { posix } from "node:path";
import { ts } from "ts-morph";
import type { Program } from "../../../boards/program";
import { Asynchrony } from "../../../transpiler/analysis/asynchrony";
import { edited } from "./program-edits";

const namespace = "firmware";

/** Whether its promises are Python's coroutines, as the transpiler decides it. */
function isAsyncio({ files }: Program): boolean {
  const sources = Object.entries(files).map(([path, text]) =>
    ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true),
  );
  return new Asynchrony(sources).isAsyncio;
}

function programFiles(program: Program): Plugin {
  const { entry, files, packages } = program;
  const runsCoroutines = isAsyncio(program);
  const find = (base: string) =>
    [base, `${base}.ts`, `${base}/index.ts`].find((path) => files[path] !== undefined);
  return {
    name: "program-files",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /.*/ }, ({ path, importer, kind }) => {
        if (kind === "entry-point") return { path: entry, namespace };
        const folder = packages[path];
        const base = folder ?? posix.join(posix.dirname(importer), path);
        const found = folder !== undefined || path.startsWith(".") ? find(base) : undefined;
        return found === undefined ? { path, external: true } : { path: found, namespace };
      });
      onLoad({ filter: /.*/, namespace }, ({ path }) => ({
        contents: edited(path, files[path] ?? "", runsCoroutines),
        loader: "ts",
      }));
    },
  };
}

/** @returns JavaScript for the node engine, with its source map inside */
export async function bundleForNode(program: Program): Promise<string> {
  const result = await build({
    entryPoints: [program.entry],
    plugins: [programFiles(program)],
    bundle: true,
    write: false,
    format: "cjs",
    platform: "neutral",
    target: "node20",
    charset: "utf8",
    sourcemap: "inline",
    sourcesContent: false,
    tsconfigRaw: { compilerOptions: { target: "ES2023", useDefineForClassFields: true } },
    logLevel: "silent",
  });
  return result.outputFiles[0]?.text ?? "";
}
