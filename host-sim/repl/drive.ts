// The drive of the stand-in: a FAT file system as CircuitPython shows it to Python, in memory or in
// a folder. Calls never throw: they answer with a negative errno, in newlib's numbers.
import { mkdirSync, readFileSync, readdirSync, rmSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EACCES, EBADF, EEXIST, EISDIR, ENOENT, ENOSPC, EROFS } from "../hardware/errno";

export interface DriveOptions {
  /** Files are read from here at start and written through; without it they are in memory only. */
  folder?: string;
  /** As while the computer has the drive mounted. */
  readOnly?: boolean;
  /** Bytes that all files together may have. */
  capacity?: number;
  /** Path of a file of which every byte is stored wrong, as by a bad connection. */
  damage?: string;
}

export interface DriveOperation {
  name: "mkdir" | "write" | "remove" | "rmdir" | "rename";
  path: string;
}

interface OpenFile {
  path: string;
  position: number;
  writable: boolean;
}

/** newlib's, and not among those that the rest of the simulator needs. */
const ENOTDIR = 20;
const root = "";

function parentOf(path: string): string {
  return path.split("/").slice(0, -1).join("/");
}

export class Drive {
  readOnly: boolean;
  private readonly files = new Map<string, Uint8Array>();
  private readonly directories = new Set<string>([root]);
  private readonly opened = new Map<number, OpenFile>();
  private readonly folder: string | undefined;
  private readonly capacity: number;
  private readonly damage: string | undefined;
  private handles = 0;

  /** @param changed told of every change, in order */
  constructor(
    { folder, readOnly = false, capacity = Infinity, damage }: DriveOptions,
    private readonly changed: (operation: DriveOperation) => void,
  ) {
    this.readOnly = readOnly;
    this.folder = folder;
    this.capacity = capacity;
    this.damage = damage;
    if (folder !== undefined) this.load(folder);
  }

  private load(folder: string): void {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const absolute = join(entry.parentPath, entry.name);
      const path = absolute.slice(folder.length + 1).replaceAll("\\", "/");
      if (entry.isDirectory()) this.directories.add(path);
      else this.files.set(path, readFileSync(absolute));
    }
  }

  /** A copy of all files, by path from the root without a slash in front. */
  contents(): Map<string, Uint8Array> {
    return new Map([...this.files].map(([path, bytes]) => [path, bytes.slice()]));
  }

  /** What is open is lost with the VM that opened it. */
  closeAll(): void {
    this.opened.clear();
  }

  /** `st_mode` without permissions: 0x4000 directory, 0x8000 file. */
  mode(path: string): number {
    if (this.directories.has(path)) return 0x4000;
    return this.files.has(path) ? 0x8000 : -ENOENT;
  }

  size(path: string): number {
    return this.files.get(path)?.length ?? 0;
  }

  /** Names in a directory; null where there is none. */
  list(path: string): string[] | null {
    if (!this.directories.has(path)) return null;
    const all = [...this.directories, ...this.files.keys()].filter((other) => other !== root);
    const inside = all.filter((other) => parentOf(other) === path);
    return inside.map((other) => other.split("/").at(-1) ?? "");
  }

  mkdir(path: string): number {
    if (this.readOnly) return -EROFS;
    if (this.mode(path) > 0) return -EEXIST;
    if (!this.directories.has(parentOf(path))) return -ENOENT;
    this.directories.add(path);
    if (this.folder !== undefined) mkdirSync(join(this.folder, path));
    return this.log("mkdir", path);
  }

  remove(path: string): number {
    if (this.readOnly) return -EROFS;
    if (this.directories.has(path)) return -EISDIR;
    if (!this.files.delete(path)) return -ENOENT;
    if (this.folder !== undefined) rmSync(join(this.folder, path));
    return this.log("remove", path);
  }

  rmdir(path: string): number {
    if (this.readOnly) return -EROFS;
    if (this.files.has(path)) return -ENOTDIR;
    const names = this.list(path);
    if (names === null) return -ENOENT;
    if (names.length > 0 || path === root) return -EACCES;
    this.directories.delete(path);
    if (this.folder !== undefined) rmdirSync(join(this.folder, path));
    return this.log("rmdir", path);
  }

  /** Files only. Onto an existing one in two steps, as extmod/vfs_fat.c does: remove, then rename. */
  rename(from: string, to: string): number {
    if (this.readOnly) return -EROFS;
    const bytes = this.files.get(from);
    if (bytes === undefined || !this.directories.has(parentOf(to))) return -ENOENT;
    if (this.files.has(to)) this.remove(to);
    this.files.delete(from);
    this.files.set(to, bytes);
    if (this.folder !== undefined) rmSync(join(this.folder, from));
    this.writeThrough(to);
    return this.log("rename", to);
  }

  /** @returns a handle, or a negative errno; opening for writing empties the file at once */
  open(path: string, mode: "r" | "w" | "a"): number {
    if (mode !== "r" && this.readOnly) return -EROFS;
    if (this.directories.has(path)) return mode === "r" ? -ENOENT : -EACCES;
    if (mode === "r" && !this.files.has(path)) return -ENOENT;
    if (!this.directories.has(parentOf(path))) return -ENOENT;
    if (mode === "w" || !this.files.has(path)) this.files.set(path, new Uint8Array());
    if (mode !== "r") this.log("write", path);
    const position = mode === "a" ? this.size(path) : 0;
    this.opened.set(++this.handles, { path, position, writable: mode !== "r" });
    return this.handles;
  }

  read(handle: number, count: number): Uint8Array {
    const file = this.opened.get(handle);
    const bytes = file && this.files.get(file.path);
    if (!file || !bytes) return new Uint8Array();
    const end = count < 0 ? bytes.length : Math.min(bytes.length, file.position + count);
    const result = bytes.subarray(file.position, end);
    file.position = Math.max(file.position, end);
    return result;
  }

  /** Appends: files are only ever written from front to back here. */
  write(handle: number, data: Uint8Array): number {
    const file = this.opened.get(handle);
    if (!file?.writable) return -EBADF;
    const used = [...this.files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
    if (used + data.length > this.capacity) return -ENOSPC;
    const before = this.files.get(file.path) ?? new Uint8Array();
    const stored = file.path === this.damage ? data.map((byte) => byte ^ 1) : data;
    this.files.set(file.path, Buffer.concat([before, stored]));
    return data.length;
  }

  close(handle: number): void {
    const file = this.opened.get(handle);
    this.opened.delete(handle);
    if (file?.writable) this.writeThrough(file.path);
  }

  private writeThrough(path: string): void {
    const bytes = this.files.get(path);
    if (this.folder !== undefined && bytes) writeFileSync(join(this.folder, path), bytes);
  }

  private log(name: DriveOperation["name"], path: string): 0 {
    this.changed({ name, path });
    return 0;
  }
}
