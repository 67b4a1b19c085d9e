// SD cards, on both engines: in memory and in a folder, over SPI and over their own bus.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { VirtualBoard } from "../../../host-sim/index";
import { engines, linesOf, startProgram, startPython } from "../support/virtual-program";

const tools = `
import * as board from "board";
import * as os from "os";
import * as storage from "storage";
import { SDCard } from "sdcardio";
function attempt(name: string, step: () => void): void {
  try { step(); console.log(name, "done"); }
  catch (error) {
    if (error instanceof OSError) console.log(name, error.errno);
    else if (error instanceof RuntimeError) console.log(name, error.message);
    else throw error;
  }
}
function save(path: string, text: string): void {
  const file = open(path, "wb");
  file.write(new TextEncoder().encode(text));
  file.close();
}
function text(path: string): string {
  const file = open(path, "rb");
  const found = new TextDecoder().decode(file.read());
  file.close();
  return found;
}
`;

const mounting = `
const card = new SDCard(board.SPI(), board.SDCS);
const volume = new storage.VfsFat(card);
storage.mount(volume, "/sd");
`;

describe.each(engines)("on the %s engine", (engine) => {
  test("files of a card are read, written, renamed and removed", async () => {
    const program = `${tools}${mounting}
console.log(card.count(), volume.readonly, os.listdir("/sd").join(" "));
console.log(text("/sd/pictures/1.txt"), os.stat("/sd/pictures/1.txt")[6]);
save("/sd/new.txt", "new");
console.log(text("/sd/new.txt"));
os.rename("/sd/new.txt", "/sd/pictures/2.txt");
os.mkdir("/sd/empty");
attempt("again", () => os.mkdir("/sd/empty"));
save("/sd/empty/x", "x");
attempt("not empty", () => os.rmdir("/sd/empty"));
os.remove("/sd/empty/x");
os.rmdir("/sd/empty");
os.rename("/sd/pictures", "/sd/album");
console.log(os.listdir("/sd/album").join(" "), text("/sd/album/2.txt"));
attempt("to the drive", () => os.rename("/sd/album/2.txt", "/2.txt"));
attempt("nothing", () => { open("/sd/pictures/1.txt", "rb"); });
const [size, , all, free] = os.statvfs("/sd");
console.log(size, all, all - free);
attempt("mount again", () => storage.mount(volume, "/sd"));
attempt("mount nowhere", () => storage.mount(volume, "/cards"));
storage.remount("/sd", true);
attempt("read-only", () => save("/sd/new.txt", "new"));
storage.umount("/sd");
console.log(os.listdir("/sd").length);
attempt("unmounted", () => storage.umount(volume));
`;
    const board = await startProgram(program, {
      engine,
      card: { "pictures/1.txt": "one", "/readme.txt": "hello" },
    });
    const lines = await linesOf(board);
    expect(lines.map((line) => line.toLowerCase())).toEqual([
      "15625000 false pictures readme.txt",
      "one 3",
      "new",
      ...["again 17", "not empty 13"],
      "1.txt 2.txt new",
      ...["to the drive 1", "nothing 2"],
      "4096 1953125 4",
      ...["mount again 1", "mount nowhere mount point directory missing", "read-only 30"],
      "0",
      "unmounted 22",
    ]);
    const files = [...board.card.files].map(([path, bytes]) => `${path}: ${Buffer.from(bytes)}`);
    expect(files.sort()).toEqual(["album/1.txt: one", "album/2.txt: new", "readme.txt: hello"]);
  });

  test("a folder of this machine is the card", async () => {
    const folder = mkdtempSync(join(tmpdir(), "taipan-card-"));
    mkdirSync(join(folder, "old"));
    writeFileSync(join(folder, "old", "a.txt"), "from here");
    const program = `${tools}${mounting}
console.log(text("/sd/old/a.txt"));
os.mkdir("/sd/new");
save("/sd/new/b.txt", "from the board");
os.rename("/sd/old/a.txt", "/sd/new/a.txt");
os.rmdir("/sd/old");
`;
    try {
      const board = await startProgram(program, { engine, card: folder });
      expect(await linesOf(board)).toEqual(["from here"]);
      expect(readFileSync(join(folder, "new", "b.txt"), "utf8")).toBe("from the board");
      expect([...board.card.files.keys()].sort()).toEqual(["new/a.txt", "new/b.txt"]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("a symbolic link in the folder leads nowhere", async () => {
    const folder = mkdtempSync(join(tmpdir(), "taipan-card-"));
    const outside = join(folder, "outside.txt");
    mkdirSync(join(folder, "card"));
    writeFileSync(outside, "untouched");
    symlinkSync(outside, join(folder, "card", "link.txt"));
    const program = `${tools}${mounting}
console.log(os.listdir("/sd").length);
attempt("read", () => { text("/sd/link.txt"); });
attempt("write", () => { save("/sd/link.txt", "escaped"); });
`;
    try {
      const board = await startProgram(program, { engine, card: join(folder, "card") });
      expect(await linesOf(board)).toEqual(["0", "read 2", "write 5"]);
      expect(readFileSync(outside, "utf8")).toBe("untouched");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("no card, a card that is pulled in use, and one that is put in again", async () => {
    const program = `${tools}
import * as time from "time";
function start(): void {
  const card = new SDCard(board.SPI(), board.SDCS);
  storage.mount(new storage.VfsFat(card), "/sd");
  save("/sd/a.txt", "a");
  console.log("mounted");
  const file = open("/sd/b.txt", "wb");
  file.write(new Uint8Array(10));
  time.sleep(1);
  attempt("list", () => { os.listdir("/sd"); });
  attempt("read", () => { text("/sd/a.txt"); });
  attempt("write", () => { file.write(new Uint8Array(10)); });
  attempt("close", () => { file.close(); });
  storage.umount("/sd");
  card.deinit();
}
try { start(); } catch (error) { if (!(error instanceof OSError)) throw error; console.log("refused", time.monotonic() >= 2.5); }
start();
start();
`;
    const board = await startProgram(program, { engine, card: {} });
    board.card.pull();
    await board.until(() => board.lines.length === 1, "the refusal");
    board.card.insert();
    await board.until(() => board.lines.length === 2, "the card");
    board.card.pull();
    await board.until(() => board.lines.length === 6, "the errors");
    board.card.insert();
    // This VM's close() drops what the file system answers; a board's is EIO.
    const closing = engine === "node" ? "close 5" : "close done";
    expect(await linesOf(board)).toEqual([
      "refused true",
      ...["mounted", "list 5", "read 5", "write 5", closing],
      ...["mounted", "list done", "read done", "write done", "close done"],
    ]);
    expect([...board.card.files.keys()].sort()).toEqual(["a.txt", "b.txt"]);
  });

  test("a card on its own bus, at the slot's pins alone", async () => {
    const program = `${tools}
import * as sdioio from "sdioio";
function start(): sdioio.SDCard {
  return new sdioio.SDCard(board.SCK1, board.MOSI1, [board.MISO1], 20_000_000);
}
function refused(step: () => void): void {
  try { step(); } catch (error) { console.log((error as Error).message); }
}
refused(() => { new sdioio.SDCard(board.SCK1, board.MISO1, [board.MOSI1], 20_000_000); });
refused(() => { new sdioio.SDCard(board.SCK1, board.MOSI1, [board.MISO1, board.IO3], 20_000_000); });
refused(() => { new sdioio.SDCard(board.SCK1, board.MOSI1, [board.MISO1], 50_000_000); });
const card = start();
refused(() => { start(); });
console.log(card.width, card.frequency, card.count());
storage.mount(new storage.VfsFat(card), "/sd", { readonly: true });
console.log(text("/sd/a.txt"), storage.getmount("/sd").readonly);
attempt("write", () => save("/sd/b.txt", ""));
card.deinit();
attempt("after deinit", () => { os.listdir("/sd"); });
refused(() => { card.count(); });
start();
`;
    const options = { engine, board: "espressif_esp32s3_eye", card: { "a.txt": "a" } };
    const lines = await linesOf(await startProgram(program, options));
    expect(lines.map((line) => line.toLowerCase())).toEqual([
      "sdio init error 107",
      "number of data_pins must be 1 or 4, not 2",
      "frequency must be <= 40000000",
      "sck1 in use",
      "1 20000 15625000",
      "a true",
      ...["write 30", "after deinit 5"],
      "object has been deinitialized and can no longer be used. create a new object.",
    ]);
  });
});

test("a card in Python: its words, its file objects, and modules on it", async () => {
  const text = `
import board, busio, sdcardio, storage, os, sys
try:
    sdcardio.SDCard(board.SPI(), board.D1)
except OSError as error:
    print(repr(error), error.errno)
spi = board.SPI()
print(spi is board.SPI(), spi.try_lock())
try:
    sdcardio.SDCard(spi, board.SDCS)
except OSError as error:
    print(error)
spi.unlock()
try:
    sdcardio.SDCard(board.D1, board.SDCS)
except TypeError as error:
    print(error)
card = sdcardio.SDCard(spi, board.SDCS)
volume = storage.VfsFat(card)
storage.mount(volume, "/sd")
sys.path.append("/sd/lib")
import onCard
with open("/sd/log.txt", "a") as log:
    print("second", file=log)
with open("/sd/log.txt") as log:
    print(onCard.NAME, log.readlines())
os.chdir("/sd")
os.mkdir("data")
print(os.listdir(), os.getcwd(), storage.getmount("/sd") is volume)
print(list(volume.ilistdir("/")), volume.stat("/log.txt")[6])
with open("/sd/log.txt", "rb+") as log:
    log.seek(6)
    log.write(b"SECOND")
print(open("log.txt").read())
spi.try_lock()
try:
    os.listdir("/sd")
except OSError as error:
    print(error)
`;
  const card = { "lib/onCard.py": "NAME = 'here'", "log.txt": "first\n" };
  const board = await startPython(text, { card });
  expect(await linesOf(board)).toEqual([
    "OSError('no SD card',) no SD card",
    "True True",
    "[Errno 11] EAGAIN",
    "spi must be of type SPI, not Pin",
    "here ['first\\n', 'second\\n']",
    "['data', 'lib', 'log.txt'] /sd True",
    "[('data', 16384, 0, 0), ('lib', 16384, 0, 0), ('log.txt', 32768, 0, 13)] 13",
    "first",
    "SECOND",
    "",
    "[Errno 5] Input/output error",
  ]);
});

test("a folder that is not there, and no card to pull", async () => {
  const files = { "code.py": "" };
  await expect(VirtualBoard.start({ files, card: "/no/such/folder" })).rejects.toThrow(
    "There is no folder /no/such/folder to be the card: make it, or name another.",
  );
  await using board = await VirtualBoard.start({ files });
  expect(() => board.card.pull()).toThrow("There is no card: start the board with one");
});
