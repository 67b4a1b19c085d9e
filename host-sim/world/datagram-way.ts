// One way of datagrams between the board and a peer: over the shared radio and the peer's link. What
// is lost is lost, and nothing keeps an order.
import type { Link } from "./link";
import type { Air } from "./pipe";
import type { Sender } from "./radio";

interface Journey {
  readonly length: number;
  readonly arrive: () => void;
}

export class DatagramWay implements Sender {
  private readonly queue: Journey[] = [];
  private inAir: Journey | null = null;

  constructor(
    private readonly air: Air,
    private readonly link: Link,
  ) {}

  send(length: number, arrive: () => void): void {
    this.queue.push({ length, arrive });
    this.air.radio.request(this);
  }

  takeSegment(): number {
    if (this.inAir !== null) return 0;
    this.inAir = this.queue.shift() ?? null;
    return this.inAir === null ? 0 : Math.max(1, this.inAir.length);
  }

  segmentSent(): void {
    const journey = this.inAir;
    this.inAir = null;
    const { radio, random, clock } = this.air;
    const { latencyMs, jitterMs, loss, kilobytesPerSecond } = this.link;
    if (journey === null) return;
    const jitter = jitterMs > 0 ? jitterMs * random.next() : 0;
    if (!radio.isUp || (loss > 0 && random.next() < loss)) return;
    clock.after(latencyMs + jitter + journey.length / kilobytesPerSecond, () => {
      if (radio.isUp) journey.arrive();
    });
  }
}
