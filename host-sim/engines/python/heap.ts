// The heap of a board in the VM, which has another: what a program may have at a time is bounded, and
// a test can have an allocation fail.
//
// Exact: no single object is larger than the bound, and what lives where the program waits, imports,
// calls gc.collect() or ends fits into it; objects are as large as on a board but for floats, 16
// bytes each here. Not modelled: in between nothing is collected, so what is garbage there gets
// room of its own; and memory that is free but in pieces.
import { EHEAP } from "../../hardware/errno";
import { allocatorWords, unlimitedGrowth } from "./allocator";
import { GarbageCollector } from "./garbage";
import type { VirtualMachine } from "./virtual-machine";

/** For garbage between two places where the program waits; of this size it is swept in about 1 ms. */
export const garbageBytes = 8 * 1024 * 1024;
/** Between two collections, the least and the most. */
const least = 16 * 1024;
const most = 1024 * 1024;

export class Heap {
  private readonly garbage: GarbageCollector;
  /** What lives before the program: the simulator's own modules, which are C on a board. */
  private own = 0;
  /** Of the program, when it was seen last. */
  private lived = 0;

  constructor(
    private readonly vm: VirtualMachine,
    private readonly limit: number | null,
  ) {
    const threshold = Math.floor((limit ?? Infinity) / 16);
    this.garbage = new GarbageCollector(vm, Math.min(most, Math.max(least, threshold)));
  }

  /** The program begins. */
  begin(): void {
    this.own = this.garbage.collect();
    if (this.limit === null) return;
    this.setWord("tooLarge", this.limit + 1);
    this.setWord("growth", 0);
  }

  /** The program has ended: what is printed of it finds room. @returns as collectIfDue */
  end(): number {
    this.vm.int32s(allocatorWords.countdown, 3).set([0, 0, unlimitedGrowth]);
    return this.limit === null ? 0 : this.collect();
  }

  /** Where a program may wait. @returns 0, or -EHEAP when more lives than may */
  collectIfDue(): number {
    if (this.limit === null) {
      this.garbage.collectIfDue();
      return 0;
    }
    return this.garbage.isDue ? this.collect() : 0;
  }

  /** gc.collect(). @returns as collectIfDue */
  collect(): number {
    this.lived = this.garbage.collect() - this.own;
    return this.lived > (this.limit ?? Infinity) ? -EHEAP : 0;
  }

  /** Bytes that the program may have, and Infinity; what it has of them is for gc.mem_alloc to count. */
  get bytes(): number {
    return this.limit ?? Infinity;
  }

  /** What the simulator's own modules have. */
  get ownBytes(): number {
    return this.own;
  }

  /** What MemoryError says: nobody knows which allocation it would have been. */
  report(): string {
    return `memory allocation failed: ${this.lived} bytes are in use, the heap has ${this.bytes}`;
  }

  /** The allocation that comes after so many others fails. */
  failAfter(count: number): void {
    this.setWord("countdown", count + 1);
  }

  private setWord(word: keyof typeof allocatorWords, value: number): void {
    this.vm.int32s(allocatorWords[word], 1)[0] = value;
  }
}
