// The memory that both threads see: the doorbell that wakes the worker out of Atomics.wait, and
// the few numbers that are read too often for messages.
import { Doorbell } from "../doorbell";

const INTERRUPT = 1;
const PICTURES_TAKEN = 2;
const PICTURE_WANTED = 3;
const PICTURES_UNDERWAY = 4;
const FIRST_CHANNEL = 16;

/** Connections get a channel in turn; by the time one comes around again its last is long gone. */
export const channelCount = 1024;

export class SharedState {
  private readonly cells: Int32Array;
  private readonly bell: Doorbell;

  constructor(readonly buffer = new SharedArrayBuffer(4 * (FIRST_CHANNEL + channelCount))) {
    this.cells = new Int32Array(buffer);
    // Its cell is the first, which none of the numbers has.
    this.bell = new Doorbell(buffer);
  }

  /** Main thread: there is news for the worker. */
  ring(): void {
    this.bell.ring();
  }

  /** How often the bell has rung. */
  get rings(): number {
    return this.bell.rings;
  }

  /** Worker: sleeps until the bell has rung more than `rings` times. */
  sleep(rings: number, milliseconds: number): void {
    this.bell.wait(rings, milliseconds);
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
