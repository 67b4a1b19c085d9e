// Time that passes only while the program waits: then it jumps to what happens next.
import type { Clock } from "../hardware/clock";
import { PowerLoss } from "../hardware/power-loss";
import { EventQueue } from "./event-queue";

/**
 * A program that only computes takes no time here, and one that asks what time it is until enough
 * has passed would ask forever. After this many questions without a wait every further one takes
 * as long as it about does on the chip.
 */
const freeQuestions = 200;
const questionMs = 0.05;
/**
 * And one that found nothing to do, with the exception that says so and the turn of a loop around
 * it, this much longer: an estimate, not measured on a board. Without it a loop that polls takes
 * longer here than there.
 */
const idleMs = 0.25;

export class VirtualClock implements Clock {
  private timeMs = 0;
  private pauseMs = 0;
  private questions = 0;
  private powered = true;
  private readonly events = new EventQueue();

  /**
   * @param pause stops the world until somebody wants it to go on, and answers until when
   * @param pulse changes whenever the program does anything but compute
   */
  constructor(
    private readonly pause: (timeMs: number) => number,
    private readonly pulse: Int32Array<ArrayBufferLike> = new Int32Array(1),
  ) {}

  /** The time, for what is outside of the chip: asking takes none. */
  get worldMs(): number {
    return this.timeMs;
  }

  nowMs(): number {
    this.question();
    return this.timeMs;
  }

  catchUp(): void {
    this.question();
  }

  foundNothing(): void {
    if (this.questions > freeQuestions) this.jump(this.timeMs + idleMs);
  }

  advance(deadlineMs: number): void {
    if (!this.powered) throw new PowerLoss();
    this.questions = 0;
    this.pulse[0] = (this.pulse[0] ?? 0) + 1;
    this.jump(Math.min(deadlineMs, this.events.nextMs));
  }

  /** Pauses as soon as everything has happened that is due now. */
  pauseSoon(): void {
    this.pauseMs = Math.min(this.pauseMs, this.timeMs);
  }

  /** `happen` is called when `delayMs` have passed. */
  after(delayMs: number, happen: () => void): void {
    this.events.add(this.timeMs + Math.max(0, delayMs), happen);
  }

  /** Lets everything happen that is due by now, and pauses where that is asked for. */
  start(): void {
    this.jump(0);
  }

  get isPowered(): boolean {
    return this.powered;
  }

  /** Every call of the program into the hardware ends it, until `restore`. */
  cut(): void {
    this.powered = false;
  }

  restore(): void {
    this.powered = true;
    this.questions = 0;
  }

  private question(): void {
    if (!this.powered) throw new PowerLoss();
    this.questions += 1;
    this.pulse[0] = (this.pulse[0] ?? 0) + 1;
    if (this.questions > freeQuestions) this.jump(this.timeMs + questionMs);
  }

  /** To `targetMs`, with a pause on the way if one is due. */
  private jump(targetMs: number): void {
    while (targetMs >= this.pauseMs) {
      this.happenUntil(this.pauseMs);
      this.pauseMs = this.pause(this.timeMs);
      if (!this.powered) throw new PowerLoss();
      // What came in the pause may be due before the target.
      targetMs = Math.min(targetMs, Math.max(this.timeMs, this.events.nextMs));
    }
    this.happenUntil(targetMs);
  }

  private happenUntil(untilMs: number): void {
    while (this.events.nextMs <= untilMs) {
      this.timeMs = Math.max(this.timeMs, this.events.nextMs);
      this.events.take()();
    }
    this.timeMs = Math.max(this.timeMs, untilMs);
  }
}
