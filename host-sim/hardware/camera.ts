// The camera: one sensor, its driver and its frame buffers
// (ports/espressif/common-hal/espcamera/Camera.c, espressif/esp32-camera driver/cam_hal.c).
import type { CameraWiring } from "../../boards/definition";
import { checkRange, DeviceError, deinitializedError } from "./device-error";
import {
  clampFrameSize,
  dimensionsOf,
  type FrameDimensions,
  type FrameSizeName,
} from "./frame-sizes";
import type { Faults } from "./faults";
import type { I2CBuses } from "./i2c";
import { pictureSize } from "./picture-size";
import type { PinTable } from "./pins";
import type { Waiting } from "./waiting";

export interface CameraOptions {
  /** GPIOs, D0 first. */
  dataPins: string[];
  pixelClockPin: string;
  vsyncPin: string;
  hrefPin: string;
  /** Handle of an open bus. */
  i2c: number;
  externalClockPin: string | null;
  externalClockFrequency: number;
  powerdownPin: string | null;
  resetPin: string | null;
  pixelFormat: "RGB565" | "GRAYSCALE" | "JPEG";
  frameSize: FrameSizeName;
  jpegQuality: number;
  framebufferCount: number;
  grabMode: "WHEN_EMPTY" | "LATEST";
}

/** A JPEG, or what makes it when the program takes it; null when there is none after all. */
export type Picture = Uint8Array | (() => Uint8Array | null);

/** The lens's side of the sensor: where pictures come from. */
export interface PictureFeed {
  start(width: number, height: number): void;
  stop(): void;
  /** Whether a picture made now would find a buffer. */
  wanted(wanted: boolean): void;
  /** The program has this picture: the next one has the next number. */
  taken(): void;
}

/** What the chip on a board is wired to. */
export interface CameraHardware {
  wiring: CameraWiring;
  boardPins: Readonly<Record<string, string>>;
  psramBytes: number;
  /** The sensor on the camera's cable. */
  sensor: string;
}

/** What of the chip the camera's driver uses. */
export interface CameraSurroundings {
  pins: PinTable;
  buses: I2CBuses;
  feed: PictureFeed;
  waiting: Waiting;
  faults: Faults;
}

export class Camera {
  private options: CameraOptions | null = null;
  private handle = 0;
  private claimedPins: string[] = [];
  private newest: Picture | null = null;
  private holding = false;
  /** Of the picture that was taken last; null before the first. */
  private takenSize: FrameDimensions | null = null;

  constructor(
    private readonly hardware: CameraHardware,
    private readonly surroundings: CameraSurroundings,
  ) {}

  /** Frame buffers that the driver has allocated. */
  get frameBuffers(): number {
    return this.options?.framebufferCount ?? 0;
  }

  /**
   * Starts the camera; there is one at a time.
   * @returns its handle; the handle of an earlier camera is a camera that was shut down
   * @throws DeviceError ValueError for pins in use and numbers out of range, IDFError when no
   *   sensor answers or the firmware has no driver for it
   */
  open(options: CameraOptions): number {
    checkRange("external_clock_frequency", options.externalClockFrequency, 0, 40_000_000);
    checkRange("jpeg_quality", options.jpegQuality, 2, 55);
    checkRange("framebuffer_count", options.framebufferCount, 1, 2);
    if (options.dataPins.length !== 8) {
      throw new DeviceError("ValueError", "data_pins length must be 8");
    }
    this.checkMemory(options);
    const bus = this.surroundings.buses.get(options.i2c);
    const pins = pinsOf(options);
    this.surroundings.pins.claim(pins);
    try {
      this.probe(bus, options);
    } catch (error) {
      // The C code leaves the pins claimed until the object is collected; a program that retries
      // collects first, so the difference does not show.
      this.surroundings.pins.release(pins);
      throw error;
    }
    this.claimedPins = pins;
    this.options = { ...options, frameSize: clampFrameSize(options.frameSize, this.sensor) };
    this.handle += 1;
    const { width, height } = dimensionsOf(this.options.frameSize);
    if (this.wiredAs(options)) this.surroundings.feed.start(width, height);
    this.tellFeed();
    return this.handle;
  }

  /** cam_hal.c: a JPEG buffer has a fifth of a byte for each pixel, in PSRAM. */
  private checkMemory({ frameSize, framebufferCount }: CameraOptions): void {
    const { width, height } = dimensionsOf(clampFrameSize(frameSize, this.sensor));
    const bytes = (framebufferCount * width * height) / 5;
    if (bytes > this.hardware.psramBytes)
      throw new DeviceError("espidf.MemoryError", "Out of memory");
  }

  private get sensor(): string {
    return this.hardware.sensor;
  }

  /** esp_camera_init's errors in raise_esp_error's words. */
  private probe(bus: { scl: string; sda: string }, options: CameraOptions): void {
    const fault = this.surroundings.faults.happens("camera does not start");
    if (fault?.reason === "no memory") throw new DeviceError("espidf.MemoryError", "Out of memory");
    if (fault !== null) throw new DeviceError("IDFError", "Requested resource not found");
    const { i2c, sensors } = this.hardware.wiring;
    const [scl, sda] = i2c.kind === "busio" ? [i2c.scl, i2c.sda] : ["SCL", "SDA"];
    const { boardPins } = this.hardware;
    if (bus.scl !== boardPins[scl] || bus.sda !== boardPins[sda]) {
      throw new DeviceError("IDFError", "Requested resource not found");
    }
    if (!sensors.includes(this.sensor)) {
      throw new DeviceError("IDFError", "Operation or feature not supported");
    }
    if (options.pixelFormat !== "JPEG") {
      throw new DeviceError("NotImplementedError", "the simulated camera makes only JPEG");
    }
  }

  /** With a wire on another pin the driver starts, and no picture ever comes. */
  private wiredAs(options: CameraOptions): boolean {
    const { wiring, boardPins } = this.hardware;
    return (
      options.dataPins.every((pin, bit) => pin === wiring.dataGpios[bit]) &&
      options.pixelClockPin === boardPins[wiring.pixelClockPin] &&
      options.vsyncPin === boardPins[wiring.vsyncPin] &&
      options.hrefPin === boardPins[wiring.hrefPin] &&
      options.externalClockPin === boardPins[wiring.externalClockPin]
    );
  }

  /**
   * A sensor makes pictures of the size that was set. A folder's photos have their own, and a small
   * test pattern too: then the size is that of the last picture, as no program could tell otherwise.
   * @throws DeviceError ValueError after `close`
   */
  describe(handle: number): CameraOptions & FrameDimensions & { sensor: string } {
    const options = this.live(handle);
    const size = this.takenSize ?? dimensionsOf(options.frameSize);
    return { ...options, sensor: this.sensor, ...size };
  }

  frameAvailable(handle: number): boolean {
    this.live(handle);
    this.surroundings.waiting.catchUp();
    return this.newest !== null;
  }

  /**
   * Gives the last picture's buffer back and waits for a picture.
   * @returns its bytes, null when none came in time, or -EINTR
   */
  take(handle: number, timeoutMs: number): Uint8Array | null | number {
    this.live(handle);
    this.holding = false;
    this.tellFeed();
    const waited = this.surroundings.waiting.until(() => this.newest !== null, timeoutMs);
    if (waited < 0) return waited;
    const picture = typeof this.newest === "function" ? this.newest() : this.newest;
    this.newest = null;
    if (picture === null) return null;
    this.takenSize = pictureSize(picture);
    this.holding = true;
    this.surroundings.feed.taken();
    this.tellFeed();
    return picture;
  }

  /** May be called again. The bus stays open. */
  close(handle: number): void {
    if (this.options === null || handle !== this.handle) return;
    this.options = null;
    this.newest = null;
    this.takenSize = null;
    this.holding = false;
    this.surroundings.pins.release(this.claimedPins);
    this.claimedPins = [];
    this.surroundings.feed.stop();
  }

  /** espcamera_reset, at the end of the program. */
  shutDown(): void {
    this.close(this.handle);
  }

  /** The sensor has made a picture. */
  picture(picture: Picture): void {
    if (this.options === null || !this.hasBuffer()) return;
    this.newest = picture;
    this.tellFeed();
  }

  /**
   * A buffer that the program holds takes no picture. A full one is written again only with
   * LATEST; WHEN_EMPTY keeps the older picture.
   */
  private hasBuffer(): boolean {
    if (this.options === null) return false;
    const free = this.options.framebufferCount - (this.holding ? 1 : 0);
    return free > 0 && (this.newest === null || this.options.grabMode === "LATEST");
  }

  private tellFeed(): void {
    this.surroundings.feed.wanted(this.hasBuffer());
  }

  private live(handle: number): CameraOptions {
    if (this.options === null || handle !== this.handle) throw deinitializedError();
    return this.options;
  }
}

function pinsOf(options: CameraOptions): string[] {
  const { externalClockPin, powerdownPin, resetPin } = options;
  const optional = [externalClockPin, powerdownPin, resetPin].filter((pin) => pin !== null);
  return [
    ...options.dataPins,
    options.pixelClockPin,
    options.vsyncPin,
    options.hrefPin,
    ...optional,
  ];
}
