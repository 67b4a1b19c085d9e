// Stands in for `import … from "ts-morph"` in what is built (package.json, "bundle"): a CommonJS
// module that is imported is read twice, once for the names that it exports, and this one has 13 MB.
import { createRequire } from "node:module";
import type * as tsMorph from "ts-morph";

export const { ts } = createRequire(import.meta.url)("ts-morph") as typeof tsMorph;
