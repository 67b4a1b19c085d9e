// How a thread that stands still is told that there is news.

export class Doorbell {
  private readonly cells: Int32Array;

  /** @param buffer whose first four bytes are the bell's */
  constructor(readonly buffer = new SharedArrayBuffer(4)) {
    this.cells = new Int32Array(buffer);
  }

  ring(): void {
    Atomics.add(this.cells, 0, 1);
    Atomics.notify(this.cells, 0);
  }

  /** How often it has rung. */
  get rings(): number {
    return Atomics.load(this.cells, 0);
  }

  /** Stands still until it has rung more than `rings` times, at most so long. */
  wait(rings: number, milliseconds = Infinity): void {
    Atomics.wait(this.cells, 0, rings, milliseconds);
  }
}
