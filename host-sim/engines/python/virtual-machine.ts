// The MicroPython VM in WebAssembly: loading it, and reaching its memory.
import {
  loadMicroPython,
  type MicroPython,
} from "@micropython/micropython-webassembly-pyscript/micropython.mjs";
import { allocatorWords, unlimitedGrowth, withAskingAllocator } from "./allocator";

/** What the engine uses of what the module exports. */
export interface VirtualMachineExports {
  memory: { readonly buffer: ArrayBuffer };
  emscripten_stack_get_base(): number;
  emscripten_stack_get_current(): number;
  readonly __indirect_function_table: {
    readonly length: number;
    get(index: number): unknown;
    set(index: number, value: unknown): void;
  };
}

/** Beside what a program has: a call into simulated hardware is Python here, on a board it is C. */
const ownCallStackBytes = 8 * 1024;

/** A board has 8 MB. A program that takes more and more is stopped before this computer feels it. */
const mostMemoryBytes = 256 * 1024 * 1024;

interface Imports {
  env: { emscripten_resize_heap(bytes: number): boolean };
}

/** The part of WebAssembly that the loader goes through; the ES library has no types of it. */
interface Instantiation {
  instantiate(
    bytes: Uint8Array,
    imports: Imports,
  ): Promise<{ instance: { exports: VirtualMachineExports } }>;
}

/** The loader keeps the module to itself, so it is changed and its exports are taken on the way. */
async function withExports<T>(load: () => Promise<T>): Promise<[T, VirtualMachineExports]> {
  const webAssembly = (globalThis as unknown as { WebAssembly: Instantiation }).WebAssembly;
  const { instantiate } = webAssembly;
  let found: VirtualMachineExports | undefined;
  webAssembly.instantiate = async (bytes, imports) => {
    const { emscripten_resize_heap: resize } = imports.env;
    imports.env.emscripten_resize_heap = (size) => size <= mostMemoryBytes && resize(size);
    const source = await instantiate(withAskingAllocator(bytes), imports);
    found = source.instance.exports;
    new Int32Array(found.memory.buffer)[allocatorWords.growth / 4] = unlimitedGrowth;
    return source;
  };
  try {
    const loaded = await load();
    if (found === undefined) throw new Error("The MicroPython module did not show its exports.");
    return [loaded, found];
  } finally {
    webAssembly.instantiate = instantiate;
  }
}

/**
 * This build looks a function up in the module's table at every call through a pointer, to be sure
 * of what it remembers of it (emscripten's ASSERTIONS): a sixth of a program's time. The table is
 * what it was when the module was linked.
 */
function rememberFunctions({ __indirect_function_table: table }: VirtualMachineExports): void {
  const known = new Array<unknown>(table.length).fill(undefined);
  const find = table.get.bind(table);
  table.get = (index) => (known[index] ??= find(index));
}

export class VirtualMachine {
  private constructor(
    readonly micropython: MicroPython,
    readonly exports: VirtualMachineExports,
    readonly callStackBytes: number,
  ) {}

  /**
   * @param sizes the heap's at the start: larger means fewer, longer collections; and what a program
   * has for the frames of its calls
   */
  static async load(
    sizes: { heapBytes: number; callStackBytes: number },
    print: (line: string) => void,
  ): Promise<VirtualMachine> {
    const words = Math.ceil((sizes.callStackBytes + ownCallStackBytes) / 4);
    const [micropython, exports] = await withExports(() =>
      loadMicroPython({
        pystack: words,
        heapsize: sizes.heapBytes,
        linebuffer: true,
        stdout: print,
      }),
    );
    rememberFunctions(exports);
    return new VirtualMachine(micropython, exports, words * 4);
  }

  /** The bytes of a Python buffer, shared with Python until the memory grows: not to be kept. */
  bytes(address: number, length: number): Uint8Array {
    return new Uint8Array(this.exports.memory.buffer, address, length);
  }

  int16s(address: number, length: number): Int16Array {
    return new Int16Array(this.exports.memory.buffer, address, length);
  }

  int32s(address: number, length: number): Int32Array {
    return new Int32Array(this.exports.memory.buffer, address, length);
  }

  /** Prints what was printed without a line end. */
  finishLine(): void {
    if (this.micropython._module._stdoutBuffer.length > 0) this.micropython.runPython("print()");
  }

  /** Writes a file and the folders above it. */
  writeFile(path: string, bytes: Uint8Array): void {
    this.makeFolders(path.slice(0, path.lastIndexOf("/")));
    this.micropython.FS.writeFile(path, bytes);
  }

  /** Makes a folder and the folders above it. */
  makeFolders(path: string): void {
    const folders = path.split("/").slice(1);
    folders.forEach((_, depth) => this.makeFolder(`/${folders.slice(0, depth + 1).join("/")}`));
  }

  private readonly made = new Set<string>();

  private makeFolder(path: string): void {
    if (this.made.has(path)) return;
    this.made.add(path);
    this.micropython.FS.mkdir(path);
  }
}
