// Timers, promises and the console of programs that leave asyncio alone: the same on both engines.
import { describe, expect, test } from "vitest";
import { engines, linesOf, startProgram } from "./support/virtual-program";

const cases: [name: string, program: string, lines: string[]][] = [
  [
    "timers, in the board's time",
    `
setTimeout((n: number) => console.log("later", n, performance.now()), 20_000, 7);
let turns = 0;
const timer = setInterval(() => {
  turns += 1;
  console.log("turn", turns);
  if (turns === 3) clearInterval(timer);
}, 8000);
const never = setTimeout(() => console.log("never"), 10);
clearTimeout(never);
queueMicrotask(() => console.log("soon"));
async function fetched(): Promise<number> {
  await new Promise<void>((resolve) => setTimeout(resolve, 5));
  return 4;
}
fetched().then((n) => console.log("got", n));
Promise.resolve("given").then(console.log);
console.log("the script's end");
`,
    [
      ...["the script's end", "soon", "given", "got 4", "turn 1", "turn 2", "later 7 20000"],
      "turn 3",
    ],
  ],
  [
    "what the console makes of values",
    `
class Lamp {
  name = "red";
  constructor(readonly watts: number) {}
}
console.log([1, 2.5, "a"], { a: 1, b: [null, undefined] }, new Map([["k", 1]]), true, null, "text");
console.log("%d of %s", 3, "x", -0);
console.log(new Lamp(3));
console.log({ a: { b: { c: { d: 1 } } } }, [[1, [2, [3, [4]]]]], Uint8Array.of(1, 2), () => 1);
console.group("group");
console.error("inside", "two\\nlines");
console.groupEnd();
for (const n of [1, 2]) console.count(String(n));
console.log();
`,
    [
      "[ 1, 2.5, 'a' ] { a: 1, b: [ null, undefined ] } Map(1) { 'k' => 1 } true null text",
      "3 of x -0",
      "Lamp { watts: 3, name: 'red' }",
      "{ a: { b: { c: [Object] } } } [ [ 1, [ 2, [Array] ] ] ] Uint8Array(2) [ 1, 2 ] [Function (anonymous)]",
      ...["group", "  inside two", "  lines", "1: 1", "2: 1", ""],
    ],
  ],
];

describe.each(engines)("on the %s engine", (engine) => {
  test.each(cases)("%s", async (_, program, lines) => {
    const board = await startProgram(program, { engine });
    expect(await linesOf(board)).toEqual(lines);
    expect(board.end).toEqual({ status: 0, restart: false });
  });

  test("an error that nobody awaits ends the program", async () => {
    const board = await startProgram(
      `
async function lost(): Promise<void> {
  await new Promise<void>((resolve) => setTimeout(resolve, 5));
  throw new ValueError("lost");
}
lost();
setTimeout(() => console.log("not reached"), 50);
console.log("runs");
`,
      { engine },
    );
    const lines = await linesOf(board);
    expect(lines.slice(0, 2)).toEqual(["runs", "Traceback (most recent call last):"]);
    expect(lines.at(-1)).toBe("ValueError: lost");
    expect(board.end?.status).toBe(1);
    expect(board.time).toBeLessThan(0.05);
  });

  test("Ctrl+C ends one that waits for a timer", async () => {
    const board = await startProgram(`setInterval(() => console.log("tick"), 1000);`, { engine });
    await board.run(2.5);
    await board.stop();
    expect(board.lines.slice(0, 2)).toEqual(["tick", "tick"]);
    expect(board.end?.status).toBe(0);
  });
});
