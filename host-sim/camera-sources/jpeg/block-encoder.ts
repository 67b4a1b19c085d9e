// One 8×8 block of one channel: transformed, quantized, and put into Huffman codes.
import { BitPieces, type BitWriter } from "./bit-writer";
import { forwardDct, scaleOf } from "./forward-dct";
import { huffman, quantizationTable, zigzag, type Channel } from "./tables";
import type { HuffmanSpecification } from "./tables";

/** Codes by symbol, each as `code << 5 | length`. */
function buildCodes(specification: HuffmanSpecification): Uint32Array {
  const codes = new Uint32Array(256);
  let code = 0;
  let next = 0;
  specification.counts.forEach((count, index) => {
    for (let i = 0; i < count; i += 1) {
      codes[specification.symbols[next++]!] = (code++ << 5) | (index + 1);
    }
    code <<= 1;
  });
  return codes;
}

/** A block in code, but for its first coefficient: how that is coded depends on the block before. */
export interface CodedBlock {
  readonly dc: number;
  readonly ac: readonly number[];
}

export class BlockEncoder {
  /** What each coefficient, in zigzag order, is multiplied by. */
  private readonly factors = new Float32Array(64);
  private readonly dcCodes: Uint32Array;
  private readonly acCodes: Uint32Array;
  private readonly block = new Float32Array(64);
  private readonly coefficients = new Int32Array(64);
  private readonly pieces = new BitPieces();

  constructor(channel: Channel, quality: number) {
    const table = quantizationTable(channel, quality);
    zigzag.forEach((position, n) => {
      this.factors[n] = 1 / (table[position]! * scaleOf(position));
    });
    this.dcCodes = buildCodes(huffman[channel].dc);
    this.acCodes = buildCodes(huffman[channel].ac);
  }

  /** Codes the block whose first sample is at `start`. */
  code(samples: Uint8Array, start: number, stride: number): CodedBlock {
    const { block, coefficients, factors } = this;
    for (let row = 0, i = 0; row < 8; row += 1) {
      const from = start + row * stride;
      for (let column = 0; column < 8; column += 1) block[i++] = samples[from + column]! - 128;
    }
    forwardDct(block);
    let last = 0;
    for (let n = 0; n < 64; n += 1) {
      const value = block[zigzag[n]!]! * factors[n]!;
      // Rounded to the nearest: 16384 keeps the truncated number positive.
      const rounded = ((value + 16384.5) | 0) - 16384;
      coefficients[n] = rounded;
      if (rounded !== 0) last = n;
    }
    return { dc: coefficients[0]!, ac: this.codeRuns(last) };
  }

  /**
   * Writes a block.
   * @param prediction the DC coefficient of the block before in this channel, 0 after a restart
   */
  write({ dc, ac }: CodedBlock, prediction: number, bits: BitWriter): void {
    putValue(bits, this.dcCodes, 0, dc - prediction);
    bits.putPieces(ac);
  }

  /** T.81 F.1.2.2: runs of zeros with the coefficient that ends each. */
  private codeRuns(last: number): number[] {
    const { acCodes, coefficients, pieces } = this;
    let zeros = 0;
    for (let n = 1; n <= last; n += 1) {
      const value = coefficients[n]!;
      if (value === 0) {
        zeros += 1;
        continue;
      }
      for (; zeros > 15; zeros -= 16) putCode(pieces, acCodes[0xf0]!);
      putValue(pieces, acCodes, zeros, value);
      zeros = 0;
    }
    if (last < 63) putCode(pieces, acCodes[0]!);
    return pieces.take();
  }
}

/** Where bits can be put: `count` (0 to 16) low bits of `value`. */
interface BitSink {
  put(value: number, count: number): void;
}

/** The symbol for `zeros` and the size of `value`, then the bits of `value` (T.81 F.1.2.1.1). */
function putValue(bits: BitSink, codes: Uint32Array, zeros: number, value: number): void {
  const size = 32 - Math.clz32(value < 0 ? -value : value);
  putCode(bits, codes[(zeros << 4) | size]!);
  bits.put(value < 0 ? value + (1 << size) - 1 : value, size);
}

function putCode(bits: BitSink, code: number): void {
  bits.put(code >> 5, code & 31);
}
