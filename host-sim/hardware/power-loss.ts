// The end of everything that the chip does, in the middle of whatever it did.

/** Thrown out of a call into the hardware. No program may catch it: there is none any more. */
export class PowerLoss extends Error {
  override readonly name = "PowerLoss";
}
