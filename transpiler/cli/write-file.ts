// Writes the files of a build: most of them are there from the last one, and making a file takes longer
// than reading it.
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { makeFolder } from "./make-folder";

/** In folders that are made where they are missing. What has this content already is left. */
export function writeFile(file: string, content: Uint8Array | string): void {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  const there = statSync(file, { throwIfNoEntry: false });
  const isSame = there?.isFile() && there.size === bytes.length && readFileSync(file).equals(bytes);
  if (isSame) return;
  if (there === undefined) makeFolder(dirname(file));
  writeFileSync(file, bytes);
}
