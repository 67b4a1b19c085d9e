// The one way in which a program waits: the clock goes on, the hardware goes on, and Ctrl+C ends it.
import type { Clock } from "./clock";
import { EINTR } from "./errno";

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
  private requestSeenMs: number | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly interrupt: InterruptRequest,
  ) {}

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
      if (ready()) return 1;
      if (this.clock.nowMs() >= deadlineMs) return 0;
      this.clock.advance(deadlineMs);
    }
  }

  /** For a call that never waits. */
  catchUp(): void {
    this.clock.catchUp();
  }

  /** What a call that found nothing to do answers: `answer`, or -EINTR. */
  nothingToDo(answer: number): number {
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
