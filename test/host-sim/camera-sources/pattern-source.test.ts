// The pattern as programs read it back, and as decoders other than our own see it.
import { spawnSync } from "node:child_process";
import jpeg from "jpeg-js";
import { describe, expect, test } from "vitest";
import { readPatternNumber } from "../../../host-sim/camera-sources";
import { PatternSource } from "../../../host-sim/camera-sources/pattern/pattern-source";
import { requireProgram } from "../../e2e/support/programs";

const vga = { width: 640, height: 480 };
const time = new Date(2026, 10, 21, 14, 3, 27, 460);

function decode(picture: Uint8Array) {
  return jpeg.decode(picture, { useTArray: true, tolerantDecoding: false });
}

/** Markers after SOS, in order, without the stuffed zeros. */
function scanMarkers(picture: Uint8Array): number[] {
  const bytes = Buffer.from(picture);
  const scan = bytes.indexOf(Buffer.of(0xff, 0xda));
  const markers: number[] = [];
  for (let at = scan + 2; (at = bytes.indexOf(0xff, at)) >= 0; at += 2) {
    if (bytes[at + 1] !== 0) markers.push(bytes[at + 1]!);
  }
  return markers;
}

describe("the frame number", () => {
  // A fixed generator: the same numbers in every run.
  let state = 1;
  const scattered = Array.from({ length: 24 }, () => (state = Math.imul(state, 48271) >>> 0));
  const source = new PatternSource(15);

  test.each([0, 1, 2, 0x55555555, 0xaaaaaaaa, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, ...scattered])(
    "%d comes back",
    (number) => {
      const { data, width } = decode(source.frame({ ...vga, number, time }));
      expect(readPatternNumber(data, width)).toBe(number);
    },
  );

  test.each([
    [96, 96],
    [160, 120],
    [240, 176],
    [400, 296],
    [1000, 100],
    [1280, 720],
    [1600, 1200],
  ])("comes back at %d × %d", (width, height) => {
    const picture = new PatternSource(15).frame({ width, height, number: 0xa5c3f01e, time });
    const decoded = decode(picture);
    expect([decoded.width, decoded.height]).toEqual([width, height]);
    expect(readPatternNumber(decoded.data, width)).toBe(0xa5c3f01e);
  });

  test("is read from RGB and grey as well", () => {
    const { data, width } = decode(source.frame({ ...vga, number: 99, time }));
    const grey = data.filter((_, i) => i % 4 === 1);
    const rgb = data.filter((_, i) => i % 4 !== 3);
    expect(readPatternNumber(grey, width, 1)).toBe(99);
    expect(readPatternNumber(rgb, width, 3)).toBe(99);
  });

  test("is not read from another picture", () => {
    const grey = new Uint8Array(640 * 480 * 4).fill(128);
    expect(() => readPatternNumber(grey, 640)).toThrow("not a picture of the pattern");
    expect(() => readPatternNumber([], 640)).toThrow("not a picture of the pattern");
  });
});

test("restart markers are in order and the picture ends with EOI", () => {
  const markers = scanMarkers(new PatternSource(15).frame({ ...vga, number: 5, time }));
  const expected = Array.from({ length: 29 }, (_, strip) => 0xd0 + (strip % 8));
  expect(markers).toEqual([...expected, 0xd9]);
});

test("a picture made of cached strips is the picture made afresh", () => {
  const source = new PatternSource(15);
  for (let number = 0; number < 12; number += 1) {
    const request = { ...vga, number, time: new Date(time.getTime() + number * 133) };
    const afresh = new PatternSource(15).frame(request);
    expect(Buffer.compare(source.frame(request), afresh)).toBe(0);
  }
});

test("each picture differs from the last, even when no time has passed", () => {
  const source = new PatternSource(15);
  const [one, two] = [7, 8].map((number) => source.frame({ ...vga, number, time }));
  expect(Buffer.compare(one!, two!)).not.toBe(0);
});

test("time moves the clock and the dot", () => {
  const source = new PatternSource(15);
  const at = (ms: number) =>
    source.frame({ ...vga, number: 7, time: new Date(time.getTime() + ms) });
  const first = decode(at(0)).data;
  const second = decode(at(1000)).data;
  const changedIn = (top: number, bottom: number) => {
    let changed = 0;
    for (let i = top * 640 * 4; i < bottom * 640 * 4; i += 4) {
      if (Math.abs(first[i]! - second[i]!) > 60) changed += 1;
    }
    return changed;
  };
  expect(changedIn(140, 240)).toBeGreaterThan(200);
  expect(changedIn(20, 130)).toBeGreaterThan(100);
  expect(changedIn(240, 290)).toBe(0);
});

test("is about 20 kB at 640 × 480", () => {
  const source = new PatternSource(15);
  for (let number = 0; number < 60; number += 1) {
    const request = { ...vga, number: number * 7919, time: new Date(time.getTime() + number * 67) };
    const { length } = source.frame(request);
    expect(length).toBeGreaterThan(17_000);
    expect(length).toBeLessThan(23_000);
  }
});

test.each([
  ["is the largest that it makes", [320, 240], [640, 480], [320, 240]],
  ["is the largest in each direction", [480, 320], [240, 330], [480, 320]],
  ["leaves smaller pictures as the camera asks for them", [640, 480], [240, 240], [240, 240]],
] as const)("its size %s", (_, own, asked, made) => {
  const source = new PatternSource(25, { width: own[0], height: own[1] });
  const request = { width: asked[0], height: asked[1], number: 7, time };
  const { data, width, height } = decode(source.frame(request));
  expect([width, height]).toEqual(made);
  expect(readPatternNumber(data, width)).toBe(7);
});

test("follows the camera to another size and back", () => {
  const source = new PatternSource(15);
  for (const width of [640, 320, 640]) {
    const decoded = decode(source.frame({ width, height: 240, number: 3, time }));
    expect(readPatternNumber(decoded.data, width)).toBe(3);
  }
});

test("ffmpeg decodes it without a complaint, to the same number", (context) => {
  const ffmpeg = requireProgram(context, "ffmpeg");
  const source = new PatternSource(15);
  const numbers = [0, 1, 77, 2 ** 32 - 1];
  const input = Buffer.concat(numbers.map((number) => source.frame({ ...vga, number, time })));
  const decoding = spawnSync(
    ffmpeg,
    ["-v", "error", "-f", "mjpeg", "-i", "-", "-f", "rawvideo", "-pix_fmt", "gray", "-"],
    { input, maxBuffer: 1 << 24 },
  );
  expect(decoding.stderr.toString()).toBe("");
  const size = vga.width * vga.height;
  const read = numbers.map((_, i) =>
    readPatternNumber(decoding.stdout.subarray(i * size, (i + 1) * size), vga.width, 1),
  );
  expect(read).toEqual(numbers);
});
