// `storage` for programs in JavaScript (shared-bindings/storage/__init__.c).
import type { Chip } from "../../hardware/chip";
import type { FatVolume } from "../../hardware/fat-volume";
import type { CardBase } from "./card-modules";
import type { Realm } from "./realm";

class Volume {
  /** @internal */
  readonly fat: FatVolume;

  constructor(fat: FatVolume) {
    this.fat = fat;
  }

  get label(): string {
    return this.fat.label;
  }

  get readonly(): boolean {
    return this.fat.isReadOnly;
  }
}

export function storageModule(realm: Realm, { storage, sdCards }: Chip) {
  const { files } = storage;
  const root = new Volume(storage.drive);
  const volumes = new Map<FatVolume, Volume>([[storage.drive, root]]);
  class VfsFat extends Volume {
    constructor(card: CardBase) {
      super(realm.device(() => sdCards.volume(card.handle)));
      volumes.set(this.fat, this);
    }
  }
  Object.setPrototypeOf(root, VfsFat.prototype);
  const getmount = (path: string) => volumes.get(realm.device(() => files.mountedAt(path)));
  return {
    VfsFat,
    getmount,
    mount: (volume: Volume, path: string, { readonly = false }: { readonly?: boolean } = {}) =>
      realm.device(() => files.mount(volume.fat, path, readonly)),
    umount: (mounted: string | Volume) => {
      const volume = typeof mounted === "string" ? getmount(mounted) : mounted;
      if (volume !== undefined) realm.device(() => void files.unmount(volume.fat));
    },
    remount: (path: string, readonly = false) =>
      realm.device(() => storage.remount(path, readonly)),
    disableUsbDrive: () => realm.device(() => storage.disableUsbDrive()),
    unsafeDisableUsbDrive: () => void realm.checked(storage.showOverUsb(false)),
    enableUsbDrive: () => void realm.checked(storage.showOverUsb(true)),
  };
}
