// `/status` tells the size of the picture that viewers get, whatever the simulated camera looks at.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import jpeg from "jpeg-js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PatternSource } from "../../host-sim/camera-sources/pattern/pattern-source";
import { readPatternNumber } from "../../host-sim/camera-sources/index";
import { FirmwareBoard } from "./support/firmware-board";
import { MultipartViewer } from "./support/multipart-viewer";
import type { CameraStatus } from "./support/simulator";

let photos: string;

beforeAll(async () => {
  photos = await mkdtemp(join(tmpdir(), "taipan-photos-"));
  const request = { number: 1, width: 800, height: 600, time: new Date(0) };
  await writeFile(join(photos, "1.jpg"), new PatternSource(15).frame(request));
});
afterAll(() => rm(photos, { recursive: true }));

test.each([
  ["python", "pattern", [640, 480]],
  ["python", "pattern:320x240@25", [320, 240]],
  ["python", "pattern:800x600@25", [640, 480]],
  ["python", "photos", [800, 600]],
  ["node", "pattern:320x240@25", [320, 240]],
] as const)("%s engine, camera %s", async (engine, camera, size) => {
  const spec = camera === "photos" ? photos : camera;
  const board = await FirmwareBoard.start("firmware-ts/camera/code.ts", engine, { camera: spec });
  const viewer = MultipartViewer.open(board.port);
  await viewer.waitForPictures(1);
  const picture = jpeg.decode(viewer.pictures[0]!, { useTArray: true });
  const response = await fetch(`http://127.0.0.1:${board.port}/status`);
  const status = (await response.json()) as CameraStatus;
  viewer.close();
  await board.stop();
  expect([picture.width, picture.height]).toEqual(size);
  expect([status.camera.width, status.camera.height]).toEqual(size);
  expect(readPatternNumber(picture.data, picture.width)).toBe(1);
});
