// Reads the text that a user names: what is wrong with a file is told in one line.
import { readFileSync, statSync, type Stats } from "node:fs";
import { UserError } from "./command";
import { lookedAtFile } from "./looks";

/** A BOM is left to whoever reads the text: it is part of the file's columns. */
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function isText(bytes: Uint8Array): boolean {
  try {
    decoder.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The first line, from 1, that is no UTF-8. A line end is never part of another character. */
function firstBadLine(bytes: Buffer): number {
  for (let line = 1, start = 0; ; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    if (end < 0 || !isText(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
}

/**
 * @param name shown in the error
 * @throws UserError where the bytes are no UTF-8: read on, they would become other characters
 */
export function textOf(bytes: Buffer, name: string): string {
  if (isText(bytes)) return decoder.decode(bytes);
  throw new UserError(
    `${name}:${firstBadLine(bytes)}: the file is not UTF-8 text. Save it as UTF-8.`,
  );
}

/** A named pipe or a device is none: reading it may never end. */
export function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    lookedAtFile(path, null);
    return false;
  }
}

/** @throws UserError for what is no file, can't be read or is no UTF-8 */
export function readText(path: string, name = path): string {
  const found = inspect(path, name);
  if (found.isDirectory()) throw new UserError(`${name} is a folder. Name a file.`);
  if (!found.isFile()) throw new UserError(`${name} is not a file.`);
  const bytes = reading(name, () => readFileSync(path));
  lookedAtFile(path, bytes);
  return textOf(bytes, name);
}

function inspect(path: string, name: string): Stats {
  return reading(name, () => statSync(path));
}

/** @throws UserError in place of what the system says */
export function reading<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UserError(`${name} can't be read (${(error as Error).message}).`);
  }
}
