// The thread in which a virtual board's world lives: it runs as far as somebody waits for, and
// stands still in between.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { UserError } from "../../transpiler/cli/command";
import { packageRoot } from "../../transpiler/package-root";
import { Doorbell } from "../doorbell";
import type { Pause, Question, ToWorld, WorldStart } from "../world/messages";
import type { BusAnswer, BusQuestion } from "../world/remote-devices";

interface Waiter {
  readonly deadlineMs: number;
  /** Null: waits for the time alone. */
  readonly predicate: (() => boolean) | null;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
  /** What is said when the predicate does not hold in time. */
  lateness(): string;
}

/** In which a program must have asked the board for anything, in seconds of this computer. */
const longestComputationSeconds = 10;
const onlyComputes =
  `The program has done nothing but compute for ${longestComputationSeconds} s and was cut off: ` +
  "time passes for it only where it waits or asks the board for something.";

/** What was waited for did not come in time. */
export class WaitedInVain extends UserError {}

export class WorldThread {
  /** Milliseconds of the board's time since its start. */
  timeMs = 0;
  private readonly bell = new Doorbell();
  private readonly pulse = new Int32Array(new SharedArrayBuffer(4));
  private readonly worker: Worker;
  private readonly waiters: Waiter[] = [];
  private running = false;
  /** Of the simulator: nothing goes on after it. */
  private failure: Error | null = null;
  /** Of the board, not yet told to anybody. */
  private misbehaviour: Error | null = null;
  private paused: () => void = () => {};

  /**
   * @param onPause told what was seen since the last pause, before anybody is woken
   * @param answer what a device on a bus answers, while the world stands still
   */
  constructor(
    start: Omit<WorldStart, "bell" | "pulse">,
    private readonly onPause: (pause: Pause) => void,
    private readonly answer: (question: BusQuestion) => BusAnswer,
  ) {
    const path = join(packageRoot, "build", "world-worker.js");
    if (!existsSync(path)) throw new Error(`${path} is missing: run \`npm run bundle\`.`);
    const workerData: WorldStart = {
      ...start,
      bell: this.bell.buffer,
      pulse: this.pulse.buffer,
    };
    this.worker = new Worker(path, { workerData, execArgv: [] });
    this.worker.on("message", (pause: Pause | Question) => {
      if ("question" in pause) return this.askDevice(pause.question);
      this.timeMs = pause.timeMs;
      this.onPause(pause);
      this.paused();
    });
    this.worker.on("error", (error) => this.fail(fromWorker(error)));
  }

  /** A device that fails is nobody there, and fails the test. */
  private askDevice(question: BusQuestion): void {
    let answer: BusAnswer = null;
    try {
      answer = this.answer(question);
    } catch (error) {
      this.blame(error);
    }
    this.tell({ type: "answer", answer });
  }

  /** Until the world stands still before the program's first line. */
  async begin(): Promise<void> {
    await new Promise<void>((resolve) => (this.paused = resolve));
    if (this.failure !== null) throw this.failure;
  }

  tell(message: ToWorld): void {
    this.worker.postMessage(message);
    this.bell.ring();
  }

  /** The board did what it must not: whoever waits is told, for whatever they wait. */
  blame(error: unknown): void {
    this.misbehaviour ??= asError(error);
  }

  /** @param predicate null: until the time has passed */
  wait(seconds: number, predicate: (() => boolean) | null, lateness: () => string): Promise<void> {
    if (this.failure !== null) return Promise.reject(this.failure);
    const deadlineMs = this.timeMs + seconds * 1000;
    return new Promise((resolve, reject) => {
      this.waiters.push({ deadlineMs, predicate, resolve, reject, lateness });
      if (!this.running) void this.goOn();
    });
  }

  get isOver(): boolean {
    return this.failure !== null;
  }

  /** The world is gone, whatever the program does; nobody waits for it any more. */
  async end(why: string): Promise<void> {
    this.fail(new Error(why));
    await this.worker.terminate();
  }

  private fail(error: Error): void {
    this.failure ??= error;
    this.rejectAll(this.failure);
    this.paused();
  }

  private rejectAll(error: Error): void {
    for (const { reject } of this.waiters.splice(0)) reject(error);
  }

  /** Runs the world as long as somebody waits for something. */
  private async goOn(): Promise<void> {
    this.running = true;
    // Whoever else is about to wait does so first.
    await settled();
    while (this.waiters.length > 0 && this.failure === null) {
      const untilMs = Math.min(...this.waiters.map(({ deadlineMs }) => deadlineMs));
      const watchful = this.waiters.some(({ predicate }) => predicate !== null);
      const standsStill = new Promise<void>((resolve) => (this.paused = resolve));
      this.tell({ type: "run", untilMs, watchful });
      const watch = this.watchPulse();
      await standsStill;
      clearInterval(watch);
      this.wake();
      await settled();
    }
    this.running = false;
  }

  /** Whoever waits for a program that only computes would wait forever. */
  private watchPulse(): NodeJS.Timeout {
    let last = this.pulse[0];
    let silentSeconds = 0;
    return setInterval(() => {
      silentSeconds = this.pulse[0] === last ? silentSeconds + 1 : 0;
      last = this.pulse[0];
      if (silentSeconds >= longestComputationSeconds) void this.end(onlyComputes);
    }, 1000);
  }

  private wake(): void {
    const { misbehaviour } = this;
    this.misbehaviour = null;
    if (misbehaviour !== null) this.rejectAll(misbehaviour);
    for (const waiter of [...this.waiters]) {
      if (!this.settles(waiter)) continue;
      this.waiters.splice(this.waiters.indexOf(waiter), 1);
    }
  }

  /** @returns whether it waits no more: a predicate that throws, as `expect` does, is told to it */
  private settles({ predicate, deadlineMs, resolve, reject, lateness }: Waiter): boolean {
    const isLate = this.timeMs >= deadlineMs;
    try {
      const holds = predicate === null ? isLate : predicate();
      if (holds) resolve();
      else if (isLate) reject(new WaitedInVain(lateness()));
      return holds || isLate;
    } catch (error) {
      reject(asError(error));
      return true;
    }
  }
}

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error));

/** An error loses its class on the way from a worker, and keeps its name. */
function fromWorker(error: unknown): Error {
  const known = asError(error);
  return known.name === "UserError" ? new UserError(known.message) : known;
}

/** After everything that could go on without the world has gone on. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
