// asyncio as adafruit-circuitpython-asyncio has it: one task a turn, in the order in which they
// are due, and `run` returns when its coroutine has ended.
import type { Chip } from "../../hardware/chip";
import type { ProgramTask } from "./realm-prelude";
import type { Realm } from "./realm";
import { printException } from "./traceback";

interface Sleeper {
  dueMs: number;
  wake(): void;
}

export class EventLoop {
  /** By due time, and among equals by arrival, as asyncio's queue. */
  private readonly sleepers: Sleeper[] = [];
  private running = false;
  private fatal: { error: unknown } | null = null;

  constructor(
    private readonly realm: Realm,
    private readonly chip: Chip,
  ) {}

  module(): Record<string, unknown> {
    const { prelude } = this.realm;
    return {
      Task: prelude.Task,
      run: (coroutine: unknown) => this.run(coroutine),
      createTask: (coroutine: unknown) => this.createTask(coroutine),
      gather: (...coroutines: unknown[]) => prelude.all(coroutines),
      sleep: (seconds: number) => this.sleep(Math.trunc(seconds * 1000)),
      sleepMs: (milliseconds: number) => this.sleep(milliseconds),
    };
  }

  private sleep(milliseconds: number): Promise<void> {
    const dueMs = Math.floor(this.chip.clock.nowMs()) + Math.max(0, milliseconds);
    return this.realm.prelude.promise<void>((wake) => {
      const later = this.sleepers.findIndex((sleeper) => sleeper.dueMs > dueMs);
      this.sleepers.splice(later < 0 ? this.sleepers.length : later, 0, { dueMs, wake });
    });
  }

  private createTask(coroutine: unknown): ProgramTask {
    const task = new this.realm.prelude.Task(coroutine);
    this.realm.prelude.observe(
      coroutine,
      () => {
        task.settled = true;
      },
      (error) => {
        task.settled = true;
        if (this.ends(error)) this.fatal ??= { error };
        else if (!task.awaited) this.reportLost(error);
      },
    );
    return task;
  }

  /** Ctrl+C and restarts leave `run`, whichever task they met. */
  private ends(error: unknown): boolean {
    const { realm } = this;
    return (
      realm.isException(error, "KeyboardInterrupt") || realm.isException(error, "ReloadException")
    );
  }

  /** Loop.default_exception_handler */
  private reportLost(error: unknown): void {
    this.realm.print("Task exception wasn't retrieved");
    printException(this.realm, error);
  }

  private run(coroutine: unknown): unknown {
    if (this.running) {
      throw this.realm.exception(
        "RuntimeError",
        "asyncio.run() cannot be called from a running event loop",
      );
    }
    this.running = true;
    try {
      return this.runUntilSettled(coroutine);
    } finally {
      this.running = false;
      this.fatal = null;
      this.sleepers.length = 0;
    }
  }

  private runUntilSettled(coroutine: unknown): unknown {
    let outcome: { value: unknown } | { error: unknown } | null = null;
    this.realm.prelude.observe(
      coroutine,
      (value) => (outcome = { value }),
      (error) => (outcome = { error }),
    );
    for (;;) {
      this.realm.settle();
      if (this.fatal !== null) throw this.fatal.error;
      // Read through a function: the callbacks above assign it, which control flow can't see.
      const settled = ((): { value: unknown } | { error: unknown } | null => outcome)();
      if (settled !== null) {
        if ("error" in settled) throw settled.error;
        return settled.value;
      }
      this.waitForNext();
    }
  }

  private waitForNext(): void {
    const [next] = this.sleepers;
    const { waiting, clock } = this.chip;
    const waitMs = next === undefined ? -1 : Math.max(0, next.dueMs - clock.nowMs());
    const waited = waiting.until(() => false, waitMs);
    this.realm.checked(waited === 0 ? waiting.nothingToDo(0) : waited);
    if (next !== undefined) {
      this.sleepers.shift();
      next.wake();
    }
  }
}
