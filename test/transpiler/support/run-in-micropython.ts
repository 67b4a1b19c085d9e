// Runs emitted modules in the MicroPython VM.
import { loadMicroPython } from "@micropython/micropython-webassembly-pyscript/micropython.mjs";
import type { EmittedModule } from "../../../transpiler/index";
import { entryPathOf, type Outcome } from "./outcome";

/** CircuitPython has these built in, the MicroPython VM has not (py/objexcept.c of either). */
const CIRCUITPYTHON_EXCEPTIONS = `
import builtins
class ConnectionError(OSError): pass
class BrokenPipeError(ConnectionError): pass
class TimeoutError(OSError): pass
for error in (ConnectionError, BrokenPipeError, TimeoutError):
    setattr(builtins, error.__name__, error)
`;

/** What one VM runs: it does not collect garbage while Python runs, so its heap fills up. */
const CASES_OF_A_MACHINE = 50;

let printed: string[] = [];
let cases = 0;
let machine: ReturnType<typeof startMachine> | undefined;

async function startMachine() {
  const vm = await loadMicroPython({
    heapsize: 4 * 1024 * 1024,
    pystack: 16384,
    linebuffer: true,
    stdout: (line: string) => printed.push(line),
    stderr: () => undefined,
  });
  vm.runPython(CIRCUITPYTHON_EXCEPTIONS);
  return vm;
}

/** What went wrong is kept for the message of a failing test. */
export async function runInMicroPython(
  modules: readonly EmittedModule[],
): Promise<Outcome & { error?: string }> {
  if (cases++ % CASES_OF_A_MACHINE === 0) machine = startMachine();
  const vm = await (machine ?? startMachine());
  const folder = `/case${cases}`;
  const made = new Set<string>();
  const makeFolder = (name: string) => {
    if (!made.has(name)) vm.FS.mkdir(name);
    made.add(name);
  };
  makeFolder(folder);
  for (const { path, text } of modules) {
    const folders = path.split("/").slice(0, -1);
    folders.forEach((_, depth) => makeFolder([folder, ...folders.slice(0, depth + 1)].join("/")));
    vm.FS.writeFile(`${folder}/${path}`, new TextEncoder().encode(text));
  }
  printed = [];
  const entry = JSON.stringify(`${folder}/${entryPathOf(modules)}`);
  try {
    vm.runPython(`
import sys
_modules = set(sys.modules)
sys.path.insert(0, ${JSON.stringify(folder)})
try:
    exec(open(${entry}).read(), {"__name__": "__main__"})
finally:
    sys.path.remove(${JSON.stringify(folder)})
    for _module in set(sys.modules) - _modules:
        del sys.modules[_module]
`);
  } catch (error) {
    return { lines: printed, threw: true, error: String(error) };
  }
  return { lines: printed, threw: false };
}
