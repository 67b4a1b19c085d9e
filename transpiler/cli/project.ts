// The project that a command works on: the nearest package.json and its field "taipan".
import { existsSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { UserError } from "./command";
import { settingsIn } from "./manifest";

export interface Project {
  /** The folder of package.json, or of the entry where there is none above it. */
  root: string;
  /** The program's entry, from `root`. */
  entry: string;
}

function nearestManifest(folder: string): string | null {
  const manifest = join(folder, "package.json");
  if (existsSync(manifest)) return manifest;
  const parent = dirname(folder);
  return parent === folder ? null : nearestManifest(parent);
}

/**
 * @param entry as given on the command line, from the working folder; else package.json names it
 * @throws UserError (2) when neither does
 */
export function openProject(entry: string | undefined, workingFolder = process.cwd()): Project {
  const start = entry === undefined ? workingFolder : dirname(resolve(workingFolder, entry));
  const manifest = nearestManifest(start);
  const root = manifest === null ? start : dirname(manifest);
  if (entry !== undefined) return { root, entry: relative(root, resolve(workingFolder, entry)) };
  const named = manifest === null ? undefined : settingsIn(manifest).entry;
  if (named !== undefined) return { root, entry: named };
  throw new UserError(
    'No entry: name one, or put it into package.json as "taipan": { "entry": "main.ts" }.',
    2,
  );
}
