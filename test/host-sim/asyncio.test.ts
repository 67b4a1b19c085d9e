// asyncio on both engines: when a task begins, in which order tasks have their turns, and where an
// exception goes that nobody awaits.
import { describe, expect, test } from "vitest";
import { engines, linesOf, startProgram } from "./support/virtual-program";

const head = `import * as asyncio from "asyncio";\nimport * as time from "time";\n`;

async function run(engine: (typeof engines)[number], program: string): Promise<string[]> {
  return linesOf(await startProgram(head + program, { engine }));
}

const cases: [name: string, program: string, lines: string[]][] = [
  [
    "a task begins when its maker waits, not at once",
    `
async function work(name: string): Promise<string> {
  console.log(name, "begins");
  await asyncio.sleep(0.1);
  return name;
}
async function main(): Promise<void> {
  const first = asyncio.createTask(work("a"));
  console.log("made", first.done());
  await asyncio.sleep(0);
  console.log("slept");
  console.log(await work("b"), await first, first.done());
}
asyncio.run(main());
`,
    ["made false", "a begins", "slept", "b begins", "b a true"],
  ],
  [
    "turns come by time, and among equals in asyncio's order",
    `
async function tick(name: string, pause: number): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    console.log(name, turn, Math.round(time.monotonic() * 1000));
    await asyncio.sleep(pause);
  }
}
async function main(): Promise<void> {
  const tasks = ["a", "b", "c", "d", "e"].map((name) => asyncio.createTask(tick(name, 0.01)));
  await asyncio.gather(tick("f", 0), tick("g", 0.005));
  for (const task of tasks) await task;
  console.log("end");
}
asyncio.run(main());
`,
    [],
  ],
  [
    "an exception that nobody awaits is on the console, and the others go on",
    `
async function fail(): Promise<void> {
  await asyncio.sleep(0.01);
  throw new ValueError("lost");
}
async function main(): Promise<void> {
  const task = asyncio.createTask(fail());
  await asyncio.sleep(0.1);
  console.log("goes on", task.done());
}
asyncio.run(main());
`,
    [],
  ],
  [
    "one that somebody awaits is his, though he comes late",
    `
async function fail(): Promise<void> {
  throw new ValueError("found");
}
async function pause(): Promise<void> {
  await asyncio.sleep(1);
}
async function main(): Promise<void> {
  const task = asyncio.createTask(fail());
  try {
    await task;
  } catch (error) {
    console.log("caught", (error as Error).message);
  }
  try {
    await asyncio.gather(fail(), pause());
  } catch (error) {
    console.log("caught", (error as Error).message);
  }
  try {
    await asyncio.gather(asyncio.sleep(1));
  } catch (error) {
    console.log("caught", (error as Error).message);
  }
}
asyncio.run(main());
`,
    ["caught found", "caught found", "caught coroutine expected"],
  ],
  [
    "methods, arrow functions and finally",
    `
class Lamp {
  constructor(private readonly name: string) {}
  async blink(times: number): Promise<number> {
    try {
      for (let turn = 0; turn < times; turn++) await asyncio.sleep(0.1);
      return times;
    } finally {
      console.log(this.name, "is off");
    }
  }
}
const doubled = async (lamp: Lamp): Promise<number> => 2 * (await lamp.blink(2));
async function main(): Promise<void> {
  console.log(await doubled(new Lamp("red")));
  const counts = await asyncio.gather(doubled(new Lamp("green")), new Lamp("blue").blink(1));
  console.log(counts.length, await asyncio.gather() !== null);
}
asyncio.run(main());
`,
    ["red is off", "4", "blue is off", "green is off", "2 true"],
  ],
];

describe.each(cases)("%s", (_, program, lines) => {
  test("the same on both engines", async () => {
    const python = await run("python", program);
    // Lines of tracebacks are Python's there, TypeScript's here.
    const placeless = (all: string[]) => all.filter((line) => !/^\s+File /.test(line));
    expect(placeless(await run("node", program))).toEqual(placeless(python));
    if (lines.length > 0) expect(python).toEqual(lines);
    else expect(python.length).toBeGreaterThan(2);
  });
});

test("an exception that leaves main ends the program, with its traceback", async () => {
  const program = `
async function fail(): Promise<void> {
  await asyncio.sleep(0.01);
  throw new ValueError("over");
}
asyncio.run(fail());
console.log("not reached");
`;
  for (const engine of engines) {
    const board = await startProgram(head + program, { engine });
    const lines = await linesOf(board);
    expect(board.end).toEqual({ status: 1, restart: false });
    expect(lines[0]).toBe("Traceback (most recent call last):");
    expect(lines.at(-2)).toMatch(/, in fail$/);
    expect(lines.at(-1)).toBe("ValueError: over");
  }
});
