// Where a program written by hand in Python lies: in a folder that is laid out as a board's drive.
import { existsSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { UserError } from "../transpiler/cli/command";
import { isFile } from "../transpiler/cli/read-text";

const entryName = "code.py";

/**
 * The folder of a program in Python; null for what is none, as a file in TypeScript.
 * @param entry a folder with a code.py, or that code.py
 * @throws UserError (2) for a folder without one, and for Python of another name
 */
export function pythonFolder(entry: string): string | null {
  if (existsSync(entry) && statSync(entry).isDirectory()) {
    if (isFile(join(entry, entryName))) return entry;
    throw new UserError(
      `${entry} is a folder without a code.py. Name a program: a file in TypeScript, or a folder that has a code.py.`,
      2,
    );
  }
  if (!entry.endsWith(".py")) return null;
  if (!isFile(entry)) throw new UserError(`There is no file ${entry}.`, 2);
  if (basename(entry) === entryName) return dirname(entry);
  throw new UserError(
    `A board runs code.py, not ${basename(entry)}. Call it code.py, in a folder with what it imports.`,
    2,
  );
}
