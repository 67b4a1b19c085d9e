// Libraries in Python that CircuitPython does not have built in, from PyPI. Each is one wheel,
// known by its hash in libraries.json, fetched once and kept under build/.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import { UserError } from "../transpiler/cli/command";
import { makeFolder } from "../transpiler/cli/make-folder";
import { packageRoot } from "../transpiler/package-root";

export interface Library {
  /** The project's name on PyPI. */
  name: string;
  version: string;
  /** What programs import it as. */
  module: string;
  wheel: string;
  sha256: string;
}

/** Where wheels come from and where they are kept. */
export interface LibrarySource {
  /** A package index as PEP 503 has it, without the slash at its end. */
  index: string;
  cache: string;
}

/** Milliseconds for one answer of the index; the wheels are below 20 kB. */
const answerLimit = 30_000;

export const defaultLibrarySource: LibrarySource = {
  index: (process.env["PIP_INDEX_URL"] ?? "https://pypi.org/simple").replace(/\/+$/, ""),
  cache: join(packageRoot, "build", "libraries"),
};

/** The libraries that a bundle can carry; see addLibraries. */
export function bundledLibraries(): Library[] {
  return JSON.parse(readFileSync(join(packageRoot, "boards", "libraries.json"), "utf8"));
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

async function get(url: string, accept: string): Promise<Response> {
  const response = await fetch(url, {
    headers: { accept },
    signal: AbortSignal.timeout(answerLimit),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response;
}

/** The link to a file on its project's page. HTML is the form that every index has (PEP 503). */
function linkTo(wheel: string, page: string, pageUrl: string): string {
  const links = [...page.matchAll(/href\s*=\s*["']([^"'#]+)/gi)].map((match) => match[1] ?? "");
  const link = links.find((candidate) => candidate.split("/").pop() === wheel);
  if (link === undefined) throw new Error(`${pageUrl} does not list ${wheel}`);
  return new URL(link.replaceAll("&amp;", "&"), pageUrl).href;
}

/** The reason at the bottom of what `fetch` throws: "fetch failed" alone helps nobody. */
function reason(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message || cause.name : String(cause);
}

async function download(library: Library, index: string): Promise<Uint8Array> {
  try {
    const pageUrl = `${index}/${library.name}/`;
    const page = await get(pageUrl, "application/vnd.pypi.simple.v1+html, text/html;q=0.5");
    const link = linkTo(library.wheel, await page.text(), page.url);
    return new Uint8Array(await (await get(link, "*/*")).arrayBuffer());
  } catch (error) {
    throw new UserError(
      `${library.name} ${library.version} could not be fetched from ${index} (${reason(error)}). ` +
        "It is needed once: connect to the internet, or name a mirror in PIP_INDEX_URL.",
    );
  }
}

/** Written beside and renamed, so that a build that is stopped, or a second one, sees no half. */
function keep(file: string, bytes: Uint8Array): void {
  makeFolder(dirname(file));
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, bytes);
  renameSync(temporary, file);
}

async function wheelOf(library: Library, { index, cache }: LibrarySource): Promise<Uint8Array> {
  const file = join(cache, library.wheel);
  if (existsSync(file)) {
    const kept = readFileSync(file);
    if (sha256(kept) === library.sha256) return kept;
  }
  const fetched = await download(library, index);
  const found = sha256(fetched);
  if (found !== library.sha256) {
    throw new UserError(
      `${library.wheel} from ${index} is not the file that was pinned: ` +
        `its SHA-256 is ${found}, expected ${library.sha256}. Nothing was used of it.`,
    );
  }
  keep(file, fetched);
  return fetched;
}

/**
 * The modules of a library by their path below lib/.
 * @throws UserError when it can't be fetched, or is not what was pinned
 */
export async function libraryModules(
  library: Library,
  source: LibrarySource = defaultLibrarySource,
): Promise<Map<string, Uint8Array>> {
  const entries = Object.entries(unzipSync(await wheelOf(library, source)));
  return new Map(entries.filter(([path]) => path.endsWith(".py") && !path.includes(".dist-info/")));
}

/** Statements that import, in a function as well: MicroPython programs save memory that way. */
const importStatement = /^[ \t]*(?:import|from)[ \t]+(\w+)/gm;

/** Whether any of the Python files imports `module`. */
export function importsAny(files: ReadonlyMap<string, Uint8Array>, module: string): boolean {
  return [...files].some(([path, bytes]) => {
    if (!path.endsWith(".py")) return false;
    const text = Buffer.from(bytes).toString("utf8");
    return [...text.matchAll(importStatement)].some(([, name]) => name === module);
  });
}

/**
 * Adds to a bundle the libraries that its modules import, and those that these import.
 * @throws UserError when one can't be fetched, or is not what was pinned
 */
export async function addLibraries(
  files: Map<string, Uint8Array>,
  candidates = bundledLibraries(),
): Promise<void> {
  const library = candidates.find(({ module }) => importsAny(files, module));
  if (library === undefined) return;
  for (const [path, bytes] of await libraryModules(library)) files.set(`lib/${path}`, bytes);
  const others = candidates.filter((candidate) => candidate !== library);
  await addLibraries(files, others);
}
