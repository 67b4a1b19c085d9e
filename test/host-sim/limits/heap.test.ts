// A bounded heap, and allocations that fail: see host-sim/engines/python/heap.ts.
import { describe, expect, test } from "vitest";
import { VirtualBoard } from "../../../host-sim/index";
import { engines, linesOf, startProgram, startPython } from "../support/virtual-program";

const heap = 256 * 1024;

test("what is larger than the heap fails where it is made", async () => {
  const board = await startPython(
    `
try:
    bytearray(${heap + 1})
except MemoryError as error:
    print(error)
print(len(bytearray(${heap} - 50000)))
`,
    { heap },
  );
  expect(await linesOf(board)).toEqual([
    `memory allocation failed, allocating ${heap + 1} bytes`,
    String(heap - 50000),
  ]);
});

test("what lives and does not fit fails where the program waits, and can be given up", async () => {
  const board = await startPython(
    `
import time
kept = []
try:
    while True:
        kept.append(bytes(1000))
        time.sleep(0.01)
except MemoryError as error:
    count = len(kept)
    kept = None
    print(str(error)[:25])
print(220 < count < 280)
for turn in range(2000):
    rubbish = bytes(1000)
    time.sleep(0.01)
print("survived")
`,
    { heap },
  );
  expect(await linesOf(board)).toEqual(["memory allocation failed:", "True", "survived"]);
});

test("a program that never waits is told at its end, on the console", async () => {
  const board = await startPython("kept = [bytes(1000) for _ in range(300)]\nprint(len(kept))", {
    heap,
  });
  const lines = await linesOf(board);
  expect(lines[0]).toBe("300");
  expect(lines.at(-1)).toMatch(
    /^MemoryError: memory allocation failed: \d{6} bytes are in use, the heap has 262144$/,
  );
  expect(board.end?.status).toBe(1);
});

test("a full heap ends the program, and its end is told", async () => {
  const board = await startPython("kept = []\nwhile True:\n    kept.append(b'' + bytes(1000))", {
    heap,
  });
  // Of what it has to say there may be room for nothing but its name, as on a board.
  expect((await linesOf(board)).at(-1)).toMatch(/^MemoryError: (?:memory allocation failed|$)/);
  expect(board.end?.status).toBe(1);
});

test("one that makes more without end is stopped in the middle of it", async () => {
  const board = await startPython(
    `
import gc
kept = []
try:
    while True:
        kept.append(bytes(1000))
except MemoryError as error:
    kept = None
    # What is left may be too little to print in.
    gc.collect()
    print(error)
`,
    { heap },
  );
  expect(await linesOf(board)).toEqual(["memory allocation failed, allocating 1001 bytes"]);
});

test("gc counts what is the program's, and collects", async () => {
  const board = await startPython(
    `
import gc
gc.collect()
before = gc.mem_alloc()
kept = bytearray(100000)
print(before < 4000, 99000 < gc.mem_alloc() - before < 101000)
print(abs(gc.mem_alloc() + gc.mem_free() - ${heap}) < 100, hasattr(gc, "threshold"))
kept = None
print(gc.collect(), gc.mem_alloc() - before < 1000)
`,
    { heap },
  );
  expect(await linesOf(board)).toEqual(["True True", "True False", "None True"]);
});

test("the n-th allocation fails once, wherever it comes", async () => {
  const board = await startPython(`
import time
def work():
    return ", ".join([str(number) * 3 for number in range(1000, 1020)])
while True:
    time.sleep(1)
    try:
        print(len(work()))
    except MemoryError as error:
        print(type(error).__name__)
`);
  await board.run(2.5);
  for (let after = 0; after < 12; after += 3) {
    board.inject({ kind: "allocation fails", after });
    await board.run(2);
  }
  expect(board.lines.filter((line) => line === "MemoryError").length).toBe(4);
  expect(board.lines.filter((line) => line === "278").length).toBeGreaterThanOrEqual(5);
  expect(board.end).toBe(null);
});

describe.each(engines)("on the %s engine", (engine) => {
  test("an allocation that fails is the program's to catch", async () => {
    const board = await startProgram(
      `
import * as time from "time";
time.sleep(1);
for (let turn = 0; turn < 3; turn++) {
  try {
    const file = open("/page.txt", "rb");
    console.log(file.read().length);
    file.close();
  } catch (error) {
    if (!(error instanceof MemoryError)) throw error;
    console.log("MemoryError");
  }
}
`,
      { engine, files: { "page.txt": "x".repeat(100) } },
    );
    await board.run(0.5);
    board.inject({ kind: "allocation fails", after: 1 });
    const lines = await linesOf(board);
    expect(lines.sort()).toEqual(["100", "100", "MemoryError"]);
  });

  test("PSRAM that is full leaves none for frame buffers", async () => {
    await using board = await VirtualBoard.start({
      entry: "firmware-ts/camera/code.ts",
      camera: "pattern:160x120",
      engine,
    });
    await board.serving();
    board.inject({ kind: "psram taken", bytes: 8 * 1024 * 1024 });
    const viewer = board.watch("/stream");
    await board.run(5);
    expect(board.lines).toContain("camera: failed (Generic Failure)");
    board.inject({ kind: "psram taken", bytes: 0 });
    await viewer.sees(2);
  });
});

test("the node engine says that it has none", async () => {
  const start = startProgram("console.log(1);", { heap, engine: "node" });
  await expect(start).rejects.toThrow(/Only the python engine bounds the heap/);
});

test.each([
  ["too small", { heap: 100 }, /8192 at least: not 100/],
  ["not whole", { heap: 1e5 + 0.5 }, /heap is a number of bytes: not 100000.5/],
])("a heap that can't be: %s", async (_, options, message) => {
  await expect(startPython("", options)).rejects.toThrow(message);
});

test("a program that takes more and more is stopped, bound or no bound", async () => {
  const board = await startPython(`
kept = []
try:
    while True:
        kept.append(bytearray(1_000_000))
except MemoryError:
    count = len(kept)
    kept.clear()
    print(20 < count < 256)
`);
  expect(await linesOf(board)).toEqual(["True"]);
});
