// The camera's sensor in virtual time: a picture at every tick at which the driver has a buffer.
import type { CameraSource } from "../camera-sources/camera-source";
import type { Faults } from "../hardware/faults";
import type { PictureFeed } from "../hardware/camera";
import type { Picture } from "../hardware/frame-buffers";
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
    private readonly faults: Faults,
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
    if (!this.hasBuffer || this.faults.happens("picture missing") !== null) return;
    const time = new Date(epochMs + this.clock.worldMs);
    const request = { number: this.pictures + 1, ...this.size, time };
    const { source } = this;
    const picture = source.isMadeOnDemand ? () => source.frame(request) : source.frame(request);
    if (picture !== null) this.deliver(this.withFaults(picture));
  }

  /** A picture that a test wants to be wrong is made for that, and so is no other. */
  private withFaults(picture: Picture): Picture {
    const { faults } = this;
    const isShort = faults.happens("picture cut short") !== null;
    const isDamaged = faults.happens("picture damaged") !== null;
    if (!isShort && !isDamaged) return picture;
    const bytes = typeof picture === "function" ? picture() : picture;
    if (bytes === null) return () => null;
    const kept = bytes.slice(0, isShort ? bytes.length >> 1 : bytes.length);
    // In the middle of the entropy-coded data a marker that is none (ITU-T T.81, B.1.1.5).
    if (isDamaged) kept.set([0xff, 0x01, 0x00, 0x00], kept.length >> 1);
    return kept;
  }
}
