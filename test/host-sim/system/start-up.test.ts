// What runs on a board, and in which order: boot.py, code.py, and that again after a soft reload.
import { describe, expect, test } from "vitest";
import { VirtualBoard } from "../../../host-sim/index";
import { engines, linesOf, startProgram, startPython } from "../support/virtual-program";

const bootOut = (board: VirtualBoard) =>
  Buffer.from(board.files.get("boot_out.txt") ?? []).toString();

describe.each(engines)("on the %s engine", (engine) => {
  test("a reload is no reset: time goes on, nvm and reset reason stay, what was open is closed", async () => {
    const board = await startProgram(
      `
import { nvm } from "microcontroller";
import { SocketPool } from "socketpool";
import * as supervisor from "supervisor";
import * as time from "time";
import * as wifi from "wifi";
const run: int = (nvm.get(0) + 1) % 256;
nvm.set(0, run);
console.log(run, supervisor.runtime.runReason === supervisor.RunReason.STARTUP ? "startup" : "reload");
console.log(time.monotonic() < 1 ? "early" : "late");
const pool = new SocketPool(wifi.radio);
for (let count = 0; count < 5; count += 1) pool.socket();
time.sleep(2);
if (run < 2) {
  try { supervisor.reload(); } finally { console.log("finally"); }
}
`,
      { engine },
    );
    expect(await linesOf(board)).toEqual([
      ...["0 startup", "early", "finally"],
      ...["1 reload", "late", "finally"],
      ...["2 reload", "late"],
    ]);
    expect([board.restarts, board.reloads]).toEqual([0, 2]);
    expect(board.resources.sockets).toBe(0);
  });

  test("a reset starts time anew, and the clock of the day goes on", async () => {
    const board = await startProgram(
      `
import { nvm, reset } from "microcontroller";
import * as supervisor from "supervisor";
import * as time from "time";
import { RTC } from "rtc";
console.log(time.monotonic(), time.monotonicNs(), supervisor.ticksMs(), time.time());
time.sleep(2.5);
if (nvm.get(0) === 255) {
  nvm.set(0, 1);
  new RTC().datetime = new time.StructTime([2026, 11, 22, 8, 0, 0, 0, -1, -1]);
  time.sleep(1);
  reset();
}
`,
      { engine },
    );
    await board.until(() => board.restarts === 1, "the reset");
    await linesOf(board);
    expect(board.lines).toEqual([
      `0 0 ${0x1fff0000} 946684800`,
      `0 0 ${0x1fff0000} ${Date.UTC(2026, 10, 22, 8, 0, 2) / 1000}`,
    ]);
  });

  test("boot.py comes first, may give the drive to programs, and speaks in boot_out.txt", async () => {
    const board = await startProgram(
      `
import * as storage from "storage";
import * as supervisor from "supervisor";
console.log(storage.getmount("/").readonly ? "read-only" : "writable");
const file = open("/by-code", "wb");
file.close();
try { storage.remount("/", true); } catch (error) { if (!(error instanceof RuntimeError)) throw error; console.log(error.message); }
console.log(supervisor.runtime.usbConnected ? "USB" : "no USB");
`,
      {
        engine,
        files: {
          "boot.py": [
            "import storage, supervisor",
            "print('usb', supervisor.runtime.usb_connected, storage.getmount('/').readonly)",
            "storage.remount('/', readonly=False)",
            "open('/by-boot', 'w').close()",
          ].join("\n"),
        },
      },
    );
    expect(await linesOf(board)).toEqual([
      "writable",
      "Cannot remount path when visible via USB.",
      "USB",
    ]);
    expect([...board.files.keys()]).toEqual(
      expect.arrayContaining(["by-boot", "by-code", "boot_out.txt"]),
    );
    expect(bootOut(board).split("\r\n")).toEqual([
      "Adafruit CircuitPython 10.3.0 on 2026-08-21; Seeed Xiao ESP32-S3 Sense with ESP32S3",
      "Board ID:seeed_xiao_esp32_s3_sense",
      "UID:74616970616E",
      "boot.py output:",
      "usb False True",
      "",
    ]);
  });
});

test("a boot.py that fails is told of in boot_out.txt, and to code.py", async () => {
  const board = await VirtualBoard.start({
    files: {
      "boot.py": "import storage\nstorage.disable_usb_drive()\nraise ValueError('no')",
      "code.py": [
        "import storage, supervisor",
        "print(supervisor.get_previous_traceback(), end='')",
        "print(storage.getmount('/').readonly)",
      ].join("\n"),
    },
  });
  const traceback = [
    "Traceback (most recent call last):",
    '  File "boot.py", line 3, in <module>',
    "ValueError: no",
  ];
  expect(await linesOf(board)).toEqual([...traceback, "False"]);
  expect(bootOut(board).split("\r\n").slice(3)).toEqual(["boot.py output:", ...traceback, ""]);
  await board.stop();
});

test("without boot.py there is boot_out.txt too", async () => {
  const board = await startPython("import os\nprint('boot_out.txt' in os.listdir('/'))");
  expect(await linesOf(board)).toEqual(["True"]);
  expect(bootOut(board)).toMatch(
    /^Adafruit CircuitPython .*\r\nBoard ID:.*\r\nUID:[0-9A-F]{12}\r\n$/,
  );
});

test("the code file that is set is run next, and what was set decides what follows", async () => {
  const board = await VirtualBoard.start({
    files: {
      "code.py": [
        "import supervisor",
        "print('code', supervisor.runtime.run_reason, supervisor.get_previous_traceback())",
        "for path in ('none.py', '/lib/none'):",
        "    try:",
        "        supervisor.set_next_code_file(path)",
        "    except ValueError as error:",
        "        print(error)",
        "if supervisor.runtime.run_reason is supervisor.RunReason.STARTUP:",
        "    supervisor.set_next_code_file('other.py', working_directory='/lib', reload_on_error=True)",
        "    supervisor.reload()",
      ].join("\n"),
      "lib/empty.py": "",
      "other.py": "import os\nprint('other', os.getcwd())\n1 / 0",
    },
  });
  const lines = await linesOf(board);
  expect(lines).toEqual([
    ...["code supervisor.RunReason.STARTUP None", "File not found", "File not found"],
    ...["other /lib", "Traceback (most recent call last):"],
    ...['  File "other.py", line 3, in <module>', "ZeroDivisionError: divide by zero"],
    "code supervisor.RunReason.SUPERVISOR_RELOAD Traceback (most recent call last):",
    ...['  File "other.py", line 3, in <module>', "ZeroDivisionError: divide by zero", ""],
    ...["File not found", "File not found"],
  ]);
  expect(board.end).toEqual({ status: 0, restart: false });
  await board.stop();
});
