// The texts that name a camera, taken apart.
import { expect, test } from "vitest";
import { parseCameraSpec } from "../../../host-sim/camera-sources/camera-spec";
import { UserError } from "../../../transpiler/cli/command";

const pattern = (framesPerSecond = 15, size: { width: number; height: number } | null = null) => ({
  kind: "pattern",
  size,
  framesPerSecond,
});
const folder = (path: string, framesPerSecond = 15) => ({ kind: "folder", path, framesPerSecond });
const ffmpeg = (input: string, framesPerSecond = 15) => ({
  kind: "ffmpeg",
  input,
  framesPerSecond,
});

test.each([
  ["pattern", pattern()],
  ["pattern@25", pattern(25)],
  ["pattern@0.5", pattern(0.5)],
  ["pattern:640x480", pattern(15, { width: 640, height: 480 })],
  ["pattern:1600x1200@7.5", pattern(7.5, { width: 1600, height: 1200 })],
  ["./pattern", folder("./pattern")],
  ["patterns", folder("patterns")],
  ["pattern/old", folder("pattern/old")],
  ["frames", folder("frames")],
  ["frames@30", folder("frames", 30)],
  ["frames@30/", folder("frames@30/")],
  ["/a b/with@sign/frames@2", folder("/a b/with@sign/frames", 2)],
  ["ffmpeg:/dev/video0", ffmpeg("/dev/video0")],
  ["ffmpeg:clip.mp4@10", ffmpeg("clip.mp4", 10)],
  ["ffmpeg:rtsp://user:pw@10.0.0.7:554/live", ffmpeg("rtsp://user:pw@10.0.0.7:554/live")],
  ["ffmpeg:rtsp://user:pw@host/live@12.5", ffmpeg("rtsp://user:pw@host/live", 12.5)],
])("%s", (spec, expected) => {
  expect(parseCameraSpec(spec)).toEqual(expected);
});

test.each([
  ["", "it names no source"],
  ["@15", "it names no source"],
  ["ffmpeg:", "needs a file, a device or an address"],
  ["ffmpeg:@15", "needs a file, a device or an address"],
  ["pattern:", '":" is no size'],
  ["pattern:640", '":640" is no size'],
  ["pattern:640*480@15", '":640*480" is no size'],
  ["pattern@fast", '"@fast" is no size such as :640x480 or rate such as @15'],
  ["pattern@-5", '"@-5" is no size'],
  ["pattern@0", "the rate must be above 0 and at most 120"],
  ["frames@121", "the rate must be above 0 and at most 120"],
  ["pattern:95x480", "width and height must be 96 to 2592"],
  ["pattern:640x2593", "width and height must be 96 to 2592"],
])("%j is refused", (spec, why) => {
  let caught: unknown;
  try {
    parseCameraSpec(spec);
  } catch (error) {
    caught = error;
  }
  expect(caught).toBeInstanceOf(UserError);
  expect(caught).toMatchObject({ exitStatus: 2, message: expect.stringContaining(why) });
  expect((caught as UserError).message).toMatch(
    /^The camera ".*" is not understood: .* It is .*\.$/,
  );
});
