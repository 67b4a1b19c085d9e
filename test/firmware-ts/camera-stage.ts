/** The camera application on sockets in memory, with a camera and an event loop that tests move on. */
import { World, type CameraApplication } from "./http-harness";

const PICTURE_INTERVAL_MS = 40;

interface Sleep {
  until: number;
  wake(): void;
}

export class CameraStage {
  readonly world: World;
  /** Why the next cameras do not start; null: they do. */
  fault: string | null = null;
  /** How often a camera was asked for. */
  attempts = 0;
  /** Whether the camera's pins, clock and buffers are taken. */
  claimed = false;
  private sleeps: Sleep[] = [];

  constructor() {
    this.world = new World({
      asyncio: { sleepMs: (ms: number) => this.sleep(ms) },
      espcamera: { FrameSize: { VGA: "VGA" } },
      taipan_board: {
        BOARD_ID: "some_board",
        openCamera: () => this.openCamera(),
        closeCamera: (camera: { deinit(): void }) => camera.deinit(),
      },
    });
  }

  /** An application that serves and takes pictures from now on. */
  startApplication(): CameraApplication {
    const application = new this.world.library.CameraApplication(this.world.pool);
    application.start("0.0.0.0", 80);
    void application.serve();
    void application.capture();
    return application;
  }

  /** Lets the tasks run for that long. */
  async run(ms: number, atEachStep = (): void => {}): Promise<void> {
    const end = this.world.now + ms;
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      atEachStep();
      this.sleeps.sort((one, other) => one.until - other.until);
      const next = this.sleeps[0];
      if (next === undefined || next.until > end) break;
      this.sleeps.shift();
      this.world.now = Math.max(this.world.now, next.until);
      next.wake();
    }
    this.world.now = end;
  }

  /** A turn of the event loop takes a millisecond, as otherwise no time would pass. */
  private sleep(ms: number): Promise<void> {
    const until = this.world.now + Math.max(1, ms);
    return new Promise((wake) => this.sleeps.push({ until, wake }));
  }

  /** As the driver: the pins of a camera that lives are in use. */
  private openCamera(): unknown {
    this.attempts += 1;
    if (this.fault !== null) throw new Error(this.fault);
    if (this.claimed) throw new Error("CAM_D0 in use");
    this.claimed = true;
    const buffer = new Int8Array(1000);
    const { world } = this;
    let nextAt = world.now + PICTURE_INTERVAL_MS;
    return {
      width: 640,
      height: 480,
      sensorName: "OV2640",
      get frameAvailable() {
        return world.now >= nextAt;
      },
      take() {
        if (world.now < nextAt) return null;
        nextAt = world.now + PICTURE_INTERVAL_MS;
        return buffer;
      },
      deinit: () => (this.claimed = false),
    };
  }
}
