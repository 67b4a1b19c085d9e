// A board that lives in a test: simulated hardware with its real program, in a world whose time
// jumps to what happens next. The test says how far it runs, and stands still with it in between.
import { UserError } from "../../transpiler/cli/command";
import type { FirmwareProgram } from "../engines/engine";
import type { Fault } from "../hardware/faults";
import { parseSettings, type Settings } from "../hardware/settings";
import type { LinkOptions } from "../world/link";
import type { Pause, Sight, ToWorld } from "../world/messages";
import { checkedFault, checkedSeconds } from "./arguments";
import { checkedOptions, type VirtualBoardOptions } from "./board-options";
import { exchange, type RequestOptions, type VirtualResponse } from "./http-exchange";
import { ObservedBoard } from "./observed-board";
import { Peers } from "./peers";
import { programOf } from "./program-of";
import { replay, type Replay, type ReplayOptions } from "./replay";
import { Viewer } from "./viewer";
import type { VirtualServer } from "./virtual-server";
import type { ClientSight, VirtualClient, What } from "./virtual-client";
import { VirtualBuses, type I2CDevice, type SpiDevice } from "./virtual-buses";
import { VirtualCard } from "./virtual-card";
import { VirtualPins, type VirtualPin } from "./virtual-pin";
import type { VirtualUdp } from "./virtual-udp";
import { VirtualUarts, type VirtualUart } from "./virtual-uart";
import { VirtualWebSocket } from "./web-socket";
import { WaitedInVain, WorldThread } from "./world-thread";

/** To which a client connects while the program does not listen. */
const defaultPort = 80;
const findsItsWifi: Settings = { CIRCUITPY_WIFI_SSID: "virtual" };
/** How long `until` and `fetch` wait unless told, in seconds of the board's time. */
const patienceSeconds = 30;
/** How long a program that does nothing but compute may take to come to an end, in seconds here. */
const stopSeconds = 5;
const neverEnded = "The program did not end after Ctrl+C and was cut off: it computes without end.";

export class VirtualBoard extends ObservedBoard {
  /** What is in the slot for an SD card: to look at, to pull and to put in again. */
  readonly card: VirtualCard;
  private readonly pins: VirtualPins;
  private readonly buses: VirtualBuses;
  private readonly uarts: VirtualUarts;
  private readonly peers = new Peers(this, (message) => this.thread.tell(message));
  private readonly thread: WorldThread;

  private constructor(start: ConstructorParameters<typeof WorldThread>[0]) {
    super();
    this.uarts = new VirtualUarts((message) => this.thread.tell(message));
    this.buses = new VirtualBuses((message) => this.thread.tell(message));
    this.thread = new WorldThread(
      start,
      (pause) => this.paused(pause),
      (question) => this.buses.answer(question),
    );
    this.card = new VirtualCard(start.card, (message) => this.thread.tell(message));
    this.pins = new VirtualPins(start.board, (message) => this.thread.tell(message));
  }

  /** @throws UserError in one line for what is wrong with the options or with the program */
  static async start(options: VirtualBoardOptions): Promise<VirtualBoard> {
    const checked = checkedOptions(options);
    const program = await programOf(options, checked.board, checked.engine);
    const settings = options.settings ?? settingsOn(program.files) ?? findsItsWifi;
    const board = new VirtualBoard({ ...checked, program, settings });
    await board.thread.begin();
    return board;
  }

  /**
   * Plays the clients of a recording (`taipan sim --record FILE`) against the program as it is now.
   * @throws UserError for a file that is none
   */
  static replay(file: string, options: ReplayOptions = {}): Promise<Replay> {
    return replay(file, options, (started) => VirtualBoard.start(started));
  }

  /** All clients that have connected, in their order. */
  get connections(): readonly VirtualClient[] {
    return this.peers.clients;
  }

  /** Seconds of the board's time since its start. */
  get time(): number {
    return this.thread.timeMs / 1000;
  }

  /** Lets `seconds` of the board's time pass. */
  async run(seconds: number): Promise<void> {
    await this.thread.wait(checkedSeconds(seconds), null, () => "");
  }

  /**
   * Lets time pass until `predicate` holds, and stops the world in that instant.
   * @param what said when it does not within `seconds`
   */
  async until(predicate: () => boolean, what: What, seconds = patienceSeconds): Promise<void> {
    if (predicate()) return;
    await this.thread.wait(checkedSeconds(seconds), predicate, () => this.lateness(what));
  }

  /** Until the program listens. @throws UserError when it ends before */
  async serving(): Promise<void> {
    await this.until(() => this.ports.length > 0 || this.end !== null, "the program to listen");
    if (this.ports.length === 0)
      throw new UserError(`The program ended before it listened: ${this.consoleEnd()}`);
  }

  /**
   * A client connects, to the port on which the program listened first unless told.
   * @param from its address, as 192.168.4.20:50000; any unless given
   */
  connect(
    link: LinkOptions = {},
    port = this.ports[0] ?? defaultPort,
    from?: string,
  ): VirtualClient {
    return this.peers.connect(link, port, from);
  }

  /** A server at a name or address, to which the board can connect. */
  serve(host: string, port: number, link: LinkOptions = {}): VirtualServer {
    return this.peers.serve(host, port, link);
  }

  /** A peer for UDP at a name or address, to which the board can send. */
  udp(host: string, port: number, link: LinkOptions = {}): VirtualUdp {
    return this.peers.udp(host, port, link);
  }

  /** A client that asks for `path` and reads the pictures of a `multipart/x-mixed-replace` answer. */
  watch(path: string, link: LinkOptions = {}): Viewer {
    return new Viewer(this.connect(link), path);
  }

  /** @throws Error when no complete answer comes */
  async fetch(path: string, options: RequestOptions = {}): Promise<VirtualResponse> {
    const port = options.port ?? this.ports[0] ?? defaultPort;
    const client = this.connect(options.link, port);
    try {
      return await exchange(client, path, options);
    } catch (error) {
      if (client.isOpen || client.endedBy !== "reset") throw error;
      throw new UserError(
        `Nothing listens on port ${port} at ${this.time.toFixed(3)} s. ` +
          "`await board.serving()` waits until the program does.",
      );
    }
  }

  webSocket(path: string, link: LinkOptions = {}): VirtualWebSocket {
    return new VirtualWebSocket(this.connect(link), path);
  }

  /** A pin by its name in `board`, to look at and to drive. @throws UserError when there is none */
  pin(name: string): VirtualPin {
    return this.pins.named(name);
  }

  /** Puts a device on the board's I2C bus, or on the one of these pins; its resistors come with it. */
  i2c(address: number, device: I2CDevice, { scl = "SCL", sda = "SDA" } = {}): void {
    const at = { scl: this.pins.gpio(scl), sda: this.pins.gpio(sda), device };
    this.buses.attachI2C(address, at);
  }

  /** The other end of a serial line, by the board's names of the pins on this one. */
  uart({ tx = "TX", rx = "RX" } = {}): VirtualUart {
    return this.uarts.at(this.pins.gpio(tx), this.pins.gpio(rx));
  }

  /** Puts a device on the board's SPI bus, or on the one of this clock, which a low pin selects. */
  spi(select: string, device: SpiDevice, { clock = "SCK" } = {}): void {
    this.buses.attachSpi(this.pins.gpio(select), { clock: this.pins.gpio(clock), device });
  }

  /** The bytes that neopixel_write sent last, by pin. */
  get neopixels(): Readonly<Record<string, readonly number[]>> {
    return this.pins.neopixels;
  }

  /** Somebody types at the console: `input()` needs a line end. */
  type(text: string): void {
    this.tell({ type: "type", text });
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
    this.tell({ type: "fault", fault: checkedFault(fault) });
  }

  /** The plug is pulled, in the middle of whatever the program does, and put back. */
  async cutPower(): Promise<void> {
    const restarts = this.restarts;
    this.tell({ type: "cutPower" });
    await this.until(() => this.restarts > restarts, "the board to start again");
  }

  /**
   * Ctrl+C in the program, which runs to its end; then the world ends. A program that goes on all the
   * same is cut off: `end` stays null.
   */
  async stop(): Promise<void> {
    let isCut = false;
    const cut = setTimeout(() => {
      isCut = true;
      void this.thread.end(neverEnded);
    }, stopSeconds * 1000);
    try {
      if (this.end === null && !this.thread.isOver) {
        this.tell({ type: "stop" });
        await this.until(() => this.end !== null, "the program to end after Ctrl+C");
      }
    } catch (error) {
      if (!isCut && !(error instanceof WaitedInVain)) throw error;
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

  private lateness(what: What): string {
    const waitedFor = typeof what === "string" ? what : what();
    return `Waited in vain for ${waitedFor}; at ${this.time.toFixed(3)} s ${this.consoleEnd()}`;
  }

  private consoleEnd(): string {
    const last = this.console
      .slice(-5)
      .map(({ atMs, text }) => `\n  ${(atMs / 1000).toFixed(3)} ${text}`);
    return last.length === 0 ? "the console is empty." : `the console ends with:${last.join("")}`;
  }

  private paused(pause: Pause): void {
    this.observe(pause);
    if (pause.cardFiles !== null) this.card.saw(pause.cardFiles);
    for (const sight of pause.sights) this.saw(sight);
  }

  private saw(sight: Sight): void {
    this.observeSight(sight);
    if (sight.type === "pin") this.pins.at(sight.gpio).saw(sight.state);
    if (sight.type === "serial") this.uarts.saw(sight.gpio, sight.bytes);
    if (sight.type === "datagram") this.peers.datagram(sight);
    if (sight.type === "accepted") this.peers.accepted(sight);
    else if ("client" in sight) this.clientSaw(sight);
  }

  /** What the board should never have sent fails whoever waits, for whatever. */
  private clientSaw(sight: ClientSight): void {
    try {
      this.peers.saw(sight);
    } catch (error) {
      this.thread.blame(error);
    }
  }
}

/** Of settings.toml on the drive, which a board reads too; null where there is none. */
function settingsOn(files: FirmwareProgram["files"]): Settings | null {
  const bytes = files.get("settings.toml");
  return bytes === undefined ? null : parseSettings(Buffer.from(bytes).toString("utf8"));
}
