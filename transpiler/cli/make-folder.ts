// Makes a folder and those that it lies in. Node's own `recursive` never ends where nothing can be made
// in a folder that is there, as in /proc.
import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";

/** What is there already, folder or not, is left: whoever writes into it is told. */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}
