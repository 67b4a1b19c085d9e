// The frame number in a form that a program can read back: 32 squares in the top row of the picture,
// from the left edge, black 0 and white 1, most significant bit first, each 1/40 of the width.
import { inkFromRgb, type Planes } from "../jpeg/planes";
import { fillRectangle } from "./mask";

const squareCount = 32;
const squaresPerWidth = 40;
const black = inkFromRgb(0, 0, 0);
const white = inkFromRgb(255, 255, 255);

/** Pixels on the edge of a square; not a whole number at every width. */
export function squareSize(width: number): number {
  return width / squaresPerWidth;
}

/** @param number 0 to 2³² - 1 (a larger one is drawn modulo 2³²) */
export function drawPatternNumber(planes: Planes, number: number): void {
  const size = squareSize(planes.width);
  for (let square = 0; square < squareCount; square += 1) {
    const isOne = ((number >>> (squareCount - 1 - square)) & 1) === 1;
    fillRectangle(planes, [square * size, 0, size, size], isOne ? white : black);
  }
}

function brightness(pixels: ArrayLike<number>, at: number, channels: number): number {
  if (channels < 3) return pixels[at] ?? NaN;
  return 0.299 * pixels[at]! + 0.587 * pixels[at + 1]! + 0.114 * pixels[at + 2]!;
}

/** Mean brightness of the middle of one square, away from its neighbours. */
function sampleSquare(
  pixels: ArrayLike<number>,
  width: number,
  channels: number,
  square: number,
): number {
  const size = squareSize(width);
  const left = Math.floor((square + 0.3) * size);
  const right = Math.max(left + 1, Math.floor((square + 0.7) * size));
  const top = Math.floor(0.3 * size);
  const bottom = Math.max(top + 1, Math.floor(0.7 * size));
  let sum = 0;
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1)
      sum += brightness(pixels, (y * width + x) * channels, channels);
  }
  return sum / ((right - left) * (bottom - top));
}

/**
 * Reads the frame number from a decoded picture of the pattern.
 * @param pixels rows from the top without padding
 * @param width pixels in a row
 * @param channels bytes for each pixel: 4 for RGBA (jpeg-js, canvas), 3 for RGB, 1 for grey
 * @throws RangeError when a square is neither black nor white, so this is no picture of the pattern
 */
export function readPatternNumber(
  pixels: ArrayLike<number>,
  width: number,
  channels: 1 | 3 | 4 = 4,
): number {
  let number = 0;
  for (let square = 0; square < squareCount; square += 1) {
    const level = sampleSquare(pixels, width, channels, square);
    if (!(level < 96 || level > 160)) {
      throw new RangeError(`Square ${square} is grey (${level}): not a picture of the pattern.`);
    }
    number = number * 2 + (level > 128 ? 1 : 0);
  }
  return number;
}
