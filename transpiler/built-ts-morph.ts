// Stands in for `import … from "ts-morph"` in what is built (package.json, "bundle"). Of ts-morph
// only its TypeScript is needed: a file of 9 MB, whose functions V8 would compile for every run of
// the command anew.
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type * as tsMorph from "ts-morph";
import { CachedScript } from "./cached-script";

const requireOfTaipan = createRequire(import.meta.url);
const requireOfTsMorph = createRequire(requireOfTaipan.resolve("ts-morph"));
const { version } = requireOfTsMorph("@ts-morph/common/package.json") as { version: string };

/** Its code lies in build/, beside the bundle that this file is a part of. */
export const typeScript = new CachedScript(
  requireOfTsMorph.resolve("@ts-morph/common/dist/typescript.js"),
  fileURLToPath(new URL(`ts-morph-${version}.code-cache`, import.meta.url)),
);

/** V8 finds what an object has at once if it has fewer properties than 1020; more are a hash table. */
const WITHIN_REACH = 1000;

/** The same properties as values, in a chain of objects: TypeScript's are 2 248 getters of getters. */
function withinReach<T extends object>(exported: T): T {
  let reached: Record<string, unknown> = {};
  let count = 0;
  for (const [name, value] of Object.entries(exported)) {
    reached[name] = value;
    count += 1;
    if (count % WITHIN_REACH === 0) reached = Object.create(reached) as typeof reached;
  }
  return Object.create(reached) as T;
}

export const ts: typeof tsMorph.ts = withinReach(typeScript.run() as typeof tsMorph.ts);
