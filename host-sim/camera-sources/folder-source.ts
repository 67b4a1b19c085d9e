// A folder of JPEG files, played in the order of their names, again and again.
import { readFileSync } from "node:fs";
import { open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../../transpiler/cli/command";
import type { CameraSource } from "./camera-source";

/** frame-2 comes before frame-10; the locale is fixed so that the order is the same everywhere. */
const byName = new Intl.Collator("en", { numeric: true });

function beginsAsJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8;
}

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
      `The frames folder "${path}" ${reason}. Name a folder of .jpg files, or use the camera "pattern".`,
    );
  }
}

async function checkJpeg(path: string): Promise<void> {
  const start = new Uint8Array(2);
  const file = await open(path);
  try {
    await file.read(start, 0, 2, 0);
  } finally {
    await file.close();
  }
  if (beginsAsJpeg(start)) return;
  throw new UserError(
    `"${path}" is no JPEG: it does not begin with FF D8. Remove it or convert it.`,
  );
}

export class FolderSource implements CameraSource {
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
    for (const file of files) await checkJpeg(file);
    return new FolderSource(framesPerSecond, files);
  }

  /** Read when its turn comes: a time-lapse may be larger than memory. A file that went is passed by. */
  frame(): Uint8Array | null {
    for (let tries = 0; tries < this.files.length; tries += 1) {
      const file = this.files[this.next]!;
      this.next = (this.next + 1) % this.files.length;
      const bytes = readIfThere(file);
      if (bytes !== null && beginsAsJpeg(bytes)) return bytes;
    }
    return null;
  }

  async close(): Promise<void> {}
}

function readIfThere(file: string): Uint8Array | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}
