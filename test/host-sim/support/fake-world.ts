// A world for a chip without threads: a clock that jumps, a network and a camera that tests play.
import { loadBoard } from "../../../boards/definition";
import type { CameraOptions } from "../../../host-sim/hardware/camera-options";
import type { PictureFeed } from "../../../host-sim/hardware/camera";
import { Chip } from "../../../host-sim/hardware/chip";
import type { Clock } from "../../../host-sim/hardware/clock";
import type { Network } from "../../../host-sim/hardware/network";

export class FakeClock implements Clock {
  private now = 0;
  private readonly events: { atMs: number; happen: () => void }[] = [];

  at(atMs: number, happen: () => void): void {
    this.events.push({ atMs, happen });
    this.events.sort((a, b) => a.atMs - b.atMs);
  }

  nowMs(): number {
    return this.now;
  }

  catchUp(): void {
    while ((this.events[0]?.atMs ?? Infinity) <= this.now) this.events.shift()?.happen();
  }

  foundNothing(): void {}

  advance(deadlineMs: number): void {
    const next = Math.min(deadlineMs, this.events[0]?.atMs ?? Infinity);
    if (next === Infinity) throw new Error("the program waits for something that never happens");
    this.now = Math.max(this.now, next);
    this.catchUp();
  }
}

/** Remembers what the chip asked for; `held` is what peers have not acknowledged. */
export class FakeNetwork implements Network {
  readonly log: string[] = [];
  readonly held = new Map<number, number>();

  listen(listener: number, port: number): void {
    this.log.push(`listen ${listener} ${port}`);
  }
  unlisten(listener: number): void {
    this.log.push(`unlisten ${listener}`);
  }
  accept(connection: number): void {
    this.log.push(`accept ${connection}`);
  }
  send(connection: number, bytes: Uint8Array): void {
    this.held.set(connection, this.unacknowledged(connection) + bytes.length);
    this.log.push(`send ${connection} ${bytes.length}`);
  }
  unacknowledged(connection: number): number {
    return this.held.get(connection) ?? 0;
  }
  consumed(connection: number, count: number): void {
    this.log.push(`consumed ${connection} ${count}`);
  }
  close(connection: number, how: string): void {
    this.log.push(`close ${connection} ${how}`);
  }
}

class FakeFeed implements PictureFeed {
  on = false;
  asks = false;
  count = 0;
  start(): void {
    this.on = true;
  }
  stop(): void {
    this.on = false;
  }
  wanted(wanted: boolean): void {
    this.asks = wanted;
  }
  taken(): void {
    this.count += 1;
  }
}

export const xiao = loadBoard("seeed_xiao_esp32_s3_sense");

export function fakeWorld(options: { settings?: Record<string, string>; sensor?: string } = {}) {
  const clock = new FakeClock();
  const network = new FakeNetwork();
  const feed = new FakeFeed();
  const interrupt = {
    requested: false,
    delivered() {
      this.requested = false;
    },
  };
  const chip = new Chip({
    board: xiao,
    settings: {},
    address: "127.0.0.1",
    clock,
    network,
    pictures: feed,
    interrupt,
    ...options,
  });
  return { chip, clock, network, feed, interrupt };
}

/** A listener that never waits, on port 80. */
export function listening() {
  const world = fakeWorld();
  const { sockets } = world.chip;
  const listener = sockets.create();
  sockets.setTimeout(listener, 0);
  sockets.bind(listener, 80);
  sockets.listen(listener, 4);
  return { ...world, sockets, listener };
}

/** An accepted connection, number 7 of the network's. */
export function connected() {
  const world = listening();
  world.sockets.incoming(world.listener, 7, "192.168.4.2", 5000);
  return { ...world, socket: world.sockets.accept(world.listener) };
}

/** The options that fit the board's wiring; `i2c` is the handle of a bus on the camera's pins. */
export function wiredCamera(i2c: number, changed: Partial<CameraOptions> = {}): CameraOptions {
  const { camera, pins } = xiao;
  const pin = (name: string) => pins[name] ?? "";
  return {
    dataPins: camera.dataGpios,
    pixelClockPin: pin(camera.pixelClockPin),
    vsyncPin: pin(camera.vsyncPin),
    hrefPin: pin(camera.hrefPin),
    i2c,
    externalClockPin: pin(camera.externalClockPin),
    externalClockFrequency: 20_000_000,
    powerdownPin: null,
    resetPin: null,
    pixelFormat: "JPEG",
    frameSize: "VGA",
    jpegQuality: 15,
    framebufferCount: 2,
    grabMode: "LATEST",
    ...changed,
  };
}
