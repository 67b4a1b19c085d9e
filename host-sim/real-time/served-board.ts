// A board that can be bought nowhere: simulated hardware with a real program, a real or made camera
// and real sockets.
import { createServer } from "node:net";
import { once } from "node:events";
import type { BoardDefinition } from "../../boards/definition";
import type { CameraSource } from "../camera-sources/camera-source";
import type { EngineName, FirmwareProgram } from "../engines/engine";
import type { Resources } from "../hardware/chip";
import type { MemoryLimits } from "../hardware/memory-limits";
import type { Settings } from "../hardware/settings";
import type { Kept } from "./messages";
import { PortMap } from "./port-map";
import { defaultHost, PowerCycle } from "./power-cycle";
import { listenError } from "./real-network";
import type { Witness } from "./witness";

export interface ServerAddress {
  host: string;
  port: number;
}

export interface ServedBoardOptions {
  board: BoardDefinition;
  engine: EngineName;
  program: FirmwareProgram;
  /** Stays the caller's: the board does not close it. */
  camera: CameraSource;
  /** The sensor on the camera's cable; unless given the first with JPEG that the firmware drives. */
  sensor?: string;
  /** What the program may have of memory; without bounds unless given. */
  memory?: MemoryLimits;
  /** Address to listen on; the loopback address unless given. */
  host?: string;
  /** Of the firmware's first server; further ones are on the ports after it. 0: any free ports. */
  port: number;
  settings: Settings;
  /** A folder as SD card; without it the slot is empty. */
  card?: string;
  /** Kilobytes of 1 000 bytes that all connections together may send; without it unlimited. */
  linkKilobytesPerSecond?: number;
  /** Seconds of the board's clock in one second here: 1 unless given. Sensor and link keep theirs. */
  timeFactor?: number;
  /** Of everything that goes over the network. */
  witnesses?: readonly Witness[];
  onConsole(line: string): void;
  /** The firmware listens: it can be reached at this address of this machine. */
  onServing?(server: ServerAddress): void;
}

/** Restarts this close together are a program that resets its board at its start. */
const quickestRestartMs = 500;

export class ServedBoard {
  /** Where the firmware listens, in the order in which it began to. */
  readonly servers: ServerAddress[] = [];
  /**
   * Resolves when the program has ended: 0 by itself or by `stop`, 1 by an exception, which is on
   * the console. Rejects when something outside the program fails.
   */
  readonly ended: Promise<{ status: 0 | 1 }>;
  private readonly ports: PortMap;
  private current: PowerCycle;
  private stopping = false;

  private constructor(private readonly options: ServedBoardOptions) {
    this.ports = new PortMap(options.port);
    this.current = this.powerUp(null);
    this.ended = this.runToEnd();
    this.ended.catch(() => {});
  }

  /** @throws UserError when the port is in use or the host is not an address of this machine */
  static async start(options: ServedBoardOptions): Promise<ServedBoard> {
    await checkPort(options.port, options.host);
    return new ServedBoard(options);
  }

  /** How many pictures the program has taken since the board's last start. */
  get picturesTaken(): number {
    return this.current.picturesTaken;
  }

  /** What the program has taken and not given back, as of its next call into the hardware. */
  resources(): Promise<Resources> {
    return this.current.resources();
  }

  /**
   * Ctrl+C: KeyboardInterrupt in the program, whose finally blocks run; then everything is closed.
   * A program that has not ended after 2 s is cut off.
   */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.current.stop();
    await this.ended.catch(() => {});
  }

  private powerUp(kept: Kept | null): PowerCycle {
    const { options } = this;
    return new PowerCycle({
      ...options,
      kept,
      host: options.host ?? defaultHost,
      ports: this.ports,
      onServing: (server) => this.serving(server),
    });
  }

  private serving(server: ServerAddress): void {
    if (this.servers.some(({ port }) => port === server.port)) return;
    this.servers.push(server);
    this.options.onServing?.(server);
  }

  private async runToEnd(): Promise<{ status: 0 | 1 }> {
    for (;;) {
      const since = performance.now();
      const { status, restart, kept } = await this.current.ended;
      if (!restart || this.stopping) return { status };
      this.options.onConsole("taipan: the board restarts");
      const pauseMs = quickestRestartMs - (performance.now() - since);
      if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
      if (this.stopping) return { status };
      this.current = this.powerUp(kept);
    }
  }
}

/**
 * Finds out before a program is built or started whether its first server will find its port.
 * @throws UserError when the port is in use or the host is not an address of this machine
 */
export async function checkPort(port: number, host = defaultHost): Promise<void> {
  const probe = createServer();
  probe.listen({ host, port, exclusive: true });
  try {
    await once(probe, "listening");
  } catch (error) {
    throw listenError(error as NodeJS.ErrnoException, host, port);
  }
  probe.close();
  await once(probe, "close");
}
