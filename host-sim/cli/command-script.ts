// What start.ts runs, and code-cache.ts keeps the code of: built-command.ts, built.
import { fileURLToPath } from "node:url";
import { CachedScript } from "../../transpiler/cached-script";

const beside = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

export const commandScript: CachedScript = new CachedScript(
  beside("command.cjs"),
  beside("command.code-cache"),
);

/** Of the command. */
export const builtCommand = (): typeof import("./built-command") =>
  commandScript.run() as typeof import("./built-command");
