// The command as one script of all that it may need (package.json, "bundle"), which start.ts runs.
import type { CachedScript } from "../../transpiler/cached-script";

export { main } from "./taipan";

/** For code-cache.ts. */
export const typeScriptOfCommand = async (): Promise<CachedScript> =>
  (await import("../../transpiler/built-ts-morph")).typeScript;
