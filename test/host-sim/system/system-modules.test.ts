// time, rtc, random, os, supervisor and microcontroller.cpu: the same on both engines, and what only
// programs in Python can ask.
import { describe, expect, test } from "vitest";
import { engines, linesOf, startProgram, startPython } from "../support/virtual-program";

const attempt = `
function attempt(step: () => void): void {
  try { step(); } catch (error) { if (!(error instanceof Error)) throw error; console.log(error.message); }
}
`;

describe.each(engines)("on the %s engine", (engine) => {
  test("the clock of the day begins with 2000, goes on when set, and knows the calendar", async () => {
    const program = `${attempt}
import { RTC } from "rtc";
import { localtime, mktime, monotonic, sleep, StructTime, time } from "time";
const show = (t: StructTime) => console.log(t.tmYear, t.tmMon, t.tmMday, t.tmHour, t.tmMin, t.tmSec, t.tmWday, t.tmYday, t.tmIsdst);
const clock = new RTC();
sleep(1.5);
console.log(time());
show(clock.datetime);
clock.datetime = new StructTime([2028, 2, 28, 23, 59, 58, 0, -1, -1]);
sleep(2.5);
show(localtime());
console.log(time() - mktime(new StructTime([2028, 2, 29, 0, 0, 0, 0, 0, 0])), clock.calibration);
show(localtime(1000000000));
attempt(() => show(localtime(946684799)));
attempt(() => console.log(mktime(new StructTime([1999, 1, 1, 0, 0, 0, 0, 0, 0]))));
attempt(() => { clock.calibration = 1; });
attempt(() => sleep(-1));
const before = monotonic();
sleep(0.0004);
console.log(monotonic() === before ? "too short to sleep" : "slept");
`;
    expect(await linesOf(await startProgram(program, { engine }))).toEqual([
      "946684801",
      "2000 1 1 0 0 1 5 1 -1",
      "2028 2 29 0 0 0 1 60 -1",
      "0 0",
      "2001 9 9 1 46 40 6 252 -1",
      "timestamp out of range for platform time_t",
      "tm_year out of range",
      "calibration",
      "seconds must be >= 0",
      "too short to sleep",
    ]);
  });

  test("settings.toml has texts for os.getenv and kinds for supervisor.get_setting", async () => {
    const program = `
import * as os from "os";
import { getSetting } from "supervisor";
const kind = (value: unknown) => (typeof value === "number" ? "number" : typeof value === "string" ? "text" : typeof value === "boolean" ? "boolean" : "nothing");
for (const key of ["A", "B", "C", "D", "E"]) console.log(key, os.getenv(key, "none"), kind(getSetting(key)));
console.log(getSetting("E", 5), getSetting("B", 5));
`;
    const settings = { A: "42", B: 42, C: true, D: { bare: "1.50" } };
    expect(await linesOf(await startProgram(program, { engine, settings }))).toEqual([
      ...["A 42 text", "B 42 number", "C true boolean", "D 1.50 number", "E none nothing"],
      "5 42",
    ]);
  });

  test("what the board is", async () => {
    const program = `${attempt}
import { cpu, cpus, onNextReset, ResetReason, RunMode } from "microcontroller";
import * as os from "os";
import { resetTerminal, runtime, SafeModeReason, statusBar } from "supervisor";
const { sysname, nodename, release, version, machine } = os.uname();
console.log(sysname, nodename, release, version, "|", machine);
console.log(cpu.frequency, cpu.voltage === null ? "no voltage" : "voltage", cpu.uid.length, cpus.length);
cpu.frequency = 100000000;
console.log(cpu.frequency, cpus[1].frequency);
attempt(() => { cpu.frequency = 160; });
console.log(cpu.resetReason === ResetReason.POWER_ON ? "power on" : "another reason");
attempt(() => onNextReset(RunMode.UF2));
onNextReset(RunMode.NORMAL);
console.log(runtime.safeModeReason === SafeModeReason.NONE ? "not safe" : "safe", runtime.serialBytesAvailable);
runtime.autoreload = false;
runtime.rgbStatusBrightness = 5;
attempt(() => { runtime.rgbStatusBrightness = 256; });
statusBar.console = false;
resetTerminal(100, 100);
console.log(runtime.autoreload ? "on" : "off", runtime.rgbStatusBrightness, statusBar.console ? "on" : "off");
`;
    expect(await linesOf(await startProgram(program, { engine }))).toEqual([
      "ESP32S3 ESP32S3 10.3.0 10.3.0 on 2026-08-21 | Seeed Xiao ESP32-S3 Sense with ESP32S3",
      "240000000 no voltage 6 2",
      "80000000 80000000",
      "Invalid frequency",
      "power on",
      "only microcontroller.RunMode.NORMAL is simulated",
      "not safe 0",
      "brightness must be 0-255",
      "off 5 off",
    ]);
  });
});

test("one seed, one sequence of random numbers and bytes, the same on both engines", async () => {
  const program = `
import { urandom } from "os";
console.log(Math.random(), Math.random(), urandom(3).join(" "));
`;
  const draw = async (engine: "python" | "node", seed: number) =>
    linesOf(await startProgram(program, { engine, seed }));
  const python = await draw("python", 3);
  expect(await draw("node", 3)).toEqual(python);
  expect(await draw("python", 3)).toEqual(python);
  expect(await draw("node", 4)).not.toEqual(python);
});

test("what only programs in Python can ask", async () => {
  const board = await startPython(
    `
import os, random, rtc, supervisor, time
class Fixed:
    datetime = time.struct_time((2018, 3, 17, 21, 1, 47, 0, 0, 0))
rtc.set_time_source(Fixed())
print(time.time(), time.localtime())
rtc.set_time_source(rtc.RTC())
print(time.time(), rtc.RTC() is rtc.RTC())
for step in (lambda: time.mktime([2000]), lambda: time.mktime((2000, 1)), lambda: time.struct_time((1, 2)),
             lambda: supervisor.set_next_code_file(1), lambda: supervisor.set_usb_identification(vid=70000),
             lambda: supervisor.set_usb_identification("x" * 127)):
    try:
        step()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(supervisor.runtime.run_reason, supervisor.runtime.safe_mode_reason, supervisor.runtime.display)
print(os.uname())
print(supervisor.get_setting("NONE", "fallback"), os.getenv("NONE"), os.getenv("N"), supervisor.get_setting("N") + 1)
print(random.randint(5, 5))
raise ReloadException if supervisor.runtime.run_reason is supervisor.RunReason.STARTUP else SystemExit
`,
    { settings: { N: 1 } },
  );
  const run = (reason: string, seconds: number) => [
    "1521320507 struct_time(tm_year=2018, tm_mon=3, tm_mday=17, tm_hour=21, tm_min=1, tm_sec=47, tm_wday=5, tm_yday=76, tm_isdst=-1)",
    `${seconds} True`,
    "TypeError value must be of type struct_time, not list",
    "TypeError function takes 9 positional arguments but 2 were given",
    "ValueError value length must be 9",
    "TypeError filename must be of type str or None, not int",
    "ValueError vid must be -1-65535",
    "ValueError manufacturer length must be 0-126",
    `supervisor.RunReason.${reason} supervisor.SafeModeReason.NONE None`,
    "(sysname='ESP32S3', nodename='ESP32S3', release='10.3.0', version='10.3.0 on 2026-08-21', machine='Seeed Xiao ESP32-S3 Sense with ESP32S3')",
    "fallback None 1 2",
    "5",
  ];
  expect(await linesOf(board)).toEqual([
    ...run("STARTUP", 946684800),
    ...run("SUPERVISOR_RELOAD", 946684800),
  ]);
});
