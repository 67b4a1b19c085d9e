// From the text of a camera specification to the source that it names.
import { parseCameraSpec } from "./camera-spec";
import type { CameraSource } from "./camera-source";
import { FfmpegSource } from "./ffmpeg-source";
import { FolderSource } from "./folder-source";
import { PatternSource } from "./pattern/pattern-source";

/**
 * Opens what a camera specification names: `pattern[:WxH][@FPS]`, a folder of JPEGs, `ffmpeg:INPUT`.
 * A folder whose own name ends in @NUMBER is written with a slash at its end.
 * @throws UserError in one line; exit status 2 when the text is malformed, 1 when the source is at fault
 */
export async function openCameraSource(spec: string): Promise<CameraSource> {
  const parsed = parseCameraSpec(spec);
  switch (parsed.kind) {
    case "pattern":
      return new PatternSource(parsed.framesPerSecond, parsed.size);
    case "folder":
      return FolderSource.open(parsed.path, parsed.framesPerSecond);
    case "ffmpeg":
      return FfmpegSource.open(parsed.input, parsed.framesPerSecond);
  }
}
