// The camera's sensor in virtual time: a picture at every tick at which the driver has a buffer.
import type { CameraSource } from "../camera-sources/camera-source";
import type { Picture, PictureFeed } from "../hardware/camera";
import type { VirtualClock } from "./virtual-clock";

/** Midnight of 2000-01-01, the time at which a chip without a battery starts. */
const epochMs = 946_684_800_000;

export class Sensor implements PictureFeed {
  /** Which camera of the program it is; ticks of an earlier one are void. */
  private camera = 0;
  private on = false;
  private hasBuffer = false;
  private pictures = 0;
  private size = { width: 0, height: 0 };

  constructor(
    private readonly clock: VirtualClock,
    private readonly source: CameraSource,
    private readonly deliver: (picture: Picture) => void,
    private readonly onSwitch: (on: boolean) => void,
  ) {}

  start(width: number, height: number): void {
    this.size = { width, height };
    this.camera += 1;
    this.on = true;
    this.pictures = 0;
    this.onSwitch(true);
    this.schedule(this.camera);
  }

  stop(): void {
    if (!this.on) return;
    this.on = false;
    this.camera += 1;
    this.onSwitch(false);
  }

  wanted(wanted: boolean): void {
    this.hasBuffer = wanted;
  }

  taken(): void {
    this.pictures += 1;
  }

  private schedule(camera: number): void {
    this.clock.after(1000 / this.source.framesPerSecond, () => {
      if (camera !== this.camera) return;
      this.tick();
      this.schedule(camera);
    });
  }

  private tick(): void {
    if (!this.hasBuffer) return;
    const time = new Date(epochMs + this.clock.worldMs);
    const request = { number: this.pictures + 1, ...this.size, time };
    const { source } = this;
    const picture = source.isMadeOnDemand ? () => source.frame(request) : source.frame(request);
    if (picture !== null) this.deliver(picture);
  }
}
