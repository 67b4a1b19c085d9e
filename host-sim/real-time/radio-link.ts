// The radio that all connections share: with a rate, what the firmware sends leaves the board at
// that rate, in turn, a segment each.
import { segmentBytes } from "../hardware/tcp-stream";

/** Short beside the time between two pictures, long beside what a timer of Node's costs. */
const tickMs = 5;

/** The bytes of one connection that wait for the radio. */
export interface Outbox {
  /** Takes at most `limit` bytes from the front; empty when there are none. */
  take(limit: number): Uint8Array;
  transmit(bytes: Uint8Array): void;
}

export class RadioLink {
  private readonly waiting: Outbox[] = [];
  private timer: NodeJS.Timeout | null = null;
  private budgetBytes = 0;
  private lastMs = 0;

  /** @param kilobytesPerSecond kilobytes of 1 000 bytes */
  constructor(private readonly kilobytesPerSecond: number) {}

  /** `outbox` has something to send. */
  request(outbox: Outbox): void {
    if (!this.waiting.includes(outbox)) this.waiting.push(outbox);
    if (this.timer !== null) return;
    this.lastMs = performance.now();
    this.timer = setInterval(() => this.tick(), tickMs);
  }

  stop(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
    this.waiting.length = 0;
  }

  private tick(): void {
    const now = performance.now();
    this.budgetBytes += (now - this.lastMs) * this.kilobytesPerSecond;
    this.lastMs = now;
    while (this.budgetBytes > 0) {
      const outbox = this.waiting.shift();
      if (outbox === undefined) return this.rest();
      const bytes = outbox.take(segmentBytes);
      if (bytes.length === 0) continue;
      this.budgetBytes -= bytes.length;
      outbox.transmit(bytes);
      this.waiting.push(outbox);
    }
  }

  private rest(): void {
    this.stop();
    this.budgetBytes = 0;
  }
}
