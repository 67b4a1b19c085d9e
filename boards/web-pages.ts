// The pages that a board serves: HTML as it is, TypeScript and style sheets through esbuild.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { build, transform } from "esbuild";
import { UserError } from "../transpiler/cli/command";

/** What browsers of the last few years understand. */
const target = "es2022";

/** Files that make the pages but are not served. */
function isSource(name: string): boolean {
  return name.endsWith(".ts") || /^tsconfig.*\.json$/.test(name);
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

/** Scripts that a page names and that are not there as they are: `live.js` made of `live.ts`. */
function scriptsOf(page: string, text: string, folder: string): string[] {
  const names = [...text.matchAll(/<script\b[^>]*\bsrc\s*=\s*["']?(?:\.\/)?([\w./-]+\.js)\b/gi)];
  const missing = names.map((match) => match[1] ?? "").filter((n) => !existsSync(join(folder, n)));
  for (const name of missing) {
    if (existsSync(join(folder, name.replace(/\.js$/, ".ts")))) continue;
    throw new UserError(`${page} names ${name}, but there is neither that file nor its .ts.`);
  }
  return missing;
}

/**
 * Everything below `folder` in the form in which it is served, by path below `www/`.
 * @throws UserError for a page that names a missing script, and for scripts with errors
 */
export async function buildWebPages(folder: string): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !isSource(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((name) => name.replaceAll("\\", "/"));
  for (const name of names.sort()) {
    const bytes = readFileSync(join(folder, name));
    files.set(name, name.endsWith(".css") ? await minifyStyle(bytes.toString("utf8")) : bytes);
    if (!name.endsWith(".html")) continue;
    for (const script of scriptsOf(join(folder, name), bytes.toString("utf8"), folder)) {
      const source = join(folder, script.replace(/\.js$/, ".ts"));
      if (!files.has(script)) files.set(script, await bundleScript(source));
    }
  }
  return files;
}
