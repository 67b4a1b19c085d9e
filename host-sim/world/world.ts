// The world around one virtual board: time, radio, clients, and what its camera sees. It stands
// still until it is told to run.
import { receiveMessageOnPort, type MessagePort } from "node:worker_threads";
import type { CameraSource } from "../camera-sources/camera-source";
import type { ProgramEnd } from "../engines/engine";
import type { MainLoopEvents } from "../engines/main-loop";
import { CardSlot } from "../hardware/card-slot";
import { Chip, erasedNvm } from "../hardware/chip";
import { Drive, driveBytes } from "../hardware/drive";
import { Faults } from "../hardware/faults";
import { MemoryFiles } from "../hardware/file-store";
import { FolderFiles } from "../hardware/folder-files";
import { RealTimeClock } from "../hardware/real-time-clock";
import { Wires } from "../hardware/wires";
import type { ResetReason } from "../hardware/power-loss";
import type { InterruptRequest } from "../hardware/waiting";
import { Client } from "./client";
import { Doorbell } from "../doorbell";
import type { Pause, Question, Sight, ToWorld, WorldStart } from "./messages";
import { Radio } from "./radio";
import { Random } from "./random";
import { RemoteDevices, type BusAnswer, type BusQuestion } from "./remote-devices";
import { Sensor } from "./sensor";
import { VirtualClock } from "./virtual-clock";
import type { ClientEnd } from "./virtual-connection";
import { VirtualNetwork } from "./virtual-network";

/** `Omit` of every member of a union. */
type Untimed<T> = T extends unknown ? Omit<T, "atMs"> : never;

/** From power to the first line of code.py, about. */
const bootMs = 1000;

/** The board's own connections are numbered from here on, clients of a test from 0. */
const firstPeer = 1_000_000;

export class World implements InterruptRequest, MainLoopEvents {
  private readonly clock: VirtualClock;
  private readonly faults = new Faults();
  private readonly wires = new Wires((gpio, state) => this.see({ type: "pin", gpio, state }));
  private readonly devices = new RemoteDevices((question) => this.ask(question), this.wires);
  private readonly radio: Radio;
  private readonly network: VirtualNetwork;
  private readonly sensor: Sensor;
  private readonly clients = new Map<number, Client>();
  private readonly bell: Doorbell;
  private readonly drive: Drive;
  /** Of a card in memory. */
  private readonly cardFiles: MemoryFiles | null;
  private readonly cardSlot: CardSlot;
  private readonly nvm = erasedNvm();
  private readonly realTimeClock: RealTimeClock;
  private readonly random: Random;
  private chip: Chip;
  private sights: Sight[] = [];
  private watchful = false;
  private ringsSeen = 0;
  private stopping = false;

  constructor(
    private readonly port: MessagePort,
    private readonly start: WorldStart,
    camera: CameraSource,
  ) {
    this.bell = new Doorbell(start.bell);
    this.clock = new VirtualClock(() => this.pause(), new Int32Array(start.pulse));
    this.realTimeClock = new RealTimeClock(() => this.clock.nowMs());
    this.radio = new Radio(this.clock, start.radioKilobytesPerSecond);
    // Another sequence than the network's, which what the program asks for must not disturb.
    this.random = new Random(start.seed ^ 0x5eed);
    const air = { clock: this.clock, radio: this.radio, random: new Random(start.seed) };
    this.network = new VirtualNetwork(air, (listening) =>
      this.see({ type: "listening", port: listening }),
    );
    this.sensor = new Sensor(
      this.clock,
      camera,
      this.faults,
      (picture) => this.chip.camera.picture(picture),
      (on) => this.see({ type: "camera", on }),
    );
    const { board, program, drive, card } = start;
    this.cardFiles = card !== null && "files" in card ? new MemoryFiles(card.files) : null;
    const onFolder = card !== null && "folder" in card ? new FolderFiles(card.folder) : null;
    this.cardSlot = new CardSlot(this.cardFiles ?? onFolder);
    this.drive = new Drive(program.files, driveBytes(board.flashBytes), drive, this.faults);
    this.chip = this.makeChip();
  }

  /** Waits for the first `run`. */
  begin(): void {
    this.clock.start();
  }

  /** On which the program runs. */
  get currentChip(): Chip {
    return this.chip;
  }

  print(line: string): void {
    if (!this.clock.isPowered) return;
    this.see({ type: "console", line });
  }

  /** The board starts anew, with a chip that knows nothing of what was. */
  restart(reason: ResetReason): void {
    this.clock.restore();
    if (reason === "POWER_ON") this.realTimeClock.losePower(this.clock.worldMs);
    this.sensor.stop();
    this.chip = this.makeChip(reason);
    this.see({ type: "restart" });
    const bootedMs = this.clock.worldMs + bootMs;
    while (this.clock.worldMs < bootedMs) this.clock.advance(bootedMs);
  }

  /** The program starts again, on the same chip. */
  reloaded(): void {
    this.see({ type: "reload" });
  }

  /** Goes on without a program, until the thread is ended from outside or the board restarts. */
  goOn(end: ProgramEnd): never {
    this.see({ type: "ended", end });
    for (;;) this.clock.advance(Infinity);
  }

  get requested(): boolean {
    return this.stopping;
  }

  delivered(): void {
    this.stopping = false;
  }

  private makeChip(resetReason: ResetReason = "POWER_ON"): Chip {
    const { address, board, settings, sensor, neighbours, memory } = this.start;
    const chip = new Chip({
      board,
      settings,
      memory,
      address,
      neighbours,
      ...(sensor === undefined ? {} : { sensor }),
      clock: this.clock,
      network: this.network,
      pictures: this.sensor,
      interrupt: this,
      faults: this.faults,
      nvm: this.nvm,
      realTimeClock: this.realTimeClock,
      resetReason,
      switchOff: () => this.clock.cut(),
      randomByte: () => this.random.below(256),
      wifiIsSilent: !this.radio.isUp,
      drive: this.drive,
      wires: this.wires,
      cardSlot: this.cardSlot,
      devices: this.devices,
      serialSent: (gpio, bytes) => this.see({ type: "serial", gpio, bytes }),
    });
    this.network.attach(chip.sockets);
    return chip;
  }

  private setRadio(isUp: boolean): void {
    if (isUp) {
      this.radio.comeUp();
      this.chip.wifi.regain(this.clock.worldMs);
    } else {
      this.radio.goDown();
      this.chip.wifi.lose(this.clock.worldMs);
    }
  }

  private see(sight: Untimed<Sight>): void {
    // To the microsecond: what is less comes of adding fractions.
    const atMs = Math.round(this.clock.worldMs * 1000) / 1000;
    this.sights.push({ atMs, ...sight } as Sight);
    if (this.watchful) this.clock.pauseSoon();
  }

  /** Tells what was seen, and does what it is told. @returns until when it is to run */
  private pause(): number {
    const { sights } = this;
    this.sights = [];
    const pause: Pause = {
      timeMs: this.clock.worldMs,
      sights,
      ports: this.network.ports,
      resources: this.chip.resources(),
      services: this.chip.mdns.announced,
      files: this.drive.changes(),
      cardFiles: this.cardFiles?.changes() ?? null,
    };
    this.port.postMessage(pause);
    for (;;) {
      const message = this.receive();
      if (message.type === "run") {
        this.watchful = message.watchful;
        return message.untilMs;
      }
      if (message.type !== "answer") this.obey(message);
    }
  }

  private ask(question: BusQuestion): BusAnswer {
    this.port.postMessage({ question } satisfies Question);
    for (;;) {
      const message = this.receive();
      if (message.type === "answer") return message.answer;
      if (message.type !== "run") this.obey(message);
    }
  }

  /** The next message, however long it takes. */
  private receive(): ToWorld {
    for (;;) {
      const received = receiveMessageOnPort(this.port);
      if (received !== undefined) return received.message as ToWorld;
      this.bell.wait(this.ringsSeen);
      this.ringsSeen = this.bell.rings;
    }
  }

  private connect({ client, port, link, from }: Extract<ToWorld, { type: "connect" }>): void {
    const see = (sight: Untimed<Sight>) => this.see(sight);
    const connect = (end: ClientEnd) => this.network.connect(port, link, end, from);
    this.clients.set(client, new Client(client, connect, see));
  }

  private serve({ host, port, link }: Extract<ToWorld, { type: "serve" }>): void {
    const see = (sight: Untimed<Sight>) => this.see(sight);
    this.network.servers.add({
      ...{ host, port, link },
      accept: (connect) => {
        const client = firstPeer + this.clients.size;
        const peer = new Client(client, connect, see);
        this.clients.set(client, peer);
        this.see({ type: "accepted", client, host, port });
        return peer.connection;
      },
    });
  }

  private obey(message: Exclude<ToWorld, { type: "run" | "answer" }>): void {
    switch (message.type) {
      case "connect":
        return this.connect(message);
      case "serve":
        return this.serve(message);
      case "udp": {
        const { host, port: to, link } = message;
        return this.network.addUdp(host, to, link, (port, bytes) =>
          this.see({ type: "datagram", host, to, port, bytes }),
        );
      }
      case "datagram":
        return this.network.sendToBoard(message.host, message.from, message.port, message.bytes);
      case "send":
        return this.clients.get(message.client)?.send(message.bytes);
      case "read":
        return this.clients.get(message.client)?.read(message.bytes);
      case "leave":
        return this.clients.get(message.client)?.leave(message.how);
      case "radio":
        return this.setRadio(message.up);
      case "fault":
        return this.faults.set(message.fault);
      case "wire":
        return this.wires.apply(message.gpio, message.volts);
      case "type":
        this.chip.serialInput.type(message.text);
        return this.clock.after(0, () => {});
      case "serial":
        this.chip.uarts.arrive(message.gpio, message.bytes);
        return this.clock.after(0, () => {});
      case "devices":
        this.devices.areThere = true;
        return;
      case "card":
        return message.inserted ? this.cardSlot.insert() : this.cardSlot.pull();
      case "cutPower":
        return this.clock.cut();
      case "stop":
        this.stopping = true;
        // So that a program that waits without end looks up.
        return this.clock.after(0, () => {});
    }
  }
}
