// What a program may import: everything that its board's CircuitPython has, and nothing else.
import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { listBoards, loadBoard } from "../../boards/definition";
import { VirtualBoard } from "../../host-sim/index";
import { circuitPythonModules, importErrorText } from "../../host-sim/hardware/modules";
import { engines, RunningBoard } from "./support/running-board";

async function linesOf(text: string, board?: string): Promise<string[]> {
  const files = { "code.py": text, "lib/helper.py": "import sys\nname = sys.platform" };
  await using virtual = await VirtualBoard.start({
    files,
    ...(board === undefined ? {} : { board }),
  });
  await virtual.until(() => virtual.end !== null, "the end");
  return virtual.lines;
}

const importing = (names: readonly string[]) => `
for name in ${JSON.stringify(names)}:
    try:
        __import__(name)
        print(name, "is there")
    except ImportError as error:
        print(name, error)
`;

test.each(listBoards().map(({ id }) => id))("each module of %s", async (id) => {
  const lines = await linesOf(importing(circuitPythonModules), id);
  const there = lines
    .filter((line) => line.endsWith(" is there"))
    .map((line) => line.split(" ")[0]);
  expect(there.length).toBeGreaterThan(30);
  expect(lines.filter((line) => !line.endsWith(" is there"))).toEqual(
    circuitPythonModules
      .filter((name) => !there.includes(name))
      .map((name) => `${name} ${name} is not simulated yet`),
  );
});

test.each(listBoards())("each module of $id on the node engine", async (definition) => {
  const typescript = `
declare const require: (name: string) => unknown;
for (const name of ${JSON.stringify([...circuitPythonModules, "axp313a", "typing", "_chip"])}) {
  try { require(name); console.log(name, "is there"); }
  catch (error) { console.log(name, (error as Error).message); }
}`;
  const running = await RunningBoard.start(
    "node",
    { python: "", typescript },
    { board: definition },
  );
  await running.end();
  const there = running.lines
    .filter((line) => line.endsWith(" is there"))
    .map((line) => line.split(" ")[0] ?? "");
  expect(there).toEqual(expect.arrayContaining(["busio", "sdcardio", "ssl", "zlib"]));
  const others = [...circuitPythonModules, "axp313a", "typing", "_chip"];
  expect(running.lines.filter((line) => !line.endsWith(" is there"))).toEqual(
    others
      .filter((name) => !there.includes(name))
      .map((name) => `${name} ${importErrorText(definition, name)}`),
  );
  expect(there.includes("axp313a")).toBe(definition.camera.power !== undefined);
});

test.each(engines)("zlib and ssl on the %s engine", async (engine) => {
  const packed = [...deflateSync("hello hello")];
  const texts = {
    python: `
import ssl, zlib
print(str(zlib.decompress(bytes(${JSON.stringify(packed)}), 15), "utf-8"))
try:
    zlib.decompress(b"no", 31)
except ValueError as error:
    print(error)
context = ssl.create_default_context()
for step in (lambda: context.load_cert_chain("/cert.pem", "/key.pem"), lambda: context.wrap_socket(None)):
    try:
        step()
    except (OSError, NotImplementedError) as error:
        print(error)
`,
    typescript: `
import { createDefaultContext } from "ssl";
import { decompress } from "zlib";
console.log(new TextDecoder().decode(decompress(new Uint8Array(${JSON.stringify(packed)}), 15)));
const context = createDefaultContext();
const steps = [
  () => decompress(new TextEncoder().encode("no"), 31),
  () => context.loadCertChain("/cert.pem", "/key.pem"),
  () => context.wrapSocket(null as never),
];
for (const step of steps) {
  try { step(); } catch (error) { console.log((error as Error).message); }
}
`,
  };
  const running = await RunningBoard.start(engine, texts);
  expect(await running.end()).toBe(0);
  expect(running.lines).toEqual([
    "hello hello",
    "-3",
    "[Errno 2] No such file/directory",
    "TLS is not simulated: serve and ask by plain HTTP here, and try TLS on a board",
  ]);
});

test("no board has what the simulator is made of, nor MicroPython's own modules", async () => {
  const absent = [
    "_chip",
    "_files",
    "_stack_copy",
    "js",
    "machine",
    "uctypes",
    "uos",
    "utime",
    "vfs",
  ];
  const libraries = ["typing", "dataclasses", "functools", "socket", "logging", "axp313a_", "uu"];
  const names = [...absent, ...libraries];
  expect(await linesOf(importing(names))).toEqual(
    names.map((name) => `${name} no module named '${name}'`),
  );
});

test("a library on the drive is found, and sys is CircuitPython's", async () => {
  const text = [
    "import helper, sys, time, os, gc",
    "from sys import implementation",
    "print(helper.name, implementation.name, sys.implementation.version[:2])",
    "print(sys.version.startswith('3.4.0; CircuitPython'))",
    "print([hasattr(sys, n) for n in ('print_exception', 'exc_info', 'ps1')])",
    "print([hasattr(time, n) for n in ('sleep_ms', 'ticks_ms', 'strftime', 'monotonic')])",
    "print([hasattr(os, n) for n in ('ilistdir', 'path', 'environ', 'listdir')])",
  ];
  expect(await linesOf(text.join("\n"))).toEqual([
    "Espressif circuitpython (10, 3)",
    "True",
    "[False, False, False]",
    "[False, False, False, True]",
    "[False, False, False, True]",
  ]);
});

test("a module that the board's firmware was built without", () => {
  const board = { ...loadBoard("seeed_xiao_esp32_s3_sense"), missingModules: ["displayio"] };
  expect(importErrorText(board, "displayio")).toBe("no module named 'displayio'");
  expect(importErrorText(board, "keypad")).toBe("keypad is not simulated yet");
  expect(importErrorText(board, "axp313a")).toBe("no module named 'axp313a'");
});

test.each(engines)("hashlib and binascii on the %s engine", async (engine) => {
  const entry = "test/host-sim/programs/hashes.ts";
  await using board = await VirtualBoard.start({ entry, engine });
  await board.until(() => board.end !== null, "the end");
  const nonce = "dGhlIHNhbXBsZSBub25jZQ==258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  expect(board.lines).toEqual([
    "20 s3pPLMBiTxaQ9kYGzzhZRbK+xOo=",
    createHash("sha1").update(`${nonce}more`).digest("hex"),
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "3421780262 4251816714",
    "ho hello",
    "non-hex digit",
    "non-hex digit",
    "incorrect padding",
  ]);
});

test("hashlib has new alone, with sha1 and sha256", async () => {
  const text = [
    "import hashlib",
    "print(hasattr(hashlib, 'sha256'), hasattr(hashlib.new('sha1'), 'hexdigest'))",
    "try:",
    "    hashlib.new('md5')",
    "except ValueError as error:",
    "    print(error)",
  ];
  expect(await linesOf(text.join("\n"))).toEqual(["False False", "Unsupported hash algorithm"]);
});
