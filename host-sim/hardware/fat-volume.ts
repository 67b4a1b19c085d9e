// A FAT volume, with the errors of FatFs (extmod/vfs_fat.c, lib/oofatfs/ff.c).
import { DeviceError } from "./device-error";
import { EACCES, EEXIST, EINVAL, EISDIR, ENOENT, ENOSPC, ENOTDIR, EROFS } from "./errno";
import { normalizePath } from "./file-path";
import { parentOf, type FileStore } from "./file-store";

export interface FileStatus {
  isFolder: boolean;
  size: number;
}

export interface VolumeSize {
  readonly bytes: number;
  /** The unit in which FatFs gives out space. */
  readonly clusterBytes: number;
}

/** FF_MAX_LFN in lib/oofatfs/ffconf.h */
export const longestName = 255;

/** create_name in lib/oofatfs/ff.c. */
const forbidden = /["*:<>?|\\\p{Cc}]/u;

function refuse(errno: number): never {
  throw new DeviceError("OSError", errno);
}

export class FatVolume {
  label = "";
  /** To programs. */
  isReadOnly = false;

  /** @param askMedium throws DeviceError where the medium does not answer */
  constructor(
    private readonly files: FileStore,
    private readonly extent: VolumeSize,
    private readonly askMedium: () => void,
  ) {}

  /** The medium is asked for something. @throws DeviceError EIO (FR_DISK_ERR) */
  touch(): void {
    this.askMedium();
  }

  status(path: string): FileStatus {
    this.touch();
    const name = normalizePath(path);
    const size = this.files.sizes.get(name);
    if (size !== undefined) return { isFolder: false, size };
    if (!this.files.folders.has(name)) refuse(ENOENT);
    return { isFolder: true, size: 0 };
  }

  list(path: string): string[] {
    this.touch();
    const name = normalizePath(path);
    if (!this.files.folders.has(name)) refuse(ENOENT);
    const inside = (other: string) => other !== "" && parentOf(other) === name;
    const found = [...this.files.folders, ...this.files.sizes.keys()].filter(inside);
    return found.map((other) => other.slice(other.lastIndexOf("/") + 1)).sort();
  }

  /**
   * What `open` checks and does before the first byte: a file to be written is there at once, and
   * empty with `w`. Its bytes reach the medium when it is flushed or closed.
   * @returns whether there is something in it to be read
   * @throws DeviceError with what extmod/vfs_fat_file.c (fat_vfs_open) and FatFs' f_open answer
   */
  open(path: string, mode: string): boolean {
    if (!/^(?=[^rwxa]*[rwxa][^rwxa]*$)(?!.*\+.*\+)(?!.*[bt].*[bt])[rwxabt+]+$/.test(mode)) {
      throw new DeviceError("ValueError", "Invalid mode"); // mp_arg_error_invalid
    }
    const writes = /[wxa+]/.test(mode);
    if (writes) this.checkWritable();
    this.touch();
    const name = normalizePath(path);
    if (name === "") refuse(EINVAL);
    if (this.files.folders.has(name)) refuse(writes ? EACCES : ENOENT);
    const isThere = this.files.sizes.has(name);
    if (isThere && mode.includes("x")) refuse(EEXIST);
    if (isThere && !mode.includes("w")) return true;
    if (!isThere && mode.includes("r")) refuse(ENOENT);
    this.checkPlace(name);
    this.files.write(name, new Uint8Array());
    return false;
  }

  /** All of a file that is open. */
  read(path: string): Uint8Array {
    return this.files.read(normalizePath(path));
  }

  /** Whether a file may grow to `size`. @throws DeviceError EIO, ENOSPC (file_obj_write) */
  checkRoom(path: string, size: number): void {
    this.touch();
    const own = this.files.sizes.get(normalizePath(path)) ?? 0;
    if (this.clusters(size) > this.freeClusters + this.clusters(own)) refuse(ENOSPC);
  }

  /** A file that was written is flushed or closed. The array belongs to the volume from now on. */
  write(path: string, content: Uint8Array): void {
    const name = normalizePath(path);
    if (!this.files.sizes.has(name)) return;
    this.touch();
    this.files.write(name, content);
  }

  makeFolder(path: string): void {
    this.checkWritable();
    this.touch();
    const name = normalizePath(path);
    if (this.exists(name)) refuse(EEXIST);
    this.checkPlace(name);
    this.files.makeFolder(name);
  }

  removeFile(path: string): void {
    this.checkWritable();
    this.touch();
    const name = normalizePath(path);
    if (this.files.folders.has(name)) refuse(EISDIR);
    if (!this.files.sizes.has(name)) refuse(ENOENT);
    this.files.remove(name);
  }

  removeFolder(path: string): void {
    this.checkWritable();
    this.touch();
    const name = normalizePath(path);
    if (this.files.sizes.has(name)) refuse(ENOTDIR);
    if (!this.files.folders.has(name)) refuse(ENOENT);
    const isEmpty = ![...this.files.sizes.keys(), ...this.files.folders].some((other) =>
      other.startsWith(`${name}/`),
    );
    // FR_DENIED, which fresult_to_errno_table makes EACCES.
    if (!isEmpty || name === "") refuse(EACCES);
    this.files.removeFolder(name);
  }

  /** Onto a file: that one is removed first, and with the power cut in between both are gone. */
  rename(from: string, to: string): void {
    this.checkWritable();
    this.touch();
    const [old, name] = [normalizePath(from), normalizePath(to)];
    if (!this.exists(old)) refuse(ENOENT);
    if (old === name) return;
    if (this.files.folders.has(name)) refuse(EISDIR);
    if (name.startsWith(`${old}/`)) refuse(EACCES);
    if (this.files.sizes.has(name)) this.files.remove(name);
    this.checkPlace(name);
    this.files.move(old, name);
  }

  /** In clusters: all, and those that are free. */
  space(): { clusterBytes: number; all: number; free: number } {
    this.touch();
    const { bytes, clusterBytes } = this.extent;
    return { clusterBytes, all: this.clusters(bytes), free: this.freeClusters };
  }

  /** @throws DeviceError EROFS (verify_fs_writable) */
  checkWritable(): void {
    if (this.isReadOnly) refuse(EROFS);
  }

  private clusters(size: number): number {
    return Math.ceil(size / this.extent.clusterBytes);
  }

  private get freeClusters(): number {
    const { sizes, folders } = this.files;
    const used = [...sizes.values()].reduce((sum, size) => sum + this.clusters(size), 0);
    return Math.max(0, this.clusters(this.extent.bytes) - used - (folders.size - 1));
  }

  private exists(name: string): boolean {
    return this.files.sizes.has(name) || this.files.folders.has(name);
  }

  private checkPlace(name: string): void {
    const isTooLong = name.length - (name.lastIndexOf("/") + 1) > longestName;
    if (forbidden.test(name) || isTooLong) refuse(EINVAL);
    if (!this.files.folders.has(parentOf(name))) refuse(ENOENT);
    if (this.freeClusters === 0) refuse(EACCES);
  }
}
