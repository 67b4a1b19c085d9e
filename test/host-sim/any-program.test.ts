// Programs of every kind, in virtual time and in real time: with a loop of their own, with the
// server's, in TypeScript and written by hand in Python.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { VirtualBoard, type EngineName } from "../../host-sim/index";
import { Simulator } from "../e2e/support/simulator";

const programs = "test/host-sim/programs";
const folder = mkdtempSync(join(tmpdir(), "taipan-any-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A folder with a code.py. */
function pythonIn(name: string, files: Record<string, string>): string {
  const inside = mkdtempSync(join(folder, `${name}-`));
  for (const [path, text] of Object.entries(files)) writeFileSync(join(inside, path), text);
  return inside;
}

const cases: [name: string, entry: string, engine: EngineName][] = [
  ["a loop that polls", `${programs}/polling.ts`, "python"],
  ["a loop that polls", `${programs}/polling.ts`, "node"],
  ["serveForever", "examples/hello.ts", "python"],
  ["serveForever", "examples/hello.ts", "node"],
  ["a folder of Python", `${programs}/hand-written`, "python"],
  ["a code.py", `${programs}/hand-written/code.py`, "python"],
];

describe.each(cases)("%s: %s on the %s engine", (_, entry, engine) => {
  test("in virtual time", async () => {
    await using board = await VirtualBoard.start({ entry, engine });
    await board.serving();
    const slow = board.connect({ kilobytesPerSecond: 1, latencyMs: 100 });
    slow.send("GET /hello/");
    expect((await board.fetch("/hello/you")).text).toBe("Hello, you!");
    expect(board.time).toBeLessThan(1);
  });

  test("in real time", async () => {
    const simulator = await Simulator.start("--engine", engine, entry);
    try {
      const response = await fetch(new URL("hello/you", simulator.address));
      expect(await response.text()).toBe("Hello, you!");
    } finally {
      expect(await simulator.interrupt()).toBe(0);
    }
  });
});

describe("a folder of Python", () => {
  test("has its own settings and libraries, and none that a computer left there", async () => {
    const entry = pythonIn("own", {
      "code.py": "import os, asyncio\nprint(os.getenv('A'), asyncio.mine, os.listdir('/'))",
      "settings.toml": 'A = "of the drive"',
      "asyncio.py": "mine = True",
      ".Trashes": "",
    });
    await using board = await VirtualBoard.start({ entry });
    await board.until(() => board.end !== null, "the end");
    expect(board.lines[0]).toMatch(/^of the drive True /);
    expect(board.lines[0]).not.toMatch(/Trashes/);
  });

  test("shows its own lines in a traceback, in real time too", async () => {
    const entry = pythonIn("wrong", { "code.py": "import taipan_htp\n" });
    const said = /code\.py", line 1, in <module>\nImportError: no module named 'taipan_htp'/;
    await using board = await VirtualBoard.start({ entry });
    await board.until(() => board.end !== null, "the end");
    expect(board.lines.join("\n")).toMatch(said);
    await expect(Simulator.start(dirname(join(entry, "code.py")))).rejects.toThrow(said);
  });
});
