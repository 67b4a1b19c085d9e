// The driver's frame buffers (cam_task in esp32-camera's driver/cam_hal.c): the picture that waits to
// be taken, and the one that the program holds.
import type { CameraFormat } from "./camera-options";

/** A JPEG, or what makes it when the program takes it; null when there is none after all. */
export type Picture = Uint8Array | (() => Uint8Array | null);

export class FrameBuffers {
  private newest: Picture | null = null;
  private isHeld = false;

  constructor(private readonly format: CameraFormat) {}

  /** A picture can be taken without a wait. */
  get isFilled(): boolean {
    return this.newest !== null;
  }

  /**
   * A buffer that the program holds takes no picture. A full one is written again only with
   * LATEST; WHEN_EMPTY keeps the older picture.
   */
  get hasRoom(): boolean {
    const free = this.format.framebufferCount - (this.isHeld ? 1 : 0);
    return free > 0 && (this.newest === null || this.format.grabMode === "LATEST");
  }

  put(picture: Picture): void {
    if (this.hasRoom) this.newest = picture;
  }

  giveBack(): void {
    this.isHeld = false;
  }

  /** The picture that waits, which the program holds from now on; null when there is none after all. */
  take(): Uint8Array | null {
    const picture = typeof this.newest === "function" ? this.newest() : this.newest;
    this.newest = null;
    this.isHeld = picture !== null;
    return picture;
  }
}
