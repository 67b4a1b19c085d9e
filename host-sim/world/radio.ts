// The radio that all connections share, both ways: one segment at a time is in the air.
import type { VirtualClock } from "./virtual-clock";

/** One way of a connection, which may have a segment to send. */
export interface Sender {
  /** Takes the next segment, if there is one that the other side has room for; its length. */
  takeSegment(): number;
  /** The segment that was taken last has left the radio. */
  segmentSent(): void;
}

export class Radio {
  private readonly waiting: Sender[] = [];
  private sending = false;
  private down = false;
  private readonly held: (() => void)[] = [];

  /** @param kilobytesPerSecond kilobytes of 1 000 bytes, for all connections together */
  constructor(
    private readonly clock: VirtualClock,
    private readonly kilobytesPerSecond: number,
  ) {}

  get isUp(): boolean {
    return !this.down;
  }

  /** `sender` may have something to send. */
  request(sender: Sender): void {
    if (!this.waiting.includes(sender)) this.waiting.push(sender);
    this.sendNext();
  }

  /** The link to the access point is lost: what is in the air is, too. */
  goDown(): void {
    this.down = true;
  }

  comeUp(): void {
    this.down = false;
    for (const arrive of this.held.splice(0)) arrive();
    this.sendNext();
  }

  /** Calls `arrive` now, or when the radio is up again. */
  whenUp(arrive: () => void): void {
    if (this.down) this.held.push(arrive);
    else arrive();
  }

  /** In turn, a segment each. */
  private sendNext(): void {
    while (!this.sending && !this.down) {
      const sender = this.waiting.shift();
      if (sender === undefined) return;
      const length = sender.takeSegment();
      if (length === 0) continue;
      this.waiting.push(sender);
      this.sending = true;
      this.clock.after(length / this.kilobytesPerSecond, () => {
        this.sending = false;
        sender.segmentSent();
        this.sendNext();
      });
    }
  }
}
