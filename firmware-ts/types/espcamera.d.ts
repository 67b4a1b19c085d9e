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
    static readonly R96X96: FrameSize;
    static readonly QQVGA: FrameSize;
    static readonly QCIF: FrameSize;
    static readonly HQVGA: FrameSize;
    static readonly R240X240: FrameSize;
    static readonly QVGA: FrameSize;
    static readonly CIF: FrameSize;
    static readonly HVGA: FrameSize;
    static readonly VGA: FrameSize;
    static readonly SVGA: FrameSize;
    static readonly XGA: FrameSize;
    static readonly HD: FrameSize;
    static readonly SXGA: FrameSize;
    static readonly UXGA: FrameSize;
    static readonly FHD: FrameSize;
    static readonly P_HD: FrameSize;
    static readonly P_3MP: FrameSize;
    static readonly QXGA: FrameSize;
    static readonly QHD: FrameSize;
    static readonly WQXGA: FrameSize;
    static readonly P_FHD: FrameSize;
    static readonly QSXGA: FrameSize;
  }
  /** The most that the sensor multiplies its signal with. */
  export class GainCeiling {
    static readonly GAIN_2X: GainCeiling;
    static readonly GAIN_4X: GainCeiling;
    static readonly GAIN_8X: GainCeiling;
    static readonly GAIN_16X: GainCeiling;
    static readonly GAIN_32X: GainCeiling;
    static readonly GAIN_64X: GainCeiling;
    static readonly GAIN_128X: GainCeiling;
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

  /** What `reconfigure` changes: what is left out stays. */
  export interface CameraFormat {
    frameSize?: FrameSize;
    pixelFormat?: PixelFormat;
    grabMode?: GrabMode;
    framebufferCount?: int;
  }

  /**
   * What the sensor does not take is a ValueError "invalid setting". Which settings it has, and
   * their ranges, are the sensor's: those given are an OV2640's, an OV3660 or OV5640 takes more.
   */
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
    /** As it was set, also where it is above the sensor's largest. */
    readonly frameSize: FrameSize;
    readonly maxFrameSize: FrameSize;
    readonly pixelFormat: PixelFormat;
    readonly grabMode: GrabMode;
    readonly framebufferCount: int;
    readonly supportsJpeg: boolean;
    /** Of the sensor, on the I2C bus. */
    readonly address: int;
    gainCeiling: GainCeiling;
    /** -2 to 2 */
    contrast: int;
    /** -2 to 2 */
    brightness: int;
    /** -2 to 2 */
    saturation: int;
    /** -3 to 3 on an OV3660 or OV5640; an OV2640 takes none */
    sharpness: int;
    /** 0 to 8 on an OV3660 or OV5640; an OV2640 takes none */
    denoise: int;
    /** 0 to 63, lower is better and larger */
    quality: int;
    /** 0 to 30, with gainCtrl off */
    agcGain: int;
    /** 0 to 1200, with exposureCtrl off */
    aecValue: int;
    /** 0 to 6, 0 is none */
    specialEffect: int;
    /** 0 to 4, 0 is automatic */
    wbMode: int;
    /** -2 to 2 */
    aeLevel: int;
    /** A test pattern of the sensor's instead of the picture. */
    colorbar: boolean;
    whitebal: boolean;
    gainCtrl: boolean;
    exposureCtrl: boolean;
    /** Left and right are exchanged. */
    hmirror: boolean;
    /** Top and bottom are exchanged. */
    vflip: boolean;
    aec2: boolean;
    awbGain: boolean;
    dcw: boolean;
    bpc: boolean;
    wpc: boolean;
    rawGma: boolean;
    lenc: boolean;
    /**
     * Gives the last picture's buffer back to the driver and waits for the next picture. The
     * bytes returned are overwritten by the next `take`, and gone after `deinit`.
     * @param timeout seconds, 0.25 by default; null when they have passed without a picture
     */
    take(timeout?: number): Int8Array | null;
    /**
     * Starts the driver anew, with one frame buffer: what was taken before is gone.
     * @kwargs
     */
    reconfigure(changes: CameraFormat): void;
    /** Frees pins, clock and buffers; the I2C bus stays. Any later use is a ValueError. */
    deinit(): void;
  }
}
