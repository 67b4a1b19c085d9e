// What the simulated camera looks at: a test pattern, a folder of pictures, or anything ffmpeg reads.
export { openCameraSource } from "./open";
export { readPatternNumber } from "./pattern/number-squares";
export type { CameraSource, FrameRequest } from "./camera-source";
