// The program's TypeScript as one CommonJS script; CircuitPython's modules stay `require`s.
import { build, type Plugin } from "esbuild";
import { posix } from "node:path";
import { ts } from "ts-morph";
import type { Program } from "../../../boards/program";
import { catchGuard } from "./realm-prelude";

const namespace = "firmware";

/** Every `catch` with the guard at its head, on the line that it has: the source map is by lines. */
function withCatchGuards(path: string, text: string): string {
  const insertions: { at: number; inserted: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCatchClause(node)) insertions.push(...catchInsertions(node));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.ES2023));
  return insertions
    .sort((a, b) => b.at - a.at)
    .reduce((edited, { at, inserted }) => edited.slice(0, at) + inserted + edited.slice(at), text);
}

function catchInsertions({ variableDeclaration: variable, block }: ts.CatchClause) {
  const head = block.statements.pos;
  if (variable === undefined) {
    return [
      { at: block.pos, inserted: " (__error)" },
      { at: head, inserted: ` ${catchGuard}(__error);` },
    ];
  }
  const name = ts.isIdentifier(variable.name) ? variable.name.text : null;
  return name === null ? [] : [{ at: head, inserted: ` ${catchGuard}(${name});` }];
}

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
        contents: withCatchGuards(path, files[path] ?? ""),
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
