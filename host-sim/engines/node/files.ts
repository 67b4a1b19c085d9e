// The board's files as programs in JavaScript see them: on the internal drive.
import { clusterBytes, longestName, type Drive } from "../../hardware/drive";
import type { Realm } from "./realm";

const folderMode = 0x4000;
const fileMode = 0x8000;
/** FAT's files have a time; these have none worth telling: 2000-01-01, in Unix seconds. */
const fileTime = 946_684_800;

class BinaryFile {
  private position = 0;

  constructor(
    private readonly realm: Realm,
    private readonly drive: Drive,
    private readonly content: Uint8Array,
  ) {}

  readinto(buffer: Uint8Array): number {
    const part = this.take(buffer.length);
    buffer.set(part);
    return part.length;
  }

  read(size = -1): Uint8Array {
    this.realm.allocate();
    const part = this.take(size < 0 ? this.content.length : size).slice();
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

  /** At the end of the file nothing is asked of the medium. */
  private take(size: number): Uint8Array {
    const part = this.content.subarray(this.position, this.position + size);
    if (part.length > 0) this.realm.device(() => this.drive.touch());
    this.position += part.length;
    return part;
  }
}

class BinaryWriter {
  private isOpen = true;

  constructor(
    private readonly realm: Realm,
    private readonly drive: Drive,
    private readonly path: string,
    private content: Uint8Array,
  ) {}

  write(data: ArrayBufferView): number {
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    const size = this.content.length + bytes.length;
    this.realm.device(() => this.drive.checkRoom(this.path, size));
    const longer = new Uint8Array(size);
    longer.set(this.content);
    longer.set(bytes, this.content.length);
    this.content = longer;
    return bytes.length;
  }

  flush(): void {
    if (this.isOpen) this.drive.write(this.path, this.content);
  }

  close(): void {
    this.flush();
    this.isOpen = false;
  }
}

export class FileSystem {
  constructor(
    private readonly realm: Realm,
    private readonly drive: Drive,
  ) {}

  open(path: string, mode: string): BinaryFile | BinaryWriter {
    const { realm, drive } = this;
    realm.allocate();
    const content = realm.device(() => drive.open(path, mode), path);
    return mode.includes("r")
      ? new BinaryFile(realm, drive, content)
      : new BinaryWriter(realm, drive, path, content);
  }

  /** What `os` has of it. */
  module() {
    const { realm, drive } = this;
    return {
      stat: (path: string) => {
        const { isFolder, size } = realm.device(() => drive.status(path));
        const mode = isFolder ? folderMode : fileMode;
        return [mode, 0, 0, 0, 0, 0, size, fileTime, fileTime, fileTime];
      },
      statvfs: () => {
        const { all, free } = realm.device(() => drive.space());
        return [clusterBytes, clusterBytes, all, free, free, 0, 0, 0, 0, longestName];
      },
      listdir: (path = "/") => realm.device(() => drive.list(path)),
      mkdir: (path: string) => realm.device(() => drive.makeFolder(path)),
      remove: (path: string) => realm.device(() => drive.removeFile(path)),
      unlink: (path: string) => realm.device(() => drive.removeFile(path)),
      rmdir: (path: string) => realm.device(() => drive.removeFolder(path)),
      rename: (from: string, to: string) => realm.device(() => drive.rename(from, to)),
      sync: () => {},
    };
  }
}
