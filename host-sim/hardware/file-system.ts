// All files of a board, on whichever volume they lie: what is mounted where, and which volume a path
// is on (extmod/vfs.c, mp_vfs_lookup_path; shared-module/os/__init__.c, shared-module/storage).
import { DeviceError } from "./device-error";
import type { Drive } from "./drive";
import { EINVAL, EPERM } from "./errno";
import type { FatVolume, FileStatus } from "./fat-volume";
import { normalizePath } from "./file-path";

/** A place on a volume. */
export interface Place {
  readonly volume: FatVolume;
  /** From the volume's root. */
  readonly path: string;
}

export class FileSystem {
  /** By their mount points, without a slash in front; the root is "". */
  private readonly mounts = new Map<string, FatVolume>();

  constructor(readonly drive: Drive) {
    this.mounts.set("", drive);
  }

  /** @throws DeviceError RuntimeError without a folder to mount at, OSError EPERM on a mount */
  mount(volume: FatVolume, path: string, readonly: boolean): void {
    const point = normalizePath(path);
    if (!this.isFolder(path)) {
      throw new DeviceError("RuntimeError", "Mount point directory missing");
    }
    if (this.placeOf(path).volume !== this.drive || point === "") {
      throw new DeviceError("OSError", EPERM);
    }
    volume.touch();
    volume.isReadOnly = readonly;
    this.mounts.set(point, volume);
  }

  /** @throws DeviceError OSError EINVAL unless it is mounted (common_hal_storage_umount_object) */
  unmount(volume: FatVolume): string {
    const found = [...this.mounts].find(([, mounted]) => mounted === volume);
    if (found === undefined) throw new DeviceError("OSError", EINVAL);
    const [point] = found;
    this.mounts.delete(point);
    return point;
  }

  /** What a program has mounted goes with it (stop_mp in main.c). */
  endOfProgram(): void {
    for (const point of [...this.mounts.keys()]) if (point !== "") this.mounts.delete(point);
  }

  /** What is mounted exactly there. @throws DeviceError OSError EINVAL (storage_object_from_path) */
  mountedAt(path: string): FatVolume {
    const volume = this.mounts.get(normalizePath(path));
    if (volume === undefined) throw new DeviceError("OSError", EINVAL);
    return volume;
  }

  /** The volume of a path, and the path on it. */
  placeOf(path: string): Place {
    const name = normalizePath(path);
    const points = [...this.mounts.keys()].sort((a, b) => b.length - a.length);
    const point = points.find((start) => start === "" || `${name}/`.startsWith(`${start}/`)) ?? "";
    return { volume: this.mounts.get(point) ?? this.drive, path: name.slice(point.length) };
  }

  status(path: string): FileStatus {
    return this.on(path, (volume, name) => volume.status(name));
  }

  list(path: string): string[] {
    return this.on(path, (volume, name) => volume.list(name));
  }

  open(path: string, mode: string): boolean {
    return this.on(path, (volume, name) => volume.open(name, mode));
  }

  makeFolder(path: string): void {
    this.on(path, (volume, name) => volume.makeFolder(name));
  }

  removeFile(path: string): void {
    this.on(path, (volume, name) => volume.removeFile(name));
  }

  removeFolder(path: string): void {
    this.on(path, (volume, name) => volume.removeFolder(name));
  }

  /** @throws DeviceError OSError EPERM from one volume to another (common_hal_os_rename) */
  rename(from: string, to: string): void {
    const [old, moved] = [this.placeOf(from), this.placeOf(to)];
    if (old.volume !== moved.volume) throw new DeviceError("OSError", EPERM);
    old.volume.rename(old.path, moved.path);
  }

  space(path: string): { clusterBytes: number; all: number; free: number } {
    return this.placeOf(path).volume.space();
  }

  private on<T>(path: string, ask: (volume: FatVolume, name: string) => T): T {
    const place = this.placeOf(path);
    return ask(place.volume, place.path);
  }

  private isFolder(path: string): boolean {
    try {
      return this.status(path).isFolder;
    } catch (error) {
      if (error instanceof DeviceError) return false;
      throw error;
    }
  }
}
