/** The camera, which exists only while somebody wants pictures. */
import { Camera, FrameSize } from "espcamera";
import { closeCamera, openCamera } from "taipan_board";

/** How long the camera stays on after the last viewer: a reloaded page finds it running. */
const LINGER_MS = 500;
/** The pause before a camera that failed to start is tried again. */
const RETRY_INTERVAL_MS = 3000;
/** Lower is better and larger: about 20 kB at 640 x 480 with an OV2640. */
const JPEG_QUALITY = 12;

/**
 * Turns the camera on when it is wanted and off when it has not been for a while, and says so on
 * the console. Times are milliseconds of one steadily growing clock.
 */
export class OnDemandCamera {
  /** Pictures taken since start. */
  frame: int = 0;
  /** Pixels of the last picture's rows, 0 before the first. */
  width: int = 0;
  /** Rows of the last picture, 0 before the first. */
  height: int = 0;
  /** What the camera calls its sensor, "" before it was first on. */
  sensor: string = "";
  private camera: Camera | null = null;
  private lastWanted: int = 0;
  private retryAt: int = 0;

  get on(): boolean {
    return this.camera !== null;
  }

  /** To be called often. Turns the camera on or off as `wanted` asks. */
  update(wanted: boolean, now: int): void {
    if (wanted) {
      this.lastWanted = now;
      if (this.camera === null && now >= this.retryAt) {
        this.turnOn(now);
      }
    } else if (this.camera !== null && now - this.lastWanted >= LINGER_MS) {
      this.turnOff();
    }
  }

  /** True when `take` has a picture at once. */
  get frameAvailable(): boolean {
    return this.camera !== null && this.camera.frameAvailable;
  }

  /**
   * The newest picture as a JPEG, if there is one. Its bytes are the camera's own buffer: they are
   * overwritten by the next `take` and gone when the camera is turned off.
   */
  take(): Int8Array | null {
    if (this.camera === null) {
      return null;
    }
    const picture = this.camera.take();
    if (picture !== null) {
      this.frame += 1;
      this.width = this.camera.width;
      this.height = this.camera.height;
    }
    return picture;
  }

  /** Also frees the buffer of the last picture: nobody may be reading it any more. */
  turnOff(): void {
    if (this.camera !== null) {
      closeCamera(this.camera);
      this.camera = null;
      console.log("camera: off");
    }
  }

  private turnOn(now: int): void {
    try {
      const camera = openCamera(FrameSize.VGA, JPEG_QUALITY);
      this.camera = camera;
      this.sensor = camera.sensorName;
      console.log("camera: on");
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      console.log(`camera: failed (${error.message})`);
      this.retryAt = now + RETRY_INTERVAL_MS;
    }
  }
}
