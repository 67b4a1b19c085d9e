// The console of the stand-in board, byte by byte, as an upload meets it (shared/runtime/pyexec.c).
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { RawReplBoard, type RawReplBoardOptions } from "../../../host-sim/repl/raw-repl-board";

const toRaw = "\r\x03\r\x01";
const rawBanner = "raw REPL; CTRL-B to exit\r\n>";

/** A host's end of the console: writes, and waits for a text. */
class Console {
  private text = "";
  private wake = () => {};
  closed = false;

  constructor(readonly socket: Socket) {
    socket.on("data", (bytes) => {
      this.text += bytes.toString("latin1");
      this.wake();
    });
    socket.on("close", () => {
      this.closed = true;
      this.wake();
    });
  }

  static async open(port: number): Promise<Console> {
    const socket = connect(port, "127.0.0.1");
    await new Promise((resolve) => socket.once("connect", resolve));
    return new Console(socket);
  }

  private async changed(): Promise<void> {
    await new Promise<void>((resolve) => (this.wake = resolve));
  }

  /** Everything up to and with `end`. */
  async until(end: string): Promise<string> {
    while (!this.text.includes(end)) await this.changed();
    const length = this.text.indexOf(end) + end.length;
    const found = this.text.slice(0, length);
    this.text = this.text.slice(length);
    return found;
  }

  async end(): Promise<string> {
    while (!this.closed) await this.changed();
    return this.text;
  }

  async exchange(send: string, end: string): Promise<string> {
    this.socket.write(send);
    return this.until(end);
  }

  /** Runs code in the raw REPL without raw-paste; standard output and the traceback. */
  async run(code: string): Promise<{ out: string; error: string }> {
    const answer = await this.exchange(`${code}\x04`, "\x04>");
    const [out = "", error = ""] = answer.slice("OK".length).split("\x04");
    return { out, error };
  }
}

describe("the stand-in's console", () => {
  let board: RawReplBoard;
  afterEach(() => board.close());

  async function open(options: RawReplBoardOptions = {}): Promise<Console> {
    board = await RawReplBoard.start(options);
    return Console.open(board.port);
  }

  async function openRaw(options: RawReplBoardOptions = {}): Promise<Console> {
    const console = await open(options);
    await console.exchange(toRaw, rawBanner);
    return console;
  }

  it("runs code in the raw REPL and keeps its names until a soft reset", async () => {
    const console = await openRaw();
    expect(await console.run("x = 5\nprint(x)")).toEqual({ out: "5\r\n", error: "" });
    expect(await console.run("print(x + 1, end='')")).toEqual({ out: "6", error: "" });
    expect(await console.exchange("\x04", rawBanner)).toBe(`OK\r\nsoft reboot\r\n${rawBanner}`);
    expect((await console.run("x")).error).toContain("NameError");
  });

  it("takes raw-paste with a window of 128 bytes, and says no to other letters", async () => {
    const console = await openRaw();
    expect(await console.exchange("\x05B\x01", ">")).toBe("R\x00>");
    expect(await console.exchange("\x05A\x01", "R\x01\x80\x00")).toBe("R\x01\x80\x00");
    const code = `print(len('${"a".repeat(200)}'))`;
    const answer = await console.exchange(`${code}\x04`, "\x04>");
    expect(answer).toBe("\x01\x01\x04200\r\n\x04\x04>");
    expect(await console.exchange("\x05A\x01", "R\x01\x80\x00")).toBe("R\x01\x80\x00");
    const [flow, out, error] = (await console.exchange("while True: pass\x03", "\x04>")).split(
      "\x04",
    );
    expect([flow, out]).toEqual(["\x01", ""]);
    expect(error).toContain("KeyboardInterrupt");
  });

  it("goes back to the friendly REPL, with fresh names after that", async () => {
    const console = await openRaw();
    await console.run("x = 5");
    expect(await console.exchange("\r\x02", ">>> ")).toContain("Adafruit CircuitPython");
    await console.exchange("\r\x01", rawBanner);
    expect((await console.run("x")).error).toContain("NameError");
  });

  it("interrupts code.py before it gives a REPL, and swallows the key that wakes it", async () => {
    const folder = mkdtempSync(join(tmpdir(), "taipan-test-"));
    writeFileSync(join(folder, "code.py"), "");
    const console = await open({ folder });
    expect(board.operations).toEqual([{ name: "run code.py" }]);
    expect(await console.exchange("\x03", "reload.\r\n")).toContain("KeyboardInterrupt");
    expect(await console.exchange("\x01", ">>> ")).toContain("Adafruit CircuitPython");
    expect(await console.exchange("\x04", "soft reboot\r\n")).toBe("\r\nsoft reboot\r\n");
    expect(board.operations.slice(1)).toEqual([{ name: "soft reset" }, { name: "run code.py" }]);
    rmSync(folder, { recursive: true });
  });

  it("is gone after a real reset, and runs code.py after it", async () => {
    const console = await openRaw();
    await console.run("open('code.py', 'w').close()");
    const reset = "import microcontroller\nprint('last')\nmicrocontroller.reset()\nprint('never')";
    console.socket.write(`${reset}\x04`);
    expect(await console.end()).not.toContain("never");
    expect(board.restarts).toBe(1);
    expect(board.operations.slice(-2)).toEqual([{ name: "restart" }, { name: "run code.py" }]);
  });

  it("serves one host at a time", async () => {
    const console = await openRaw();
    const second = await Console.open(board.port);
    expect(await second.end()).toBe("");
    expect((await console.run("print(1)")).out).toBe("1\r\n");
  });

  it.each([
    ["import os\nos.ilistdir()", "AttributeError"],
    ["import hashlib\nhashlib.sha256()", "AttributeError"],
    ["import machine", "ImportError: no module named 'machine'"],
    ["import vfs", "ImportError: no module named 'vfs'"],
    ["open('none.py')", "OSError: [Errno 2] No such file/directory: none.py"],
    ["import os\nos.stat('none')", "OSError: [Errno 2] No such file/directory"],
    ["import os\nos.mkdir('d')\nos.mkdir('d')", "OSError: [Errno 17] File exists"],
    ["import os\nos.mkdir('a/b')", "OSError: [Errno 2] No such file/directory"],
    ["import os\nos.listdir('none')", "OSError: [Errno 2] No such file/directory"],
    ["raise OSError(128)", "OSError: [Errno 128] ENOTCONN"],
    ["raise OSError(77)", "OSError: 77"],
    ["import hashlib\nhashlib.new('md5')", "ValueError: Unsupported hash algorithm"],
  ])("is as strict as CircuitPython: %j", async (code, lastLine) => {
    const console = await openRaw();
    const { error } = await console.run(code);
    expect(error.trimEnd().split("\r\n").at(-1)).toContain(lastLine);
    expect(error).not.toContain("<circuitpython>");
  });

  it.each([
    [
      "str of an error",
      "print(OSError(30), OSError(2, 'x'))",
      "[Errno 30] Read-only filesystem [Errno 2] No such file/directory: x",
    ],
    ["its number", "try:\n open('x')\nexcept OSError as e:\n print(e.errno)", "2"],
    [
      "paths",
      "import os\nos.mkdir('a')\nos.chdir('a')\nopen('../x', 'w').close()\nprint(os.getcwd(), os.listdir('/'), os.listdir())",
      "/a ['a', 'x'] []",
    ],
    [
      "text files",
      "f = open('t', 'w')\nf.write('hé')\nf.close()\nprint(open('t').read(), len(open('t', 'rb').read()))",
      "hé 3",
    ],
    [
      "a hash",
      "import hashlib, binascii\nh = hashlib.new('sha1')\nh.update(b'abc')\nprint(binascii.hexlify(h.digest()).decode())",
      "a9993e364706816aba3e25717850c26c9cd0d89d",
    ],
    [
      "who it is",
      "import sys\nprint(sys.implementation.name, sys.platform)",
      "circuitpython Espressif",
    ],
  ])("knows %s", async (_, code, printed) => {
    const console = await openRaw();
    const { out, error } = await console.run(code);
    expect(error).toBe("");
    expect(Buffer.from(out, "latin1").toString("utf8").trimEnd()).toBe(printed);
  });

  it("refuses every change while the computer has the drive", async () => {
    const console = await openRaw({ readOnly: true });
    for (const change of ["open('x', 'w')", "open('x', 'a')", "os.mkdir('d')", "os.remove('x')"]) {
      const { error } = await console.run(`import os\n${change}`);
      expect(error).toMatch(/OSError: \[Errno 30\] Read-only filesystem/);
    }
    const { out } = await console.run("import storage\nprint(storage.getmount('/').readonly)");
    expect(out).toBe("True\r\n");
  });

  it("reads and writes a folder", async () => {
    const folder = mkdtempSync(join(tmpdir(), "taipan-test-"));
    mkdirSync(join(folder, "lib"));
    writeFileSync(join(folder, "lib", "a.py"), "first");
    const console = await openRaw({ folder });
    const code =
      "import os\nprint(open('lib/a.py').read())\n" +
      "with open('lib/a.py', 'ab') as f:\n f.write(b' more')\n" +
      "os.rename('lib/a.py', 'b.py')\nos.rmdir('lib')\nos.mkdir('www')";
    expect(await console.run(code)).toEqual({ out: "first\r\n", error: "" });
    expect(readFileSync(join(folder, "b.py"), "utf8")).toBe("first more");
    expect([...board.files().keys()]).toEqual(["b.py"]);
    expect(board.operations.filter(({ name }) => name !== "soft reset")).toEqual([
      { name: "write", path: "lib/a.py" },
      { name: "rename", path: "b.py" },
      { name: "rmdir", path: "lib" },
      { name: "mkdir", path: "www" },
    ]);
    rmSync(folder, { recursive: true });
  });
});
