// One way of a TCP connection: what is written comes out at the other end, in order and once.
import { segmentBytes } from "../hardware/tcp-stream";
import type { Link } from "./link";
import type { Radio, Sender } from "./radio";
import type { Random } from "./random";
import type { VirtualClock } from "./virtual-clock";

/** What the ways of all connections share. */
export interface Air {
  readonly clock: VirtualClock;
  readonly radio: Radio;
  readonly random: Random;
}

export interface Receiver {
  arrived(bytes: Uint8Array): void;
  finished(): void;
}

/**
 * The least time after which a segment is sent again: lwIP looks every 500 ms (TCP_SLOW_INTERVAL
 * of tcp_priv.h), and doubles the time with every try (tcp_slowtmr).
 */
const retransmitMs = 500;

export class Pipe implements Sender {
  /** Written, not yet sent. */
  private readonly unsent: Uint8Array[] = [];
  private inAir: Uint8Array | null = null;
  private finishing: "no" | "asked" | "sent" = "no";
  /** Bytes written that the other side has not acknowledged. */
  private outstanding = 0;
  /** Bytes sent that the receiver's program has not read. */
  private unread = 0;
  private linkFreeMs = 0;
  private lastArrivalMs = 0;
  private cut = false;
  private holding: (() => void)[] | null = null;
  /** What was in the air when Wi-Fi went, and what came behind it before that was sent again. */
  private readonly delayed: (() => void)[] = [];
  /** Called when something is written. */
  onWrite: (() => void) | null = null;

  /** @param windowBytes what may come before the receiver's program reads */
  constructor(
    private readonly air: Air,
    private readonly link: Link,
    private readonly windowBytes: number,
    private readonly receiver: Receiver,
  ) {}

  get unacknowledged(): number {
    return this.outstanding;
  }

  write(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.unsent.push(bytes);
    this.outstanding += bytes.length;
    this.onWrite?.();
    this.air.radio.request(this);
  }

  /** After everything written, no more comes. */
  finish(): void {
    if (this.finishing !== "no") return;
    this.finishing = "asked";
    this.finishIfSent();
  }

  /** The receiver's program read `count` bytes. */
  consumed(count: number): void {
    this.unread -= count;
    this.air.radio.request(this);
  }

  /** Nothing more arrives, and nobody is told. */
  sever(): void {
    this.cut = true;
    this.unsent.length = 0;
  }

  /** What arrives waits until `release`. */
  hold(): void {
    this.holding ??= [];
  }

  release(): void {
    const held = this.holding ?? [];
    this.holding = null;
    for (const arrive of held) arrive();
  }

  takeSegment(): number {
    if (this.cut || this.inAir !== null) return 0;
    const [head] = this.unsent;
    const room = this.windowBytes - this.unread;
    if (head === undefined || room <= 0) return 0;
    const bytes = head.subarray(0, Math.min(segmentBytes, room));
    if (bytes.length === head.length) this.unsent.shift();
    else this.unsent[0] = head.subarray(bytes.length);
    this.unread += bytes.length;
    this.inAir = bytes;
    return bytes.length;
  }

  segmentSent(): void {
    const bytes = this.inAir;
    this.inAir = null;
    if (bytes === null) return;
    this.travel(bytes.length, () => {
      this.receiver.arrived(bytes);
      this.air.clock.after(this.link.latencyMs, () => this.acknowledged(bytes.length));
    });
    this.finishIfSent();
  }

  private acknowledged(count: number): void {
    if (this.cut) return;
    this.outstanding -= count;
  }

  private finishIfSent(): void {
    if (this.finishing !== "asked" || this.unsent.length > 0 || this.inAir !== null) return;
    this.finishing = "sent";
    this.travel(0, () => this.receiver.finished());
  }

  /** Over the client's own link, after everything that was sent before. */
  private travel(length: number, arrive: () => void): void {
    const { clock } = this.air;
    const nowMs = clock.worldMs;
    this.linkFreeMs = Math.max(nowMs, this.linkFreeMs) + length / this.link.kilobytesPerSecond;
    const arrivalMs = Math.max(this.lastArrivalMs, this.linkFreeMs + this.travelMs());
    this.lastArrivalMs = arrivalMs;
    clock.after(arrivalMs - nowMs, () => this.arrive(arrive));
  }

  private travelMs(): number {
    const { random } = this.air;
    const { latencyMs, jitterMs, loss } = this.link;
    let milliseconds = latencyMs + (jitterMs > 0 ? jitterMs * random.next() : 0);
    for (let again = retransmitMs; loss > 0 && random.next() < loss; again *= 2)
      milliseconds += again;
    return milliseconds;
  }

  private arrive(arrive: () => void): void {
    if (this.air.radio.isUp && this.delayed.length === 0) return this.handOver(arrive);
    this.delayed.push(arrive);
    if (this.delayed.length === 1) this.sendAgain();
  }

  private sendAgain(): void {
    const { radio, clock } = this.air;
    radio.whenUp(() =>
      clock.after(retransmitMs, () => {
        if (!radio.isUp) return this.sendAgain();
        for (const arrive of this.delayed.splice(0)) this.handOver(arrive);
      }),
    );
  }

  private handOver(arrive: () => void): void {
    if (this.cut) return;
    if (this.holding !== null) this.holding.push(arrive);
    else arrive();
  }
}
