// A baseline JPEG made of strips that are coded one by one. Each row of units is a restart interval
// (T.81 B.2.4.4), so its code depends on nothing outside it: a strip whose pixels did not change is
// used again as it is, which makes a picture several times cheaper than coding all of it.
// (The jpeg-js package spends 36 ms on a strip, nearly all of it on tables it builds for each call.)
import { BitWriter } from "./bit-writer";
import { BlockEncoder } from "./block-encoder";
import { PlaneEncoder } from "./plane-encoder";
import type { Planes } from "./planes";
import { huffman, quantizationTable, zigzag, type HuffmanSpecification } from "./tables";

function segment(marker: number, ...content: Iterable<number>[]): number[] {
  const body = content.flatMap((part) => [...part]);
  const length = body.length + 2;
  return [0xff, marker, length >> 8, length & 0xff, ...body];
}

function word(value: number): number[] {
  return [value >> 8, value & 0xff];
}

export class StripEncoder {
  private readonly bits = new BitWriter();
  private readonly luma: PlaneEncoder;
  private readonly blue: PlaneEncoder;
  private readonly red: PlaneEncoder;

  /** @param quality 1 to 100, as libjpeg counts it */
  constructor(
    private readonly planes: Planes,
    private readonly quality: number,
  ) {
    const { stride } = planes;
    const chroma = new BlockEncoder("chroma", quality);
    this.luma = new PlaneEncoder(new BlockEncoder("luma", quality), planes.luma, stride);
    this.blue = new PlaneEncoder(chroma, planes.blue, stride / 2);
    this.red = new PlaneEncoder(chroma, planes.red, stride / 2);
  }

  /** The entropy-coded bytes of one strip (counted from 0 at the top), as the planes are now. */
  encode(strip: number): Uint8Array {
    const { bits, luma, blue, red } = this;
    for (const plane of [luma, blue, red]) plane.restart();
    for (let column = 0; column < this.planes.columns; column += 1) {
      luma.encode(2 * strip, 2 * column, bits);
      luma.encode(2 * strip, 2 * column + 1, bits);
      luma.encode(2 * strip + 1, 2 * column, bits);
      luma.encode(2 * strip + 1, 2 * column + 1, bits);
      blue.encode(strip, column, bits);
      red.encode(strip, column, bits);
    }
    return bits.take();
  }

  /** Everything from the first byte to the start of the first strip. */
  header(): Uint8Array {
    const { planes } = this;
    const table = (channel: "luma" | "chroma") => {
      const divisors = quantizationTable(channel, this.quality);
      return zigzag.map((position) => divisors[position]!);
    };
    const codes = (id: number, { counts, symbols }: HuffmanSpecification) =>
      segment(0xc4, [id], counts, symbols);
    return Uint8Array.from([
      ...[0xff, 0xd8],
      ...segment(0xe0, Buffer.from("JFIF\0"), [1, 2, 0, 0, 1, 0, 1, 0, 0]),
      ...segment(0xdb, [0], table("luma")),
      ...segment(0xdb, [1], table("chroma")),
      ...segment(
        0xc0,
        [8],
        word(planes.height),
        word(planes.width),
        [3],
        [1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1],
      ),
      ...codes(0x00, huffman.luma.dc),
      ...codes(0x10, huffman.luma.ac),
      ...codes(0x01, huffman.chroma.dc),
      ...codes(0x11, huffman.chroma.ac),
      ...segment(0xdd, word(planes.columns)),
      ...segment(0xda, [3, 1, 0x00, 2, 0x11, 3, 0x11, 0, 63, 0]),
    ]);
  }
}

/** Joins a header and its strips: RST0 to RST7 in turn between strips, EOI at the end. */
export function joinStrips(header: Uint8Array, strips: readonly Uint8Array[]): Uint8Array {
  const length = strips.reduce((sum, strip) => sum + strip.length + 2, header.length);
  const picture = new Uint8Array(length);
  picture.set(header);
  let at = header.length;
  strips.forEach((strip, index) => {
    picture.set(strip, at);
    at += strip.length;
    picture[at++] = 0xff;
    picture[at++] = index === strips.length - 1 ? 0xd9 : 0xd0 + (index & 7);
  });
  return picture;
}
