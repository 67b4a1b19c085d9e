// What a program asks of espcamera.Camera.
import { DeviceError } from "./device-error";
import type { FrameSizeName } from "./frame-sizes";

/** What `reconfigure` can change. */
export interface CameraFormat {
  pixelFormat: "RGB565" | "GRAYSCALE" | "JPEG";
  frameSize: FrameSizeName;
  framebufferCount: number;
  grabMode: "WHEN_EMPTY" | "LATEST";
}

export interface CameraOptions extends CameraFormat {
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
  jpegQuality: number;
}

export function pinsOf(options: CameraOptions): string[] {
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

/** The refusal of what is not simulated. */
export function onlyJpeg(format: string): DeviceError {
  return new DeviceError(
    "NotImplementedError",
    `the simulated camera makes only JPEG, not ${format}: pass pixel_format=espcamera.PixelFormat.JPEG`,
  );
}
