// espcamera as programs meet it, on both engines: bindings/espcamera/Camera.c,
// common-hal/espcamera/Camera.c and the sensors' drivers in esp32-camera.
import { describe, expect, test } from "vitest";
import { pythonCamera, typescriptCamera } from "../support/camera-programs";
import { engines, linesOf, startProgram, startPython } from "../support/virtual-program";

const gone =
  "ValueError: Object has been deinitialized and can no longer be used. Create a new object.";

describe.each(engines)("on the %s engine", (engine) => {
  const run = async (typescript: string, sensor = "OV2640") =>
    linesOf(await startProgram(typescriptCamera + typescript, { engine, sensor }));

  test("a camera tells what it is", async () => {
    const lines = await run(`
      console.log(camera.width, camera.height, camera.sensorName, camera.address);
      console.log(camera.frameSize === FrameSize.QVGA, camera.maxFrameSize === FrameSize.UXGA);
      console.log(camera.pixelFormat === PixelFormat.JPEG, camera.supportsJpeg, camera.quality);
    `);
    expect(lines).toEqual(["320 240 OV2640 48", "true true", "true true 12"]);
  });

  test("numbers are kept, brought into their range, or refused", async () => {
    const lines = await run(`
      console.log(outcome(() => { camera.contrast = -2; }), camera.contrast);
      console.log(outcome(() => { camera.contrast = 3; }), camera.contrast);
      camera.quality = 70;
      camera.agcGain = -1;
      camera.aecValue = 5000;
      console.log(camera.quality, camera.agcGain, camera.aecValue);
      console.log(outcome(() => { camera.sharpness = 1; }));
    `);
    const invalid = "ValueError: invalid setting";
    expect(lines).toEqual(["fine -2", `${invalid} -2`, "63 0 1200", invalid]);
  });

  test("another sensor takes other numbers", async () => {
    const lines = await run(
      `
      camera.contrast = 3;
      camera.sharpness = 1;
      camera.brightness = 9;
      console.log(camera.contrast, camera.sharpness, camera.brightness, camera.address);
      console.log(outcome(() => { camera.denoise = 9; }));
    `,
      "OV5640",
    );
    expect(lines).toEqual(["3 1 9 60", "ValueError: invalid setting"]);
  });

  test("flags and the gain's ceiling are kept", async () => {
    const lines = await run(`
      console.log(camera.hmirror, camera.lenc, camera.gainCeiling === GainCeiling.GAIN_2X);
      camera.hmirror = true;
      camera.lenc = false;
      camera.gainCeiling = GainCeiling.GAIN_16X;
      console.log(camera.hmirror, camera.lenc, camera.gainCeiling === GainCeiling.GAIN_16X);
    `);
    expect(lines).toEqual(["false true true", "true false true"]);
  });

  test("reconfigure starts it anew, with one frame buffer and the sensor's largest size", async () => {
    const lines = await run(`
      const before = camera.take(1);
      camera.reconfigure({ frameSize: FrameSize.QSXGA, grabMode: GrabMode.LATEST, framebufferCount: 2 });
      console.log(camera.width, camera.frameSize === FrameSize.UXGA, camera.framebufferCount);
      camera.reconfigure({ frameSize: FrameSize.VGA });
      console.log(camera.frameAvailable, camera.grabMode === GrabMode.LATEST, camera.take(1) !== null);
      console.log(before !== null, camera.width, camera.height);
      console.log(outcome(() => camera.reconfigure({ pixelFormat: PixelFormat.RGB565 })));
    `);
    expect(lines).toEqual([
      "1600 true 1",
      "false true true",
      "true 640 480",
      "NotImplementedError: the simulated camera makes only JPEG, not RGB565: " +
        "pass pixel_format=espcamera.PixelFormat.JPEG",
    ]);
  });

  test("the next picture is written over the one before", async () => {
    const lines = await run(`
      const first = camera.take(1);
      const start = first === null ? [] : [first[0], first[1]];
      const length = first === null ? 0 : first.length;
      const middle: number[] = [];
      if (first !== null) for (let at = 0; at < length; at += 1) middle.push(first[at]);
      camera.take(1);
      let changed = 0;
      if (first !== null) for (let at = 0; at < length; at += 1) if (first[at] !== middle[at]) changed += 1;
      console.log(start.join(), changed > 100);
    `);
    expect(lines).toEqual(["-1,-40 true"]);
  });

  test("after deinit nothing works but deinit", async () => {
    const lines = await run(`
      closeCamera(camera);
      camera.deinit();
      console.log(outcome(() => camera.contrast));
      console.log(outcome(() => { camera.hmirror = true; }));
      console.log(outcome(() => camera.reconfigure({})));
      console.log(outcome(() => camera.take()));
    `);
    expect(lines).toEqual([gone, gone, gone, gone]);
  });
});

const runPython = async (python: string, sensor?: string) =>
  linesOf(await startPython(pythonCamera + python, sensor === undefined ? {} : { sensor }));

test("arguments of another type are named", async () => {
  const lines = await runPython(`
print(outcome(lambda: open_camera(frame_size=3)))
print(outcome(lambda: open_camera(vsync_pin=3)))
print(outcome(lambda: open_camera(i2c=None)))
camera = open_camera()
print(outcome(lambda: camera.reconfigure(grab_mode=espcamera.FrameSize.VGA)))
print(outcome(lambda: setattr(camera, "contrast", 1.5)))
print(outcome(lambda: setattr(camera, "gain_ceiling", 2)))
`);
  expect(lines).toEqual([
    "TypeError: frame_size must be of type FrameSize, not int",
    "TypeError: vsync_pin must be of type Pin, not int",
    "TypeError: i2c must be of type I2C, not NoneType",
    "TypeError: grab_mode must be of type GrabMode, not Choice",
    "TypeError: can't convert float to int",
    "TypeError: gain_ceiling must be of type GainCeiling, not int",
  ]);
});

test("a picture is a signed memoryview that nobody writes to", async () => {
  const lines = await runPython(`
frame = open_camera().take(1)
print(frame[0], bytes(frame[:2]), bytes(frame[-2:]))
def write(view):
    view[0] = 0
print(outcome(lambda: write(frame)))
print(outcome(lambda: write(frame[2:4])))
`);
  const refused = "TypeError: 'memoryview' object doesn't support item assignment";
  expect(lines).toEqual([String.raw`-1 b'\xff\xd8' b'\xff\xd9'`, refused, refused]);
});

test("the settings need the sensor's bus", async () => {
  const lines = await runPython(`
camera = open_camera()
i2c.deinit()
print(outcome(lambda: camera.contrast))
print(camera.width)
`);
  expect(lines).toEqual([gone, "320"]);
});

test("a camera without a clock is one that was shut down, and keeps its pins", async () => {
  const lines = await runPython(`
camera = open_camera(external_clock_frequency=0)
print(outcome(lambda: camera.width))
camera.deinit()
print(outcome(open_camera))
`);
  expect(lines).toEqual([gone, "ValueError: CAM_D0 in use"]);
});

test("a sensor that makes no JPEG is told apart from what is not simulated", async () => {
  const board = "espressif_esp32s3_eye" as const;
  const python = `
import board, espcamera
try:
    espcamera.Camera(
        data_pins=board.CAMERA_DATA, pixel_clock_pin=board.CAMERA_PCLK,
        vsync_pin=board.CAMERA_VSYNC, href_pin=board.CAMERA_HREF, i2c=board.I2C(),
        external_clock_pin=board.CAMERA_XCLK, pixel_format=espcamera.PixelFormat.JPEG)
    print("fine")
except OSError as error:
    print(error)
`;
  const lines = async (sensor?: string) =>
    linesOf(await startPython(python, sensor === undefined ? { board } : { board, sensor }));
  expect(await lines()).toEqual(["fine"]);
  expect(await lines("OV7725")).toEqual(["Operation or feature not supported"]);
});
