/** shared-bindings/pwmio/PWMOut.c */
declare module "pwmio" {
  import { Pin } from "microcontroller";

  export interface PWMOutOptions {
    /** 0 to 65535, 0 by default */
    dutyCycle?: int;
    /** Hz, 500 by default */
    frequency?: int;
    /** Else `frequency` can't be set later, and outputs of one frequency share a timer of four. */
    variableFrequency?: boolean;
  }

  export class PWMOut {
    /**
     * @kwargs
     * @throws ValueError the pin is in use, or "Invalid frequency"
     * @throws RuntimeError no timer or no channel is left
     */
    constructor(pin: Pin, options?: PWMOutOptions);
    dutyCycle: int;
    frequency: int;
    deinit(): void;
  }
}
