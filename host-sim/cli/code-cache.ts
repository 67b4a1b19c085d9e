// The last step of `npm run bundle`: transpiles the camera, which asks TypeScript for most of what it
// can, and keeps what V8 compiled for it. A quarter of a build's time is saved.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { packageRoot } from "../../transpiler/package-root";
import { builtCommand, commandScript } from "./command-script";

// V8 forgets the code of what has not been called for a while.
setFlagsFromString("--no-flush-bytecode");

const { main, typeScriptOfCommand } = builtCommand();
const folder = mkdtempSync(join(tmpdir(), "taipan-"));
try {
  await main(["transpile", join(packageRoot, "firmware-ts/camera/code.ts"), "--out", folder]);
} finally {
  rmSync(folder, { recursive: true });
}
// Whoever builds it is told of a camera that is refused.
process.exitCode = 0;
setFlagsFromString("--flush-bytecode");
commandScript.keepCode();
(await typeScriptOfCommand()).keepCode();
