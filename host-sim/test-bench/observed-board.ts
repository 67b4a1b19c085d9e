// What can be seen of a virtual board, as it was when its world last stood still.
import type { ProgramEnd } from "../engines/engine";
import type { Resources } from "../hardware/chip";
import type { MdnsService } from "../hardware/mdns";
import type { Pause, Sight } from "../world/messages";

/** A line of the console, and when it was printed. */
export interface ConsoleLine {
  readonly atMs: number;
  readonly text: string;
}

export class ObservedBoard {
  /** What the program printed. */
  readonly console: ConsoleLine[] = [];
  /** Ports on which the program listens, in the order in which it began to. */
  ports: readonly number[] = [];
  /** How often the board has started anew. */
  restarts = 0;
  /** How often the program has started again without that (supervisor.reload). */
  reloads = 0;
  cameraIsOn = false;
  /** How the program ended; null while it runs. */
  end: ProgramEnd | null = null;
  /** What it announces by mDNS, as others on the network hear it. */
  services: readonly MdnsService[] = [];
  /** What lies on the drive, by path from the root. What is open and not flushed is not there yet. */
  files: ReadonlyMap<string, Uint8Array> = new Map();
  /** What the program has taken and not given back. */
  resources: Resources = { sockets: 0, claimedPins: [], frameBuffers: 0 };

  /** The console's lines, without their times. */
  get lines(): string[] {
    return this.console.map(({ text }) => text);
  }

  protected observe({ ports, resources, services, files }: Pause): void {
    this.resources = resources;
    this.services = services;
    this.ports = ports;
    if (files !== null) this.files = files;
  }

  protected observeSight(sight: Sight): void {
    switch (sight.type) {
      case "console":
        return void this.console.push({ atMs: sight.atMs, text: sight.line });
      case "restart":
        this.restarts += 1;
        this.end = null;
        return;
      case "reload":
        this.reloads += 1;
        return;
      case "camera":
        this.cameraIsOn = sight.on;
        return;
      case "ended":
        this.end = sight.end;
    }
  }
}
