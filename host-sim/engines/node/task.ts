// A task of asyncio (task.py of adafruit-circuitpython-asyncio): a coroutine on its way.
import type { Queued } from "./task-queue";
import { TaskQueue } from "./task-queue";

/** How a coroutine ended. */
export type Outcome = { readonly value: unknown } | { readonly error: unknown };

/** What is called when a task has ended that `gather` waits for. */
type Done = (task: Task, outcome: Outcome) => void;

export class Task implements Queued {
  dueMs = 0;
  child: this | null = null;
  lastChild: this | null = null;
  next: this | null = null;
  /**
   * It runs; it runs and these wait for it; it runs and somebody is told of its end; it has ended, and
   * nobody has awaited it yet; somebody has.
   */
  state: "running" | TaskQueue<Task> | Done | "ended" | "awaited" = "running";
  outcome: Outcome | null = null;
  /** It has failed, nobody waits for it, and it is queued a last time to be told of. */
  isLost = false;
  /** It stands still until one of those that it gathers wakes it. */
  gathers = false;
  /** Goes on where it has stopped; null before its first turn. */
  resume: (() => void) | null = null;

  constructor(readonly coroutine: unknown) {}

  get isDone(): boolean {
    return this.state === "ended" || this.state === "awaited";
  }
}
