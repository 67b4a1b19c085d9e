// The emitted and the hand-written Python of one program, side by side in one MicroPython VM.
import { readFileSync } from "node:fs";
import { loadMicroPython } from "@micropython/micropython-webassembly-pyscript/micropython.mjs";
import { formatDiagnostic, transpile } from "../transpiler/index";

const ROUNDS = 60;

/** The VM collects no garbage while Python runs, only between the calls from here. */
const HEAP_SIZE = 32 * 1024 * 1024;

/** The time that the processor has spent on this process, in microseconds: what others run does not count. */
Object.assign(globalThis, {
  processorTime: () => {
    const { user, system } = process.cpuUsage();
    return user + system;
  },
});

const MEASURING = `
import gc, json, sys
from js import processorTime

def _load(folder, module):
    sys.path.insert(0, folder)
    before = set(sys.modules)
    run = __import__(module).run
    for name in set(sys.modules) - before:
        del sys.modules[name]
    sys.path.pop(0)
    return run

_emitted, _written = _load("/emitted", "main"), _load("/written", "main")

def _time(run):
    start = processorTime()
    run()
    return processorTime() - start

def _bytes(run):
    start = gc.mem_alloc()
    run()
    return gc.mem_alloc() - start
`;

export interface Ratios {
  /** Emitted by hand-written: 1.1 is a tenth more. */
  readonly time: number;
  readonly bytes: number;
}

/** What a run takes that nothing held up: of two equal programs the ratio is 1 within a few hundredths. */
const least = (values: readonly number[]) => Math.min(...values);

/** Each round times both, one after the other, so that a busy machine slows both. */
export async function compareWithWritten(name: string): Promise<Ratios> {
  let printed = "";
  const vm = await loadMicroPython({
    heapsize: HEAP_SIZE,
    pystack: 16384,
    linebuffer: true,
    stdout: (line) => (printed = line),
  });
  const ask = (expression: string): unknown => {
    vm.runPython(`print(json.dumps(${expression}))`);
    return JSON.parse(printed);
  };
  for (const folder of ["/emitted", "/written"]) vm.FS.mkdir(folder);
  for (const { path, text } of emitted(name)) write(vm, `/emitted/${path}`, text);
  write(vm, "/written/main.py", readFileSync(programFile(`${name}.py`), "utf8"));
  vm.runPython(MEASURING);
  const [mine, theirs] = ask("(_emitted(), _written())") as [string, string];
  if (mine !== theirs) throw new Error(`${name} gives ${mine}, by hand ${theirs}`);
  const bytes = ask("(_bytes(_emitted), _bytes(_written))") as [number, number];
  const times = Array.from({ length: ROUNDS }, (_, round) => {
    if (round % 2 === 0) return ask("(_time(_emitted), _time(_written))") as [number, number];
    const [written, own] = ask("(_time(_written), _time(_emitted))") as [number, number];
    return [own, written] as const;
  });
  const [own, written] = [times.map(([time]) => time), times.map(([, time]) => time)];
  return { time: least(own) / least(written), bytes: bytes[0] / bytes[1] };
}

type Machine = Awaited<ReturnType<typeof loadMicroPython>>;

const write = (vm: Machine, path: string, text: string) =>
  vm.FS.writeFile(path, new TextEncoder().encode(text));

const programFile = (file: string) => `bench/programs/${file}`;

function emitted(name: string) {
  const source = readFileSync(programFile(`${name}.ts`), "utf8");
  const { modules, diagnostics } = transpile({ "main.ts": source }, { entry: "main.ts" });
  if (diagnostics.length > 0) throw new Error(diagnostics.map(formatDiagnostic).join("\n"));
  return modules;
}
