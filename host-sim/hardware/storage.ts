// Which volumes there are and who sees the drive: `storage` of CircuitPython
// (shared-module/storage/__init__.c).
import { DeviceError } from "./device-error";
import type { Drive } from "./drive";
import type { FatVolume } from "./fat-volume";
import { FileSystem } from "./file-system";
import type { Waiting } from "./waiting";

/** So long usb_drive_set_enabled waits, that the computer notices. */
const usbNoticeMs = 2500;

export class Storage {
  readonly files: FileSystem;
  /** A computer can see the board: after boot.py (usb_setup_with_vm in main.c). */
  usbIsUp = false;

  constructor(
    readonly drive: Drive,
    private readonly waiting: Waiting,
  ) {
    this.files = new FileSystem(drive);
  }

  /** @throws DeviceError RuntimeError while a computer has the drive (blockdev_lock): not in boot.py */
  remount(path: string, readonly: boolean): void {
    const volume: FatVolume = this.files.mountedAt(path);
    const isTheirs = volume === this.drive && this.drive.isVisibleOverUsb;
    if (this.usbIsUp && isTheirs) {
      throw new DeviceError("RuntimeError", "Cannot remount path when visible via USB.");
    }
    volume.isReadOnly = readonly;
  }

  /** @throws DeviceError RuntimeError: only boot.py may, before USB is connected (tud_connected) */
  disableUsbDrive(): void {
    if (this.usbIsUp) throw new DeviceError("RuntimeError", "Cannot change USB devices now");
    this.giveDriveToProgram(true);
  }

  /**
   * The computer loses the drive, or gets it back; the program may write while it has not.
   * @returns 0 or -errno
   */
  showOverUsb(visible: boolean): number {
    const waited = this.usbIsUp ? this.waiting.until(() => false, usbNoticeMs) : 0;
    this.giveDriveToProgram(!visible);
    return waited;
  }

  private giveDriveToProgram(toProgram: boolean): void {
    const visible = !toProgram;
    this.drive.isVisibleOverUsb = visible;
    this.drive.isReadOnly = visible;
  }
}
