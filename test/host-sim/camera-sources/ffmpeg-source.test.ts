// Runs of the real ffmpeg where only it can show something, of a script in its place elsewhere.
import { execFileSync } from "node:child_process";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import jpeg from "jpeg-js";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { openCameraSource, type CameraSource } from "../../../host-sim/camera-sources";
import { FfmpegSource } from "../../../host-sim/camera-sources/ffmpeg-source";
import { UserError } from "../../../transpiler/cli/command";
import { programs, requireProgram } from "../../e2e/support/programs";

/** A test of the real ffmpeg. */
function withFfmpeg(name: string, run: () => Promise<void>): void {
  test(name, async (context) => {
    requireProgram(context, "ffmpeg");
    await run();
  });
}

let folder: string;
let clip: string;
const opened: CameraSource[] = [];
const requestOf = (width: number, height: number) => ({
  number: 1,
  width,
  height,
  time: new Date(),
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "taipan-ffmpeg-"));
  clip = join(folder, "clip@home.avi");
  if (programs.ffmpeg === null) return;
  const picture = "testsrc=size=320x240:rate=10:duration=0.5";
  execFileSync("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", picture, "-c:v", "mjpeg", clip]);
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((source) => source.close()));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

function keep<T extends CameraSource>(source: T): T {
  opened.push(source);
  return source;
}

/** The next picture of a size; decodes it, which shows that it was cut out whole. */
async function nextPicture(source: CameraSource, width: number, height: number) {
  const bytes = await vi.waitFor(
    () => source.frame(requestOf(width, height)) ?? expect.fail("no picture yet"),
    { timeout: 20_000, interval: 10 },
  );
  return { bytes, ...jpeg.decode(bytes, { useTArray: true, tolerantDecoding: false }) };
}

withFfmpeg("plays a file over and over", async () => {
  const source = keep(await openCameraSource(`ffmpeg:${clip}@20`));
  expect(source.framesPerSecond).toBe(20);
  // The clip is half a second long: 25 pictures at 20 a second go round more than twice.
  for (let count = 0; count < 25; count += 1) {
    const { width, height } = await nextPicture(source, 640, 480);
    expect([width, height]).toEqual([640, 480]);
  }
});

withFfmpeg("gives each picture once, and follows the camera to another size", async () => {
  const source = keep(await FfmpegSource.open(clip, 5));
  await nextPicture(source, 640, 480);
  expect(source.frame(requestOf(640, 480))).toBeNull();
  const { width, height } = await nextPicture(source, 160, 120);
  expect([width, height]).toEqual([160, 120]);
});

withFfmpeg("ends ffmpeg when nobody looks, and starts it again", async () => {
  const report = vi.fn();
  const source = keep(await FfmpegSource.open(clip, 15, { idleTimeout: 50, report }));
  await vi.waitFor(() => expect(source).toMatchObject({ process: null }), { timeout: 10_000 });
  await nextPicture(source, 640, 480);
  expect(report).not.toHaveBeenCalled();
});

withFfmpeg("close() resolves when the process has ended", async () => {
  const source = await FfmpegSource.open(clip, 15);
  await source.close();
  expect(source).toMatchObject({ process: null });
  expect(source.frame(requestOf(640, 480))).toBeNull();
  expect(source).toMatchObject({ process: null });
});

async function refusal(opening: Promise<CameraSource>): Promise<string> {
  const error = await opening.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UserError);
  expect(error).toMatchObject({ exitStatus: 1 });
  expect((error as UserError).message).not.toContain("\n");
  return (error as UserError).message;
}

withFfmpeg("tells in ffmpeg's words why an input cannot be opened", async () => {
  const missing = join(folder, "nowhere.mp4");
  const opening = openCameraSource(`ffmpeg:${missing}`);
  expect(await refusal(opening)).toBe(`ffmpeg cannot play "${missing}": No such file or directory`);
});

test("tells that ffmpeg is missing", async () => {
  const opening = FfmpegSource.open("any", 15, { command: join(folder, "no-ffmpeg") });
  expect(await refusal(opening)).toMatch(
    /^The command ".*no-ffmpeg" was not found\. Install ffmpeg/,
  );
});

/** A command that takes ffmpeg's place; `$COUNT` is how often it was started. */
async function standIn(script: string): Promise<string> {
  const command = join(await mkdtemp(join(folder, "stand-in-")), "ffmpeg");
  const counted = `echo >> "$0.count"; COUNT=$(wc -l < "$0.count")\n${script}\n`;
  await writeFile(command, `#!/bin/sh\n${counted}`);
  await chmod(command, 0o755);
  return command;
}

test("gives up on an input that gives no picture", async () => {
  const command = await standIn("exec sleep 60");
  const opening = FfmpegSource.open("rtsp://dead", 15, { command, startTimeout: 50 });
  expect(await refusal(opening)).toMatch(
    /^ffmpeg got no picture from "rtsp:\/\/dead" within 0.05 s/,
  );
});

test("starts ffmpeg again when it ends by itself, later each time, and says so", async () => {
  const command = await standIn(`
[ $COUNT = 2 ] && { echo "[tcp @ 0x5f] cable pulled" >&2; exit 1; }
printf '\\377\\330\\377\\331'
[ $COUNT = 1 ] && { read -r line < "$0.pipe"; exit 0; }
exec sleep 60`);
  execFileSync("mkfifo", [`${command}.pipe`]);
  const report = vi.fn();
  const source = keep(await FfmpegSource.open("x", 15, { command, report }));
  const ask = (ms: number) =>
    source.frame({ number: 1, width: 640, height: 480, time: new Date(ms) });
  expect(ask(1000)).toHaveLength(4);
  await writeFile(`${command}.pipe`, "end\n");
  await vi.waitFor(() => expect(report).toHaveBeenCalledTimes(1));
  expect(report).toHaveBeenLastCalledWith(
    "camera: ffmpeg ended (the input ended); it is started again",
  );
  expect(ask(1999)).toBeNull();
  expect(source).toMatchObject({ process: null });
  ask(2000);
  await vi.waitFor(() => expect(report).toHaveBeenCalledTimes(2));
  expect(report).toHaveBeenLastCalledWith(
    "camera: ffmpeg ended (cable pulled); it is started again",
  );
  expect(ask(3999)).toBeNull();
  expect(source).toMatchObject({ process: null });
  await vi.waitFor(() => expect(ask(4000)).toHaveLength(4));
});
