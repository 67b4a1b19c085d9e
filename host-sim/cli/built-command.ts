// The command as one script of all that it may need (package.json, "bundle"), which start.ts runs.
import type { CachedScript } from "../../transpiler/cached-script";

export { main } from "./taipan";

/** For code-cache.ts: has V8 compile what transpiles the firmware, and gives TypeScript's script. */
export async function exercised(): Promise<CachedScript> {
  const { programNamed } = await import("../../transpiler/cli/program-files");
  const { packageRoot } = await import("../../transpiler/package-root");
  const { transpile } = await import("../../transpiler/index");
  const { typeScript } = await import("../../transpiler/built-ts-morph");
  const { files, entry, packages } = programNamed("firmware-ts/camera/code.ts", packageRoot);
  transpile(files, { entry, packages });
  return typeScript;
}
