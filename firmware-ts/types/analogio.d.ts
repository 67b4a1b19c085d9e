/** shared-bindings/analogio; the ESP32-S3 has no AnalogOut. */
declare module "analogio" {
  import { Pin } from "microcontroller";

  export class AnalogIn {
    /** @throws ValueError "Invalid pin" where there is no ADC: it is at GPIO1 to GPIO20 */
    constructor(pin: Pin);
    /** 0 to 65535 for 0 V to `referenceVoltage`. */
    readonly value: int;
    readonly referenceVoltage: float;
    deinit(): void;
  }
}
