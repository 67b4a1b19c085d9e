// newlib's error numbers, which are the ESP32's: from ENOTCONN on they are not Linux's.
// CircuitPython uses them unchanged (MICROPY_USE_INTERNAL_ERRNO is 0 in ports/espressif).

export const EPERM = 1;
export const ENOENT = 2;
/** The program is to be interrupted: the engines turn it into KeyboardInterrupt. */
export const EINTR = 4;
export const EIO = 5;
export const EBADF = 9;
export const EAGAIN = 11;
export const ENOMEM = 12;
export const EACCES = 13;
export const EEXIST = 17;
export const ENODEV = 19;
export const ENOTDIR = 20;
export const EISDIR = 21;
export const EINVAL = 22;
export const ENFILE = 23;
export const ENOSPC = 28;
export const EROFS = 30;
export const EPIPE = 32;
export const EOPNOTSUPP = 95;
export const ECONNRESET = 104;
export const ENOBUFS = 105;
export const ENOPROTOOPT = 109;
export const ECONNREFUSED = 111;
export const EADDRINUSE = 112;
export const ECONNABORTED = 113;
export const ETIMEDOUT = 116;
export const EISCONN = 127;
export const EHOSTUNREACH = 118;
export const EINPROGRESS = 119;
export const EALREADY = 120;
export const ENOTCONN = 128;
/** No errno: the watchdog has run out, and the engines turn it into WatchDogTimeout. */
export const EWATCHDOG = 1001;
/** More lives than the heap may hold: MemoryError. */
export const EHEAP = 1002;

/**
 * What CircuitPython's `errno` exports (py/moderrno.c): neither EPIPE nor EWOULDBLOCK nor ENFILE.
 */
export const exportedErrors: Readonly<Record<string, number>> = {
  EPERM,
  ENOENT,
  EIO,
  EBADF,
  EAGAIN,
  ENOMEM,
  EACCES,
  EEXIST,
  ENODEV,
  EISDIR,
  EINVAL,
  ENOSPC,
  EROFS,
  EOPNOTSUPP,
  EADDRINUSE,
  ECONNABORTED,
  ECONNRESET,
  ENOBUFS,
  ENOTCONN,
  ETIMEDOUT,
  ECONNREFUSED,
  EHOSTUNREACH,
  EALREADY,
  EINPROGRESS,
};

/** py/moderrno.c, mp_common_errno_to_str: these have words, others their name, others nothing. */
const wording: Readonly<Record<number, string>> = {
  [EPERM]: "Operation not permitted",
  [ENOENT]: "No such file/directory",
  [EIO]: "Input/output error",
  [EACCES]: "Permission denied",
  [EEXIST]: "File exists",
  [ENODEV]: "No such device",
  [EINVAL]: "Invalid argument",
  [ENOSPC]: "No space left on device",
  [EROFS]: "Read-only filesystem",
};

/** What an OSError of each number says of it, by number: mp_errno_to_str knows no others. */
export const errorWords: readonly (readonly [errno: number, text: string])[] = Object.entries(
  exportedErrors,
).map(([name, errno]) => [errno, wording[errno] ?? name]);

/** `str(OSError(errno))` as CircuitPython prints it. */
export function errorText(errno: number): string {
  const text = errorWords.find(([known]) => known === errno)?.[1];
  return text === undefined ? `${errno}` : `[Errno ${errno}] ${text}`;
}
