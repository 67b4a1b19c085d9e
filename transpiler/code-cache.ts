// The last step of `npm run bundle`: transpiles the camera, which asks TypeScript for most of what it
// can, and keeps what V8 compiled for it (built-ts-morph.ts). A fifth of a build's time is saved.
import { writeFileSync } from "node:fs";
import { codeCache, compiledCode } from "./built-ts-morph";
import { programNamed } from "./cli/program-files";
import { packageRoot } from "./package-root";
import { transpile } from "./transpile";

const { files, entry, packages } = programNamed("firmware-ts/camera/code.ts", packageRoot);
transpile(files, { entry, packages });
writeFileSync(codeCache, compiledCode());
