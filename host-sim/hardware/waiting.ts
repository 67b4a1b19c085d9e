// The one way in which a program waits: the clock goes on, the hardware goes on, and Ctrl+C ends it.
import type { Clock } from "./clock";
import { EINTR, EWATCHDOG } from "./errno";
import { Reset, type ResetReason } from "./power-loss";
import { Watchdog } from "./watchdog";

/** Ctrl+C, asked for from outside. */
export interface InterruptRequest {
  readonly requested: boolean;
  /** It has been delivered to the program: it is not asked for any more. */
  delivered(): void;
}

/**
 * A program that never waits is interrupted in a call that finds nothing to do, but only after
 * this long: where both can happen, the place where a program waits is the tidier one.
 */
const patienceMs = 250;

export class Waiting {
  /** It runs out wherever a program waits. */
  readonly watchdog: Watchdog;
  private requestSeenMs: number | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly interrupt: InterruptRequest,
    private readonly switchOff: () => void = () => {},
  ) {
    this.watchdog = new Watchdog(clock, (reason) => this.reset(reason));
  }

  /**
   * Waits until `ready`, at most `timeoutMs` (less than 0: without end; 0: not at all).
   * @returns 1 ready, 0 timed out, -EINTR interrupted while it waited
   */
  until(ready: () => boolean, timeoutMs: number): number {
    this.clock.catchUp();
    if (timeoutMs === 0) return ready() ? 1 : 0;
    const deadlineMs = timeoutMs < 0 ? Infinity : this.clock.nowMs() + timeoutMs;
    for (;;) {
      if (this.interrupt.requested) return this.deliver();
      if (this.watchdog.expired()) return -EWATCHDOG;
      if (ready()) return 1;
      if (this.clock.nowMs() >= deadlineMs) return 0;
      this.clock.advance(Math.min(deadlineMs, this.watchdog.deadlineMs));
    }
  }

  /** The chip starts anew: this call does not return, and no later one does anything. */
  reset(reason: ResetReason): never {
    this.switchOff();
    throw new Reset(reason);
  }

  /** For what only looks at the time: asking takes as much of it as any other call. */
  get nowMs(): number {
    return this.clock.nowMs();
  }

  /** For a call that never waits. */
  catchUp(): void {
    this.clock.catchUp();
  }

  /** What a call that found nothing to do answers: `answer`, or -EINTR. */
  nothingToDo(answer: number): number {
    this.clock.foundNothing();
    if (this.watchdog.expired()) return -EWATCHDOG;
    if (!this.interrupt.requested) return answer;
    this.requestSeenMs ??= this.clock.nowMs();
    return this.clock.nowMs() - this.requestSeenMs < patienceMs ? answer : this.deliver();
  }

  private deliver(): number {
    this.interrupt.delivered();
    this.requestSeenMs = null;
    return -EINTR;
  }
}
