// `storage` for programs in JavaScript (shared-bindings/storage/__init__.c).
import type { Storage } from "../../hardware/storage";
import type { Realm } from "./realm";

export function storageModule(realm: Realm, storage: Storage) {
  const { drive } = storage;
  class VfsFat {
    get label(): string {
      return drive.label;
    }

    get readonly(): boolean {
      return drive.isReadOnly;
    }
  }
  const root = new VfsFat();
  return {
    VfsFat,
    getmount: (path: string) => {
      realm.device(() => storage.checkMount(path));
      return root;
    },
    remount: (path: string, readonly = false) =>
      realm.device(() => storage.remount(path, readonly)),
    disableUsbDrive: () => realm.device(() => storage.disableUsbDrive()),
    unsafeDisableUsbDrive: () => void realm.checked(storage.showOverUsb(false)),
    enableUsbDrive: () => void realm.checked(storage.showOverUsb(true)),
  };
}
