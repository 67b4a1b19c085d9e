// How deep a program's calls may go: as deep as in the same VM with nothing of the simulator in it.
import { loadMicroPython } from "@micropython/micropython-webassembly-pyscript/micropython.mjs";
import { describe, expect, test } from "vitest";
import { VirtualBoard } from "../../../host-sim/index";
import { linesOf, startPython } from "../support/virtual-program";

/** Prints how many calls deep it came. At each of them `use(what)` is called. */
const recursion = (use = "abs", what = "0") => `
use, what, deepest = ${use}, ${what}, 0
def deeper(depth):
    global deepest
    use(what)
    deepest = depth
    deeper(depth + 1)

try:
    deeper(1)
except RuntimeError as error:
    print(deepest, error)
`;

/** The files' code.py in MicroPython alone, whose stack has so many bytes. */
async function linesOfMicroPython(files: Record<string, string>, bytes = 2048): Promise<string[]> {
  const lines: string[] = [];
  const stdout = (line: string) => void lines.push(line);
  const vm = await loadMicroPython({
    pystack: bytes / 4,
    heapsize: 1024 * 1024,
    linebuffer: true,
    stdout,
  });
  for (const [name, text] of Object.entries(files)) vm.FS.writeFile(`/${name}`, Buffer.from(text));
  vm.runPython(files["code.py"] ?? "");
  return lines;
}

test("a program's calls go as deep as on a board, and it can catch that", async () => {
  expect(await linesOf(await startPython(recursion() + recursion()))).toEqual([
    "49 pystack exhausted",
    "49 pystack exhausted",
  ]);
});

test("where nobody catches it the program ends", async () => {
  const board = await startPython("def deeper():\n    deeper()\ndeeper()");
  expect((await linesOf(board)).at(-1)).toBe("RuntimeError: pystack exhausted");
  expect(board.end?.status).toBe(1);
});

// main.c: _allocate_memory takes what common_hal_os_getenv_int finds, when so much can be had.
test.each([
  [1536, 36],
  [4096, 100],
  ["4096", 49],
  [0, 49],
  [-1, 49],
  [1e9, 49],
])("with CIRCUITPY_PYSTACK_SIZE = %j in settings.toml it is %i calls", async (size, calls) => {
  const settings = { CIRCUITPY_PYSTACK_SIZE: size };
  const lines = await linesOf(await startPython(recursion(), { settings }));
  expect(lines).toEqual([`${calls} pystack exhausted`]);
});

test.each([1536, 2048, 4096])("MicroPython itself goes as deep with %i bytes", async (bytes) => {
  const settings = { CIRCUITPY_PYSTACK_SIZE: bytes };
  const lines = await linesOf(await startPython(recursion(), { settings }));
  expect(lines).toEqual(await linesOfMicroPython({ "code.py": recursion() }, bytes));
});

describe("the simulated hardware takes nothing of it", () => {
  const calls = [
    ["time.sleep", "0"],
    ["time.localtime", "1000000000"],
    ["os.listdir", '"/"'],
    ["os.getenv", '"NONE"'],
    ["open", '"/code.py"'],
    ["hashlib.new", '"sha1"'],
    ["socketpool.SocketPool", "wifi.radio"],
  ];
  test.each(calls)("%s(%s)", async (use, what) => {
    const imports = "import board, hashlib, os, socketpool, time, wifi\n";
    const lines = await linesOf(await startPython(imports + recursion(use, what)));
    expect(lines).toEqual(await linesOfMicroPython({ "code.py": recursion() }));
  });

  test("nor where it fails", async () => {
    const program = `
import os
def use(path):
    pass
for turn in range(3):
    try:
        os.stat("/none")
    except OSError as error:
        print(error.errno)
`;
    const lines = await linesOf(await startPython(program + recursion()));
    expect(lines).toEqual(["2", "2", "2", "49 pystack exhausted"]);
  });
});

test("modules that import modules have what is left, as without the simulator", async () => {
  const files = {
    "code.py": "def start():\n    import first\nstart()\n" + recursion(),
    "first.py": recursion() + "import second\n",
    "second.py": recursion(),
  };
  await using board = await VirtualBoard.start({ files });
  const lines = await linesOf(board);
  expect(lines).toEqual(await linesOfMicroPython(files));
  expect(new Set(lines).size).toBe(3);
});

// It was seen to need more than 1024 bytes: of a board's 2048 a third is to spare.
test("the camera application streams with 1280 bytes", async () => {
  const settings = {
    CIRCUITPY_WIFI_SSID: "network",
    CIRCUITPY_WIFI_PASSWORD: "password",
    CIRCUITPY_PYSTACK_SIZE: 1280,
  };
  await using board = await VirtualBoard.start({ entry: "firmware-ts/camera/code.ts", settings });
  await board.serving();
  await board.watch("/stream").sees(2);
  expect((await board.fetch("/status")).status).toBe(200);
});
