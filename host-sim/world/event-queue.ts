// What is going to happen, in the order in which it will: by time, and at one time by who was first.

interface Event {
  readonly atMs: number;
  readonly order: number;
  readonly happen: () => void;
}

export class EventQueue {
  /** A binary heap: no event is before its parent. */
  private readonly heap: Event[] = [];
  private order = 0;

  /** When the next event is due, in milliseconds; Infinity when there is none. */
  get nextMs(): number {
    return this.heap[0]?.atMs ?? Infinity;
  }

  add(atMs: number, happen: () => void): void {
    const event = { atMs, order: this.order++, happen };
    let at = this.heap.push(event) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!isBefore(event, this.heap[above]!)) break;
      this.heap[at] = this.heap[above]!;
      at = above;
    }
    this.heap[at] = event;
  }

  /** Takes out the next event. @throws when there is none */
  take(): () => void {
    const [first] = this.heap;
    const last = this.heap.pop();
    if (first === undefined || last === undefined) throw new Error("There is no event to take.");
    if (this.heap.length > 0) this.sink(last);
    return first.happen;
  }

  /** Puts `event` at the top, and lets it sink to its place. */
  private sink(event: Event): void {
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= this.heap.length) break;
      const other = this.heap[below + 1];
      if (other !== undefined && isBefore(other, this.heap[below]!)) below += 1;
      if (!isBefore(this.heap[below]!, event)) break;
      this.heap[at] = this.heap[below]!;
      at = below;
    }
    this.heap[at] = event;
  }
}

const isBefore = (one: Event, other: Event): boolean =>
  one.atMs < other.atMs || (one.atMs === other.atMs && one.order < other.order);
