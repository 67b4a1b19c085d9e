// The camera: one sensor, its driver and its frame buffers
// (ports/espressif/common-hal/espcamera/Camera.c, espressif/esp32-camera driver/cam_hal.c).
import { onlyJpeg, pinsOf, type CameraFormat, type CameraOptions } from "./camera-options";
import { isWired, probeSensor, type CameraHardware } from "./camera-probe";
import { checkRange, DeviceError, deinitializedError } from "./device-error";
import { FrameBuffers, type Picture } from "./frame-buffers";
import {
  clampFrameSize,
  dimensionsOf,
  type FrameDimensions,
  type FrameSizeName,
} from "./frame-sizes";
import type { Faults } from "./faults";
import { SensorSettings, type SensorModel, type SettingName } from "./sensors";
import type { I2CPins } from "./bus-devices";
import type { I2CBuses } from "./i2c";
import { pictureSize } from "./picture-size";
import type { PinTable } from "./pins";
import type { Waiting } from "./waiting";

/** What a program can ask of a camera that lives. */
export interface CameraDescription extends CameraFormat, FrameDimensions {
  sensor: string;
  maxFrameSize: FrameSizeName;
  address: number;
}

/** A camera that lives. */
interface LiveCamera {
  options: CameraOptions;
  readonly model: SensorModel;
  readonly settings: SensorSettings;
  readonly pins: string[];
  buffers: FrameBuffers;
  /** Of the picture that was taken last; null before the first. */
  takenSize: FrameDimensions | null;
}

/** The lens's side of the sensor: where pictures come from. */
export interface PictureFeed {
  start(width: number, height: number): void;
  stop(): void;
  /** Whether a picture made now would find a buffer. */
  wanted(wanted: boolean): void;
  /** The program has this picture: the next one has the next number. */
  taken(): void;
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
  private camera: LiveCamera | null = null;
  private handle = 0;

  constructor(
    private readonly hardware: CameraHardware,
    private readonly surroundings: CameraSurroundings,
  ) {}

  /** Frame buffers that the driver has allocated. */
  get frameBuffers(): number {
    return this.camera?.options.framebufferCount ?? 0;
  }

  /**
   * Starts the camera; there is one at a time.
   * @returns its handle; the handle of an earlier camera is a camera that was shut down
   * @throws DeviceError ValueError for pins in use and numbers out of range, IDFError when no
   *   sensor answers or the firmware has no driver for it
   */
  open(options: CameraOptions): number {
    const pins = pinsOf(options);
    const bus = this.checkOptions(options, pins);
    this.surroundings.pins.claim(pins);
    try {
      const model = probeSensor(this.hardware, bus, options, this.surroundings.faults);
      const settings = new SensorSettings(model, options.jpegQuality);
      const buffers = new FrameBuffers(options);
      this.camera = { options, model, settings, pins, buffers, takenSize: null };
    } catch (error) {
      // The C code leaves the pins claimed until the object is collected; a program that retries
      // collects first, so the difference does not show.
      this.surroundings.pins.release(pins);
      throw error;
    }
    this.handle += 1;
    this.start(this.camera);
    return this.handle;
  }

  /** In the order of espcamera_camera_make_new. @returns the sensor's bus */
  private checkOptions(options: CameraOptions, pins: string[]): I2CPins {
    if (options.dataPins.length !== 8) {
      throw new DeviceError("ValueError", "data_pins length must be 8");
    }
    this.surroundings.pins.checkFree(pins);
    checkRange("external_clock_frequency", options.externalClockFrequency, 0, 40_000_000);
    checkRange("jpeg_quality", options.jpegQuality, 2, 55);
    checkRange("framebuffer_count", options.framebufferCount, 1, 2);
    return this.surroundings.buses.get(options.i2c);
  }

  private start({ options, model }: LiveCamera): void {
    const { width, height } = dimensionsOf(clampFrameSize(options.frameSize, model.largest));
    if (isWired(this.hardware, options)) this.surroundings.feed.start(width, height);
    this.tellFeed();
  }

  /**
   * Ends the driver and starts it anew. Its binding keeps framebuffer_count in a C bool, so that
   * there is one buffer afterwards, whatever was asked for or was there (bindings/espcamera/Camera.c).
   * @throws DeviceError NotImplementedError for a format that is not simulated
   */
  reconfigure(handle: number, changes: Partial<CameraFormat>): void {
    const camera = this.live(handle);
    const format = { ...camera.options, ...changes };
    if (format.pixelFormat !== "JPEG") throw onlyJpeg(format.pixelFormat);
    this.checkBus(camera);
    camera.options = {
      ...format,
      frameSize: clampFrameSize(format.frameSize, camera.model.largest),
      framebufferCount: format.framebufferCount === 0 ? 0 : 1,
    };
    camera.buffers = new FrameBuffers(camera.options);
    camera.takenSize = null;
    this.start(camera);
  }

  /**
   * A sensor makes pictures of the size that was set. A folder's photos have their own, and a small
   * test pattern too: then the size is that of the last picture, as no program could tell otherwise.
   * @throws DeviceError ValueError after `close`
   */
  describe(handle: number): CameraDescription {
    const { options, model, takenSize } = this.live(handle);
    const { pixelFormat, frameSize, framebufferCount, grabMode } = options;
    const { largest, address } = model;
    const size = takenSize ?? dimensionsOf(clampFrameSize(frameSize, largest));
    return {
      ...{ pixelFormat, frameSize, framebufferCount, grabMode, ...size },
      ...{ sensor: this.hardware.sensor, maxFrameSize: largest, address },
    };
  }

  /** @throws DeviceError ValueError after `close`, and when the bus of the sensor is closed */
  setting(handle: number, name: SettingName): number {
    const camera = this.live(handle);
    this.checkBus(camera);
    return camera.settings.get(name);
  }

  /** @throws DeviceError ValueError as `setting`, and for what the sensor does not take */
  setSetting(handle: number, name: SettingName, value: number): void {
    const camera = this.live(handle);
    this.checkBus(camera);
    camera.settings.set(name, value);
  }

  /** i2c_lock in common-hal/espcamera/Camera.c */
  private checkBus({ options }: LiveCamera): void {
    this.surroundings.buses.get(options.i2c);
  }

  frameAvailable(handle: number): boolean {
    const { buffers } = this.live(handle);
    this.surroundings.waiting.catchUp();
    return buffers.isFilled;
  }

  /**
   * Gives the last picture's buffer back and waits for a picture.
   * @returns its bytes, null when none came in time, or -EINTR
   */
  take(handle: number, timeoutMs: number): Uint8Array | null | number {
    const camera = this.live(handle);
    const { buffers } = camera;
    buffers.giveBack();
    this.tellFeed();
    const waited = this.surroundings.waiting.until(() => buffers.isFilled, timeoutMs);
    if (waited < 0) return waited;
    const picture = buffers.take();
    if (picture === null) return null;
    camera.takenSize = pictureSize(picture);
    this.surroundings.feed.taken();
    this.tellFeed();
    return picture;
  }

  /** May be called again. The bus stays open. */
  close(handle: number): void {
    if (!this.isDeinitialized(handle)) this.shutDown();
  }

  /** espcamera_reset, at the end of the program. */
  shutDown(): void {
    if (this.camera === null) return;
    this.surroundings.pins.release(this.camera.pins);
    this.camera = null;
    this.surroundings.feed.stop();
  }

  /** The sensor has made a picture. */
  picture(picture: Picture): void {
    this.camera?.buffers.put(picture);
    this.tellFeed();
  }

  private tellFeed(): void {
    this.surroundings.feed.wanted(this.camera?.buffers.hasRoom ?? false);
  }

  private live(handle: number): LiveCamera {
    if (this.camera === null || this.isDeinitialized(handle)) throw deinitializedError();
    return this.camera;
  }

  /**
   * common_hal_espcamera_camera_deinited asks for the frequency of the clock: a camera that gets 0
   * works as little as one that was shut down, and keeps its pins until the program ends.
   */
  private isDeinitialized(handle: number): boolean {
    const frequency = this.camera?.options.externalClockFrequency ?? 0;
    return frequency === 0 || handle !== this.handle;
  }
}
