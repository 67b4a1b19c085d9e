// The life of a virtual board: start, Ctrl+C, the end of its program, restart, wrong use.
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { RawClient } from "./support/raw-client";
import { engines, RunningBoard, until, type TwoTexts } from "./support/running-board";

/** Counts its starts on the drive and its runs in nvm; sets the clock, resets, and reloads. */
const counting: TwoTexts = {
  boot: `
import os, storage
storage.remount("/", readonly=False)
try:
    os.mkdir("/empty")
except OSError:
    pass
with open("/boots", "a") as file:
    file.write("x")
print("boots", os.stat("/boots")[6])
`,
  python: `
import microcontroller, rtc, supervisor, time
nvm, runs = microcontroller.nvm, microcontroller.nvm[0]
print(str(microcontroller.cpu.reset_reason).split(".")[2], runs, str(supervisor.runtime.run_reason).split(".")[2],
    "late" if time.time() > 1700000000 else "early")
open("/empty/file", "w").close()
nvm[0] = 1 if runs == 255 else 2
rtc.RTC().datetime = time.struct_time((2026, 11, 22, 8, 0, 0, 0, -1, -1))
if runs == 255:
    microcontroller.reset()
elif runs == 1:
    supervisor.reload()
`,
  typescript: `
import { cpu, nvm, reset } from "microcontroller";
import { RTC } from "rtc";
import * as supervisor from "supervisor";
import * as time from "time";
const runs = nvm.get(0);
const last = (choice: object) => String(choice).split(".")[2];
console.log(last(cpu.resetReason), runs, last(supervisor.runtime.runReason),
  time.time() > 1700000000 ? "late" : "early");
open("/empty/file", "wb").close();
nvm.set(0, runs === 255 ? 1 : 2);
new RTC().datetime = new time.StructTime([2026, 11, 22, 8, 0, 0, 0, -1, -1]);
if (runs === 255) reset();
else if (runs === 1) supervisor.reload();
`,
};

const interrupted: TwoTexts = {
  python: `
import asyncio, board, busio, espcamera, socketpool, wifi
pool = socketpool.SocketPool(wifi.radio)
listener = pool.socket()
listener.settimeout(0)
listener.bind(("", 80))
listener.listen(4)
i2c = busio.I2C(board.CAM_SCL, board.CAM_SDA)
camera = espcamera.Camera(data_pins=board.CAM_DATA, pixel_clock_pin=board.CAM_PCLK,
    vsync_pin=board.CAM_VSYNC, href_pin=board.CAM_HREF, external_clock_pin=board.CAM_XCLK, i2c=i2c,
    pixel_format=espcamera.PixelFormat.JPEG)
async def main():
    print("running")
    while True:
        await asyncio.sleep(0.01)
try:
    asyncio.run(main())
finally:
    camera.deinit()
    print("camera: off")
`,
  typescript: `
import * as asyncio from "asyncio";
import * as board from "board";
import { I2C } from "busio";
import { Camera, PixelFormat } from "espcamera";
import { SocketPool } from "socketpool";
import * as wifi from "wifi";
const pool = new SocketPool(wifi.radio);
const listener = pool.socket();
listener.settimeout(0);
listener.bind(["", 80]);
listener.listen(4);
const i2c = new I2C(board.CAM_SCL, board.CAM_SDA);
const camera = new Camera({ dataPins: board.CAM_DATA, pixelClockPin: board.CAM_PCLK,
  vsyncPin: board.CAM_VSYNC, hrefPin: board.CAM_HREF, externalClockPin: board.CAM_XCLK, i2c,
  pixelFormat: PixelFormat.JPEG });
async function main() {
  console.log("running");
  while (true) await asyncio.sleep(0.01);
}
try { asyncio.run(main()); } finally { camera.deinit(); console.log("camera: off"); }
`,
};

const asleep: TwoTexts = {
  python: `
import time
print("sleeping")
try:
    time.sleep(600)
except Exception:
    print("KeyboardInterrupt is no Exception")
finally:
    print("finally")
`,
  typescript: `
import * as time from "time";
console.log("sleeping");
try { time.sleep(600); } catch (error) { if (!(error instanceof Exception)) throw error; console.log("KeyboardInterrupt is no Exception"); }
finally { console.log("finally"); }
`,
};

/** A `catch` is `except Exception` in Python, which Ctrl+C passes. */
const catching: TwoTexts = {
  python: `
import time
print("sleeping")
for attempt in range(2):
    try:
        time.sleep(600)
    except Exception:
        print("caught")
`,
  typescript: `
import * as time from "time";
console.log("sleeping");
try { time.sleep(600); } catch { console.log("caught"); }
try { time.sleep(600); } catch (error) { if (!(error instanceof Error)) throw error; console.log("caught"); }
`,
};

const failing: TwoTexts = {
  python: `
def inner():
    raise OSError(128)
def outer():
    inner()
outer()
`,
  typescript: `
function inner() { throw new OSError(128); }
function outer() { inner(); }
outer();
`,
};

const restarting: TwoTexts = {
  python: `
import microcontroller, socketpool, time, wifi
print("start")
pool = socketpool.SocketPool(wifi.radio)
listener = pool.socket()
listener.bind(("", 80))
listener.listen(4)
connection, address = listener.accept()
microcontroller.reset()
`,
  typescript: `
import * as microcontroller from "microcontroller";
import { SocketPool } from "socketpool";
import * as wifi from "wifi";
console.log("start");
const pool = new SocketPool(wifi.radio);
const listener = pool.socket();
listener.bind(["", 80]);
listener.listen(4);
listener.accept();
microcontroller.reset();
`,
};

const deaf: TwoTexts = {
  python: "print('deaf')\nwhile True:\n    pass\n",
  typescript: "console.log('deaf'); for (;;) {}",
};

let running: RunningBoard | null = null;
afterEach(() => running?.stop());

describe.each(engines)("the %s engine", (engine) => {
  const start = async (texts: TwoTexts, changed = {}) =>
    (running = await RunningBoard.start(engine, texts, changed));

  test("Ctrl+C leaves asyncio.run; finally blocks run; nothing stays taken", async () => {
    const { virtual, lines } = await start(interrupted);
    const port = await running!.port();
    await running!.line(/running/);
    const taken = await virtual.resources();
    expect([taken.sockets, taken.claimedPins.length, taken.frameBuffers]).toEqual([1, 14, 1]);
    await virtual.stop();
    expect(lines).toEqual(["running", "camera: off"]);
    expect(await virtual.ended).toEqual({ status: 0 });
    expect(await virtual.resources()).toEqual({ sockets: 0, claimedPins: [], frameBuffers: 0 });
    await expect(RawClient.connect(port)).rejects.toThrow("ECONNREFUSED");
  });

  test("Ctrl+C wakes a sleeping program", async () => {
    const { lines } = await start(asleep);
    await running!.line(/sleeping/);
    await running!.stop();
    expect(lines).toEqual(["sleeping", "finally"]);
  });

  test("Ctrl+C passes every catch", async () => {
    const { lines } = await start(catching);
    await running!.line(/sleeping/);
    await running!.stop();
    expect(lines).toEqual(["sleeping"]);
  });

  test("an uncaught exception is on the console, and the status 1", async () => {
    const { lines } = await start(failing);
    expect(await running!.end()).toBe(1);
    expect(lines[0]).toBe("Traceback (most recent call last):");
    expect(lines.slice(1, -1).map((line) => line.split(",").at(-1))).toEqual([
      " in <module>",
      " in outer",
      " in inner",
    ]);
    expect(lines.at(-1)).toMatch(/^OSError: /);
    expect(lines[3]).toContain(
      engine === "node" ? 'File "code.ts", line 2' : 'File "code.py", line 3',
    );
  });

  test("reset starts the program again, on the same port", async () => {
    const { virtual, lines } = await start(restarting);
    const port = await running!.port();
    const client = await RawClient.connect(port);
    expect(await client.ended()).not.toBeNull();
    client.socket.destroy();
    await until(() => lines.length === 3);
    expect(lines).toEqual(["start", "taipan: the board restarts", "start"]);
    await until(() =>
      RawClient.connect(port).then(
        () => true,
        () => false,
      ),
    );
    expect(virtual.servers).toEqual([{ host: "127.0.0.1", port }]);
  });

  test("drive, nvm and the clock of the day outlive resets, and boot.py runs before each start", async () => {
    running = await RunningBoard.start(engine, counting);
    expect(await running.end()).toBe(0);
    const boots = (count: number) => `taipan: boot.py: boots ${count}`;
    expect(running.lines).toEqual([
      ...[boots(1), "POWER_ON 255 STARTUP early", "taipan: the board restarts"],
      ...[boots(2), "SOFTWARE 1 STARTUP late", "taipan: the program starts again"],
      "SOFTWARE 2 SUPERVISOR_RELOAD late",
    ]);
  });

  test("a program that never listens to Ctrl+C is cut off", async () => {
    const { lines } = await start(deaf);
    await running!.line(/deaf/);
    await running!.stop();
    expect(lines.at(-1)).toMatch(/did not end after Ctrl\+C/);
    expect(await running!.end()).toBe(1);
  });
});

describe("wrong use", () => {
  const nothing: TwoTexts = { python: "", typescript: "" };

  test("a port in use is one clear line, before anything runs", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const { port } = taken.address() as AddressInfo;
    await expect(RunningBoard.start("python", nothing, { port })).rejects.toThrow(
      `Port ${port} is in use. Choose another: --port 9000, or PORT=9000 with make.`,
    );
    taken.close();
  });

  test("a host that is not this machine's", async () => {
    await expect(RunningBoard.start("python", nothing, { host: "192.0.2.1" })).rejects.toThrow(
      "192.0.2.1 is not an address of this machine",
    );
  });
});
