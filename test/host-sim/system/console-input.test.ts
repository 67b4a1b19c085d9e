// What is typed at the console reaches the program when it looks for it.
import { expect, test } from "vitest";
import { engines, startProgram, startPython } from "../support/virtual-program";

test("input() waits for a line, and time passes", async () => {
  const board = await startPython(
    `name = input("name? ")\nprint("hello", name, len(input()))\nprint("done")`,
  );
  await board.run(2);
  expect(board.lines).toEqual([]);
  board.type("Adx\x7fa");
  await board.run(1);
  board.type("\r\nä€😀\n");
  await board.until(() => board.end !== null, "the end");
  expect(board.console.map(({ atMs, text }) => [Math.floor(atMs / 1000), text])).toEqual([
    [3, "name? Ada"],
    [3, ""],
    [3, "hello Ada 0"],
    [3, "done"],
  ]);
});

test("sys.stdin gives what has come, character by character", async () => {
  const board = await startPython(`
import supervisor, sys, time
while True:
    time.sleep(0.1)
    if supervisor.runtime.serial_bytes_available:
        print(sys.stdin.read(1), supervisor.runtime.serial_bytes_available)
`);
  await board.run(1);
  board.type("on");
  await board.run(1);
  expect(board.lines).toEqual(["o 1", "n 0"]);
});

test("Ctrl+C ends a program that waits for input, Ctrl+D ends the input", async () => {
  const board = await startPython(`
try:
    input()
except EOFError:
    print("no more")
input()
`);
  board.type("\x04");
  await board.until(() => board.lines.length > 0, "the end of the input");
  await board.stop();
  expect(board.lines).toEqual(["no more"]);
  expect(board.end).toEqual({ status: 0, restart: false });
});

test.each(engines)("serialBytesAvailable on the %s engine", async (engine) => {
  const board = await startProgram(
    `import { runtime } from "supervisor";
     import { sleep } from "time";
     while (runtime.serialBytesAvailable < 3) sleep(0.1);
     console.log(runtime.serialBytesAvailable);`,
    { engine },
  );
  await board.run(1);
  board.type("abc");
  await board.until(() => board.end !== null, "the end");
  expect(board.lines).toEqual(["3"]);
});
