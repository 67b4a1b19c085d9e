// The camera application as its viewers meet it: real clients, both engines, real sockets.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { decode } from "jpeg-js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readPatternNumber } from "../../host-sim/camera-sources/index";
import { MultipartViewer } from "./support/multipart-viewer";
import { requireProgram } from "./support/programs";
import { Simulator } from "./support/simulator";

const run = promisify(execFile);

function numberIn(jpeg: Uint8Array): number {
  const { data, width } = decode(jpeg, { useTArray: true });
  return readPatternNumber(data, width);
}

describe.each(["python", "node"])("live, %s engine", (engine) => {
  let simulator: Simulator;
  const folder = mkdtempSync(join(tmpdir(), "taipan-live-"));

  beforeAll(async () => {
    simulator = await Simulator.start("--engine", engine, "--camera", "pattern:640x480@25");
  });

  afterAll(async () => {
    rmSync(folder, { recursive: true });
    expect(await simulator.interrupt()).toBe(0);
  });

  test("curl follows / to the page", async (context) => {
    const curl = requireProgram(context, "curl");
    const { stdout } = await run(curl, ["-sSL", simulator.address]);
    expect(stdout).toMatch(/<img[^>]+src="stream"/);
  });

  test("curl gets a still with the next frame number", async (context) => {
    const curl = requireProgram(context, "curl");
    const before = (await simulator.status()).camera.frame;
    const file = join(folder, "still.jpg");
    await run(curl, ["-sS", "--fail", "-o", file, `${simulator.address}still.jpg`]);
    expect(numberIn(readFileSync(file))).toBeGreaterThan(before);
  });

  test("HEAD of the stream answers its headers and no viewer joins", async (context) => {
    const curl = requireProgram(context, "curl");
    const from = simulator.console.length;
    const { stdout } = await run(curl, ["-sS", "--head", `${simulator.address}stream`]);
    expect(stdout).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(stdout).toMatch(/content-type: multipart\/x-mixed-replace; *boundary=/i);
    // The answer comes after whatever the request before it put on the console.
    expect((await simulator.status()).viewers).toEqual([]);
    expect(simulator.console.slice(from)).not.toMatch(/joined/);
  });

  test("ffmpeg decodes 30 frames", async (context) => {
    const ffmpeg = requireProgram(context, "ffmpeg");
    const { stderr } = await run(ffmpeg, [
      ...["-hide_banner", "-nostdin", "-v", "warning", "-stats"],
      ...["-f", "mpjpeg", "-i", `${simulator.address}stream`],
      ...["-frames:v", "30", "-f", "null", "-"],
    ]);
    expect(stderr).toMatch(/frame=\s*30\b/);
    expect(stderr).not.toMatch(/error/i);
  });

  test("four viewers get rising frame numbers, each picture whole", async () => {
    const viewers = ["a", "b", "c", "d"].map(() => MultipartViewer.open(simulator.port));
    await Promise.all(viewers.map((viewer) => viewer.waitForPictures(20)));
    for (const viewer of viewers) {
      const numbers = viewer.pictures.map(numberIn);
      expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
      viewer.close();
    }
  });

  test("/status counts what a viewer was sent", async () => {
    const viewer = MultipartViewer.open(simulator.port);
    await viewer.waitForPictures(5);
    const status = await simulator.status();
    expect(status.camera).toMatchObject({ on: true, sensor: "OV2640", width: 640, height: 480 });
    const self = status.viewers.at(-1);
    expect(self?.kind).toBe("multipart");
    expect(self?.sent).toBeGreaterThanOrEqual(4);
    expect(self?.bytes).toBeGreaterThan(self!.sent * 10_000);
    // The listener, the viewer, and the connection that asks.
    expect(status.sockets.open).toBeGreaterThanOrEqual(3);
    expect(status.sockets.limit).toBe(8);
    viewer.close();
  });
});
