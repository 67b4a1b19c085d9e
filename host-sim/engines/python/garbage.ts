// Garbage collection inside a running program.
//
// This build of MicroPython collects only when no Python code runs (ports/webassembly/main.c,
// gc_collect_top_level: WebAssembly's locals can't be scanned for pointers). A firmware runs
// forever in one call, so nothing would ever be freed and the heap would grow to gigabytes. At a
// place where the program waits, all that lives is reachable from what the collector does scan: the
// Python stack, where the interpreter keeps every frame and its values, and the VM's own roots. C
// code between the frames that has put a pointer into linear memory is covered by copying the C
// stack into a Python object, because the collector scans every live block. So the engine tells the
// VM that it is at the top level, calls its gc.collect(), after which it does, and puts the level back.
import { allocatorWords, unlimitedGrowth } from "./allocator";
import type { VirtualMachine } from "./virtual-machine";

/** The VM's variables lie behind the C stack, within this many bytes. */
const searchedBytes = 512 * 1024;
const nestings = 4;

/** Where the VM keeps how deep calls from outside are nested, and that a collection is due. */
interface Addresses {
  depth: number;
  due: number;
}

function positions(length: number, matches: (index: number) => boolean): number[] {
  return Array.from({ length }, (_, index) => index).filter(matches);
}

function only(found: number[], what: string): number {
  const [address] = found;
  if (address === undefined || found.length !== 1) {
    throw new Error(`This build of MicroPython is not the expected one: ${what} was not found.`);
  }
  return address;
}

function findAddresses(vm: VirtualMachine): Addresses {
  const { micropython, exports } = vm;
  const from = exports.emscripten_stack_get_base();
  const snapshots: ArrayBuffer[] = [];
  const snap = () => void snapshots.push(exports.memory.buffer.slice(from, from + searchedBytes));
  const nest = () => {
    snap();
    if (snapshots.length <= nestings) micropython.runPython("import _probe\n_probe.nest()");
  };
  micropython.registerJsModule("_probe", { nest, snap });
  snap();
  nest();
  const words = snapshots.map((snapshot) => new Int32Array(snapshot));
  const depths = [0, 0, 1, 2, 3];
  const depth = positions(searchedBytes / 4, (index) =>
    depths.every((value, nesting) => words[nesting]?.[index] === value),
  );
  snapshots.length = 0;
  micropython.runPython("import gc, _probe\n_probe.snap()\ngc.collect()\n_probe.snap()");
  snap();
  const flags = snapshots.map((snapshot) => new Uint8Array(snapshot));
  const due = positions(searchedBytes, (index) =>
    [0, 1, 0].every((value, moment) => flags[moment]?.[index] === value),
  );
  const at = 4 * only(depth, "the depth of calls");
  // The flag lies beside the depth: other bytes may have gone 0, 1, 0 as well.
  const near = due.filter((address) => Math.abs(address - at) < 256);
  return { depth: from + at, due: from + only(near, "the mark of a due collection") };
}

export class GarbageCollector {
  private readonly addresses: Addresses;
  private readonly stackBase: number;
  private readonly stackCopy: number;
  /** Functions of the VM's own module `gc`. */
  private readonly gc: { collect(): void; mem_alloc(): number };

  /** @param threshold bytes of Python objects between two collections; the VM itself asks for one every 16 kB */
  constructor(
    private readonly vm: VirtualMachine,
    threshold: number,
  ) {
    this.addresses = findAddresses(vm);
    this.stackBase = vm.exports.emscripten_stack_get_base();
    const setUp = [
      "import gc, sys, uctypes",
      `gc.threshold(${threshold})`,
      `sys.modules["_stack_copy"] = bytearray(${this.stackBase})`,
      `stack_copy = uctypes.addressof(sys.modules["_stack_copy"])`,
    ];
    vm.micropython.runPython(setUp.join("\n"));
    const { globals } = vm.micropython;
    this.gc = globals.get("gc") as typeof this.gc;
    this.stackCopy = globals.get("stack_copy") as number;
  }

  /** Whether it is time to collect. */
  get isDue(): boolean {
    return new Uint8Array(this.vm.exports.memory.buffer)[this.addresses.due] !== 0;
  }

  /** Only for calls in which the program waits. */
  collectIfDue(): void {
    if (this.isDue) this.atTopLevel(() => this.gc.collect());
  }

  /** Bytes of all objects that live. Only for calls in which the program waits. */
  collect(): number {
    this.atTopLevel(() => this.gc.collect());
    return this.atTopLevel(() => this.gc.mem_alloc());
  }

  /**
   * Calls this as if no program ran, and whatever the program may allocate: an allocation that fails
   * where no Python runs would not return (nlr_jump_fail in ports/webassembly/main.c).
   */
  private atTopLevel<T>(call: () => T): T {
    const { emscripten_stack_get_current: stackTop } = this.vm.exports;
    const limits = this.vm.int32s(allocatorWords.countdown, 3).slice();
    this.vm.int32s(allocatorWords.countdown, 3).set([0, 0, unlimitedGrowth]);
    const stack = this.vm.bytes(stackTop(), this.stackBase - stackTop());
    this.vm.bytes(this.stackCopy, stack.length).set(stack);
    const [depth = 0] = this.vm.int32s(this.addresses.depth, 1);
    this.vm.int32s(this.addresses.depth, 1).fill(0);
    const answer = call();
    this.vm.int32s(this.addresses.depth, 1).fill(depth);
    this.vm.int32s(allocatorWords.countdown, 3).set(limits);
    return answer;
  }
}
