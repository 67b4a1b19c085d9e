// The pages that a board serves: HTML as it is, TypeScript and style sheets through esbuild.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { build, transform } from "esbuild";
import { UserError } from "../transpiler/cli/command";
import { lookedAtFile, lookedAtFolder } from "../transpiler/cli/looks";

/** What browsers of the last few years understand. */
const target = "es2022";

/** Files that make the pages but are not served. */
function isSource(path: string): boolean {
  return path.endsWith(".ts") || /^tsconfig.*\.json$/.test(basename(path));
}

function sourceOf(script: string): string {
  return script.replace(/\.js$/, ".ts");
}

async function bundleScript(file: string): Promise<Uint8Array> {
  try {
    const result = await build({
      entryPoints: [file],
      bundle: true,
      minify: true,
      // An immediately called function means the same in a module and in a plain script.
      format: "iife",
      target,
      legalComments: "none",
      logLevel: "silent",
      write: false,
    });
    return Buffer.concat(result.outputFiles.map(({ contents }) => contents));
  } catch (error) {
    throw new UserError(error instanceof Error ? error.message : String(error));
  }
}

async function minifyStyle(text: string): Promise<Uint8Array> {
  const { code } = await transform(text, { loader: "css", minify: true, target });
  return Buffer.from(code);
}

/** Scripts that a page names and that have to be made: `live.js` of the `live.ts` beside the page. */
function scriptsOf(page: string, text: string): string[] {
  const named = /<script\b[^>]*\bsrc\s*=\s*["']?((?!\w+:|\/)[^"'\s>?#]+\.js)\b/gi;
  const scripts = [...text.matchAll(named)].map((match) => join(dirname(page), match[1] ?? ""));
  const missing = scripts.filter((script) => !existsSync(script));
  for (const script of missing) {
    if (existsSync(sourceOf(script))) continue;
    throw new UserError(`${page} names ${script}, but there is neither that file nor its .ts.`);
  }
  return missing;
}

/**
 * Everything below `folder` in the form in which it is served, by path below `www/`.
 * @throws UserError for a page that names a missing script, and for scripts with errors
 */
export async function buildWebPages(folder: string): Promise<Map<string, Uint8Array>> {
  const made = new Map<string, () => Uint8Array | Promise<Uint8Array>>();
  const nameOf = (path: string) => relative(folder, path).replaceAll("\\", "/");
  lookedAtFolder(folder);
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths) {
    const bytes = readFileSync(path);
    lookedAtFile(path, bytes);
    if (isSource(path)) continue;
    const isStyle = path.endsWith(".css");
    made.set(nameOf(path), () => (isStyle ? minifyStyle(bytes.toString()) : bytes));
    if (!path.endsWith(".html")) continue;
    for (const script of scriptsOf(path, bytes.toString()))
      made.set(nameOf(script), () => bundleScript(sourceOf(script)));
  }
  const files = [...made].map(async ([name, make]) => [name, await make()] as const);
  return new Map(await Promise.all(files));
}
