// A board that lives in a test: simulated hardware with its real program, in a world whose time
// jumps to what happens next. The test says how far it runs, and stands still with it in between.
import { loadBoard, defaultBoardId } from "../../boards/definition";
import { UserError } from "../../transpiler/cli/command";
import { engineNamed, type EngineName, type ProgramEnd } from "../engines/engine";
import type { DriveAccess } from "../hardware/drive";
import type { Fault } from "../hardware/faults";
import type { Resources } from "../hardware/chip";
import type { Settings } from "../hardware/settings";
import { linkOf, type LinkOptions } from "../world/link";
import type { Pause, Sight, ToWorld } from "../world/messages";
import { exchange, type RequestOptions, type VirtualResponse } from "./http-exchange";
import { programOf, type ProgramSource } from "./program-of";
import { Viewer } from "./viewer";
import { VirtualClient, type ClientSight } from "./virtual-client";
import { VirtualPins, type VirtualPin } from "./virtual-pin";
import { VirtualWebSocket } from "./web-socket";
import { WorldThread } from "./world-thread";

export interface VirtualBoardOptions extends ProgramSource {
  /** One of `taipan boards`. */
  board?: string;
  /** `python` runs what would be flashed, `node` the TypeScript itself: `python` unless given. */
  engine?: EngineName;
  /** Of settings.toml; unless given those of a board that finds its Wi-Fi. */
  settings?: Settings;
  /**
   * Who may write to the drive: a computer over USB (`usb`, unless given; to programs it is
   * read-only), or the program, as after `storage.disable_usb_drive()` in boot.py.
   */
  drive?: DriveAccess;
  /** The sensor on the camera's cable; without it the first that the board's firmware drives. */
  sensor?: string;
  /** `pattern[:WxH][@FPS]` or a folder of JPEGs. */
  camera?: string;
  /** Of everything that is left to chance: 1 unless given. */
  seed?: number;
  /** Kilobytes of 1 000 bytes a second that all clients share; without it unlimited. */
  radioKilobytesPerSecond?: number;
}

/** A line of the console, and when it was printed. */
export interface ConsoleLine {
  readonly atMs: number;
  readonly text: string;
}

/** How long `until` and `fetch` wait unless told, in seconds of the board's time. */
const patienceSeconds = 30;
/** How long a program that does nothing but compute may take to come to an end, in seconds here. */
const stopSeconds = 5;
const neverEnded = "The program did not end after Ctrl+C and was cut off: it computes without end.";

export class VirtualBoard {
  /** What the program printed. */
  readonly console: ConsoleLine[] = [];
  /** Ports on which the program listens, in the order in which it began to. */
  ports: readonly number[] = [];
  /** How often the board has started anew. */
  restarts = 0;
  cameraIsOn = false;
  /** How the program ended; null while it runs. */
  end: ProgramEnd | null = null;
  /** What lies on the drive, by path from the root. What is open and not flushed is not there yet. */
  files: ReadonlyMap<string, Uint8Array> = new Map();
  private taken: Resources = { sockets: 0, claimedPins: [], frameBuffers: 0 };
  private readonly pins: VirtualPins;
  private readonly clients: VirtualClient[] = [];
  private readonly thread: WorldThread;

  private constructor(start: ConstructorParameters<typeof WorldThread>[0]) {
    this.thread = new WorldThread(start, (pause) => this.paused(pause));
    this.pins = new VirtualPins(start.board, (message) => this.thread.tell(message));
  }

  /** @throws UserError for an unknown board, or a camera that can't be had */
  static async start(options: VirtualBoardOptions): Promise<VirtualBoard> {
    const definition = loadBoard(options.board ?? defaultBoardId);
    const engine = engineNamed(options.engine ?? "python");
    const radio = options.radioKilobytesPerSecond ?? Infinity;
    if (!(radio > 0))
      throw new UserError(`radioKilobytesPerSecond is a number above 0: not ${radio}.`, 2);
    const board = new VirtualBoard({
      board: definition,
      engine,
      program: await programOf(options, definition, engine),
      settings: options.settings ?? { CIRCUITPY_WIFI_SSID: "virtual" },
      drive: driveAccess(options.drive ?? "usb"),
      sensor: options.sensor,
      camera: options.camera ?? "pattern",
      seed: options.seed ?? 1,
      radioKilobytesPerSecond: radio,
    });
    await board.thread.begin();
    return board;
  }

  /** Seconds of the board's time since its start. */
  get time(): number {
    return this.thread.timeMs / 1000;
  }

  /** What the program has taken and not given back. */
  get resources(): Resources {
    return this.taken;
  }

  /** The console's lines, without their times. */
  get lines(): string[] {
    return this.console.map(({ text }) => text);
  }

  /** Lets `seconds` of the board's time pass. */
  run(seconds: number): Promise<void> {
    return this.thread.wait(seconds, null, () => "");
  }

  /**
   * Lets time pass until `predicate` holds, and stops the world in that instant.
   * @param what said when it does not within `seconds`
   */
  async until(predicate: () => boolean, what: string, seconds = patienceSeconds): Promise<void> {
    if (predicate()) return;
    await this.thread.wait(seconds, predicate, () => this.lateness(what));
  }

  /** Until the program listens. */
  serving(): Promise<void> {
    return this.until(() => this.ports.length > 0, "the program to listen");
  }

  /** A client connects, to the port on which the program listened first unless told. */
  connect(link: LinkOptions = {}, port = this.ports[0] ?? 80): VirtualClient {
    const number = this.clients.length;
    const client = new VirtualClient(this, number, (message) => this.tell(message));
    this.clients.push(client);
    this.tell({ type: "connect", client: number, port, link: linkOf(link) });
    return client;
  }

  /** A client that asks for `path` and reads the pictures of a `multipart/x-mixed-replace` answer. */
  watch(path: string, link: LinkOptions = {}): Viewer {
    return new Viewer(this.connect(link), path);
  }

  /** @throws Error when no complete answer comes */
  fetch(path: string, options: RequestOptions = {}): Promise<VirtualResponse> {
    return exchange(this.connect(options.link, options.port), path, options);
  }

  webSocket(path: string, link: LinkOptions = {}): VirtualWebSocket {
    return new VirtualWebSocket(this.connect(link), path);
  }

  /** A pin by its name in `board`, to look at and to drive. @throws UserError when there is none */
  pin(name: string): VirtualPin {
    return this.pins.named(name);
  }

  /** The bytes that neopixel_write sent last, by pin. */
  get neopixels(): Readonly<Record<string, readonly number[]>> {
    return this.pins.neopixels;
  }

  /** Wi-Fi goes: nothing arrives, either way, and nobody is told. */
  loseWifi(): void {
    this.tell({ type: "radio", up: false });
  }

  regainWifi(): void {
    this.tell({ type: "radio", up: true });
  }

  /** From now on this goes wrong, as often as it says. */
  inject(fault: Fault): void {
    this.tell({ type: "fault", fault });
  }

  /** The plug is pulled, in the middle of whatever the program does, and put back. */
  async cutPower(): Promise<void> {
    const restarts = this.restarts;
    this.tell({ type: "cutPower" });
    await this.until(() => this.restarts > restarts, "the board to start again");
  }

  /**
   * Ctrl+C in the program, which runs to its end; then the world ends. A program that never looks up
   * is cut off.
   */
  async stop(): Promise<void> {
    const cut = setTimeout(() => void this.thread.end(neverEnded), stopSeconds * 1000);
    try {
      if (this.end === null) {
        this.tell({ type: "stop" });
        await this.until(() => this.end !== null, "the program to end after Ctrl+C");
      }
    } finally {
      clearTimeout(cut);
      await this.thread.end("The virtual board was stopped.");
    }
  }

  /** `await using board = await VirtualBoard.start(…)` stops it at the end of the block. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  private tell(message: ToWorld): void {
    this.thread.tell(message);
  }

  private lateness(what: string): string {
    const last = this.console
      .slice(-5)
      .map(({ atMs, text }) => `  ${(atMs / 1000).toFixed(3)} ${text}`);
    return [
      `Waited in vain for ${what}; at ${this.time.toFixed(3)} s the console ended with:`,
      ...last,
    ].join("\n");
  }

  private paused({ sights, ports, resources, files }: Pause): void {
    this.taken = resources;
    this.ports = ports;
    if (files !== null) this.files = files;
    for (const sight of sights) this.saw(sight);
  }

  private saw(sight: Sight): void {
    switch (sight.type) {
      case "console":
        return void this.console.push({ atMs: sight.atMs, text: sight.line });
      case "listening":
        return;
      case "restart":
        this.restarts += 1;
        this.end = null;
        return;
      case "camera":
        this.cameraIsOn = sight.on;
        return;
      case "pin":
        return this.pins.at(sight.gpio).saw(sight.state);
      case "ended":
        this.end = sight.end;
        return;
      default:
        return this.clientSaw(sight);
    }
  }

  /** What the board should never have sent fails whoever waits, for whatever. */
  private clientSaw(sight: ClientSight): void {
    try {
      this.clients[sight.client]?.saw(sight);
    } catch (error) {
      this.thread.blame(error);
    }
  }
}

/** @throws UserError for what a test in JavaScript may have written */
function driveAccess(access: string): DriveAccess {
  if (access === "usb" || access === "writable") return access;
  throw new UserError(`drive is "usb" or "writable": not "${access}".`, 2);
}
