// The world of one program: a global scope of its own and a queue of its own for what its promises
// have to do, which the engine empties when it wants. So the engine decides when a program goes on,
// as the loop of asyncio does on a board, and waiting can stop the thread.
import vm from "node:vm";
import { DeviceError } from "../../hardware/device-error";
import { PowerLoss } from "../../hardware/power-loss";
import { EAGAIN, EINTR, EPIPE, EWATCHDOG, errorText } from "../../hardware/errno";
import { RandomNumbers } from "../../hardware/random-numbers";
import { programConsole } from "./console";
import { preludeText, type Prelude, type PreludeHooks } from "./realm-prelude";

export type ExceptionName =
  | "AttributeError"
  | "BrokenPipeError"
  | "ConnectionError"
  | "IDFError"
  | "ImportError"
  | "espidf.MemoryError"
  | "KeyboardInterrupt"
  | "MemoryError"
  | "NotImplementedError"
  | "OSError"
  | "OverflowError"
  | "ReloadException"
  | "RuntimeError"
  | "TypeError"
  | "ValueError"
  | "WatchDogTimeout";

/** The name of the script in stack traces. */
export const scriptName = "firmware.js";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decode(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

export class Realm {
  readonly prelude: Prelude;
  private readonly context = vm.createContext({}, { microtaskMode: "afterEvaluate" });
  private allocationsLeft: number | null = null;
  private readonly nothing = new vm.Script("0");

  /** @param seed of what is random: as `random` of the board has it */
  constructor(
    readonly print: (line: string) => void,
    seed: number,
  ) {
    const numbers = new RandomNumbers(seed);
    const hooks: PreludeHooks = {
      console: programConsole(print),
      errorText,
      isPowerLoss: (value) => value instanceof PowerLoss,
      random: () => numbers.next(),
      encode: (text) => encoder.encode(text),
      decode,
    };
    this.prelude = vm.runInContext(preludeText, this.context)(hooks) as Prelude;
  }

  /** Makes a global of the program. */
  define(name: string, value: unknown): void {
    (this.context as Record<string, unknown>)[name] = value;
  }

  /** Runs a CommonJS script. */
  run(script: string, require: (name: string) => unknown): void {
    const wrapped = new vm.Script(`(function (require, module, exports) {${script}\n})`, {
      filename: scriptName,
    });
    const module = { exports: {} };
    wrapped.runInContext(this.context)(require, module, module.exports);
  }

  /** Lets every promise that can go on go on. */
  settle(): void {
    this.nothing.runInContext(this.context);
  }

  exception(name: ExceptionName, ...args: unknown[]): Error {
    const Exception = this.prelude.exceptions[name];
    if (Exception === undefined) throw new Error(`There is no exception ${name}.`);
    return new Exception(...args);
  }

  isException(error: unknown, name: ExceptionName): boolean {
    const Exception = this.prelude.exceptions[name];
    return Exception !== undefined && error instanceof Exception;
  }

  /** The allocation that comes after so many others fails. */
  failAllocation(after: number): void {
    this.allocationsLeft = after;
  }

  /**
   * A call of a simulated module makes an object. Node's own can't be counted: on this engine these
   * are all the allocations that there are.
   */
  allocate(): void {
    if (this.allocationsLeft === null) return;
    this.allocationsLeft = this.allocationsLeft === 0 ? null : this.allocationsLeft - 1;
    if (this.allocationsLeft === null) {
      throw this.exception("MemoryError", "memory allocation failed");
    }
  }

  /** Throws the exception of a call that answered -errno; hands on every other answer. */
  checked(answer: number): number {
    if (answer >= 0) return answer;
    if (answer === -EAGAIN) throw this.prelude.wouldBlock();
    if (answer === -EINTR) throw this.exception("KeyboardInterrupt");
    if (answer === -EPIPE) throw this.exception("BrokenPipeError", EPIPE);
    if (answer === -EWATCHDOG) throw this.exception("WatchDogTimeout", "Watchdog timer expired.");
    throw this.exception("OSError", -answer);
  }

  /**
   * Calls a device; what it refuses becomes the program's exception.
   * @param path the file that an OSError tells of (mp_raise_OSError_errno_str)
   */
  device<T>(call: () => T, path?: string): T {
    try {
      return call();
    } catch (error) {
      if (!(error instanceof DeviceError)) throw error;
      const { exception, argument } = error;
      const isWords = exception === "OSError" && typeof argument === "string";
      if (exception === "IDFError" || exception === "ConnectionError" || isWords) {
        throw this.exception(exception, argument, argument);
      }
      if (exception === "OSError" && path !== undefined && typeof argument === "number") {
        throw this.exception(exception, argument, `${errorText(argument)}: ${path}`);
      }
      throw this.exception(exception, argument);
    }
  }
}
