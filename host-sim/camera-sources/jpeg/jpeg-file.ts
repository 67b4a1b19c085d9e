// What a file must be to be shown as a camera's picture.
import { closeSync, openSync, readSync, statSync } from "node:fs";

/** More than any sensor of these boards makes, and as much as their PSRAM holds. */
export const maximumPictureBytes = 8 * 1024 * 1024;

/**
 * Editors and phones add data of their own behind a picture's end, so the end marker is looked for in
 * the last bytes; a folder of a whole day is checked without reading all of it.
 */
const tailBytes = 64 * 1024;
const startOfImage = Buffer.of(0xff, 0xd8);
const endOfImage = Buffer.of(0xff, 0xd9);

/** Why `bytes` are no picture; null if they are one. */
export function pictureFault(bytes: Buffer): string | null {
  if (bytes.length > maximumPictureBytes) return tooLarge(bytes.length);
  return faultOf(bytes.subarray(0, 2), bytes.subarray(2).subarray(-tailBytes));
}

/** The same of a file, which is not read if it is a folder, a pipe or something else. */
export function pictureFileFault(path: string): string | null {
  try {
    const found = statSync(path);
    if (found.isDirectory()) return "is a folder, not a picture. Rename it.";
    if (!found.isFile()) return "is not a file. Remove it.";
    if (found.size > maximumPictureBytes) return tooLarge(found.size);
    return faultOf(...endsOf(path, found.size));
  } catch (error) {
    return `can't be read (${(error as Error).message}).`;
  }
}

function tooLarge(bytes: number): string {
  const megabytes = (count: number) => `${Math.ceil(count / 1024 / 1024)} MB`;
  const limit = megabytes(maximumPictureBytes);
  return `has ${megabytes(bytes)}; a camera's picture has at most ${limit}. Make it smaller.`;
}

function faultOf(start: Buffer, tail: Buffer): string | null {
  if (!start.equals(startOfImage))
    return "is no JPEG: it does not begin with FF D8. Remove it or convert it.";
  if (tail.includes(endOfImage)) return null;
  return "is no whole JPEG: its end, FF D9, is missing. Remove it or copy it again.";
}

function endsOf(path: string, size: number): [start: Buffer, tail: Buffer] {
  const file = openSync(path, "r");
  const read = (from: number, length: number): Buffer => {
    const bytes = Buffer.alloc(Math.max(0, length));
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, from));
  };
  try {
    const tailStart = Math.max(2, size - tailBytes);
    return [read(0, 2), read(tailStart, size - tailStart)];
  } finally {
    closeSync(file);
  }
}
