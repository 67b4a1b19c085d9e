/** shared-bindings/storage */
declare module "storage" {
  import { SDCard as SpiCard } from "sdcardio";
  import { SDCard as SdioCard } from "sdioio";

  export class VfsFat {
    /** @throws OSError EIO when the card does not answer */
    constructor(card: SpiCard | SdioCard);
    /** "CIRCUITPY" of the drive. */
    readonly label: string;
    /** True where a program may not write. */
    readonly readonly: boolean;
  }
  /**
   * @kwargs
   * @param mountPath a folder that is there: a drive comes with `/sd`
   * @throws RuntimeError "Mount point directory missing"
   * @throws OSError EPERM where something is mounted
   */
  export function mount(
    filesystem: VfsFat,
    mountPath: string,
    options?: { readonly?: boolean },
  ): void;
  /** @throws OSError EINVAL when it is not mounted */
  export function umount(mount: VfsFat | string): void;
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
