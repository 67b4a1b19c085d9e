// The board from one power-up to the next: a worker with a chip and its program, and what connects
// it to the real network, the camera's source and the console.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { BoardDefinition } from "../../boards/definition";
import { packageRoot } from "../../transpiler/package-root";
import type { CameraSource } from "../camera-sources/camera-source";
import type { EngineName, FirmwareProgram, ProgramEnd } from "../engines/engine";
import type { Resources } from "../hardware/chip";
import { unlimitedMemory, type MemoryLimits } from "../hardware/memory-limits";
import type { Settings } from "../hardware/settings";
import type { Kept, ToMain, ToWorker, WorkerStart } from "./messages";
import { PictureTimer } from "./picture-timer";
import type { PortMap } from "./port-map";
import { RadioLink } from "./radio-link";
import { RealNetwork } from "./real-network";
import { SharedState } from "./shared-state";
import type { Witness } from "./witness";

/** How long a program may take to end after Ctrl+C. */
const patienceMs = 2000;

export interface PowerCycleOptions {
  board: BoardDefinition;
  engine: EngineName;
  program: FirmwareProgram;
  camera: CameraSource;
  sensor?: string;
  memory?: MemoryLimits;
  settings: Settings;
  /** A folder as SD card; without it the slot is empty. */
  card?: string;
  host: string;
  ports: PortMap;
  linkKilobytesPerSecond?: number;
  timeFactor?: number;
  /** Of everything that goes over the network. */
  witnesses?: readonly Witness[];
  /** Of the power cycle before, where the power was not off. */
  kept: Kept | null;
  onConsole(line: string): void;
  onServing(server: { host: string; port: number }): void;
}

/** Kept is what the board's next start finds, where it has one. */
export type CycleEnd = ProgramEnd & { kept: Kept | null };

/** Only this machine reaches it. */
export const defaultHost = "127.0.0.1";
const nothingTaken: Resources = { sockets: 0, claimedPins: [], frameBuffers: 0 };

/** What the program is told that its board's address is. */
export const boardAddress = (host: string): string =>
  /^\d+\.\d+\.\d+\.\d+$/.test(host) ? host : defaultHost;

export class PowerCycle {
  /** Rejects when something outside the program fails, such as a port in use. */
  readonly ended: Promise<CycleEnd>;
  private readonly shared = new SharedState();
  private readonly worker: Worker;
  private readonly network: RealNetwork;
  private readonly pictures: PictureTimer;
  private readonly asked = new Map<number, (resources: Resources) => void>();
  private nextRequest = 1;
  private running = true;
  private finish: (end: CycleEnd) => void = () => {};
  private fail: (error: Error) => void = () => {};

  constructor(private readonly options: PowerCycleOptions) {
    this.ended = new Promise((resolve, reject) => {
      this.finish = resolve;
      this.fail = reject;
    });
    this.ended.catch(() => {});
    const post = (message: ToWorker, transfer?: ArrayBuffer[]) => this.post(message, transfer);
    const { host, ports, onServing, linkKilobytesPerSecond: rate } = options;
    this.network = new RealNetwork({
      host,
      ports,
      shared: this.shared,
      link: rate === undefined ? null : new RadioLink(rate),
      post,
      witnesses: options.witnesses ?? [],
      onServing,
      onFailure: (error) => this.end(() => this.fail(error)),
    });
    this.pictures = new PictureTimer(options.camera, this.shared, post);
    this.worker = this.startWorker();
  }

  get picturesTaken(): number {
    return this.shared.picturesTaken;
  }

  async resources(): Promise<Resources> {
    if (!this.running) return nothingTaken;
    const request = this.nextRequest++;
    const answer = new Promise<Resources>((resolve) => this.asked.set(request, resolve));
    this.post({ type: "resources", request });
    return answer;
  }

  /** Ctrl+C; when the program does not end in time, the plug is pulled. */
  async stop(): Promise<void> {
    if (!this.running) return;
    this.shared.interruptRequested = true;
    this.shared.ring();
    const pull = setTimeout(() => {
      this.options.onConsole("taipan: the program did not end after Ctrl+C and was cut off");
      this.end(() => this.finish({ status: 1, restart: false, kept: null }));
    }, patienceMs);
    await this.ended.catch(() => {});
    clearTimeout(pull);
  }

  private startWorker(): Worker {
    const { board, engine, program, settings, sensor, card, host } = this.options;
    const { memory = unlimitedMemory } = this.options;
    const { timeFactor = 1, kept } = this.options;
    const path = join(packageRoot, "build", "board-worker.js");
    if (!existsSync(path)) throw new Error(`${path} is missing: run \`npm run bundle\`.`);
    const address = boardAddress(host);
    const shared = this.shared.buffer;
    const start: WorkerStart = {
      ...{ board, engine, program, settings, sensor, card, memory },
      ...{ address, timeFactor, shared, kept },
    };
    const worker = new Worker(path, { workerData: start, execArgv: [] });
    worker.on("message", (message: ToMain) => this.handle(message));
    worker.on("error", (error) => this.end(() => this.fail(error)));
    return worker;
  }

  private post(message: ToWorker, transfer: ArrayBuffer[] = []): void {
    if (!this.running) return;
    this.worker.postMessage(message, transfer);
    this.shared.ring();
  }

  private handle(message: ToMain): void {
    switch (message.type) {
      case "console":
        return this.options.onConsole(message.line);
      case "cameraOn":
        return this.pictures.start(message);
      case "cameraOff":
        return this.pictures.stop();
      case "resources":
        this.asked.get(message.request)?.(message.resources);
        this.asked.delete(message.request);
        return;
      case "ended":
        return this.end(() => this.finish({ ...message.end, kept: message.kept }));
      default:
        return this.network.handle(message);
    }
  }

  private end(settle: () => void): void {
    if (!this.running) return;
    this.running = false;
    this.pictures.stop();
    this.network.shutDown();
    for (const answer of this.asked.values()) answer(nothingTaken);
    this.asked.clear();
    void this.worker.terminate().then(settle);
  }
}
