// asyncio as adafruit-circuitpython-asyncio has it (core.py, funcs.py): a task begins at its first
// turn, one task a turn, in the order in which they are due, and `run` returns when its coroutine ends.
import type { Chip } from "../../hardware/chip";
import { pollSockets } from "../../hardware/socket-poll";
import { PowerLoss } from "../../hardware/power-loss";
import { Gathering } from "./gathering";
import type { Realm } from "./realm";
import { Task, type Outcome } from "./task";
import { TaskQueue } from "./task-queue";
import { printException } from "./traceback";

const nobodyToPoll = new Int16Array();

export class EventLoop {
  /** core.cur_task */
  private current: Task | null = null;
  private readonly queue = new TaskQueue<Task>();
  /** By what programs hold of them. */
  private readonly tasks = new WeakMap<object, Task>();

  constructor(
    private readonly realm: Realm,
    private readonly chip: Chip,
  ) {}

  module(): Record<string, unknown> {
    return {
      Task: this.realm.prelude.Task,
      run: (coroutine: unknown) => this.run(coroutine),
      createTask: (coroutine: unknown) => this.handleOf(this.start(coroutine)),
      gather: (...awaitables: unknown[]) => new Gathering(this, awaitables).coroutine(this.realm),
      sleep: (seconds: number) => this.sleep(Math.trunc(seconds * 1000)),
      sleepMs: (milliseconds: number) => this.sleep(milliseconds),
    };
  }

  /** create_task */
  start(coroutine: unknown): Task {
    if (!this.realm.prelude.isCoroutine(coroutine))
      throw this.realm.exception("TypeError", "coroutine expected");
    const task = new Task(coroutine);
    this.wake(task);
    return task;
  }

  /** _promote_to_task */
  promote(awaitable: unknown): Task {
    const known = typeof awaitable === "object" && awaitable !== null && this.tasks.get(awaitable);
    return known || this.start(awaitable);
  }

  /** @throws RuntimeError */
  refuse(why: string): never {
    throw this.realm.exception("RuntimeError", why);
  }

  /** It is its turn as soon as those that are due before it had theirs. */
  wake(task: Task, dueMs = this.ticks()): void {
    task.gathers = false;
    this.queue.push(task, dueMs);
  }

  /** The task that runs stops here. @param arrange who wakes it, and `conclude` what it then gets */
  suspend(arrange: (task: Task) => void, conclude: () => unknown): Promise<unknown> {
    const task = this.current;
    return this.realm.prelude.promise((resolve, reject) => {
      if (task === null) return;
      task.resume = () => settle(conclude, resolve, reject);
      arrange(task);
    });
  }

  /** The task that runs goes on with what `conclude` gives. */
  goOn(conclude: () => unknown): Promise<unknown> {
    return this.realm.prelude.promise((resolve, reject) => settle(conclude, resolve, reject));
  }

  private ticks(): number {
    return Math.floor(this.chip.clock.nowMs());
  }

  private sleep(milliseconds: number): unknown {
    const dueMs = this.ticks() + Math.max(0, milliseconds);
    const begin = () =>
      this.suspend(
        (task) => this.wake(task, dueMs),
        () => undefined,
      );
    return this.realm.prelude.awaitable(begin);
  }

  /** What a program holds of a task: awaited, it gives what the task ends with. */
  private handleOf(task: Task): unknown {
    const handle = new this.realm.prelude.Task(
      () => this.awaited(task),
      () => task.isDone,
    );
    this.tasks.set(handle, task);
    return handle;
  }

  /** Task.__iter__ and __next__ */
  private awaited(task: Task): Promise<unknown> {
    const conclude = () => resultOf(task);
    if (task.isDone) {
      task.state = "awaited";
      return this.goOn(conclude);
    }
    if (task.state === "running") task.state = new TaskQueue();
    const waiting = task.state;
    if (!(waiting instanceof TaskQueue)) return this.goOn(() => this.refuse("can't wait"));
    return this.suspend((waiter) => waiting.push(waiter, this.ticks()), conclude);
  }

  private run(coroutine: unknown): unknown {
    if (this.current !== null)
      this.refuse("asyncio.run() cannot be called from a running event loop");
    const main = this.start(coroutine);
    for (;;) {
      const task = this.next();
      this.current = task;
      if (task.isLost) {
        this.tellOf(task);
        continue;
      }
      const outcome = this.turn(task);
      if (outcome === null) continue;
      if (task !== main) {
        this.ended(task, outcome);
        continue;
      }
      this.current = null;
      task.state = "awaited";
      if ("error" in outcome) throw outcome.error;
      return outcome.value;
    }
  }

  /** The task whose turn it is; the hardware goes on until then. */
  private next(): Task {
    for (;;) {
      const { head } = this.queue;
      const waitMs = head === null ? 3 : Math.max(0, head.dueMs - this.ticks());
      this.realm.checked(pollSockets(this.chip.sockets, this.chip.waiting, nobodyToPoll, waitMs));
      if (head !== null && waitMs === 0) return this.queue.pop() ?? head;
    }
  }

  /** Lets the task run to where it waits. @returns how it ended; null: it has not */
  private turn(task: Task): Outcome | null {
    const { resume } = task;
    task.resume = null;
    if (resume !== null) resume();
    else {
      this.realm.prelude.observe(
        task.coroutine,
        (value) => (task.outcome = { value }),
        (error) => (task.outcome = { error }),
      );
    }
    this.realm.settle();
    const { outcome } = task;
    if (outcome !== null && "error" in outcome && this.leavesRun(outcome.error))
      throw outcome.error;
    return outcome;
  }

  /** BaseException: Ctrl+C, restarts and the loss of power leave `run`, whichever task they met. */
  private leavesRun(error: unknown): boolean {
    const { realm } = this;
    return (
      realm.isException(error, "KeyboardInterrupt") ||
      realm.isException(error, "ReloadException") ||
      error instanceof PowerLoss
    );
  }

  private ended(task: Task, outcome: Outcome): void {
    const { state } = task;
    let isAwaited = false;
    if (state === "running") task.state = "ended";
    else if (typeof state === "function") {
      state(task, outcome);
      task.state = "awaited";
      isAwaited = true;
    } else if (state instanceof TaskQueue) {
      for (let waiter = state.pop(); waiter !== null; waiter = state.pop()) {
        this.wake(waiter);
        isAwaited = true;
      }
      task.state = "awaited";
    }
    if (isAwaited || !("error" in outcome)) return;
    // Somebody may still ask for its exception before its next turn.
    task.isLost = true;
    this.wake(task);
  }

  /** Loop.call_exception_handler */
  private tellOf(task: Task): void {
    task.isLost = false;
    if (task.state !== "ended" || task.outcome === null || !("error" in task.outcome)) return;
    printException(this.realm, task.outcome.error);
  }
}

/** What a task has ended with. @throws what it has failed with */
function resultOf({ outcome }: Task): unknown {
  if (outcome !== null && "error" in outcome) throw outcome.error;
  return outcome?.value;
}

function settle(
  conclude: () => unknown,
  resolve: (value: unknown) => void,
  reject: (error: unknown) => void,
): void {
  try {
    resolve(conclude());
  } catch (error) {
    reject(error);
  }
}
