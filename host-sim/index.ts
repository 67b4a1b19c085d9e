// What the simulator offers to programs and tests.
export { buildFirmware } from "./board/firmware";
export { VirtualBoard } from "./board/virtual-board";
export { openCameraSource } from "./camera-sources/index";
export { bundleForNode } from "./engines/node/bundle-program";
export { parseSettings } from "./hardware/settings";

export type { Firmware } from "./board/firmware";
export type { ServerAddress, VirtualBoardOptions } from "./board/virtual-board";
export type { CameraSource } from "./camera-sources/index";
export type { EngineName, FirmwareProgram } from "./engines/engine";
export type { Resources } from "./hardware/chip";
export type { Settings } from "./hardware/settings";
