// What an OSError says, over CircuitPython's whole list, on both engines.
import { describe, expect, test } from "vitest";
import { errorText, exportedErrors } from "../../../host-sim/hardware/errno";
import { engines, linesOf, startProgram, startPython } from "../support/virtual-program";

/** py/moderrno.c: mp_common_errno_to_str has words for these, and the names of all that it exports. */
const texts = [
  "[Errno 1] Operation not permitted",
  "[Errno 2] No such file/directory",
  "[Errno 5] Input/output error",
  "[Errno 9] EBADF",
  "[Errno 11] EAGAIN",
  "[Errno 12] ENOMEM",
  "[Errno 13] Permission denied",
  "[Errno 17] File exists",
  "[Errno 19] No such device",
  "[Errno 21] EISDIR",
  "[Errno 22] Invalid argument",
  "[Errno 28] No space left on device",
  "[Errno 30] Read-only filesystem",
  "[Errno 95] EOPNOTSUPP",
  "[Errno 104] ECONNRESET",
  "[Errno 105] ENOBUFS",
  "[Errno 111] ECONNREFUSED",
  "[Errno 112] EADDRINUSE",
  "[Errno 113] ECONNABORTED",
  "[Errno 116] ETIMEDOUT",
  "[Errno 118] EHOSTUNREACH",
  "[Errno 119] EINPROGRESS",
  "[Errno 120] EALREADY",
  "[Errno 128] ENOTCONN",
];
const numbers = Object.values(exportedErrors).sort((a, b) => a - b);

test("the list is whole", () => {
  expect(numbers.map(errorText)).toEqual(texts);
});

describe.each(engines)("on the %s engine", (engine) => {
  test("each number's words, and numbers without any", async () => {
    const program = `
const numbers: int[] = ${JSON.stringify([...numbers, 32, 20, 1000])};
for (const number of numbers) console.log(new OSError(number).message);
console.log(new BrokenPipeError(32).message);
`;
    const lines = await linesOf(await startProgram(program, { engine }));
    expect(lines).toEqual([...texts, "32", "20", "1000", "32"]);
  });

  test("what the board itself raises says it in the same words", async () => {
    const program = `
import * as os from "os";
function attempt(step: () => void): void {
  try { step(); } catch (error) { if (!(error instanceof OSError)) throw error; console.log(error.message); }
}
attempt(() => os.stat("/none"));
attempt(() => { open("/none", "rb"); });
attempt(() => os.mkdir("/new"));
throw new OSError(28);
`;
    const lines = await linesOf(await startProgram(program, { engine }));
    expect(lines.slice(0, 3)).toEqual([
      "[Errno 2] No such file/directory",
      "[Errno 2] No such file/directory: /none",
      "[Errno 30] Read-only filesystem",
    ]);
    expect(lines.at(-1)).toBe("OSError: [Errno 28] No space left on device");
  });
});

test("programs in Python get the names from errno, and the numbers from the words", async () => {
  const board = await startPython(`
import errno
print(errno.errorcode[2], errno.errorcode[128], errno.ENOSPC, errno.EROFS, 32 in errno.errorcode)
print(repr(OSError(2)), OSError(2, "/sd"), OSError(32, "/sd"), OSError(errno.ETIMEDOUT))
import gc
for _ in range(3):
    junk = [str(OSError(number)) for number in sorted(errno.errorcode)]
    gc.collect()
print(junk[0])
`);
  expect(await linesOf(board)).toEqual([
    "ENOENT ENOTCONN 28 30 False",
    "OSError(2,) [Errno 2] No such file/directory: /sd (32, '/sd') [Errno 116] ETIMEDOUT",
    "[Errno 1] Operation not permitted",
  ]);
});
