// The text that names a camera source: `pattern[:WxH][@FPS]`, `FOLDER[@FPS]` or `ffmpeg:INPUT[@FPS]`.
import { UserError } from "../../transpiler/cli/command";

export type CameraSpec =
  | { kind: "pattern"; size: { width: number; height: number } | null; framesPerSecond: number }
  | { kind: "folder"; path: string; framesPerSecond: number }
  | { kind: "ffmpeg"; input: string; framesPerSecond: number };

const defaultFramesPerSecond = 15;
const maximumFramesPerSecond = 120;
/** Below it the squares of the frame number are too small for JPEG; above it no sensor goes (OV5640). */
const sizeRange = { minimum: 96, maximum: 2592 };
const forms = "pattern[:WIDTHxHEIGHT][@FPS], FOLDER[@FPS] or ffmpeg:INPUT[@FPS]";

function malformed(spec: string, why: string): UserError {
  return new UserError(`The camera "${spec}" is not understood: ${why}. It is ${forms}.`, 2);
}

/** Only a number after the last @ is a rate: an address such as rtsp://user:pw@host has an @ too. */
function splitRate(spec: string): { source: string; framesPerSecond: number } {
  const match = /^(.*)@(\d+(?:\.\d+)?)$/s.exec(spec);
  if (match === null) return { source: spec, framesPerSecond: defaultFramesPerSecond };
  const framesPerSecond = Number(match[2]);
  if (framesPerSecond <= 0 || framesPerSecond > maximumFramesPerSecond) {
    throw malformed(spec, `the rate must be above 0 and at most ${maximumFramesPerSecond}`);
  }
  return { source: match[1]!, framesPerSecond };
}

function parseSize(spec: string, text: string): { width: number; height: number } | null {
  if (text === "") return null;
  const match = /^:(\d{1,5})x(\d{1,5})$/.exec(text);
  if (match === null)
    throw malformed(spec, `"${text}" is no size such as :640x480 or rate such as @15`);
  const size = { width: Number(match[1]), height: Number(match[2]) };
  const { minimum, maximum } = sizeRange;
  if (Math.min(size.width, size.height) < minimum || Math.max(size.width, size.height) > maximum) {
    throw malformed(spec, `width and height must be ${minimum} to ${maximum}`);
  }
  return size;
}

/**
 * Takes a camera specification apart.
 * @throws UserError (exit status 2) when it is malformed
 */
export function parseCameraSpec(spec: string): CameraSpec {
  const { source, framesPerSecond } = splitRate(spec);
  if (/^pattern(?![^:@])/.test(source)) {
    return { kind: "pattern", size: parseSize(spec, source.slice(7)), framesPerSecond };
  }
  if (source.startsWith("ffmpeg:")) {
    const input = source.slice(7);
    if (input === "") throw malformed(spec, "ffmpeg: needs a file, a device or an address");
    return { kind: "ffmpeg", input, framesPerSecond };
  }
  if (source === "") throw malformed(spec, "it names no source");
  return { kind: "folder", path: source, framesPerSecond };
}
