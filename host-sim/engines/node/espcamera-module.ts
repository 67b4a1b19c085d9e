// `espcamera` for programs in JavaScript.
import type { Camera } from "../../hardware/camera";
import type { CameraFormat, CameraOptions } from "../../hardware/camera-options";
import type { Chip } from "../../hardware/chip";
import { frameSizeNames } from "../../hardware/frame-sizes";
import { flagSettings, gainCeilings, numberSettings } from "../../hardware/sensors";
import type { I2C } from "./camera-modules";
import { choices, type Choice, type Pin } from "./pin";
import type { Realm } from "./realm";

/** What `reconfigure` takes. */
interface ProgramFormat {
  pixelFormat?: Choice | null;
  frameSize?: Choice | null;
  grabMode?: Choice | null;
  framebufferCount?: number | null;
}

interface ProgramCameraOptions extends ProgramFormat {
  dataPins: Pin[];
  pixelClockPin: Pin;
  vsyncPin: Pin;
  hrefPin: Pin;
  i2c: I2C;
  externalClockPin?: Pin;
  externalClockFrequency?: number;
  powerdownPin?: Pin;
  resetPin?: Pin;
  jpegQuality?: number;
}

const GrabMode = choices(["WHEN_EMPTY", "LATEST"]);
const PixelFormat = choices(["RGB565", "GRAYSCALE", "JPEG"]);
const FrameSize = choices(frameSizeNames);
const GainCeiling = choices(gainCeilings);

/** Only what was given. */
function formatOf(given: ProgramFormat): Partial<CameraFormat> {
  const { pixelFormat, frameSize, grabMode, framebufferCount } = given;
  return {
    ...(pixelFormat && { pixelFormat: pixelFormat.name as CameraFormat["pixelFormat"] }),
    ...(frameSize && { frameSize: frameSize.name as CameraFormat["frameSize"] }),
    ...(grabMode && { grabMode: grabMode.name as CameraFormat["grabMode"] }),
    ...(typeof framebufferCount === "number" && { framebufferCount }),
  };
}

/** With CircuitPython's defaults (bindings/espcamera/Camera.c). */
function cameraOptions(given: ProgramCameraOptions): CameraOptions {
  return {
    dataPins: given.dataPins.map((pin) => pin.gpio),
    pixelClockPin: given.pixelClockPin.gpio,
    vsyncPin: given.vsyncPin.gpio,
    hrefPin: given.hrefPin.gpio,
    i2c: given.i2c.handle,
    externalClockPin: given.externalClockPin?.gpio ?? null,
    externalClockFrequency: given.externalClockFrequency ?? 20_000_000,
    powerdownPin: given.powerdownPin?.gpio ?? null,
    resetPin: given.resetPin?.gpio ?? null,
    jpegQuality: given.jpegQuality ?? 15,
    pixelFormat: "RGB565",
    frameSize: "QQVGA",
    framebufferCount: 1,
    grabMode: "WHEN_EMPTY",
    ...formatOf(given),
  };
}

class NodeCamera {
  private handle: number;
  /** The same memory for every picture: the one before is overwritten, as in the driver. */
  private memory = new ArrayBuffer(0);

  constructor(
    private readonly realm: Realm,
    private readonly camera: Camera,
    options: ProgramCameraOptions,
  ) {
    realm.allocate();
    this.handle = realm.device(() => camera.open(cameraOptions(options)));
    this.defineProperties();
  }

  get frameAvailable(): boolean {
    return this.realm.device(() => this.camera.frameAvailable(this.handle));
  }

  take(timeout = 0.25): Int8Array | null {
    const ms = Math.round(timeout * 1000);
    const picture = this.realm.device(() => this.camera.take(this.handle, ms));
    if (picture === null) return null;
    if (typeof picture === "number") {
      this.realm.checked(picture);
      return null;
    }
    this.realm.allocate();
    if (this.memory.byteLength < picture.length) {
      this.memory = new ArrayBuffer(Math.ceil(picture.length * 1.25));
    }
    new Uint8Array(this.memory).set(picture);
    return this.realm.prelude.signedBytes(this.memory, 0, picture.length);
  }

  reconfigure(changes: ProgramFormat = {}): void {
    this.realm.device(() => this.camera.reconfigure(this.handle, formatOf(changes)));
  }

  deinit(): void {
    this.camera.close(this.handle);
    this.handle = 0;
  }

  private describe() {
    return this.realm.device(() => this.camera.describe(this.handle));
  }

  private defineProperties(): void {
    const { realm, camera } = this;
    const define = (name: string, get: () => unknown, set?: (value: never) => void) =>
      Object.defineProperty(this, camelCase(name), { get, ...(set && { set }) });
    define("width", () => this.describe().width);
    define("height", () => this.describe().height);
    define("sensorName", () => this.describe().sensor);
    define("address", () => this.describe().address);
    define("supportsJpeg", () => this.describe().sensor !== "");
    define("framebufferCount", () => this.describe().framebufferCount);
    define("pixelFormat", () => PixelFormat[this.describe().pixelFormat]);
    define("frameSize", () => FrameSize[this.describe().frameSize]);
    define("maxFrameSize", () => FrameSize[this.describe().maxFrameSize]);
    define("grabMode", () => GrabMode[this.describe().grabMode]);
    const get = (name: Setting) => realm.device(() => camera.setting(this.handle, name));
    const set = (name: Setting, value: number) =>
      realm.device(() => camera.setSetting(this.handle, name, value));
    for (const name of numberSettings)
      define(
        name,
        () => get(name),
        (value: number) => set(name, value),
      );
    for (const name of flagSettings)
      define(
        name,
        () => get(name) === 1,
        (value: unknown) => set(name, value ? 1 : 0),
      );
    define(
      "gainCeiling",
      () => GainCeiling[gainCeilings[get("gain_ceiling")] ?? ""],
      (value: Choice) => set("gain_ceiling", gainCeilings.indexOf(value.name)),
    );
  }
}

type Setting = Parameters<Camera["setting"]>[1];

/** `agc_gain` is `agcGain` in TypeScript. */
const camelCase = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

export function espcameraModule(realm: Realm, { camera }: Chip) {
  class ProgramCamera extends NodeCamera {
    constructor(options: ProgramCameraOptions) {
      super(realm, camera, options);
    }
  }
  return { Camera: ProgramCamera, GrabMode, PixelFormat, FrameSize, GainCeiling };
}
