// For a command that does its work once and ends: V8 recompiles what ran often, on threads of its own, and
// in a second most of that is over before it pays. With four times the patience a build takes two thirds
// of the processors' time, and its own thread no more.
import { setFlagsFromString } from "node:v8";

/** Bytes of bytecode that a function runs through until V8 thinks of recompiling it; its default is 66 KB. */
const PATIENCE = 4 * 66 * 1024;

/** Once what is run is loaded: V8 refuses code that was kept (cached-script.ts) under other flags. */
export function expectSingleRun(): void {
  setFlagsFromString(`--interrupt-budget=${PATIENCE}`);
}
