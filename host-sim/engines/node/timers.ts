// Timers and promises of a program that leaves asyncio alone, in the order that its Python keeps
// (transpiler/runtime/event-loop-helpers.ts): when its last line has run, what promises have to do
// comes first, then the timers as they are due, and an error that nobody asked for ends it all.
import { setImmediate } from "node:timers/promises";
import type { Chip } from "../../hardware/chip";
import type { Realm } from "./realm";

interface Timer {
  dueMs: number;
  readonly delayMs: number;
  readonly callback: (...values: unknown[]) => void;
  readonly values: unknown[];
  repeats: boolean;
}

/** Node takes a longer one for one millisecond (lib/internal/timers.js, TIMEOUT_MAX). */
const tooLongMs = 2 ** 31;

export class Timers {
  /** By due time, and among equals by arrival. */
  private readonly timers: Timer[] = [];
  private startedMs: number | null = null;
  /** When the current callback was due: what it starts counts from here. */
  private currentMs = 0;
  private rejection: { readonly error: unknown } | null = null;

  constructor(
    private readonly realm: Realm,
    private readonly chip: Chip,
  ) {}

  /** What programs find in their global scope. */
  functions(): Record<string, (...values: never[]) => unknown> {
    const clear = (timer: Timer | null | undefined) => this.clear(timer);
    return {
      setTimeout: (callback: Timer["callback"], delay?: number, ...values: unknown[]) =>
        this.start(callback, delay, values, false),
      setInterval: (callback: Timer["callback"], delay?: number, ...values: unknown[]) =>
        this.start(callback, delay, values, true),
      clearTimeout: clear,
      clearInterval: clear,
    };
  }

  /** Runs what is left, until nothing is. @throws what a promise was rejected with that nobody has */
  async runToEnd(): Promise<void> {
    for (;;) {
      this.realm.settle();
      // Node tells of a promise that nobody has when its own loop turns.
      await setImmediate();
      if (this.rejection !== null) throw this.rejection.error;
      const timer = this.timers.shift();
      if (timer === undefined) return;
      this.call(timer);
    }
  }

  /** A promise was rejected, and nobody has asked for its error. */
  rejected(error: unknown): void {
    this.rejection ??= { error };
  }

  private call(timer: Timer): void {
    const missingMs = timer.dueMs - (this.nowMs() - (this.startedMs ?? 0));
    if (missingMs > 0) this.realm.checked(this.chip.sleep(missingMs));
    this.currentMs = timer.dueMs;
    timer.callback(...timer.values);
    if (timer.repeats) this.add(timer);
  }

  private start(
    callback: Timer["callback"],
    delay: number | undefined,
    values: unknown[],
    repeats: boolean,
  ): Timer {
    const delayMs = delay !== undefined && delay >= 1 && delay < tooLongMs ? Math.trunc(delay) : 1;
    const timer = { dueMs: 0, delayMs, callback, values, repeats };
    this.add(timer);
    return timer;
  }

  private add(timer: Timer): void {
    this.startedMs ??= this.nowMs();
    timer.dueMs = this.currentMs + timer.delayMs;
    const later = this.timers.findIndex(({ dueMs }) => dueMs > timer.dueMs);
    this.timers.splice(later < 0 ? this.timers.length : later, 0, timer);
  }

  private clear(timer: Timer | null | undefined): void {
    if (timer === null || timer === undefined) return;
    timer.repeats = false;
    const at = this.timers.indexOf(timer);
    if (at >= 0) this.timers.splice(at, 1);
  }

  private nowMs(): number {
    return Math.floor(this.chip.clock.nowMs());
  }
}
