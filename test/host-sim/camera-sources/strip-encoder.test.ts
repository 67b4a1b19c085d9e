// The JPEG encoder against a decoder that knows nothing of it (jpeg-js).
import jpeg from "jpeg-js";
import { expect, test } from "vitest";
import { inkFromRgb, Planes, unitSize } from "../../../host-sim/camera-sources/jpeg/planes";
import { joinStrips, StripEncoder } from "../../../host-sim/camera-sources/jpeg/strip-encoder";

/** A smooth colour picture: chroma at half size loses next to nothing of it. */
function colourAt(x: number, y: number, width: number, height: number) {
  const across = x / width;
  const down = y / height;
  return [
    128 + 100 * Math.sin(5 * across + 2 * down),
    128 + 100 * Math.cos(4 * down),
    60 + 130 * across * down,
  ] as const;
}

function paint(width: number, height: number): Planes {
  const planes = new Planes(width, height);
  const rows = planes.strips * unitSize;
  for (let y = 0; y < rows; y += 1) {
    for (let x = 0; x < planes.stride; x += 1) {
      const ink = inkFromRgb(...colourAt(x, y, width, height));
      planes.luma[y * planes.stride + x] = Math.round(ink.luma);
      const chroma = (y >> 1) * (planes.stride / 2) + (x >> 1);
      planes.blue[chroma] = Math.round(ink.blue);
      planes.red[chroma] = Math.round(ink.red);
    }
  }
  return planes;
}

function stripsOf(encoder: StripEncoder, planes: Planes): Uint8Array[] {
  return Array.from({ length: planes.strips }, (_, strip) => encoder.encode(strip));
}

function encode(width: number, height: number, quality: number): Uint8Array {
  const planes = paint(width, height);
  const encoder = new StripEncoder(planes, quality);
  return joinStrips(encoder.header(), stripsOf(encoder, planes));
}

function meanError(
  actual: Uint8Array,
  expected: (x: number, y: number) => readonly number[],
  width: number,
) {
  let sum = 0;
  for (let i = 0; i < actual.length; i += 4) {
    const [r, g, b] = expected((i / 4) % width, Math.floor(i / 4 / width));
    sum +=
      Math.abs(actual[i]! - r!) + Math.abs(actual[i + 1]! - g!) + Math.abs(actual[i + 2]! - b!);
  }
  return sum / ((actual.length / 4) * 3);
}

test.each([
  [64, 48, 95, 4],
  [50, 35, 95, 5],
  [640, 480, 90, 2],
  [320, 240, 42, 5],
  [96, 96, 10, 14],
])("%d × %d at quality %d decodes to what went in", (width, height, quality, tolerance) => {
  const decoded = jpeg.decode(encode(width, height, quality), { useTArray: true });
  expect([decoded.width, decoded.height]).toEqual([width, height]);
  const expected = (x: number, y: number) => colourAt(x, y, width, height);
  expect(meanError(decoded.data, expected, width)).toBeLessThan(tolerance);
});

test("is as close to the original as jpeg-js's own encoder, which codes the picture whole", () => {
  const [width, height] = [160, 128];
  const expected = (x: number, y: number) => colourAt(x, y, width, height);
  const data = new Uint8Array(width * height * 4);
  for (let i = 0; i < width * height; i += 1) {
    data.set(expected(i % width, Math.floor(i / width)).map(Math.round), i * 4);
  }
  const whole = jpeg.decode(jpeg.encode({ width, height, data }, 75).data, { useTArray: true });
  const stitched = jpeg.decode(encode(width, height, 75), { useTArray: true });
  expect(meanError(stitched.data, expected, width)).toBeLessThan(
    meanError(whole.data, expected, width) + 1.5,
  );
});

test("a picture in which a little has changed is coded as one that was never seen", () => {
  const planes = paint(160, 128);
  const encoder = new StripEncoder(planes, 75);
  const first = stripsOf(encoder, planes);
  // The last sample of a block in the second strip, one of its chroma, and the first of all.
  for (const [plane, at] of [
    [planes.luma, 23 * 160 + 47],
    [planes.red, 9 * 80 + 33],
    [planes.blue, 0],
  ] as const)
    plane[at] = 255 - plane[at]!;
  const second = stripsOf(encoder, planes);
  expect(second).toEqual(stripsOf(new StripEncoder(planes, 75), planes));
  const changed = second.map((strip, index) => Buffer.compare(strip, first[index]!) !== 0);
  expect(changed).toEqual([true, true, false, false, false, false, false, false]);
});
