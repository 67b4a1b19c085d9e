// The internal drive, CIRCUITPY: a FAT volume in the flash, which outlives every program and the
// loss of power (extmod/vfs_fat.c, shared-module/os/__init__.c).
import { DeviceError } from "./device-error";
import { EACCES, EEXIST, EINVAL, EIO, EISDIR, ENOENT, ENOSPC, ENOTDIR, EROFS } from "./errno";
import type { Faults } from "./faults";
import { normalizePath } from "./file-path";

/**
 * Who may write to the drive: the computer that has mounted it over USB, or the program, as where
 * boot.py has called storage.disable_usb_drive(). Never both (supervisor/shared/filesystem.c).
 */
export type DriveAccess = "usb" | "writable";

export interface FileStatus {
  isFolder: boolean;
  size: number;
}

/** The unit in which FatFs gives out space here. */
export const clusterBytes = 512;
/** FF_MAX_LFN in lib/oofatfs/ffconf.h */
export const longestName = 255;
/** Behind the firmware's two slots begins the drive's partition (esp-idf-config/partitions-8MB.csv). */
const firmwareBytes = 0x450000;
/** Where the flash has no room for that (partitions-4MB.csv). */
const smallDriveBytes = 960 * 1024;

export const driveBytes = (flashBytes: number): number =>
  flashBytes > firmwareBytes ? flashBytes - firmwareBytes : smallDriveBytes;

const clusters = (size: number): number => Math.ceil(size / clusterBytes);
const parentOf = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf("/")));
/** create_name in lib/oofatfs/ff.c. */
const forbidden = /["*:<>?|\\\p{Cc}]/u;

function refuse(errno: number): never {
  throw new DeviceError("OSError", errno);
}

export class Drive {
  label = "CIRCUITPY";
  /** To programs. */
  isReadOnly = true;
  /** A computer has it, which no program can take from it but by unsafe_disable_usb_drive. */
  isVisibleOverUsb = true;
  private hasChanged = true;
  private readonly files = new Map<string, Uint8Array>();
  private readonly folders = new Set<string>([""]);

  /**
   * @param access as every start of the board finds it
   * @param folders those that no file is in
   */
  constructor(
    files: ReadonlyMap<string, Uint8Array>,
    private readonly bytes: number,
    private readonly access: DriveAccess,
    private readonly faults: Faults,
    folders: readonly string[] = [],
  ) {
    this.mount();
    for (const folder of folders) this.folders.add(folder);
    for (const [path, content] of files) {
      const name = normalizePath(path);
      this.files.set(name, content);
      for (let folder = parentOf(name); folder !== ""; folder = parentOf(folder)) {
        this.folders.add(folder);
      }
    }
  }

  /** The board starts. */
  mount(): void {
    this.isVisibleOverUsb = this.access === "usb";
    this.isReadOnly = this.isVisibleOverUsb;
  }

  /** Every file by its path from the root, as it lies in the flash. */
  get contents(): ReadonlyMap<string, Uint8Array> {
    return this.files;
  }

  /** The contents if they are others than when this was asked last, else null. */
  changes(): ReadonlyMap<string, Uint8Array> | null {
    if (!this.hasChanged) return null;
    this.hasChanged = false;
    return new Map(this.files);
  }

  get folderPaths(): readonly string[] {
    return [...this.folders].filter((folder) => folder !== "");
  }

  /** The medium is asked for something. @throws DeviceError EIO (FR_DISK_ERR) */
  touch(): void {
    if (this.faults.happens("storage fails") !== null) refuse(EIO);
  }

  status(path: string): FileStatus {
    this.touch();
    const name = normalizePath(path);
    const content = this.files.get(name);
    if (content !== undefined) return { isFolder: false, size: content.length };
    if (!this.folders.has(name)) refuse(ENOENT);
    return { isFolder: true, size: 0 };
  }

  list(path: string): string[] {
    this.touch();
    const name = normalizePath(path);
    if (!this.folders.has(name)) refuse(ENOENT);
    const inside = (other: string) => other !== "" && parentOf(other) === name;
    const found = [...this.folders, ...this.files.keys()].filter(inside);
    return found.map((other) => other.slice(other.lastIndexOf("/") + 1)).sort();
  }

  /**
   * What `open` checks and does before the first byte: a file to be written is there at once, and
   * empty with `w`. Its bytes reach the flash when it is flushed or closed.
   * @throws DeviceError with what extmod/vfs_fat_file.c (fat_vfs_open) and FatFs' f_open answer
   */
  open(path: string, mode: string): Uint8Array {
    if (!/^(?=[^rwxa]*[rwxa][^rwxa]*$)(?!.*\+.*\+)(?!.*[bt].*[bt])[rwxabt+]+$/.test(mode)) {
      throw new DeviceError("ValueError", "Invalid mode"); // mp_arg_error_invalid
    }
    const writes = /[wxa+]/.test(mode);
    if (writes) this.checkWritable();
    this.touch();
    const name = normalizePath(path);
    if (this.folders.has(name)) refuse(writes ? EACCES : ENOENT);
    const found = this.files.get(name);
    if (found !== undefined && mode.includes("x")) refuse(EEXIST);
    if (found !== undefined && !mode.includes("w")) return found;
    if (found === undefined && mode.includes("r")) refuse(ENOENT);
    this.checkPlace(name);
    const empty = new Uint8Array();
    this.files.set(name, empty);
    this.hasChanged = true;
    return empty;
  }

  /** Whether a file may grow to `size`. @throws DeviceError EIO, ENOSPC (file_obj_write) */
  checkRoom(path: string, size: number): void {
    this.touch();
    const own = this.files.get(normalizePath(path))?.length ?? 0;
    if (clusters(size) > this.freeClusters + clusters(own)) refuse(ENOSPC);
  }

  /** A file that was written is flushed or closed. The array belongs to the drive from now on. */
  write(path: string, content: Uint8Array): void {
    const name = normalizePath(path);
    if (!this.files.has(name)) return;
    this.files.set(name, content);
    this.hasChanged = true;
  }

  /** By CircuitPython itself, which no protection against writing stops (run_boot_py in main.c). */
  writeByFirmware(path: string, content: Uint8Array): void {
    const known = this.files.get(path);
    if (known !== undefined && Buffer.compare(known, content) === 0) return;
    this.files.set(path, content);
    this.hasChanged = true;
  }

  makeFolder(path: string): void {
    this.checkWritable();
    this.touch();
    const name = normalizePath(path);
    if (this.exists(name)) refuse(EEXIST);
    this.checkPlace(name);
    this.folders.add(name);
  }

  removeFile(path: string): void {
    this.checkWritable();
    this.touch();
    const name = normalizePath(path);
    if (this.folders.has(name)) refuse(EISDIR);
    if (!this.files.delete(name)) refuse(ENOENT);
    this.hasChanged = true;
  }

  removeFolder(path: string): void {
    this.checkWritable();
    this.touch();
    const name = normalizePath(path);
    if (this.files.has(name)) refuse(ENOTDIR);
    if (!this.folders.has(name)) refuse(ENOENT);
    const isEmpty = ![...this.files.keys(), ...this.folders].some((other) =>
      other.startsWith(`${name}/`),
    );
    // FR_DENIED, which fresult_to_errno_table makes EACCES.
    if (!isEmpty || name === "") refuse(EACCES);
    this.folders.delete(name);
  }

  /** Onto a file: that one is removed first, and with the power cut in between both are gone. */
  rename(from: string, to: string): void {
    this.checkWritable();
    this.touch();
    const [old, name] = [normalizePath(from), normalizePath(to)];
    if (!this.exists(old)) refuse(ENOENT);
    if (old === name) return;
    if (this.folders.has(name)) refuse(EISDIR);
    if (name.startsWith(`${old}/`)) refuse(EACCES);
    this.hasChanged = true;
    this.files.delete(name);
    this.checkPlace(name);
    for (const [path, content] of [...this.files]) {
      const moved = movedPath(path, old, name);
      if (moved === null) continue;
      this.files.delete(path);
      this.files.set(moved, content);
    }
    for (const path of [...this.folders]) {
      const moved = movedPath(path, old, name);
      if (moved !== null && this.folders.delete(path)) this.folders.add(moved);
    }
  }

  /** In clusters: all, and those that are free. */
  space(): { all: number; free: number } {
    this.touch();
    return { all: clusters(this.bytes), free: this.freeClusters };
  }

  /** @throws DeviceError EROFS (verify_fs_writable) */
  checkWritable(): void {
    if (this.isReadOnly) refuse(EROFS);
  }

  private get freeClusters(): number {
    const used = [...this.files.values()].reduce((sum, { length }) => sum + clusters(length), 0);
    return Math.max(0, clusters(this.bytes) - used - (this.folders.size - 1));
  }

  private exists(name: string): boolean {
    return this.files.has(name) || this.folders.has(name);
  }

  private checkPlace(name: string): void {
    if (forbidden.test(name)) refuse(EINVAL);
    if (!this.folders.has(parentOf(name))) refuse(ENOENT);
    if (this.freeClusters === 0) refuse(EACCES);
  }
}

/** Where something goes when `old` becomes `name`; null: it stays. */
function movedPath(path: string, old: string, name: string): string | null {
  if (path === old) return name;
  return path.startsWith(`${old}/`) ? `${name}${path.slice(old.length)}` : null;
}
