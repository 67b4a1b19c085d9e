// Pins with two levels (shared-bindings/digitalio/DigitalInOut.c,
// ports/espressif/common-hal/digitalio/DigitalInOut.c).
import { DeviceError } from "./device-error";
import { Handles } from "./handles";
import type { PinTable } from "./pins";
import type { Pull, Wires } from "./wires";

interface DigitalPin {
  readonly gpio: string;
  /** Null: the direction is input. */
  output: { value: boolean; openDrain: boolean } | null;
}

export class DigitalPins {
  private readonly open = new Handles<DigitalPin>();

  constructor(
    private readonly pins: PinTable,
    private readonly wires: Wires,
  ) {}

  /** An input without pull. @throws DeviceError ValueError "<pin> in use" */
  construct(gpio: string): number {
    this.pins.claim([gpio]);
    this.wires.set(gpio, { output: null, pull: null });
    return this.open.add({ gpio, output: null });
  }

  deinit(handle: number): void {
    const pin = this.open.remove(handle);
    if (pin === undefined) return;
    this.wires.reset(pin.gpio);
    this.pins.release([pin.gpio]);
  }

  endOfProgram(): void {
    this.open.clear();
  }

  isOutput(handle: number): boolean {
    return this.open.get(handle).output !== null;
  }

  switchToInput(handle: number, pull: Pull | null): void {
    const pin = this.open.get(handle);
    pin.output = null;
    this.wires.set(pin.gpio, { output: null, pull });
  }

  switchToOutput(handle: number, value: boolean, openDrain: boolean): void {
    const pin = this.open.get(handle);
    pin.output = { value, openDrain };
    this.drive(pin);
  }

  /** An output answers what was set: the port does not read an open drain back. */
  value(handle: number): boolean {
    const { gpio, output } = this.open.get(handle);
    return output === null ? this.wires.level(gpio) : output.value;
  }

  /** @throws DeviceError AttributeError for an input */
  setValue(handle: number, value: boolean): void {
    const pin = this.open.get(handle);
    if (pin.output === null) throw notAnOutput("Cannot set value when direction is input.");
    pin.output.value = value;
    this.drive(pin);
  }

  isOpenDrain(handle: number): boolean {
    const { output } = this.open.get(handle);
    if (output === null) throw notAnOutput("Drive mode not used when direction is input.");
    return output.openDrain;
  }

  setOpenDrain(handle: number, openDrain: boolean): void {
    const pin = this.open.get(handle);
    if (pin.output === null) throw notAnOutput("Drive mode not used when direction is input.");
    pin.output.openDrain = openDrain;
    this.drive(pin);
  }

  pull(handle: number): Pull | null {
    return this.wires.state(this.input(handle).gpio).pull;
  }

  setPull(handle: number, pull: Pull | null): void {
    this.wires.set(this.input(handle).gpio, { pull });
  }

  /** common_hal_neopixel_write in ports/espressif/common-hal/neopixel_write: the pin as it is. */
  writePixels(handle: number, bytes: Uint8Array): void {
    this.wires.set(this.open.get(handle).gpio, { pixels: [...bytes] });
  }

  private input(handle: number): DigitalPin {
    const pin = this.open.get(handle);
    if (pin.output !== null) {
      throw new DeviceError("AttributeError", "Pull not used when direction is output.");
    }
    return pin;
  }

  private drive({ gpio, output }: DigitalPin): void {
    const released = output === null || (output.openDrain && output.value);
    this.wires.set(gpio, { output: released ? null : output.value });
  }
}

function notAnOutput(text: string): DeviceError {
  return new DeviceError("AttributeError", text);
}
