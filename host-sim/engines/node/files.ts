// The board's files as programs in JavaScript see them: on its drive, and on a card.
import { longestName } from "../../hardware/fat-volume";
import type { FileSystem, Place } from "../../hardware/file-system";
import type { Realm } from "./realm";

const folderMode = 0x4000;
const fileMode = 0x8000;
/** FAT's files have a time; these have none worth telling: 2000-01-01, in Unix seconds. */
const fileTime = 946_684_800;

class BinaryFile {
  private position = 0;

  constructor(
    private readonly realm: Realm,
    private readonly place: Place,
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
    if (part.length > 0) this.realm.device(() => this.place.volume.touch());
    this.position += part.length;
    return part;
  }
}

class BinaryWriter {
  private isOpen = true;

  constructor(
    private readonly realm: Realm,
    private readonly place: Place,
    private content: Uint8Array,
  ) {}

  write(data: ArrayBufferView): number {
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    const size = this.content.length + bytes.length;
    this.realm.device(() => this.place.volume.checkRoom(this.place.path, size));
    const longer = new Uint8Array(size);
    longer.set(this.content);
    longer.set(bytes, this.content.length);
    this.content = longer;
    return bytes.length;
  }

  flush(): void {
    const { volume, path } = this.place;
    if (this.isOpen) this.realm.device(() => volume.write(path, this.content));
  }

  close(): void {
    try {
      this.flush();
    } finally {
      this.isOpen = false;
    }
  }
}

export class ProgramFiles {
  constructor(
    private readonly realm: Realm,
    private readonly files: FileSystem,
  ) {}

  open(path: string, mode: string): BinaryFile | BinaryWriter {
    const { realm, files } = this;
    realm.allocate();
    const place = files.placeOf(path);
    const content = realm.device(
      () => (files.open(path, mode) ? place.volume.read(place.path) : new Uint8Array()),
      path,
    );
    return mode.includes("r")
      ? new BinaryFile(realm, place, content)
      : new BinaryWriter(realm, place, content);
  }

  /** What `os` has of it. */
  module() {
    const { realm, files } = this;
    return {
      stat: (path: string) => {
        const { isFolder, size } = realm.device(() => files.status(path));
        const mode = isFolder ? folderMode : fileMode;
        return [mode, 0, 0, 0, 0, 0, size, fileTime, fileTime, fileTime];
      },
      statvfs: (path: string) => {
        const { clusterBytes, all, free } = realm.device(() => files.space(path));
        return [clusterBytes, clusterBytes, all, free, free, 0, 0, 0, 0, longestName];
      },
      listdir: (path = "/") => realm.device(() => files.list(path)),
      mkdir: (path: string) => realm.device(() => files.makeFolder(path)),
      remove: (path: string) => realm.device(() => files.removeFile(path)),
      unlink: (path: string) => realm.device(() => files.removeFile(path)),
      rmdir: (path: string) => realm.device(() => files.removeFolder(path)),
      rename: (from: string, to: string) => realm.device(() => files.rename(from, to)),
      sync: () => {},
    };
  }
}
