// Text at one size: masks of the characters are drawn once and then only stamped.
import type { Ink, Planes } from "../jpeg/planes";
import { glyphs } from "./glyphs";
import { stamp, strokeMask, type Mask } from "./mask";

/** Between two characters, and across a stroke: both in heights of a digit. */
const gap = 0.27;
const weight = 0.13;

export class Typeface {
  private readonly masks = new Map<string, Mask>();
  private readonly margin: number;

  /** @param size height of a digit between the middles of its strokes, in pixels */
  constructor(readonly size: number) {
    this.margin = Math.ceil((weight * size) / 2) + 1;
  }

  /** Pixels above and below the middles of the outer strokes. */
  get overhang(): number {
    return this.margin;
  }

  widthOf(text: string): number {
    const advance = [...text].reduce(
      (sum, character) => sum + this.glyph(character).width + gap,
      0,
    );
    return (advance - gap) * this.size;
  }

  /** Draws `text` with its middle at `centre` and its digits from `top` to `top + size`. */
  draw(planes: Planes, text: string, centre: number, top: number, ink: Ink): void {
    let x = centre - this.widthOf(text) / 2;
    for (const character of text) {
      const left = Math.round(x) - this.margin;
      stamp(planes, this.mask(character), left, Math.round(top) - this.margin, ink);
      x += (this.glyph(character).width + gap) * this.size;
    }
  }

  private glyph(character: string) {
    const found = glyphs[character];
    if (found === undefined) throw new RangeError(`The test card has no glyph for "${character}".`);
    return found;
  }

  private mask(character: string): Mask {
    const known = this.masks.get(character);
    if (known !== undefined) return known;
    const { width, strokes } = this.glyph(character);
    const place = (value: number) => value * this.size + this.margin;
    const mask = strokeMask(
      Math.ceil(place(width)) + this.margin,
      Math.ceil(place(1)) + this.margin,
      strokes.map((points) => points.map(([x, y]) => [place(x), place(y)] as const)),
      weight * this.size,
    );
    this.masks.set(character, mask);
    return mask;
  }
}
