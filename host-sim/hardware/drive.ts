// The internal drive, CIRCUITPY: a FAT volume in the flash, which outlives every program and the
// loss of power (shared-module/os/__init__.c, supervisor/shared/filesystem.c).
import { DeviceError } from "./device-error";
import { EIO } from "./errno";
import { FatVolume } from "./fat-volume";
import type { Faults } from "./faults";
import { normalizePath } from "./file-path";
import { MemoryFiles } from "./file-store";

/**
 * Who may write to the drive: the computer that has mounted it over USB, or the program, as where
 * boot.py has called storage.disable_usb_drive(). Never both (supervisor/shared/filesystem.c).
 */
export type DriveAccess = "usb" | "writable";

const clusterBytes = 512;
/** Behind the firmware's two slots begins the drive's partition (esp-idf-config/partitions-8MB.csv). */
const firmwareBytes = 0x450000;
/** Where the flash has no room for that (partitions-4MB.csv). */
const smallDriveBytes = 960 * 1024;

export const driveBytes = (flashBytes: number): number =>
  flashBytes > firmwareBytes ? flashBytes - firmwareBytes : smallDriveBytes;

export class Drive extends FatVolume {
  override label = "CIRCUITPY";
  override isReadOnly = true;
  /** A computer has it, which no program can take from it but by unsafe_disable_usb_drive. */
  isVisibleOverUsb = true;
  private readonly memory: MemoryFiles;

  /**
   * @param access as every start of the board finds it
   * @param folders those that no file is in
   */
  constructor(
    files: ReadonlyMap<string, Uint8Array>,
    bytes: number,
    private readonly access: DriveAccess,
    faults: Faults,
    folders: readonly string[] = [],
  ) {
    const memory = new MemoryFiles(
      new Map([...files].map(([path, content]) => [normalizePath(path), content])),
    );
    super(memory, { bytes, clusterBytes }, () => {
      if (faults.happens("storage fails") !== null) throw new DeviceError("OSError", EIO);
    });
    this.memory = memory;
    // Every formatted drive has these: for libraries, and as a place for a card (filesystem_init).
    for (const folder of ["lib", "sd", ...folders]) memory.makeFolder(folder);
    this.mount();
  }

  /** The board starts. */
  mount(): void {
    this.isVisibleOverUsb = this.access === "usb";
    this.isReadOnly = this.isVisibleOverUsb;
  }

  /** Every file by its path from the root, as it lies in the flash. */
  get contents(): ReadonlyMap<string, Uint8Array> {
    return this.memory.all;
  }

  /** The contents if they are others than when this was asked last, else null. */
  changes(): ReadonlyMap<string, Uint8Array> | null {
    return this.memory.changes();
  }

  /** By CircuitPython itself, which no protection against writing stops (run_boot_py in main.c). */
  writeByFirmware(path: string, content: Uint8Array): void {
    if (Buffer.compare(this.memory.read(path), content) !== 0) this.memory.write(path, content);
  }

  get folderPaths(): readonly string[] {
    return [...this.memory.folders].filter((folder) => folder !== "");
  }
}
