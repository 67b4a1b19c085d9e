// What a program finds in its own global scope, as a script that runs in that scope: the classes
// and promises that it makes have to be the ones that the program's code itself makes, or its
// instanceof and await would not know them.
import { EAGAIN } from "../../hardware/errno";

/** Hooks through which the script reaches the engine. */
export interface PreludeHooks {
  console: Record<string, (...values: never[]) => unknown>;
  errorText(errno: number): string;
  encode(text: string): Uint8Array;
  random(): number;
  /** The chip is gone, and no program there to catch anything. */
  isPowerLoss(value: unknown): boolean;
  /** Null for bytes that are not UTF-8. */
  decode(bytes: Uint8Array): string | null;
}

/** What the script hands back. */
export interface Prelude {
  exceptions: Record<string, new (...args: unknown[]) => Error>;
  /** Makes globals of the program. */
  define(functions: Record<string, (...values: never[]) => unknown>): void;
  /** OSError EAGAIN. */
  wouldBlock(): Error;
  parseJson(text: string): unknown;
  bytes(buffer: ArrayBufferLike, offset: number, length: number): Uint8Array;
  list<T>(items: readonly T[]): T[];
  /** An iterator over what is asked for when it is: null ends it at once. */
  lazily<T>(ask: () => T | null): Iterable<T>;
  signedBytes(buffer: ArrayBufferLike, offset: number, length: number): Int8Array;
  promise<T>(
    start: (resolve: (value: T) => void, reject: (error: unknown) => void) => void,
  ): Promise<T>;
  list(values: unknown[]): unknown[];
  /** Calls back when `promise` has settled, in the program's own queue. */
  observe(promise: unknown, value: (value: unknown) => void, error: (error: unknown) => void): void;
  /** What does nothing before it is awaited, as a coroutine of Python. */
  coroutine(begin: () => Promise<unknown>): unknown;
  /** The same of what is no coroutine: no task can be made of it. */
  awaitable(begin: () => Promise<unknown>): unknown;
  isCoroutine(value: unknown): boolean;
  /** What a program holds of a task. */
  Task: new (wait: () => Promise<unknown>, done: () => boolean) => object;
}

/** Calls that a traceback shows at most. */
const mostFrames = 50;
/** So many EAGAIN of a run know where they were raised. */
const tracedPollings = 1000;

/**
 * A global of the program, which bundle-program.ts calls at the head of every `catch`: that is
 * `except Exception` in Python, and Ctrl+C and a reset pass it.
 */
export const catchGuard = "__passBaseExceptions";

/** A global of the program, which the bodies of its async functions are handed to (coroutines.ts). */
export const coroutineMaker = "__coroutine";

export const preludeText = `(hooks) => {
  "use strict";
  Error.stackTraceLimit = ${mostFrames};
  const exceptions = {};
  const define = (Class) => {
    Object.defineProperty(Class.prototype, "name", { value: Class.name });
    exceptions[Class.name] = Class;
    globalThis[Class.name] = Class;
  };
  // Python's BaseException alone: "except Exception" lets these pass.
  class KeyboardInterrupt extends Error {}
  class ReloadException extends Error {}
  const passing = [KeyboardInterrupt, ReloadException];
  const passes = (value) => passing.some((Class) => value instanceof Class) || hooks.isPowerLoss(value);
  globalThis.${catchGuard} = (value) => {
    if (passes(value)) throw value;
  };
  class Exception extends Error {
    // JavaScript's own errors are exceptions too: a TypeError here is an exception there.
    static [Symbol.hasInstance](value) {
      if (this !== Exception) return Function.prototype[Symbol.hasInstance].call(this, value);
      return value instanceof Error && !passes(value);
    }
  }
  class OSError extends Exception {
    constructor(errno, message) {
      super(message ?? hooks.errorText(errno));
      this.errno = errno;
    }
  }
  class ConnectionError extends OSError {}
  class BrokenPipeError extends ConnectionError {
    constructor(errno, message) {
      super(errno, message ?? String(errno));
    }
  }
  class TimeoutError extends OSError {}
  class IDFError extends OSError {}
  class ValueError extends Exception {}
  class OverflowError extends Exception {}
  class UnicodeError extends ValueError {}
  class AttributeError extends Exception {}
  class KeyError extends Exception {}
  class RuntimeError extends Exception {}
  class NotImplementedError extends RuntimeError {}
  class MemoryError extends Exception {}
  class ImportError extends Exception {}
  [...passing, Exception, OSError, ConnectionError, BrokenPipeError, TimeoutError, IDFError].forEach(define);
  [AttributeError, OverflowError, ValueError, UnicodeError, KeyError, RuntimeError, NotImplementedError, MemoryError, ImportError].forEach(define);
  exceptions.TypeError = TypeError;
  define(class WatchDogTimeout extends Exception {});

  exceptions["espidf.MemoryError"] = { MemoryError: class MemoryError extends exceptions.MemoryError {} }.MemoryError;

  // A program that polls meets EAGAIN thousands of times a second, and to make an Error costs more
  // than all the rest of the call. Who has caught so many catches the next one too.
  const pollingMessage = hooks.errorText(${EAGAIN});
  const untraced = Object.create(OSError.prototype, {
    message: { value: pollingMessage, writable: true },
    stack: { value: "OSError: " + pollingMessage, writable: true },
  });
  let pollings = 0;
  const wouldBlock = () => {
    if (++pollings <= ${tracedPollings}) return new OSError(${EAGAIN});
    const error = Object.create(untraced);
    error.errno = ${EAGAIN};
    return error;
  };

  // Callbacks of promises have to be functions of this scope, or another queue than its own gets them.
  const own = (functions) =>
    Object.fromEntries(
      Object.entries(functions).map(([name, call]) => [name, (...values) => call(...values)]),
    );
  globalThis.console = own(hooks.console);
  globalThis.queueMicrotask = (callback) => void Promise.resolve().then(() => callback());
  Math.random = () => hooks.random();
  globalThis.TextEncoder = class TextEncoder {
    encode(text) {
      const bytes = hooks.encode(text);
      return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
    }
  };
  globalThis.TextDecoder = class TextDecoder {
    decode(bytes) {
      const text = hooks.decode(bytes);
      if (text === null) throw new UnicodeError("");
      return text;
    }
  };

  class Awaitable {
    constructor(start) {
      this.start = start;
      this.promise = null;
    }
    then(value, error) {
      this.promise ??= this.start.call(undefined);
      return this.promise.then(value, error);
    }
  }
  class Coroutine extends Awaitable {}
  globalThis.${coroutineMaker} = (start) => new Coroutine(start);
  class Task {
    #wait;
    #done;
    constructor(wait, done) {
      this.#wait = wait;
      this.#done = done;
    }
    then(value, error) {
      return this.#wait().then(value, error);
    }
    done() {
      return this.#done();
    }
  }
  return {
    exceptions,
    define: (functions) => void Object.assign(globalThis, own(functions)),
    wouldBlock,
    parseJson: JSON.parse,
    bytes: (buffer, offset, length) => new Uint8Array(buffer, offset, length),
    list: (items) => [...items],
    lazily: function* (ask) {
      const found = ask();
      if (found !== null) yield found;
    },
    signedBytes: (buffer, offset, length) => new Int8Array(buffer, offset, length),
    promise: (start) => new Promise(start),
    list: (values) => [...values],
    coroutine: globalThis.${coroutineMaker},
    awaitable: (begin) => new Awaitable(begin),
    isCoroutine: (value) => value instanceof Coroutine,
    observe: (promise, value, error) =>
      void promise.then((result) => value(result), (reason) => error(reason)),
    Task,
  };
}`;
