// The VM's stack for the frames of Python functions (py/pystack.c), which ends for a program where a
// board's does. The simulator's own modules are Python here and C on a board, so while one of their
// functions runs the stack is longer. They are known by their type: each function that is there
// before the program gets a copy of MicroPython's type of functions, whose call comes by here.
import type { VirtualMachine } from "./virtual-machine";

/** mp_state_ctx.thread (py/mpstate.h) of this build, in words. */
const start = 185116 / 4;
const end = 185120 / 4;
const current = 185124 / 4;
/** In mp_obj_type_t (py/obj.h): the byte that says which slot `call` is, where they begin, its size. */
const callIndex = 10;
const firstSlot = 20;
const typeBytes = 64;
/** Behind the words of allocator.ts, where no C stack reaches. */
const copyAddress = 64;
/** Of the table of functions, which can't grow: C's null pointer, which is no function's. */
const freeEntry = 0;
/** BYTES_PER_BLOCK in py/gc.c: every object begins at such an address, and first in it is its type. */
const blockWords = 4;
const wordBytes = 4;

type Call = (self: number, positional: number, named: number, values: number) => number;

interface WebAssemblyModules {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { exports: { f: Call } };
}

/** A table holds functions of modules alone: (func (import "m" "f") (export "f") (param i32 i32 i32 i32) (result i32)) */
const passingOn = "0061736d0100000001090160047f7f7f7f017f020701016d016600000705010166" + "0000";

function asTableEntry(f: Call): Call {
  const { Module, Instance } = (globalThis as unknown as { WebAssembly: WebAssemblyModules })
    .WebAssembly;
  return new Instance(new Module(Buffer.from(passingOn, "hex")), { m: { f } }).exports.f;
}

export class CallStack {
  private words: Int32Array;
  private readonly wholeEnd: number;
  /** The call into the simulator that runs: where its caller's stack ends, and where its own begins. */
  private callersEnd = 0;
  private entry = 0;

  /** @param bytes that the program has */
  constructor(
    private readonly vm: VirtualMachine,
    private readonly bytes: number,
  ) {
    this.words = this.view();
    this.wholeEnd = this.word(end);
    const size = this.wholeEnd - this.word(start);
    if (size !== vm.callStackBytes || this.word(current) !== this.word(start))
      throw new Error("This build of MicroPython is not the expected one: no stack of calls.");
  }

  /**
   * The program begins.
   * @param used micropython.pystack_use() of the frame that runs it: this call itself takes some
   * @param aFunction the address of any of the simulator's
   */
  begin(used: number, aFunction: number): void {
    this.words = this.view();
    this.giveOwnType(this.word(aFunction / wordBytes));
    this.setEnd(this.word(start) + used + this.bytes);
  }

  /** The program has ended. */
  end(): void {
    this.setEnd(this.wholeEnd);
  }

  /**
   * The simulator runs a module of the program's: it has what its importer has left. On a board no
   * frame is between them.
   * @param used as above
   */
  enterModule(used: number): void {
    this.setEnd(this.callersEnd + this.word(start) + used - this.entry);
  }

  private giveOwnType(type: number): void {
    const { words } = this;
    const table = this.vm.exports.__indirect_function_table;
    const copy = this.vm.bytes(copyAddress, typeBytes);
    copy.set(this.vm.bytes(type, typeBytes));
    const slot = (copyAddress + firstSlot) / wordBytes + (copy[callIndex] ?? 0) - 1;
    const call = table.get(this.word(slot)) as Call;
    table.set(
      freeEntry,
      asTableEntry((...values) => this.callSimulator(call, values)),
    );
    words[slot] = freeEntry;
    for (let at = blockWords; at < words.length; at += blockWords)
      if (words[at] === type) words[at] = copyAddress;
  }

  private callSimulator(call: Call, values: Parameters<Call>): number {
    const before = this.word(end);
    if (before === this.wholeEnd) return call(...values);
    const { callersEnd, entry } = this;
    this.callersEnd = before;
    this.entry = this.word(current);
    this.setEnd(this.wholeEnd);
    try {
      return call(...values);
    } finally {
      this.setEnd(before);
      this.callersEnd = callersEnd;
      this.entry = entry;
    }
  }

  private word(index: number): number {
    // Where the memory has grown, the view of it is empty.
    if (this.words.length === 0) this.words = this.view();
    return this.words[index] ?? 0;
  }

  private setEnd(address: number): void {
    if (this.words.length === 0) this.words = this.view();
    this.words[end] = address;
  }

  private view(): Int32Array {
    return new Int32Array(this.vm.exports.memory.buffer);
  }
}
