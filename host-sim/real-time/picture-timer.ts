// The sensor's rhythm: while a camera exists, a picture is made at every tick at which the camera's
// driver has a buffer for it.
import type { CameraSource } from "../camera-sources/camera-source";
import type { ToWorker } from "./messages";
import type { SharedState } from "./shared-state";

/** A worker that computes for long would otherwise find a heap of old pictures. */
const mostUnderway = 2;

interface PictureRequest {
  camera: number;
  width: number;
  height: number;
}

export class PictureTimer {
  private timer: NodeJS.Timeout | null = null;
  private nextMs = 0;

  constructor(
    private readonly source: CameraSource,
    private readonly shared: SharedState,
    private readonly post: (message: ToWorker, transfer?: ArrayBuffer[]) => void,
  ) {}

  /** @param request with the number of the camera, which comes back with its pictures */
  start(request: PictureRequest): void {
    this.stop();
    this.nextMs = performance.now();
    this.schedule(request);
  }

  stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private schedule(request: PictureRequest): void {
    const now = performance.now();
    // Ticks that were missed are gone; the rhythm stays.
    this.nextMs = Math.max(this.nextMs + 1000 / this.source.framesPerSecond, now);
    this.timer = setTimeout(() => {
      this.tick(request);
      this.schedule(request);
    }, this.nextMs - now);
  }

  private tick({ camera, width, height }: PictureRequest): void {
    const { shared } = this;
    if (!shared.pictureWanted || shared.picturesUnderway >= mostUnderway) return;
    const number = shared.picturesTaken + 1;
    const picture = this.source.frame({ number, width, height, time: new Date() });
    if (picture === null) return;
    const bytes = new Uint8Array(picture);
    shared.pictureUnderway(1);
    this.post({ type: "picture", camera, number, bytes }, [bytes.buffer]);
  }
}
