// Whether the driver finds the sensor and can start it (esp_camera_init in esp32-camera's
// driver/esp_camera.c), in the words of raise_esp_error (bindings/espidf/__init__.c).
import type { CameraWiring } from "../../boards/definition";
import { onlyJpeg, type CameraOptions } from "./camera-options";
import { DeviceError } from "./device-error";
import type { Faults } from "./faults";
import { clampFrameSize, dimensionsOf } from "./frame-sizes";
import type { I2CPins } from "./bus-devices";
import { sensorModel, type SensorModel } from "./sensors";

/** What the chip on a board is wired to. */
export interface CameraHardware {
  wiring: CameraWiring;
  boardPins: Readonly<Record<string, string>>;
  psramBytes: number;
  /** The sensor on the camera's cable. */
  sensor: string;
}

/** @throws DeviceError IDFError when no sensor answers or the firmware has no driver for it */
export function probeSensor(
  { wiring, boardPins, sensor, psramBytes }: CameraHardware,
  bus: I2CPins,
  options: CameraOptions,
  faults: Faults,
): SensorModel {
  const fault = faults.happens("camera does not start");
  if (fault?.reason === "no memory") throw new DeviceError("espidf.MemoryError", "Out of memory");
  if (fault !== null) throw new DeviceError("IDFError", "Requested resource not found");
  const { i2c, sensors } = wiring;
  const [scl, sda] = i2c.kind === "busio" ? [i2c.scl, i2c.sda] : ["SCL", "SDA"];
  if (bus.scl !== boardPins[scl] || bus.sda !== boardPins[sda]) {
    throw new DeviceError("IDFError", "Requested resource not found");
  }
  const model = sensorModel(sensor);
  if (!sensors.includes(sensor) || (model === null && options.pixelFormat === "JPEG")) {
    throw new DeviceError("IDFError", "Operation or feature not supported");
  }
  if (model === null || options.pixelFormat !== "JPEG") throw onlyJpeg(options.pixelFormat);
  // cam_hal.c: a JPEG buffer has a fifth of a byte for each pixel, in PSRAM; cam_config answers
  // ESP_FAIL where there is no room for it.
  const { width, height } = dimensionsOf(clampFrameSize(options.frameSize, model.largest));
  const bytes = (options.framebufferCount * width * height) / 5;
  if (bytes > psramBytes - faults.psramTaken) throw new DeviceError("IDFError", "Generic Failure");
  return model;
}

/** With a wire on another pin the driver starts, and no picture ever comes. */
export function isWired({ wiring, boardPins }: CameraHardware, options: CameraOptions): boolean {
  return (
    options.dataPins.every((pin, bit) => pin === wiring.dataGpios[bit]) &&
    options.pixelClockPin === boardPins[wiring.pixelClockPin] &&
    options.vsyncPin === boardPins[wiring.vsyncPin] &&
    options.hrefPin === boardPins[wiring.hrefPin] &&
    options.externalClockPin === boardPins[wiring.externalClockPin]
  );
}
