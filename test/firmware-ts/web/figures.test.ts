import { expect, test } from "vitest";
import { figuresFrom, type Status } from "../../../firmware-ts/web/figures";

function status(uptime: number, frame: number, viewers: [id: number, bytes: number][]): Status {
  return {
    uptime,
    board: "some_board",
    camera: { on: true, sensor: "OV2640", frame, width: 640, height: 480 },
    viewers: viewers.map(([id, bytes]) => ({ id, bytes })),
  };
}

test("rates come from the differences of two answers", () => {
  const figures = figuresFrom(status(10, 100, [[1, 50_000]]), status(12, 125, [[1, 450_000]]));
  expect(figures).toEqual({
    camera: "On",
    rate: "12.5 fps",
    data: "200 kB/s",
    viewers: "1",
    about: "some_board · OV2640 · 640 × 480",
  });
});

test("viewers come and go without upsetting the data rate", () => {
  const earlier = status(10, 100, [
    [1, 9_000_000],
    [2, 100_000],
  ]);
  const now = status(12, 130, [
    [2, 300_000],
    [3, 40_000],
  ]);
  expect(figuresFrom(earlier, now)).toMatchObject({ data: "120 kB/s", viewers: "2" });
});

test.each([
  ["first answer", null, status(5, 1, [])],
  ["board restarted", status(500, 9000, [[1, 9e6]]), status(5, 1, [[1, 10]])],
  ["no time has passed", status(5, 1, []), status(5, 1, [])],
])("no rates: %s", (_, earlier, now) => {
  expect(figuresFrom(earlier, now)).toMatchObject({ rate: "–", data: "–" });
});

test("a camera that is off has no rates", () => {
  const now = status(12, 100, []);
  now.camera = { ...now.camera, on: false };
  expect(figuresFrom(status(10, 100, []), now)).toMatchObject({
    camera: "Off",
    rate: "–",
    data: "–",
  });
});
