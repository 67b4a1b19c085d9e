// Pins whose voltage is measured (ports/espressif/common-hal/analogio/AnalogIn.c).
import { DeviceError } from "./device-error";
import { Handles } from "./handles";
import type { PinTable } from "./pins";
import { supplyVolts, type Wires } from "./wires";

/** ESP32-S3 datasheet, table of peripheral pins: ADC1 and ADC2 have ten channels each. */
const lastAnalogGpio = 20;
/** Of the ESP32-S3's ADC. */
const steps = 2 ** 12 - 1;

export class AnalogInputs {
  private readonly open = new Handles<{ gpio: string }>();

  constructor(
    private readonly pins: PinTable,
    private readonly wires: Wires,
  ) {}

  /** @throws DeviceError ValueError "Invalid pin" where there is no ADC, "<pin> in use" */
  construct(gpio: string): number {
    this.pins.checkFree([gpio]);
    const number = Number(gpio.slice("GPIO".length));
    if (number < 1 || number > lastAnalogGpio) throw new DeviceError("ValueError", "Invalid pin");
    this.pins.claim([gpio]);
    return this.open.add({ gpio });
  }

  deinit(handle: number): void {
    const input = this.open.remove(handle);
    if (input !== undefined) this.pins.release([input.gpio]);
  }

  endOfProgram(): void {
    this.open.clear();
  }

  /** 0 to 65 535 for 0 to 3.3 V, in the steps of an ADC of 12 bits. */
  value(handle: number): number {
    const volts = this.wires.volts(this.open.get(handle).gpio);
    const measured = Math.min(Math.max(volts / supplyVolts, 0), 1);
    const millivolts = Math.trunc((Math.round(measured * steps) * supplyVolts * 1000) / steps);
    return Math.trunc((millivolts * 65_535) / 3300);
  }

  referenceVoltage(handle: number): number {
    this.open.get(handle);
    return supplyVolts;
  }
}
