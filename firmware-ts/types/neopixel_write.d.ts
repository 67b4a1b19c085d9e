/** shared-bindings/neopixel_write */
declare module "neopixel_write" {
  import { DigitalInOut } from "digitalio";
  /** Clocks `bytes` out on an output, in whichever order of colours the pixels have. */
  export function neopixelWrite(pin: DigitalInOut, bytes: ReadableBuffer): void;
}
