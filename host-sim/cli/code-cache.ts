// The last step of `npm run bundle`: transpiles the camera, which asks TypeScript for most of what it
// can, and keeps what V8 compiled for it. A quarter of a build's time is saved.
import { setFlagsFromString } from "node:v8";
import { builtCommand, commandScript } from "./command-script";

// V8 forgets the code of what has not been called for a while.
setFlagsFromString("--no-flush-bytecode");
const typeScript = await builtCommand().exercised();
// It refuses code that was kept under other flags.
setFlagsFromString("--flush-bytecode");
commandScript.keepCode();
typeScript.keepCode();
