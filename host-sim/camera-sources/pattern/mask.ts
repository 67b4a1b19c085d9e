// Anti-aliased shapes as coverage, 0 to 255 for each pixel, ready to be stamped onto a picture.
import type { Ink, Planes } from "../jpeg/planes";
import type { Point } from "./glyphs";

export interface Mask {
  width: number;
  height: number;
  coverage: Uint8Array;
}

/** By the signed distance of a pixel's centre to the shape's edge (negative inside). */
function covered(distance: number): number {
  return 255 * Math.min(1, Math.max(0, 0.5 - distance));
}

/** A ring of the given middle radius and line width; a disc if the line is twice the radius. */
export function ringMask(radius: number, lineWidth: number): Mask {
  const size = Math.ceil(2 * radius + lineWidth) + 2;
  const middle = size / 2;
  const coverage = new Uint8Array(size * size);
  for (let i = 0; i < coverage.length; i += 1) {
    const x = (i % size) + 0.5 - middle;
    const y = Math.floor(i / size) + 0.5 - middle;
    coverage[i] = covered(Math.abs(Math.sqrt(x * x + y * y) - radius) - lineWidth / 2);
  }
  return { width: size, height: size, coverage };
}

function squaredDistance(x: number, y: number, [ax, ay]: Point, [bx, by]: Point): number {
  const dx = bx - ax;
  const dy = by - ay;
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / squared;
  const nearest = Math.min(1, Math.max(0, along));
  return (x - ax - nearest * dx) ** 2 + (y - ay - nearest * dy) ** 2;
}

/** The least and the most pixel, below `limit`, that lines of this width between two places touch. */
function span(from: number, to: number, lineWidth: number, limit: number): [number, number] {
  const reach = lineWidth / 2 + 1;
  const first = Math.max(0, Math.floor(Math.min(from, to) - reach));
  return [first, Math.min(limit - 1, Math.ceil(Math.max(from, to) + reach))];
}

/** Round strokes through points given in pixels. */
export function strokeMask(
  width: number,
  height: number,
  strokes: readonly (readonly Point[])[],
  lineWidth: number,
): Mask {
  const nearest = new Float64Array(width * height).fill(Infinity);
  const draw = (from: Point, to: Point) => {
    const [left, right] = span(from[0], to[0], lineWidth, width);
    const [top, bottom] = span(from[1], to[1], lineWidth, height);
    for (let y = top; y <= bottom; y += 1) {
      for (let x = left; x <= right; x += 1) {
        const at = y * width + x;
        const distance = squaredDistance(x + 0.5, y + 0.5, from, to);
        if (distance < nearest[at]!) nearest[at] = distance;
      }
    }
  };
  for (const points of strokes) points.slice(1).forEach((end, i) => draw(points[i]!, end));
  const coverage = Uint8Array.from(nearest, (squared) =>
    covered(Math.sqrt(squared) - lineWidth / 2),
  );
  return { width, height, coverage };
}

/** Paints `ink` through a mask whose top left corner is at whole pixels `left`, `top`. */
export function stamp(planes: Planes, mask: Mask, left: number, top: number, ink: Ink): void {
  const { stride, luma, blue, red } = planes;
  const rows = luma.length / stride;
  for (let y = Math.max(0, -top); y < mask.height && top + y < rows; y += 1) {
    for (let x = Math.max(0, -left); x < mask.width && left + x < stride; x += 1) {
      const coverage = mask.coverage[y * mask.width + x]!;
      if (coverage === 0) continue;
      const column = left + x;
      const row = top + y;
      const at = row * stride + column;
      luma[at] = luma[at]! + ((ink.luma - luma[at]!) * coverage) / 255;
      // One chroma sample stands for four pixels: the one at even places speaks for them.
      if (((column | row) & 1) !== 0) continue;
      const chromaAt = (row >> 1) * (stride >> 1) + (column >> 1);
      blue[chromaAt] = blue[chromaAt]! + ((ink.blue - blue[chromaAt]!) * coverage) / 255;
      red[chromaAt] = red[chromaAt]! + ((ink.red - red[chromaAt]!) * coverage) / 255;
    }
  }
}

/** Fills a rectangle, its edges rounded to whole pixels; `opacity` is 0 to 1. */
export function fillRectangle(
  planes: Planes,
  [left, top, width, height]: readonly [number, number, number, number],
  ink: Ink,
  opacity = 1,
): void {
  const x = Math.round(left);
  const y = Math.round(top);
  const across = Math.max(1, Math.round(left + width) - x);
  const down = Math.max(1, Math.round(top + height) - y);
  const coverage = new Uint8Array(across * down).fill(255 * opacity);
  stamp(planes, { width: across, height: down, coverage }, x, y, ink);
}
