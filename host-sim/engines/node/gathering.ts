// asyncio.gather (funcs.py of adafruit-circuitpython-asyncio): runs several and gives all their values,
// or the first failure while the others run on.
import type { EventLoop } from "./asyncio";
import type { Realm } from "./realm";
import type { Outcome, Task } from "./task";

export class Gathering {
  private tasks: Task[] = [];
  private running = 0;
  private failure: { readonly error: unknown } | null = null;
  private gatherer: Task | null = null;

  constructor(
    private readonly loop: EventLoop,
    private readonly awaitables: readonly unknown[],
  ) {}

  /** It begins when it is awaited, as all that Python says `async def` of. */
  coroutine(realm: Realm): unknown {
    return realm.prelude.coroutine(() => this.begin(realm));
  }

  private begin(realm: Realm): Promise<unknown> {
    this.tasks = this.awaitables.map((awaitable) => this.loop.promote(awaitable));
    let isRefused = false;
    for (const task of this.tasks) {
      if (task.state === "running") {
        task.state = this.done;
        this.running += 1;
      } else if (!task.isDone) {
        return this.loop.goOn(() => this.loop.refuse("can't gather"));
      } else if (isFailure(task.outcome)) isRefused = true;
    }
    const conclude = () => this.conclude(realm);
    if (this.running === 0 || isRefused) return this.loop.goOn(conclude);
    const arrange = (task: Task) => {
      task.gathers = true;
      this.gatherer = task;
    };
    return this.loop.suspend(arrange, conclude);
  }

  private readonly done = (_: Task, outcome: Outcome): void => {
    const { gatherer } = this;
    // Another one has woken it.
    if (gatherer === null || !gatherer.gathers) return;
    if (isFailure(outcome)) this.failure = outcome;
    else {
      this.running -= 1;
      if (this.running > 0) return;
    }
    this.loop.wake(gatherer);
  };

  private conclude(realm: Realm): unknown {
    for (const task of this.tasks) {
      if (task.state === this.done) task.state = "running";
      else if (isFailure(task.outcome)) this.failure ??= task.outcome;
    }
    if (this.failure !== null) throw this.failure.error;
    return realm.prelude.list(
      this.tasks.map(({ outcome }) =>
        outcome !== null && "value" in outcome ? outcome.value : undefined,
      ),
    );
  }
}

const isFailure = (outcome: Outcome | null): outcome is { error: unknown } =>
  outcome !== null && "error" in outcome;
