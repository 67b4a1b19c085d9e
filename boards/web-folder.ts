// Where a program's pages are.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { UserError } from "../transpiler/cli/command";
import { settingsIn } from "../transpiler/cli/manifest";
import type { Project } from "../transpiler/cli/project";

/**
 * The folder of a program's pages, absolute; null for a program without. The pages of package.json
 * belong to the entry that it names: another program beside it does not serve them.
 * @throws UserError when package.json names one that is not there
 */
export function webFolder({ root, entry }: Project): string | null {
  const manifest = join(root, "package.json");
  const { web, entry: named = entry } = settingsIn(manifest);
  if (web === undefined || resolve(root, named) !== resolve(root, entry)) return null;
  const folder = join(root, web);
  if (!existsSync(folder)) {
    throw new UserError(`${manifest} names the folder ${web} for pages, which does not exist.`);
  }
  return folder;
}
