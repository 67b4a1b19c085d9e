// Time as the hardware sees it, injected so that a test can jump where a person has to wait.

export interface Clock {
  /** Milliseconds since the chip was started, with fractions. */
  nowMs(): number;
  /** Hands the hardware everything that has happened outside until now. Never waits. */
  catchUp(): void;
  /** A call of the program has found nothing to do: told after `catchUp`, never waits. */
  foundNothing(): void;
  /**
   * Lets time pass until `deadlineMs` (on the scale of `nowMs`) or until something happens outside,
   * whichever is first, and catches up.
   */
  advance(deadlineMs: number): void;
}
