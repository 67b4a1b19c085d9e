/** shared-bindings/storage */
declare module "storage" {
  export class VfsFat {
    private constructor();
    /** "CIRCUITPY" */
    readonly label: string;
    /** True where a program may not write. */
    readonly readonly: boolean;
  }
  /** @throws OSError EINVAL when nothing is mounted there */
  export function getmount(mountPath: string): VfsFat;
  /** @throws RuntimeError "Cannot remount path when visible via USB." */
  export function remount(mountPath: string, readonly?: boolean): void;
  /** Only for boot.py. @throws RuntimeError "Cannot change USB devices now" */
  export function disableUsbDrive(): void;
  /** The computer loses the drive, after 2.5 s; then programs may write. */
  export function unsafeDisableUsbDrive(): void;
  export function enableUsbDrive(): void;
}
