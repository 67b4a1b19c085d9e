// Stands in for `import … from "ts-morph"` in what is built (package.json, "bundle"). Of ts-morph
// only its TypeScript is needed: a file of 9 MB, whose functions V8 would compile for every run of
// the command anew. `npm run bundle` leaves beside it what V8 made of them (code-cache.ts).
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";
import type * as tsMorph from "ts-morph";

const requireOfTaipan = createRequire(import.meta.url);
const requireOfTsMorph = createRequire(requireOfTaipan.resolve("ts-morph"));
const source = requireOfTsMorph.resolve("@ts-morph/common/dist/typescript.js");
const { version } = requireOfTsMorph("@ts-morph/common/package.json") as { version: string };

/** In build/, beside the bundle that this file is a part of. V8 tells sources apart by their length. */
export const codeCache: string = fileURLToPath(
  new URL(`ts-morph-${version}.code-cache`, import.meta.url),
);

/** Code of another version of V8 is refused by V8 itself, and TypeScript is compiled as ever. */
const script: Script = new Script(
  `(function (module, exports, require, __filename, __dirname) {${readFileSync(source, "utf8")}\n})`,
  {
    filename: source,
    ...(existsSync(codeCache) && { cachedData: readFileSync(codeCache) }),
  },
);

/** What V8 has compiled so far. */
export const compiledCode = (): Buffer => script.createCachedData();

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

function loaded(): typeof tsMorph {
  const module = { exports: {} };
  const run = script.runInThisContext() as (...scope: unknown[]) => void;
  run(module, module.exports, createRequire(source), source, dirname(source));
  return { ts: withinReach(module.exports) } as typeof tsMorph;
}

export const { ts } = loaded();
