/**
 * What Python has built in and TypeScript has not, as globals: they need no import on either side.
 *
 * `int` and `float` are flavours of `number`: any number may be assigned, and the transpiler
 * checks which of the two it is, because Python keeps them apart and TypeScript does not. An `int`
 * may go where a `float` is asked for, not the other way round.
 */
type int = number & { readonly __numeric?: "int" };
type float = number & { readonly __numeric?: "float" | "int" };

/** Bytes that a C function reads. A camera's JPEG is signed (`Int8Array`), everything else is not. */
type ReadableBuffer = Uint8Array | Int8Array;
/** Bytes that a C function fills in place. */
type WriteableBuffer = Uint8Array;

/** Python's Exception: what `except Exception` catches. */
declare class Exception extends Error {}
/** An error of the system. `errno` holds newlib's numbers on a board, the platform's elsewhere. */
declare class OSError extends Error {
  constructor(errno: int, message?: string);
  readonly errno: int;
}
declare class ConnectionError extends OSError {}
declare class BrokenPipeError extends ConnectionError {
  constructor(errno: int, message?: string);
}
declare class TimeoutError extends OSError {}
declare class ValueError extends Error {}
declare class KeyError extends Error {}
declare class RuntimeError extends Error {}
declare class NotImplementedError extends Error {}
declare class MemoryError extends Error {}
/** Bytes that are not UTF-8, met by `decode`. CircuitPython: a subclass of ValueError. */
declare class UnicodeError extends ValueError {}
/** Ctrl+C. Not an `Exception`: `except Exception` lets it pass. */
declare class KeyboardInterrupt extends Error {}

/** Printed by `print`, as Node shows the values; `error` and `warn` go to `sys.stderr`. */
declare namespace console {
  // Not a variable: the checker would follow every mention of one back to the file's beginning.
  function assert(condition?: boolean, ...values: unknown[]): void;
  function count(label?: string): void;
  function countReset(label?: string): void;
  function debug(...values: unknown[]): void;
  function dir(value: unknown, options?: { depth?: number | null }): void;
  function error(...values: unknown[]): void;
  function group(...values: unknown[]): void;
  function groupCollapsed(...values: unknown[]): void;
  function groupEnd(): void;
  function info(...values: unknown[]): void;
  function log(...values: unknown[]): void;
  function warn(...values: unknown[]): void;
}

/** A file opened for reading bytes. */
interface BinaryFile {
  /** Fills `buffer` from the current position; returns the number of bytes, 0 at the end. */
  readinto(buffer: WriteableBuffer): int;
  read(size?: int): Uint8Array;
  seek(offset: int, whence?: int): int;
  close(): void;
}
/** A file opened for writing bytes. */
interface BinaryWriter {
  write(data: ReadableBuffer): int;
  /** What was written is on the drive from now on. */
  flush(): void;
  close(): void;
}
/** @throws OSError with `errno` 2 (no such file), 30 (read-only filesystem), 28 (no space left) */
declare function open(path: string, mode: "rb"): BinaryFile;
declare function open(path: string, mode: "wb" | "ab"): BinaryWriter;

/** `encode` is Python's `text.encode()`. */
declare class TextEncoder {
  encode(text?: string): Uint8Array;
}
/** Only UTF-8. A strict one is Python's `str(data, "utf-8")`, which raises UnicodeError. */
declare class TextDecoder {
  constructor(label?: "utf-8" | "utf8", options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(data?: Uint8Array): string;
}
