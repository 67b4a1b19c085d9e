// A folder of JPEG files, played in the order of their names, again and again.
import { readFileSync, statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../../transpiler/cli/command";
import type { CameraSource } from "./camera-source";
import { pictureFault, pictureFileFault } from "./jpeg/jpeg-file";

/** frame-2 comes before frame-10; the locale is fixed so that the order is the same everywhere. */
const byName = new Intl.Collator("en", { numeric: true });

async function listFolder(path: string): Promise<string[]> {
  try {
    return await readdir(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    const reason =
      code === "ENOENT"
        ? "does not exist"
        : code === "ENOTDIR"
          ? "is not a folder"
          : `fails: ${error}`;
    throw new UserError(
      `The frames folder "${path}" ${reason}. The camera is a folder of .jpg files, pattern, ` +
        "ffmpeg:video.mp4, or ffmpeg:/dev/video0 for a webcam.",
    );
  }
}

export class FolderSource implements CameraSource {
  readonly isMadeOnDemand = false;
  private next = 0;

  private constructor(
    readonly framesPerSecond: number,
    private readonly files: string[],
  ) {}

  /** @throws UserError for a folder that is missing or holds no JPEGs, and a .jpg that is none */
  static async open(path: string, framesPerSecond: number): Promise<FolderSource> {
    const names = (await listFolder(path)).filter((name) => /\.jpe?g$/i.test(name));
    if (names.length === 0) {
      throw new UserError(
        `The frames folder "${path}" holds no .jpg or .jpeg files. Put some in it.`,
      );
    }
    const files = names.sort(byName.compare).map((name) => join(path, name));
    for (const file of files) {
      const fault = pictureFileFault(file);
      if (fault !== null) throw new UserError(`"${file}" ${fault}`);
    }
    return new FolderSource(framesPerSecond, files);
  }

  /** Read when its turn comes: a time-lapse may be larger than memory. A file that went is passed by. */
  frame(): Uint8Array | null {
    for (let tries = 0; tries < this.files.length; tries += 1) {
      const file = this.files[this.next]!;
      this.next = (this.next + 1) % this.files.length;
      const bytes = readIfThere(file);
      if (bytes !== null && pictureFault(bytes) === null) return bytes;
    }
    return null;
  }

  async close(): Promise<void> {}
}

/** A pipe that took the file's place is not read: it may never end. */
function readIfThere(file: string): Buffer | null {
  try {
    return statSync(file).isFile() ? readFileSync(file) : null;
  } catch {
    return null;
  }
}
