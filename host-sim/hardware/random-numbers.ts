// The numbers of `random` (shared-module/random/__init__.c): Yasmarang by Ilya Levin, the same that
// the VM of the python engine has, so that one seed gives one sequence on both engines.

/** MP_FLOAT_FRAC_BITS of the VM's double floats. */
const fractionBits = 52;

export class RandomNumbers {
  private state = 69;
  private accumulator = 0;
  private step = 233;

  /** @param pad the seed, 32 bits of it */
  constructor(private pad: number) {
    this.pad = pad >>> 0;
  }

  /** From 0 up to 1, as random.random(). */
  next(): number {
    const high = this.word();
    const low = this.word();
    const fraction = (high & (2 ** (fractionBits - 32) - 1)) * 2 ** 32 + low;
    return fraction / 2 ** fractionBits;
  }

  private word(): number {
    this.pad = (this.pad + this.accumulator + Math.imul(this.step, this.state)) >>> 0;
    this.pad = ((this.pad << 3) + (this.pad >>> 29)) >>> 0;
    this.state = (this.pad | 2) >>> 0;
    this.step = (this.step ^ ((this.pad << 31) + (this.pad >>> 1))) >>> 0;
    this.accumulator = (this.accumulator ^ ((this.pad & 0xff) ^ (this.step >>> 8) ^ 1)) & 0xff;
    return (this.pad ^ (this.step << 5) ^ (this.pad >>> 18) ^ (this.accumulator << 1)) >>> 0;
  }
}

/** Four of the chip's random bytes: with so many a program's `random` begins (common_hal_os_urandom). */
export function randomSeed(randomByte: () => number): number {
  return [0, 8, 16, 24].reduce((seed, shift) => (seed | (randomByte() << shift)) >>> 0, 0);
}
