// The program's TypeScript as one CommonJS script; CircuitPython's modules stay `require`s.
import { build, type Plugin } from "esbuild";
import { posix } from "node:path";
import type { Program } from "../../../boards/program";

const namespace = "firmware";

function programFiles({ entry, files, packages }: Program): Plugin {
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
        contents: files[path] ?? "",
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
