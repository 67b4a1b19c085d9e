// Runs the files of a board, as they would be flashed, in a MicroPython VM.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../../transpiler/package-root";
import type { Chip } from "../../hardware/chip";
import { randomSeed } from "../../hardware/random-numbers";
import { callStackBytes } from "../../hardware/call-stack";
import type { Code, CodeEnd, Engine } from "../engine";
import { CallStack } from "./call-stack";
import { putFilesInto } from "./drive-files";
import { useBoardErrors } from "./error-numbers";
import { garbageBytes, Heap } from "./heap";
import { systemCalls } from "./system-calls";
import { VirtualMachine } from "./virtual-machine";

const moduleFolder = join(packageRoot, "host-sim", "python");
const simFolder = "/.sim";

/**
 * Modules are imported once from the simulator's folder and stay in sys.modules; then only the
 * board's own folders are searched, lib before anything frozen into this VM. The VM's `_asyncio`
 * counts ticks with another period than supervisor.ticks_ms, so asyncio must not find it.
 */
function startUp(modules: string[]): string {
  return [
    "import sys",
    `sys.path[:] = ["${simFolder}"]`,
    "import _builtins",
    ...modules.map((name) => `import ${name}`),
    "import _runner",
    "class _Absent: pass",
    'sys.modules["_asyncio"] = _Absent()',
    'sys.path[:] = ["", "/", "/lib"]',
  ].join("\n");
}

function loadModules(vm: VirtualMachine): void {
  const files = readdirSync(moduleFolder).filter((name) => name.endsWith(".py"));
  for (const name of files) {
    vm.writeFile(`${simFolder}/${name}`, readFileSync(join(moduleFolder, name)));
  }
  const names = files.map((name) => name.slice(0, -".py".length));
  vm.micropython.runPython(startUp(names.filter((name) => !name.startsWith("_"))));
}

export class PythonEngine implements Engine {
  async run(
    chip: Chip,
    { file, workingDirectory = "/" }: Code,
    print: (line: string) => void,
  ): Promise<CodeEnd> {
    const { heapBytes } = chip.memory;
    const stackBytes = callStackBytes(chip.settings);
    const vm = await VirtualMachine.load(
      { heapBytes: garbageBytes + (heapBytes ?? 0), callStackBytes: stackBytes },
      print,
    );
    const callStack = new CallStack(vm, stackBytes);
    const heap = new Heap(vm, heapBytes);
    useBoardErrors(vm);
    const report = (error: unknown) => print(`taipan: simulator fault: ${stackOf(error)}`);
    vm.micropython.registerJsModule("_chip", systemCalls(chip, vm, { heap, callStack }, report));
    loadModules(vm);
    putFilesInto(vm, chip.storage.files);
    heap.begin();
    chip.faults.onAllocation = (after) => heap.failAfter(after);
    let end: CodeEnd = { outcome: "error", traceback: "" };
    vm.micropython.registerJsModule("_end", {
      tell: (outcome: CodeEnd["outcome"], traceback: string) => void (end = { outcome, traceback }),
    });
    const what = [file, workingDirectory].map((path) => JSON.stringify(path)).join(", ");
    vm.micropython.runPython(
      [
        "import random, _end, _runner",
        `random.seed(${randomSeed(chip.randomByte)})`,
        `_end.tell(*_runner.run(${what}))`,
      ].join("\n"),
    );
    vm.finishLine();
    return end;
  }
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
