// The end of everything that the chip does, in the middle of whatever it did.

/** Thrown out of a call into the hardware. No program may catch it: there is none any more. */
export class PowerLoss extends Error {
  override readonly name: string = "PowerLoss";
}

/** What microcontroller.cpu.reset_reason tells (ports/espressif/common-hal/microcontroller/Processor.c). */
export type ResetReason = "POWER_ON" | "SOFTWARE" | "WATCHDOG";

/** The chip starts anew: nothing is closed, no peer is told. */
export class Reset extends PowerLoss {
  override readonly name = "Reset";
  constructor(readonly reason: ResetReason) {
    super(reason);
  }
}
