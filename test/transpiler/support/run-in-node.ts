// Runs a case as the TypeScript that it is, in Node, with the real console.
import { build } from "esbuild";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { Console } from "node:console";
import { Writable } from "node:stream";
import { VirtualTimers } from "./virtual-timers";
import { linesOf, type Outcome, type ProgramFiles } from "./outcome";

/** Python's exceptions, as firmware-ts/types/builtins.d.ts declares them. */
const PRELUDE = `
Symbol.dispose ??= Symbol("Symbol.dispose");
Object.assign(globalThis, (() => {
class Exception extends Error {}
class OSError extends Error { constructor(errno, message) { super(message ?? "[Errno " + errno + "]"); this.errno = errno; } }
class ConnectionError extends OSError {}
class BrokenPipeError extends ConnectionError {}
class TimeoutError extends OSError {}
class ValueError extends Error {}
class KeyError extends Error {}
class RuntimeError extends Error {}
class NotImplementedError extends Error {}
return { Exception, OSError, ConnectionError, BrokenPipeError, TimeoutError, ValueError, KeyError, RuntimeError, NotImplementedError };
})());
`;

/** A case that takes longer hangs. */
const MILLISECONDS_ALLOWED = 5000;

/** One script that does what the modules do. */
async function bundle(files: ProgramFiles): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "taipan-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    // One esbuild process serves all cases; its synchronous functions start one each.
    const made = async (format: "cjs" | "esm") => {
      const { outputFiles } = await build({
        entryPoints: [join(folder, Object.keys(files)[0] ?? "")],
        bundle: Object.keys(files).length > 1,
        write: false,
        format,
        target: "es2022",
        logLevel: "silent",
        tsconfigRaw: { compilerOptions: { target: "ES2023", useDefineForClassFields: true } },
      });
      return outputFiles[0]?.text ?? "";
    };
    try {
      return await made("cjs");
    } catch {
      // A module that awaits is an async function to those that wait for it.
      return `(async () => {${(await made("esm")).replace(/^export \{[^}]*\};?$/gm, "")}})()`;
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export async function runInNode(files: ProgramFiles): Promise<Outcome> {
  let printed = "";
  const stdout = new Writable({
    write(chunk: Buffer, _, done) {
      printed += chunk.toString();
      done();
    },
  });
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const timers = new VirtualTimers();
  const script = await bundle(files);
  const context = createContext({
    console: new Console({ stdout, stderr: nowhere }),
    exports: {},
    module: { exports: {} },
    TextEncoder,
    TextDecoder,
    performance: { now: () => timers.now },
    queueMicrotask,
    structuredClone,
    ...timers.globals,
  });
  let threw = false;
  // Node ends by an error that nobody caught: no timer runs any more.
  const fail = () => {
    threw = true;
    timers.clear();
  };
  process.on("unhandledRejection", fail);
  process.on("uncaughtException", fail);
  try {
    runInContext(PRELUDE + script, context, { timeout: MILLISECONDS_ALLOWED });
    // A turn of the event loop lets every promise settle that waits for no timer.
    do await new Promise((resolve) => setImmediate(resolve));
    while (timers.runNext());
  } catch {
    threw = true;
  } finally {
    process.off("unhandledRejection", fail);
    process.off("uncaughtException", fail);
  }
  return { lines: linesOf(printed), threw };
}
