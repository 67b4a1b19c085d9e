/**
 * The chosen board, written by the build from its data file in boards/definitions: the one module
 * through which the camera application meets the board's pins.
 */
declare module "taipan_board" {
  import { Camera, FrameSize } from "espcamera";

  /** The board's id in CircuitPython, as `seeed_xiao_esp32_s3_sense`. */
  export const BOARD_ID: string;
  /** Powers the camera up where the board asks for it, and starts it in JPEG mode. */
  export function openCamera(frameSize: FrameSize, jpegQuality: int): Camera;
  /** Turns the camera off and gives back every pin that it used. */
  export function closeCamera(camera: Camera): void;
}
