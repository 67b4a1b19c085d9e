// The memory that both threads see: the doorbell that wakes the worker out of Atomics.wait, and
// the few numbers that are read too often for messages.

const DOORBELL = 0;
const INTERRUPT = 1;
const PICTURES_TAKEN = 2;
const PICTURE_WANTED = 3;
const PICTURES_UNDERWAY = 4;
const FIRST_CHANNEL = 16;

/** Connections get a channel in turn; by the time one comes around again its last is long gone. */
export const channelCount = 1024;

export class SharedState {
  private readonly cells: Int32Array;

  constructor(readonly buffer = new SharedArrayBuffer(4 * (FIRST_CHANNEL + channelCount))) {
    this.cells = new Int32Array(buffer);
  }

  /** Main thread: there is news for the worker. */
  ring(): void {
    Atomics.add(this.cells, DOORBELL, 1);
    Atomics.notify(this.cells, DOORBELL);
  }

  /** How often the bell has rung. */
  get rings(): number {
    return Atomics.load(this.cells, DOORBELL);
  }

  /** Worker: sleeps until the bell has rung more than `rings` times. */
  sleep(rings: number, milliseconds: number): void {
    Atomics.wait(this.cells, DOORBELL, rings, milliseconds);
  }

  get interruptRequested(): boolean {
    return Atomics.load(this.cells, INTERRUPT) === 1;
  }

  set interruptRequested(requested: boolean) {
    Atomics.store(this.cells, INTERRUPT, requested ? 1 : 0);
  }

  get picturesTaken(): number {
    return Atomics.load(this.cells, PICTURES_TAKEN);
  }

  pictureTaken(): void {
    Atomics.add(this.cells, PICTURES_TAKEN, 1);
  }

  get pictureWanted(): boolean {
    return Atomics.load(this.cells, PICTURE_WANTED) === 1;
  }

  set pictureWanted(wanted: boolean) {
    Atomics.store(this.cells, PICTURE_WANTED, wanted ? 1 : 0);
  }

  /** Pictures posted that the worker has not looked at: it may be busy for long. */
  get picturesUnderway(): number {
    return Atomics.load(this.cells, PICTURES_UNDERWAY);
  }

  pictureUnderway(change: 1 | -1): void {
    Atomics.add(this.cells, PICTURES_UNDERWAY, change);
  }

  /** Bytes of a connection that its peer has acknowledged, since its start, modulo 2**32. */
  acknowledged(connection: number): number {
    return Atomics.load(this.cells, FIRST_CHANNEL + (connection % channelCount));
  }

  setAcknowledged(connection: number, total: number): void {
    Atomics.store(this.cells, FIRST_CHANNEL + (connection % channelCount), total | 0);
  }
}
