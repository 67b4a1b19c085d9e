// The part of the test card that never changes: what one looks at to judge a camera's picture.
import { inkFromRgb, Planes, type Ink } from "../jpeg/planes";
import { fillRectangle, ringMask, stamp } from "./mask";
import { squareSize } from "./number-squares";
import { Typeface } from "./typeface";

/** Where things are: one unit is 1/40 of the width or 1/30 of the height, whichever is smaller. */
export interface Layout {
  unit: number;
  centreX: number;
  centreY: number;
  /** Left or right, and down, from the centre, in units. */
  x(units: number): number;
  y(units: number): number;
}

export function layoutOf(width: number, height: number): Layout {
  const unit = Math.min(width / 40, height / 30);
  const centreX = width / 2;
  const centreY = height / 2;
  return {
    unit,
    centreX,
    centreY,
    x: (units) => centreX + units * unit,
    y: (units) => centreY + units * unit,
  };
}

export const ringRadius = 13;
export const paper = inkFromRgb(238, 241, 238);
const faint = inkFromRgb(140, 165, 176);
const panel = inkFromRgb(14, 20, 26);
const bars = [
  [206, 208, 204],
  [208, 188, 84],
  [82, 182, 190],
  [86, 170, 104],
  [184, 96, 170],
  [198, 82, 74],
  [72, 98, 184],
  [28, 34, 40],
].map(([r, g, b]) => inkFromRgb(r!, g!, b!));

function paintGradient(planes: Planes): void {
  const rows = planes.strips * 16;
  for (let row = 0; row < rows; row += 1) {
    const light = 1 - row / rows;
    const ink = inkFromRgb(28 + 16 * light, 44 + 24 * light, 56 + 30 * light);
    fillRectangle(planes, [0, row, planes.stride, 1], ink);
  }
}

function paintGrid(planes: Planes, { unit, centreX, centreY }: Layout): void {
  const step = 4 * unit;
  const line = Math.max(1, unit / 16);
  for (let x = centreX % step; x < planes.width; x += step) {
    fillRectangle(planes, [x, 0, line, planes.height], faint, 0.16);
  }
  for (let y = centreY % step; y < planes.height; y += step) {
    fillRectangle(planes, [0, y, planes.width, line], faint, 0.16);
  }
}

function paintBars(planes: Planes, { unit, x, y }: Layout): void {
  const row = (inks: Ink[], top: number, height: number) =>
    inks.forEach((ink, i) => {
      const width = 24 / inks.length;
      fillRectangle(planes, [x(-12 + i * width), y(top), width * unit, height * unit], ink);
    });
  row(bars, 4.5, 3);
  const greys = Array.from({ length: 12 }, (_, i) => Math.round((i * 255) / 11));
  row(
    greys.map((grey) => inkFromRgb(grey, grey, grey)),
    7.5,
    1.2,
  );
}

/** Stripes of 2, 3 and 4 pixels: what the lens and the compression leave of fine detail. */
function paintGratings(planes: Planes, { unit, x, y }: Layout): void {
  for (const [index, width] of [2, 3, 4].entries()) {
    for (const side of [-1, 1]) {
      const left = x(side < 0 ? -18.75 : 16.25);
      const top = y(3.75 + index * 2.5);
      for (let at = 0; at + width <= 2.5 * unit; at += 2 * width) {
        fillRectangle(planes, [left + at, top, width, 2.2 * unit], paper, 0.75);
      }
    }
  }
}

/** Sensor noise, the same in every picture: flat areas cost a camera bytes, and so they do here. */
function addGrain(planes: Planes, amplitude: number): void {
  let state = 20260;
  for (let i = 0; i < planes.luma.length; i += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const noise = ((state >>> 8) / 0xffffff - 0.5) * 2 * amplitude;
    planes.luma[i] = Math.min(255, Math.max(0, planes.luma[i]! + noise));
  }
}

export function paintCard(width: number, height: number): Planes {
  const planes = new Planes(width, height);
  const layout = layoutOf(width, height);
  const { unit, centreX, x, y } = layout;
  paintGradient(planes);
  paintGrid(planes, layout);
  const ring = ringMask(ringRadius * unit, Math.max(1, unit / 8));
  stamp(planes, ring, Math.round(x(0) - ring.width / 2), Math.round(y(0) - ring.height / 2), faint);
  paintBars(planes, layout);
  paintGratings(planes, layout);
  addGrain(planes, 4);
  fillRectangle(planes, [0, y(-6.5), planes.stride, 10 * unit], panel, 0.86);
  new Typeface(1.5 * unit).draw(planes, "TAIPAN", centreX, y(-10), paper);
  new Typeface(1.1 * unit).draw(planes, `${width}×${height}`, centreX, y(10.2), faint);
  fillRectangle(planes, [0, 0, planes.stride, squareSize(width)], panel);
  return planes;
}
