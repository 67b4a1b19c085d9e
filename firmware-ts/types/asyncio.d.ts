/**
 * adafruit-circuitpython-asyncio 3.1.1 without `Task.cancel`, which no promise of JavaScript's has:
 * a task that is to end early looks at a flag.
 */
declare module "asyncio" {
  export class Task<T = unknown> {
    done(): boolean;
    /** Only types say so: a task is awaited like a promise. */
    then: Promise<T>["then"];
  }
  /** Runs until `coroutine` ends. It blocks on a board, so nothing may follow it in a module. */
  export function run<T>(coroutine: Promise<T>): T;
  /** Starts `coroutine` beside the current one, at the next time that this one awaits. */
  export function createTask<T>(coroutine: Promise<T>): Task<T>;
  export function gather(...coroutines: (Promise<unknown> | Task)[]): Promise<unknown[]>;
  /** @param seconds how long to let others run; 0 lets each other task have one turn */
  export function sleep(seconds: number): Promise<void>;
  /** @param milliseconds like `sleep`, without a float */
  export function sleepMs(milliseconds: int): Promise<void>;
}
