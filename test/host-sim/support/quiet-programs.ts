// Programs without clients, each twice, for engines.test.ts.
import type { TwoTexts } from "./running-board";

export const camera: TwoTexts = {
  python: `
import board, busio, espcamera
i2c = busio.I2C(board.CAM_SCL, board.CAM_SDA)
def make(count):
    return espcamera.Camera(data_pins=board.CAM_DATA, pixel_clock_pin=board.CAM_PCLK,
        vsync_pin=board.CAM_VSYNC, href_pin=board.CAM_HREF, external_clock_pin=board.CAM_XCLK, i2c=i2c,
        pixel_format=espcamera.PixelFormat.JPEG, frame_size=espcamera.FrameSize.VGA,
        framebuffer_count=count, grab_mode=espcamera.GrabMode.LATEST)
camera = make(2)
print(camera.width, camera.height, camera.sensor_name)
try:
    make(1)
except ValueError as error:
    print(error)
first = camera.take(5)
print(len(first), first[0], first[1], first[2])
second = camera.take(5)
print(first[2], second[2])
camera.deinit()
camera.deinit()
try:
    camera.take()
except ValueError as error:
    print(error)
camera = make(1)
print(camera.take(5)[2])
camera.deinit()
`,
  typescript: `
import * as board from "board";
import { I2C } from "busio";
import { Camera, FrameSize, GrabMode, PixelFormat } from "espcamera";
const i2c = new I2C(board.CAM_SCL, board.CAM_SDA);
function make(framebufferCount: number) {
  return new Camera({ dataPins: board.CAM_DATA, pixelClockPin: board.CAM_PCLK, vsyncPin: board.CAM_VSYNC,
    hrefPin: board.CAM_HREF, externalClockPin: board.CAM_XCLK, i2c, pixelFormat: PixelFormat.JPEG,
    frameSize: FrameSize.VGA, framebufferCount, grabMode: GrabMode.LATEST });
}
let camera = make(2);
console.log(camera.width, camera.height, camera.sensorName);
try { make(1); } catch (error) { if (!(error instanceof ValueError)) throw error; console.log(error.message); }
const first = camera.take(5);
console.log(first.length, first[0], first[1], first[2]);
const second = camera.take(5);
console.log(first[2], second[2]);
camera.deinit();
camera.deinit();
try { camera.take(); } catch (error) { if (!(error instanceof ValueError)) throw error; console.log(error.message); }
camera = make(1);
console.log(camera.take(5)[2]);
camera.deinit();
`,
};

export const tasks: TwoTexts = {
  python: `
import asyncio
async def count(name, times, pause):
    for turn in range(times):
        print(name, turn)
        await asyncio.sleep(pause)
    return name
async def fail():
    await asyncio.sleep(0)
    raise ValueError("no")
async def main():
    task = asyncio.create_task(count("b", 2, 0.5))
    print(await count("a", 2, 0.02))
    print(await task)
    print(await asyncio.gather(count("c", 1, 0), count("d", 1, 0)))
    try:
        await fail()
    except ValueError as error:
        print("caught", error)
print(asyncio.run(main()))
print("after")
`,
  typescript: `
import * as asyncio from "asyncio";
async function count(name: string, times: number, pause: number) {
  for (let turn = 0; turn < times; turn++) { console.log(name, turn); await asyncio.sleep(pause); }
  return name;
}
async function fail() { await asyncio.sleep(0); throw new ValueError("no"); }
async function main() {
  const task = asyncio.createTask(count("b", 2, 0.5));
  console.log(await count("a", 2, 0.02));
  console.log(await task);
  const names = await asyncio.gather(count("c", 1, 0), count("d", 1, 0));
  console.log("['" + names.join("', '") + "']");
  try { await fail(); } catch (error) { if (!(error instanceof ValueError)) throw error; console.log("caught", error.message); }
  return "None";
}
console.log(asyncio.run(main()));
console.log("after");
`,
};

export const system: TwoTexts = {
  python: `
import errno, json, os, supervisor, time, wifi
print(os.getenv("GREETING"), os.getenv("MISSING", "none"), os.getenv("MISSING"))
print(errno.EAGAIN, errno.ENOTCONN, errno.ECONNRESET, hasattr(errno, "EPIPE"))
print(wifi.radio.connected, wifi.radio.ipv4_address)
before = time.monotonic()
ticks = supervisor.ticks_ms()
time.sleep(0.05)
print(time.monotonic() - before >= 0.049, (supervisor.ticks_ms() - ticks) & 0x1fffffff >= 49)
print(json.dumps([1, 2.5, "a\\"\\n\\x01é", None, True, [], {}]), json.dumps({"a": {"b": 1}}))
print(json.loads('{"a": [1]}')["a"][0])
try:
    json.loads("{")
except ValueError as error:
    print(error)
print(os.stat("/www/index.html")[6], os.stat("/www")[0], sorted(os.listdir("/www")), sorted(os.listdir("/")))
file = open("/www/index.html", "rb")
buffer = bytearray(5)
print(file.readinto(buffer), buffer.decode(), file.seek(1), file.read(1).decode(), len(file.read()))
file.close()
for path, mode in (("/www/none", "rb"), ("/www", "rb"), ("/new", "wb")):
    try:
        open(path, mode)
    except OSError as error:
        print(error.errno)
try:
    raise BrokenPipeError(32)
except ConnectionError as error:
    print(error.errno, isinstance(error, OSError))
try:
    str(b"\\xff", "utf-8")
except UnicodeError:
    print("not UTF-8")
try:
    import nothing
except ImportError as error:
    print(error)
`,
  typescript: `
import * as errno from "errno";
import json from "json";
import * as os from "os";
import * as supervisor from "supervisor";
import * as time from "time";
import * as wifi from "wifi";
const python = (value: unknown) => (value === null ? "None" : value === true ? "True" : value === false ? "False" : String(value));
console.log(os.getenv("GREETING"), os.getenv("MISSING", "none"), python(os.getenv("MISSING")));
console.log(errno.EAGAIN, errno.ENOTCONN, errno.ECONNRESET, python("EPIPE" in errno));
console.log(python(wifi.radio.connected), String(wifi.radio.ipv4Address));
const before = time.monotonic();
const ticks = supervisor.ticksMs();
time.sleep(0.05);
console.log(python(time.monotonic() - before >= 0.049), python(((supervisor.ticksMs() - ticks) & 0x1fffffff) >= 49));
console.log(json.dumps([1, 2.5, "a\\"\\n\\x01é", null, true, [], {}]), json.dumps({ a: { b: 1 } }));
console.log(json.loads('{"a": [1]}').a[0]);
try { json.loads("{"); } catch (error) { if (!(error instanceof ValueError)) throw error; console.log(error.message); }
const list = (names: string[]) => "['" + names.sort().join("', '") + "']";
console.log(os.stat("/www/index.html")[6], os.stat("/www")[0], list(os.listdir("/www")), list(os.listdir("/")));
const file = open("/www/index.html", "rb");
const buffer = new Uint8Array(5);
const decode = (bytes: Uint8Array) => new TextDecoder("utf-8", { fatal: true }).decode(bytes);
console.log(file.readinto(buffer), decode(buffer), file.seek(1), decode(file.read(1)), file.read().length);
file.close();
for (const [path, mode] of [["/www/none", "rb"], ["/www", "rb"], ["/new", "wb"]]) {
  try { open(path, mode); } catch (error) { if (!(error instanceof OSError)) throw error; console.log(error.errno); }
}
try { throw new BrokenPipeError(32); } catch (error) { if (!(error instanceof ConnectionError)) throw error; console.log(error.errno, python(error instanceof OSError)); }
try { decode(Uint8Array.of(255)); } catch (error) { if (!(error instanceof UnicodeError)) throw error; console.log("not UTF-8"); }
declare const require: (name: string) => unknown;
try { require("nothing"); } catch (error) { console.log((error as Error).message); }
`,
};

/** The frozen library of boards on which a power chip feeds the camera. */
export const power: TwoTexts = {
  python: `
import board, axp313a
print(list(axp313a.camera_voltages.OV2640))
print(axp313a.enable_camera(axp313a.AXP313A(board.I2C()), axp313a.camera_voltages.OV2640))
`,
  typescript: `
import { AXP313A, camera_voltages, enable_camera } from "axp313a";
import * as board from "board";
console.log(\`[\${camera_voltages.OV2640.join(", ")}]\`);
console.log(enable_camera(new AXP313A(board.I2C()), camera_voltages.OV2640) ? "True" : "False");
`,
};
