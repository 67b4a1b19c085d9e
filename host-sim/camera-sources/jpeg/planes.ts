// A picture as the JPEG encoder wants it: full-size luma, half-size chroma (4:2:0), each edge rounded
// up to whole 16-pixel units so that no block needs special care.

/** A colour as JFIF has it (full range, 128 is neutral chroma). */
export interface Ink {
  luma: number;
  blue: number;
  red: number;
}

/** JFIF 1.02, page 3: RGB 0 to 255 → YCbCr 0 to 255. */
export function inkFromRgb(r: number, g: number, b: number): Ink {
  return {
    luma: 0.299 * r + 0.587 * g + 0.114 * b,
    blue: 128 - 0.168736 * r - 0.331264 * g + 0.5 * b,
    red: 128 + 0.5 * r - 0.418688 * g - 0.081312 * b,
  };
}

/** Pixels on the edge of one coded unit (MCU) of a 4:2:0 picture. */
export const unitSize = 16;

export class Planes {
  /** Coded units in a row, and rows of units. */
  readonly columns: number;
  readonly strips: number;
  /** Bytes from one luma row to the next; chroma rows are half as long. */
  readonly stride: number;
  readonly luma: Uint8Array;
  readonly blue: Uint8Array;
  readonly red: Uint8Array;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.columns = Math.ceil(width / unitSize);
    this.strips = Math.ceil(height / unitSize);
    this.stride = this.columns * unitSize;
    const size = this.stride * this.strips * unitSize;
    this.luma = new Uint8Array(size);
    this.blue = new Uint8Array(size / 4);
    this.red = new Uint8Array(size / 4);
  }

  /** Makes one strip the same as in `source`, a picture of the same size. */
  copyStrip(source: Planes, strip: number): void {
    const length = this.stride * unitSize;
    const start = strip * length;
    this.luma.set(source.luma.subarray(start, start + length), start);
    const chromaRange = [start / 4, (start + length) / 4] as const;
    this.blue.set(source.blue.subarray(...chromaRange), start / 4);
    this.red.set(source.red.subarray(...chromaRange), start / 4);
  }
}
