/** ports/espressif/bindings/espcamera/Camera.c */
declare module "espcamera" {
  import { I2C } from "busio";
  import { Pin } from "microcontroller";

  export class GrabMode {
    static readonly WHEN_EMPTY: GrabMode;
    static readonly LATEST: GrabMode;
  }
  export class PixelFormat {
    static readonly RGB565: PixelFormat;
    static readonly GRAYSCALE: PixelFormat;
    static readonly JPEG: PixelFormat;
  }
  export class FrameSize {
    static readonly QQVGA: FrameSize;
    static readonly QVGA: FrameSize;
    static readonly CIF: FrameSize;
    static readonly HVGA: FrameSize;
    static readonly VGA: FrameSize;
    static readonly SVGA: FrameSize;
    static readonly XGA: FrameSize;
    static readonly HD: FrameSize;
    static readonly SXGA: FrameSize;
    static readonly UXGA: FrameSize;
  }

  export interface CameraOptions {
    /** D0 to D7, least significant first. */
    dataPins: readonly Pin[];
    pixelClockPin: Pin;
    vsyncPin: Pin;
    hrefPin: Pin;
    i2c: I2C;
    externalClockPin?: Pin;
    /** Hz */
    externalClockFrequency?: int;
    powerdownPin?: Pin;
    resetPin?: Pin;
    pixelFormat?: PixelFormat;
    frameSize?: FrameSize;
    /** 2 to 55, passed to the driver unchanged: lower is better and larger. */
    jpegQuality?: int;
    /** 1 or 2 */
    framebufferCount?: int;
    grabMode?: GrabMode;
  }

  export class Camera {
    /**
     * @kwargs
     * @throws ValueError a pin is in use (another camera lives), or a number is out of range
     * @throws OSError no camera answers, or this firmware has no driver for its sensor
     */
    constructor(options: CameraOptions);
    /** True when `take` would return at once. */
    readonly frameAvailable: boolean;
    readonly width: int;
    readonly height: int;
    readonly sensorName: string;
    /**
     * Gives the last picture's buffer back to the driver and waits for the next picture. The
     * bytes returned are overwritten by the next `take`, and gone after `deinit`.
     * @param timeout seconds, 0.25 by default; null when they have passed without a picture
     */
    take(timeout?: number): Int8Array | null;
    /** Frees pins, clock and buffers; the I2C bus stays. Any later use is a ValueError. */
    deinit(): void;
  }
}
