// The part of `_chip` behind os, storage, sdcardio and sdioio.
import type { Chip } from "../../hardware/chip";
import { longestName, type FatVolume } from "../../hardware/fat-volume";
import { Handles } from "../../hardware/handles";
import { MirroredFiles } from "./mirrored-files";
import type { VirtualMachine } from "./virtual-machine";

function fileCalls({ storage }: Chip, mirror: MirroredFiles) {
  const { files } = storage;
  return {
    drive_open: (path: string, mode: string) => void files.open(path, mode),
    /** -1 for a folder. */
    drive_size: (path: string) => {
      const { isFolder, size } = files.status(path);
      return isFolder ? -1 : size;
    },
    drive_list: (path: string) => JSON.stringify(files.list(path)),
    drive_space: (path: string) => {
      const { clusterBytes, all, free } = files.space(path);
      return JSON.stringify([clusterBytes, all, free, longestName]);
    },
    drive_mkdir: (path: string) => {
      files.makeFolder(path);
      mirror.makeFolder(path);
    },
    drive_remove: (path: string) => {
      files.removeFile(path);
      mirror.removeFile(path);
    },
    drive_rmdir: (path: string) => {
      files.removeFolder(path);
      mirror.removeFolder(path);
    },
    drive_rename: (from: string, to: string) => {
      files.rename(from, to);
      mirror.rename(from, to);
    },
  };
}

/** Volumes by handle; the drive has the first. */
function volumeCalls({ storage, sdCards }: Chip, mirror: MirroredFiles) {
  const { files, drive } = storage;
  const volumes = new Handles<FatVolume>();
  volumes.add(drive);
  return {
    volume_of_card: (card: number) => volumes.add(sdCards.volume(card)),
    volume_label: (handle: number) => volumes.get(handle).label,
    volume_read_only: (handle: number) => volumes.get(handle).isReadOnly,
    storage_mount: (handle: number, path: string, readonly: boolean) => {
      const volume = volumes.get(handle);
      files.mount(volume, path, readonly);
      mirror.mount(volume, path);
    },
    storage_unmount: (handle: number) => mirror.unmount(files.unmount(volumes.get(handle))),
    storage_check_mount: (path: string) => void files.mountedAt(path),
    storage_remount: (path: string, readonly: boolean) => storage.remount(path, readonly),
    storage_disable_usb_drive: () => storage.disableUsbDrive(),
    storage_show_over_usb: (visible: boolean) => storage.showOverUsb(visible),
  };
}

function cardCalls({ sdCards }: Chip) {
  return {
    card_over_spi: (spi: number, select: string) => sdCards.overSpi(spi, select),
    card_over_sdio: (clock: string, command: string, data: string, frequency: number) =>
      sdCards.overSdio({ clock, command, data: data.split(" ") }, frequency),
    card_count: (handle: number) => sdCards.count(handle),
    card_close: (handle: number) => sdCards.deinit(handle),
  };
}

export function storageCalls(chip: Chip, vm: VirtualMachine) {
  const mirror = new MirroredFiles(vm, chip.storage.files);
  return { ...fileCalls(chip, mirror), ...volumeCalls(chip, mirror), ...cardCalls(chip) };
}
