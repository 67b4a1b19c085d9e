// The oracle of the transpiler's tests is the program itself: what it prints in Node it has to
// print, to the letter, in the MicroPython VM and on CPython.
import { loadMicroPython } from "@micropython/micropython-webassembly-pyscript/micropython.mjs";
import { transformSync } from "esbuild";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runInNewContext } from "node:vm";
import { expect } from "vitest";
import { formatDiagnostic, transpile, type EmittedModule } from "../../transpiler/index";

/** The Python of one file; fails with the diagnostics if there are any. */
export function emit(source: string, path = "main.ts"): EmittedModule[] {
  const { modules, diagnostics } = transpile({ [path]: source }, { entry: path });
  expect(diagnostics.map(formatDiagnostic)).toEqual([]);
  return modules;
}

/** The text of the entry alone. */
export const emitText = (source: string): string => emit(source)[0]?.text ?? "";

/** Python's exceptions, as firmware-ts/types/builtins.d.ts declares them. */
const PRELUDE = `
class Exception extends Error {}
class OSError extends Error { constructor(errno, message) { super(message ?? "[Errno " + errno + "]"); this.errno = errno; } }
class ConnectionError extends OSError {}
class BrokenPipeError extends ConnectionError {}
class TimeoutError extends OSError {}
class ValueError extends Error {}
class KeyError extends Error {}
class RuntimeError extends Error {}
class NotImplementedError extends Error {}
`;

function runInNode(source: string): string[] {
  const { code } = transformSync(source, { loader: "ts", format: "cjs", target: "es2022" });
  const lines: string[] = [];
  const console = {
    log: (...values: unknown[]) => lines.push(...values.map(String).join(" ").split("\n")),
  };
  runInNewContext(PRELUDE + code, {
    console,
    exports: {},
    module: {},
    TextEncoder,
    TextDecoder,
    Uint8Array,
  });
  return lines;
}

/** CircuitPython has these built in, the MicroPython VM has not (py/objexcept.c of either). */
const CIRCUITPYTHON_EXCEPTIONS = `
import builtins
class ConnectionError(OSError): pass
class BrokenPipeError(ConnectionError): pass
class TimeoutError(OSError): pass
for error in (ConnectionError, BrokenPipeError, TimeoutError):
    setattr(builtins, error.__name__, error)
`;

let printed: string[] = [];
let cases = 0;
const machine = startMachine();

async function startMachine() {
  const vm = await loadMicroPython({
    heapsize: 4 * 1024 * 1024,
    pystack: 4096,
    linebuffer: true,
    stdout: (line: string) => printed.push(line),
  });
  vm.runPython(CIRCUITPYTHON_EXCEPTIONS);
  return vm;
}

async function runInMicroPython(modules: readonly EmittedModule[]): Promise<string[]> {
  const vm = await machine;
  const folder = `/case${++cases}`;
  vm.FS.mkdir(folder);
  for (const { path, text } of modules)
    vm.FS.writeFile(`${folder}/${path}`, new TextEncoder().encode(text));
  printed = [];
  const entry = JSON.stringify(`${folder}/${modules[0]?.path ?? ""}`);
  vm.runPython(`
import sys
sys.path.insert(0, ${JSON.stringify(folder)})
sys.modules.pop("taipan_runtime", None)
try:
    exec(open(${entry}).read(), {"__name__": "__main__"})
finally:
    sys.path.remove(${JSON.stringify(folder)})
`);
  return printed;
}

function runInCPython(modules: readonly EmittedModule[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), "taipan-"));
  try {
    for (const { path, text } of modules) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const result = spawnSync("python3", ["-B", join(folder, modules[0]?.path ?? "")], {
      encoding: "utf8",
    });
    if (result.status !== 0) throw new Error(`${result.stderr}\n${modules[0]?.text ?? ""}`);
    return result.stdout.split("\n").slice(0, -1);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Transpiles `source` and compares what Node, MicroPython and CPython print. */
export async function runsAlike(source: string): Promise<void> {
  const modules = emit(source);
  const expected = runInNode(source);
  expect(expected, "a case has to print something").not.toEqual([]);
  let actual: string[];
  try {
    actual = await runInMicroPython(modules);
  } catch (error) {
    const texts = modules.map(({ text }) => text).join("\n# ---\n");
    throw new Error(`${String(error)}\n${texts}`, { cause: error });
  }
  expect(actual, modules[0]?.text).toEqual(expected);
  expect(runInCPython(modules), modules[0]?.text).toEqual(expected);
}
