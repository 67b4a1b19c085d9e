// The board's file system as programs see it: what was flashed, read-only.
import { EISDIR, ENOENT, EROFS } from "../../hardware/errno";
import { normalizePath } from "../../hardware/file-path";
import type { Realm } from "./realm";

const folderMode = 0x4000;
const fileMode = 0x8000;
/** FAT's files have a time; the bundle's have none worth telling: 2000-01-01, in Unix seconds. */
const fileTime = 946_684_800;

class BinaryFile {
  private position = 0;

  constructor(
    private readonly realm: Realm,
    private readonly content: Uint8Array,
  ) {}

  readinto(buffer: Uint8Array): number {
    const part = this.content.subarray(this.position, this.position + buffer.length);
    buffer.set(part);
    this.position += part.length;
    return part.length;
  }

  read(size = -1): Uint8Array {
    const end = size < 0 ? this.content.length : this.position + size;
    const part = this.content.slice(this.position, end);
    this.position += part.length;
    return this.realm.prelude.bytes(part.buffer, 0, part.length);
  }

  seek(offset: number, whence = 0): number {
    const from = [0, this.position, this.content.length][whence] ?? 0;
    this.position = Math.max(0, from + offset);
    return this.position;
  }

  close(): void {
    this.position = this.content.length;
  }
}

export class FileSystem {
  constructor(
    private readonly realm: Realm,
    private readonly files: ReadonlyMap<string, Uint8Array>,
  ) {}

  open(path: string, mode: string): BinaryFile {
    if (mode !== "rb") throw this.realm.exception("OSError", EROFS);
    const name = normalizePath(path);
    const content = this.files.get(name);
    if (content !== undefined) return new BinaryFile(this.realm, content);
    throw this.realm.exception("OSError", this.isFolder(name) ? EISDIR : ENOENT);
  }

  stat(path: string): number[] {
    const name = normalizePath(path);
    const content = this.files.get(name);
    if (content === undefined && !this.isFolder(name))
      throw this.realm.exception("OSError", ENOENT);
    const mode = content === undefined ? folderMode : fileMode;
    return [mode, 0, 0, 0, 0, 0, content?.length ?? 0, fileTime, fileTime, fileTime];
  }

  listdir(path: string): string[] {
    const name = normalizePath(path);
    if (!this.isFolder(name)) throw this.realm.exception("OSError", ENOENT);
    const prefix = name === "" ? "" : `${name}/`;
    const inside = [...this.files.keys()].filter((file) => file.startsWith(prefix));
    return [...new Set(inside.map((file) => file.slice(prefix.length).split("/")[0] ?? ""))];
  }

  private isFolder(name: string): boolean {
    return name === "" || [...this.files.keys()].some((file) => file.startsWith(`${name}/`));
  }
}
