// Who sees the drive: `storage` of CircuitPython (shared-module/storage/__init__.c).
import { DeviceError } from "./device-error";
import type { Drive } from "./drive";
import { EINVAL } from "./errno";
import { normalizePath } from "./file-path";
import type { Waiting } from "./waiting";

/** So long usb_drive_set_enabled waits, that the computer notices. */
const usbNoticeMs = 2500;

export class Storage {
  constructor(
    readonly drive: Drive,
    private readonly waiting: Waiting,
  ) {}

  /** The mount at `path`: there is one, at the root. @throws DeviceError EINVAL */
  checkMount(path: string): void {
    if (normalizePath(path) !== "") throw new DeviceError("OSError", EINVAL);
  }

  /** @throws DeviceError RuntimeError while a computer has the drive (blockdev_lock) */
  remount(path: string, readonly: boolean): void {
    this.checkMount(path);
    if (this.drive.isVisibleOverUsb) {
      throw new DeviceError("RuntimeError", "Cannot remount path when visible via USB.");
    }
    this.drive.isReadOnly = readonly;
  }

  /** Only boot.py may, before USB is connected: here it always is (tud_connected). */
  disableUsbDrive(): never {
    throw new DeviceError("RuntimeError", "Cannot change USB devices now");
  }

  /**
   * The computer loses the drive, or gets it back; the program may write while it has not.
   * @returns 0 or -errno
   */
  showOverUsb(visible: boolean): number {
    const waited = this.waiting.until(() => false, usbNoticeMs);
    this.drive.isVisibleOverUsb = visible;
    this.drive.isReadOnly = visible;
    return waited;
  }
}
