// Who sees the drive: `storage` of CircuitPython (shared-module/storage/__init__.c).
import { DeviceError } from "./device-error";
import type { Drive } from "./drive";
import { EINVAL } from "./errno";
import { normalizePath } from "./file-path";
import type { Waiting } from "./waiting";

/** So long usb_drive_set_enabled waits, that the computer notices. */
const usbNoticeMs = 2500;

export class Storage {
  /** A computer can see the board: after boot.py (usb_setup_with_vm in main.c). */
  usbIsUp = false;

  constructor(
    readonly drive: Drive,
    private readonly waiting: Waiting,
  ) {}

  /** The mount at `path`: there is one, at the root. @throws DeviceError EINVAL */
  checkMount(path: string): void {
    if (normalizePath(path) !== "") throw new DeviceError("OSError", EINVAL);
  }

  /** @throws DeviceError RuntimeError while a computer has the drive (blockdev_lock): not in boot.py */
  remount(path: string, readonly: boolean): void {
    this.checkMount(path);
    if (this.usbIsUp && this.drive.isVisibleOverUsb) {
      throw new DeviceError("RuntimeError", "Cannot remount path when visible via USB.");
    }
    this.drive.isReadOnly = readonly;
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
