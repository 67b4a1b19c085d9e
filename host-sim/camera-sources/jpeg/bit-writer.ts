// Entropy-coded bytes of a JPEG: bits, most significant first, with a zero byte stuffed after each FF.

export class BitWriter {
  private bytes = new Uint8Array(4096);
  private length = 0;
  private pending = 0;
  private pendingBits = 0;

  /** Appends the `count` (0 to 16) low bits of `value`. */
  put(value: number, count: number): void {
    this.pending = (this.pending << count) | value;
    this.pendingBits += count;
    while (this.pendingBits >= 8) {
      this.pendingBits -= 8;
      this.putByte((this.pending >> this.pendingBits) & 0xff);
    }
  }

  /** Appends what `BitPieces` has packed. */
  putPieces(pieces: readonly number[]): void {
    for (const piece of pieces) this.put(piece >> 5, piece & 31);
  }

  /** Fills the last byte with ones (T.81 F.1.2.3), and gives what was written since the last call. */
  take(): Uint8Array {
    if (this.pendingBits > 0) this.put((1 << (8 - this.pendingBits)) - 1, 8 - this.pendingBits);
    const taken = this.bytes.slice(0, this.length);
    this.length = 0;
    this.pending = 0;
    return taken;
  }

  private putByte(byte: number): void {
    if (this.length + 2 > this.bytes.length) {
      const grown = new Uint8Array(this.bytes.length * 2);
      grown.set(this.bytes);
      this.bytes = grown;
    }
    this.bytes[this.length++] = byte;
    if (byte === 0xff) this.bytes[this.length++] = 0;
  }
}

/** Bits to be kept and written later, packed into numbers of `bits << 5 | count`, count up to 16. */
export class BitPieces {
  private readonly pieces: number[] = [];
  private pending = 0;
  private pendingBits = 0;

  /** Appends the `count` (0 to 16) low bits of `value`. */
  put(value: number, count: number): void {
    this.pending = (this.pending << count) | value;
    this.pendingBits += count;
    if (this.pendingBits < 16) return;
    this.pendingBits -= 16;
    this.pieces.push((((this.pending >>> this.pendingBits) & 0xffff) << 5) | 16);
    this.pending &= (1 << this.pendingBits) - 1;
  }

  /** What was put since the last call. */
  take(): number[] {
    if (this.pendingBits > 0) this.pieces.push((this.pending << 5) | this.pendingBits);
    const taken = this.pieces.slice();
    this.pieces.length = 0;
    this.pending = 0;
    this.pendingBits = 0;
    return taken;
  }
}
