// The part of `_chip` behind busio and espcamera.
import type { CameraFormat, CameraOptions } from "../../hardware/camera-options";
import type { Chip } from "../../hardware/chip";
import { frameSizeNames } from "../../hardware/frame-sizes";
import {
  flagSettings,
  gainCeilings,
  numberSettings,
  type SettingName,
} from "../../hardware/sensors";
import type { VirtualMachine } from "./virtual-machine";

/** What camera_take answers when no picture came in time; no errno is so large. */
const noPicture = -1000;

export function cameraCalls(chip: Chip, vm: VirtualMachine) {
  let taken = new Uint8Array();
  const { buses, camera } = chip;
  return {
    i2c_open: (scl: string, sda: string) => buses.open(scl, sda),
    i2c_close: (handle: number) => buses.close(handle),
    frame_sizes: () => frameSizeNames.join(" "),
    camera_open: (options: string) => camera.open(JSON.parse(options) as CameraOptions),
    camera_settings: () => JSON.stringify([numberSettings, flagSettings, gainCeilings]),
    camera_setting: (handle: number, name: SettingName) => camera.setting(handle, name),
    camera_set: (handle: number, name: SettingName, value: number) =>
      camera.setSetting(handle, name, value),
    camera_reconfigure: (handle: number, changes: string) =>
      camera.reconfigure(handle, JSON.parse(changes) as Partial<CameraFormat>),
    camera_describe: (handle: number) => JSON.stringify(camera.describe(handle)),
    camera_available: (handle: number) => camera.frameAvailable(handle),
    camera_take: (handle: number, timeoutMs: number) => {
      const picture = camera.take(handle, timeoutMs);
      if (picture === null) return noPicture;
      if (typeof picture === "number") return picture;
      taken = picture as Uint8Array<ArrayBuffer>;
      return taken.length;
    },
    camera_copy: (address: number) => {
      vm.bytes(address, taken.length).set(taken);
      taken = new Uint8Array();
    },
    camera_close: (handle: number) => camera.close(handle),
  };
}
