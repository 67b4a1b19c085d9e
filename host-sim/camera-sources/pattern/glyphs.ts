// The few characters that the test card needs, as strokes in a box of height 1 (y downwards), so that
// they are crisp at every picture size and no font has to be shipped.

export type Point = readonly [x: number, y: number];

export interface Glyph {
  /** In heights; digits all have the same, so that a running clock does not wobble. */
  width: number;
  strokes: Point[][];
}

/** Part of an ellipse; degrees run clockwise from the right. */
function arc(x: number, y: number, radii: Point, from: number, to: number): Point[] {
  const steps = Math.ceil(Math.abs(to - from) / 15);
  return Array.from({ length: steps + 1 }, (_, i) => {
    const angle = ((from + ((to - from) * i) / steps) * Math.PI) / 180;
    return [x + radii[0] * Math.cos(angle), y + radii[1] * Math.sin(angle)] as const;
  });
}

/** A polyline from coordinates written one after another. */
function line(...coordinates: number[]): Point[] {
  const points: Point[] = [];
  for (let i = 0; i + 1 < coordinates.length; i += 2) {
    points.push([coordinates[i]!, coordinates[i + 1]!]);
  }
  return points;
}

const dot = (x: number, y: number): Point[] => line(x, y, x, y);
const glyph = (width: number, ...strokes: Point[][]): Glyph => ({ width, strokes });

const bowl = [...line(0, 0, 0.32, 0), ...arc(0.32, 0.27, [0.26, 0.27], 270, 450), ...line(0, 0.54)];

export const glyphs: Record<string, Glyph> = {
  "0": glyph(0.6, [
    ...arc(0.3, 0.3, [0.3, 0.3], 180, 360),
    ...arc(0.3, 0.7, [0.3, 0.3], 0, 180),
    ...line(0, 0.3),
  ]),
  "1": glyph(0.6, line(0.08, 0.24, 0.36, 0, 0.36, 1)),
  "2": glyph(0.6, [...arc(0.3, 0.29, [0.29, 0.29], 190, 400), ...line(0, 1, 0.6, 1)]),
  "3": glyph(0.6, arc(0.28, 0.25, [0.27, 0.25], 205, 450), arc(0.28, 0.75, [0.32, 0.25], 270, 510)),
  "4": glyph(0.6, line(0.46, 1, 0.46, 0, 0, 0.7, 0.62, 0.7)),
  "5": glyph(0.6, [
    ...line(0.54, 0, 0.09, 0, 0.05, 0.46),
    ...arc(0.28, 0.68, [0.32, 0.32], 225, 505),
  ]),
  "6": glyph(0.6, arc(0.3, 0.68, [0.3, 0.32], 0, 360), arc(0.52, 0.66, [0.52, 0.66], 180, 270)),
  "7": glyph(0.6, line(0, 0, 0.6, 0, 0.2, 1)),
  "8": glyph(0.6, arc(0.3, 0.25, [0.26, 0.25], 0, 360), arc(0.3, 0.75, [0.3, 0.25], 0, 360)),
  "9": glyph(0.6, arc(0.3, 0.32, [0.3, 0.32], 0, 360), arc(0.08, 0.34, [0.52, 0.66], 0, 90)),
  ":": glyph(0.16, dot(0.08, 0.3), dot(0.08, 0.76)),
  ".": glyph(0.16, dot(0.08, 0.98)),
  "×": glyph(0.44, line(0.02, 0.38, 0.42, 0.82), line(0.42, 0.38, 0.02, 0.82)),
  " ": glyph(0.2),
  A: glyph(0.66, line(0, 1, 0.33, 0, 0.66, 1), line(0.12, 0.66, 0.54, 0.66)),
  E: glyph(0.5, line(0.5, 0, 0, 0, 0, 1, 0.5, 1), line(0, 0.5, 0.42, 0.5)),
  F: glyph(0.5, line(0.5, 0, 0, 0, 0, 1), line(0, 0.5, 0.42, 0.5)),
  I: glyph(0.1, line(0.05, 0, 0.05, 1)),
  M: glyph(0.76, line(0, 1, 0, 0, 0.38, 0.7, 0.76, 0, 0.76, 1)),
  N: glyph(0.62, line(0, 1, 0, 0, 0.62, 1, 0.62, 0)),
  P: glyph(0.58, line(0, 1, 0, 0), bowl),
  R: glyph(0.6, line(0, 1, 0, 0), bowl, line(0.3, 0.54, 0.6, 1)),
  T: glyph(0.6, line(0, 0, 0.6, 0), line(0.3, 0, 0.3, 1)),
};
