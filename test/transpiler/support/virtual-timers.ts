// Node's timers on a clock that jumps to the next one: what a case prints never depends on how busy
// the machine is, and nothing waits.

type Callback = (...values: unknown[]) => unknown;

interface Timer {
  due: number;
  readonly order: number;
  readonly every: number | null;
  readonly call: () => unknown;
}

export class VirtualTimers {
  /** Milliseconds since the program began. */
  now = 0;
  private order = 0;
  private readonly timers = new Map<number, Timer>();

  readonly globals = {
    setTimeout: (callback: Callback, delay = 0, ...values: unknown[]) =>
      this.add(delay, false, () => callback(...values)),
    setInterval: (callback: Callback, delay = 0, ...values: unknown[]) =>
      this.add(delay, true, () => callback(...values)),
    clearTimeout: (id?: number) => void this.timers.delete(id ?? -1),
    clearInterval: (id?: number) => void this.timers.delete(id ?? -1),
  };

  clear(): void {
    this.timers.clear();
  }

  /** Runs the timer that is due first; false if there is none. */
  runNext(): boolean {
    const next = [...this.timers].sort(([, a], [, b]) => a.due - b.due || a.order - b.order)[0];
    if (next === undefined) return false;
    const [id, timer] = next;
    this.now = Math.max(this.now, timer.due);
    if (timer.every === null) this.timers.delete(id);
    else this.timers.set(id, { ...timer, due: this.now + timer.every, order: ++this.order });
    timer.call();
    return true;
  }

  private add(delay: number, repeats: boolean, call: () => unknown): number {
    // Node makes 1 ms of less (lib/internal/timers.js, Timeout).
    const milliseconds = delay >= 1 ? Math.trunc(delay) : 1;
    const id = ++this.order;
    const every = repeats ? milliseconds : null;
    this.timers.set(id, { due: this.now + milliseconds, order: id, every, call });
    return id;
  }
}
