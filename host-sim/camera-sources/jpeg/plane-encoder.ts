// The blocks of one plane of a picture. Most of a picture is what it was in the one before, and a
// block whose samples are what they were is not transformed again.
import type { BitWriter } from "./bit-writer";
import type { BlockEncoder, CodedBlock } from "./block-encoder";

/** The samples of a block's row, four to a word. */
const wordsPerRow = 2;

export class PlaneEncoder {
  private readonly words: Uint32Array;
  /** The samples of each block when it was coded, laid out as in the plane. */
  private readonly seen: Uint32Array;
  private readonly coded: (CodedBlock | undefined)[];
  private dc = 0;

  /** @param stride samples from one row to the next, a multiple of 8, as the count of rows is */
  constructor(
    private readonly encoder: BlockEncoder,
    private readonly samples: Uint8Array,
    private readonly stride: number,
  ) {
    this.words = new Uint32Array(samples.buffer, samples.byteOffset, samples.length / 4);
    this.seen = new Uint32Array(this.words.length);
    this.coded = new Array<CodedBlock | undefined>(samples.length / 64).fill(undefined);
  }

  /** From here on no block depends on one before (T.81 F.1.1.5.1). */
  restart(): void {
    this.dc = 0;
  }

  /** Writes the block in `row` and `column`, both counted in blocks. */
  encode(row: number, column: number, bits: BitWriter): void {
    const index = (row * this.stride) / 8 + column;
    const start = row * 8 * this.stride + column * 8;
    let block = this.coded[index];
    if (this.hasChanged(start) || block === undefined) {
      block = this.encoder.code(this.samples, start, this.stride);
      this.coded[index] = block;
    }
    this.encoder.write(block, this.dc, bits);
    this.dc = block.dc;
  }

  /** Whether the samples are others than the last time. */
  private hasChanged(start: number): boolean {
    const { words, seen } = this;
    const stride = this.stride / 4;
    let difference = 0;
    for (let row = 0, at = start / 4; row < 8; row += 1, at += stride) {
      for (let word = at; word < at + wordsPerRow; word += 1) {
        difference |= words[word]! ^ seen[word]!;
        seen[word] = words[word]!;
      }
    }
    return difference !== 0;
  }
}
