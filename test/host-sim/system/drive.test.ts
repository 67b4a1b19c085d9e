// The drive and `storage`, on both engines.
import { describe, expect, test } from "vitest";
import { engines, linesOf, startProgram, startPython } from "../support/virtual-program";

/** Says the number of the error that each step ends with. */
const attempts = `
import * as os from "os";
function attempt(name: string, step: () => void): void {
  try { step(); console.log(name, "done"); }
  catch (error) { if (!(error instanceof OSError)) throw error; console.log(name, error.errno); }
}
function save(path: string, mode: "wb" | "ab", text: string): void {
  const file = open(path, mode);
  file.write(new TextEncoder().encode(text));
  file.close();
}
`;

describe.each(engines)("on the %s engine", (engine) => {
  test("a drive that a computer has mounted is read-only", async () => {
    const program = `${attempts}
import * as storage from "storage";
attempt("open", () => save("/new", "wb", "text"));
attempt("mkdir", () => os.mkdir("/folder"));
attempt("remove", () => os.remove("/code.py"));
attempt("rename", () => os.rename("/code.py", "/other.py"));
attempt("rmdir", () => os.rmdir("/lib"));
console.log(storage.getmount("/").readonly, storage.getmount("/").label);
attempt("getmount", () => { storage.getmount("/sd"); });
try { storage.remount("/", false); } catch (error) { if (!(error instanceof RuntimeError)) throw error; console.log(error.message); }
try { storage.disableUsbDrive(); } catch (error) { if (!(error instanceof RuntimeError)) throw error; console.log(error.message); }
storage.unsafeDisableUsbDrive();
console.log(storage.getmount("/").readonly);
attempt("open", () => save("/new", "wb", "text"));
storage.enableUsbDrive();
attempt("open", () => save("/new", "ab", "text"));
`;
    const board = await startProgram(program, { engine });
    const lines = await linesOf(board);
    expect(lines.map((line) => line.toLowerCase())).toEqual([
      ...["open 30", "mkdir 30", "remove 30", "rename 30", "rmdir 30"],
      "true circuitpy",
      "getmount 22",
      "cannot remount path when visible via usb.",
      "cannot change usb devices now",
      "false",
      "open done",
      "open 30",
    ]);
    expect(Buffer.from(board.files.get("new") ?? []).toString()).toBe("text");
    expect(board.time).toBeCloseTo(5, 1);
  });

  test("a writable one takes files and folders, with FatFs' errors", async () => {
    const program = `${attempts}
attempt("mkdir", () => os.mkdir("/a"));
attempt("again", () => os.mkdir("/a"));
attempt("no parent", () => os.mkdir("/b/c"));
attempt("bad name", () => os.mkdir("/a:b"));
attempt("long name", () => os.mkdir("/a/" + "x".repeat(256)));
attempt("root", () => save("/", "wb", "one"));
attempt("root", () => { open("/", "rb"); });
attempt("write", () => save("/a/x", "wb", "one"));
attempt("append", () => save("/a/x", "ab", " two"));
attempt("in no folder", () => save("/b/x", "wb", ""));
attempt("a folder for writing", () => save("/a", "wb", ""));
attempt("a folder for reading", () => { open("/a", "rb"); });
attempt("remove a folder", () => os.remove("/a"));
attempt("remove nothing", () => os.remove("/y"));
attempt("rmdir not empty", () => os.rmdir("/a"));
attempt("rmdir a file", () => os.rmdir("/a/x"));
attempt("rename", () => os.rename("/a/x", "/a/y"));
attempt("rename nothing", () => os.rename("/a/x", "/a/z"));
attempt("write", () => save("/a/z", "wb", "three"));
attempt("rename onto a file", () => os.rename("/a/z", "/a/y"));
attempt("rename onto a folder", () => os.rename("/a/y", "/lib"));
attempt("rename a folder", () => os.rename("/a", "/d"));
console.log(os.listdir("/d")[0], os.stat("/d/y")[6], os.stat("/d")[0]);
const file = open("/d/y", "rb");
console.log(new TextDecoder().decode(file.read()));
file.close();
const before = os.statvfs("/")[3];
save("/d/big", "wb", "x".repeat(1025));
console.log(before - os.statvfs("/")[3], os.statvfs("/")[0], os.statvfs("/")[9]);
attempt("remove", () => os.remove("/d/big"));
attempt("remove", () => os.remove("/d/y"));
attempt("rmdir", () => os.rmdir("/d"));
`;
    const lines = await linesOf(await startProgram(program, { engine, drive: "writable" }));
    expect(lines).toEqual([
      ...[
        "mkdir done",
        "again 17",
        "no parent 2",
        "bad name 22",
        "long name 22",
        "root 22",
        "root 22",
        "write done",
        "append done",
      ],
      ...["in no folder 2", "a folder for writing 13", "a folder for reading 2"],
      ...["remove a folder 21", "remove nothing 2", "rmdir not empty 13", "rmdir a file 20"],
      ...["rename done", "rename nothing 2", "write done", "rename onto a file done"],
      ...["rename onto a folder 21", "rename a folder done", "y 5 16384", "three", "3 512 255"],
      ...["remove done", "remove done", "rmdir done"],
    ]);
  });

  test("what was flushed outlives a power cut, what was not is lost", async () => {
    const program = `${attempts}
import * as time from "time";
function size(path: string): void { attempt(path, () => console.log(os.stat(path)[6])); }
size("/closed");
size("/flushed");
save("/closed", "wb", "closed");
const file = open("/flushed", "wb");
file.write(new TextEncoder().encode("flushed"));
file.flush();
file.write(new TextEncoder().encode(" and lost"));
time.sleep(100);
`;
    const board = await startProgram(program, { engine, drive: "writable" });
    await board.run(3);
    await board.cutPower();
    await board.run(2);
    expect(board.lines).toEqual([
      "/closed 2",
      "/flushed 2",
      "6",
      "/closed done",
      "7",
      "/flushed done",
    ]);
  });

  test("a full drive, and one that fails", async () => {
    const program = `${attempts}
import * as time from "time";
const piece = new Uint8Array(100_000);
function fill(): void {
  const file = open("/big", "wb");
  for (let count = 0; count < 100; count += 1) file.write(piece);
  file.close();
}
attempt("fill", fill);
time.sleep(1);
attempt("stat", () => { os.stat("/code.py"); });
attempt("open", () => { open("/code.py", "rb"); });
attempt("listdir", () => { os.listdir("/"); });
`;
    const board = await startProgram(program, { engine, drive: "writable" });
    await board.until(() => board.lines.length === 1, "the drive to be full");
    board.inject({ kind: "storage fails", times: 2 });
    expect(await linesOf(board)).toEqual(["fill 28", "stat 5", "open 5", "listdir done"]);
  });
});

test("file objects of the python engine", async () => {
  const board = await startPython(
    `
import os, json
os.mkdir("data")
os.chdir("data")
with open("log.txt", "w") as log:
    print("first", file=log)
    log.write("second\\n")
with open("log.txt", "a+") as log:
    log.write("third\\n")
    log.seek(0)
    print(log.readlines())
try:
    open("none.txt")
except OSError as error:
    print(error.args)
with open("/data/state.json", "w") as file:
    json.dump({"count": 1}, file)
print(json.load(open("state.json")), os.listdir(), os.getcwd())
for mode in ("q", "rw", "x"):
    try:
        open("log.txt", mode)
    except (ValueError, OSError) as error:
        print(repr(error))
with open("/lib/own.py", "w") as file:
    file.write("NAME = 'own'")
import own
print(own.NAME)
`,
    { drive: "writable" },
  );
  expect(await linesOf(board)).toEqual([
    "['first\\n', 'second\\n', 'third\\n']",
    "(2, 'none.txt')",
    "{'count': 1} ['log.txt', 'state.json'] /data",
    "ValueError('Invalid mode',)",
    "ValueError('Invalid mode',)",
    "OSError(17, 'log.txt')",
    "own",
  ]);
  expect(Buffer.from(board.files.get("data/state.json") ?? []).toString()).toBe('{"count": 1}');
});
