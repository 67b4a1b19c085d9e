// The simulated ESP32: what it is made of, wired together. Engines give it to programs.
import { randomInt } from "node:crypto";
import type { BoardDefinition } from "../../boards/definition";
import { AnalogInputs } from "./analog-inputs";
import { noDevices, type BusDevices } from "./bus-devices";
import { Camera, type PictureFeed } from "./camera";
import { CardSlot } from "./card-slot";
import type { Clock } from "./clock";
import { DeviceError } from "./device-error";
import { Drive, driveBytes } from "./drive";
import { DigitalPins } from "./digital-pins";
import { Faults } from "./faults";
import { Hashes } from "./hashes";
import { I2CBuses } from "./i2c";
import { Mdns, type MdnsService } from "./mdns";
import { unlimitedMemory, type MemoryLimits } from "./memory-limits";
import type { Network } from "./network";
import { PinTable } from "./pins";
import { Processor } from "./processor";
import { PulseOutputs } from "./pulse-outputs";
import { RealTimeClock } from "./real-time-clock";
import { SdCards } from "./sd-cards";
import { sensorModel } from "./sensors";
import { SerialInput } from "./serial-input";
import type { Settings } from "./settings";
import { SocketTable } from "./sockets";
import { SpiBuses } from "./spi";
import type { ResetReason } from "./power-loss";
import { Storage } from "./storage";
import { Supervisor } from "./supervisor";
import { Uarts, type SerialListener } from "./uart";
import { Waiting, type InterruptRequest } from "./waiting";
import { WifiRadio } from "./wifi";
import { Wires } from "./wires";

/** What a chip needs from outside. */
export interface ChipOptions {
  board: BoardDefinition;
  settings: Settings;
  /** The sensor on the camera's cable; unless given the first with JPEG that the firmware drives. */
  sensor?: string;
  /** Under which the outside reaches the board. */
  address: string;
  clock: Clock;
  network: Network;
  pictures: PictureFeed;
  interrupt: InterruptRequest;
  /** None unless given. */
  faults?: Faults;
  /** What the chip keeps without power, 8192 bytes: erased unless given. */
  nvm?: Uint8Array;
  /** Called when the chip resets itself: nothing that its program still does is to be seen. */
  switchOff?: () => void;
  /** Why it starts; POWER_ON unless given. */
  resetReason?: ResetReason;
  /** What has counted since the power came; one that begins now unless given. */
  realTimeClock?: RealTimeClock;
  /** Its source of randomness, a byte at a time. */
  randomByte?: () => number;
  /** Services of others on the network; none unless given. */
  neighbours?: readonly MdnsService[];
  /** Nothing is heard of the access point. */
  wifiIsSilent?: boolean;
  /** Without bounds unless given. */
  memory?: MemoryLimits;
  /** An empty one that only a computer writes to, unless given. */
  drive?: Drive;
  /** Nothing is wired to it unless given. */
  wires?: Wires;
  /** What hangs on its buses: nothing unless given. */
  devices?: BusDevices;
  /** Hears what goes out of its UARTs. */
  serialSent?: SerialListener;
  /** Empty unless given. */
  cardSlot?: CardSlot;
}

/** What a program has taken and not given back. */
export interface Resources {
  sockets: number;
  claimedPins: string[];
  frameBuffers: number;
}

/** supervisor/__init__.c: the first wrap comes 65 seconds after the start, so that it is met. */
const firstTick = 0x1fff0000;
const ticksMask = 2 ** 29 - 1;

/** Erased flash reads as ones. */
export const erasedNvm = (): Uint8Array => new Uint8Array(8192).fill(0xff);

/** On a board that is sold with a camera it is one that makes JPEGs. */
function usualSensor({ camera: { sensors } }: BoardDefinition): string {
  return sensors.find((name) => sensorModel(name) !== null) ?? sensors[0] ?? "none";
}

export class Chip {
  readonly board: BoardDefinition;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly waiting: Waiting;
  readonly pins: PinTable;
  readonly buses: I2CBuses;
  readonly spi: SpiBuses;
  readonly uarts: Uarts;
  readonly sdCards: SdCards;
  readonly camera: Camera;
  readonly sockets: SocketTable;
  readonly wifi: WifiRadio;
  readonly mdns: Mdns;
  readonly storage: Storage;
  readonly supervisor: Supervisor;
  readonly realTimeClock: RealTimeClock;
  readonly faults: Faults;
  readonly hashes = new Hashes();
  readonly wires: Wires;
  readonly digitalPins: DigitalPins;
  readonly analogInputs: AnalogInputs;
  readonly pulseOutputs: PulseOutputs;
  /** CIRCUITPY_INTERNAL_NVM_SIZE in ports/espressif/mpconfigport.h */
  readonly nvm: Uint8Array;
  readonly resetReason: ResetReason;
  readonly randomByte: () => number;
  readonly processor = new Processor();
  readonly serialInput: SerialInput;
  private startedMs = 0;
  readonly memory: MemoryLimits;

  constructor({ board, settings, sensor, address, ...outside }: ChipOptions) {
    this.board = board;
    this.settings = settings;
    this.memory = outside.memory ?? unlimitedMemory;
    this.clock = outside.clock;
    this.waiting = new Waiting(outside.clock, outside.interrupt, outside.switchOff);
    this.serialInput = new SerialInput(this.waiting);
    this.faults = outside.faults ?? new Faults();
    this.nvm = outside.nvm ?? erasedNvm();
    this.resetReason = outside.resetReason ?? "POWER_ON";
    this.realTimeClock = outside.realTimeClock ?? new RealTimeClock(() => this.clock.nowMs());
    this.randomByte = outside.randomByte ?? (() => randomInt(256));
    this.pins = new PinTable(board.pins);
    this.wires = outside.wires ?? new Wires();
    this.wires.resetAll();
    this.digitalPins = new DigitalPins(this.pins, this.wires);
    this.analogInputs = new AnalogInputs(this.pins, this.wires);
    this.pulseOutputs = new PulseOutputs(this.pins, this.wires);
    const devices = outside.devices ?? noDevices;
    const cameraBus = cameraBusPins(board);
    this.buses = new I2CBuses({ pins: this.pins, wires: this.wires, devices, cameraBus });
    this.spi = new SpiBuses(this.pins, devices);
    this.uarts = new Uarts(this.pins, this.waiting, outside.serialSent ?? (() => {}));
    this.sdCards = new SdCards(outside.cardSlot ?? new CardSlot(null), board.card ?? null, this);
    const hardware = {
      wiring: board.camera,
      boardPins: board.pins,
      psramBytes: board.psramBytes,
      sensor: sensor ?? usualSensor(board),
    };
    this.camera = new Camera(hardware, {
      pins: this.pins,
      buses: this.buses,
      feed: outside.pictures,
      waiting: this.waiting,
      faults: this.faults,
    });
    this.sockets = new SocketTable(
      outside.network,
      this.waiting,
      this.faults,
      () => this.wifi.connected || this.wifi.isAccessPoint,
    );
    const isSilent = outside.wifiIsSilent ?? false;
    this.wifi = new WifiRadio(settings, address, this.waiting, isSilent, board.id);
    this.mdns = new Mdns(this.wifi, this.waiting, outside.neighbours ?? []);
    const drive =
      outside.drive ?? new Drive(new Map(), driveBytes(board.flashBytes), "usb", this.faults);
    drive.mount();
    this.storage = new Storage(drive, this.waiting);
    this.supervisor = new Supervisor(drive);
  }

  /** A reset is over, and its own time begins anew: boot.py comes first. */
  start(): void {
    this.startedMs = this.clock.nowMs();
  }

  /** Milliseconds since its start, with fractions. */
  uptimeMs(): number {
    return this.clock.nowMs() - this.startedMs;
  }

  /** Milliseconds, wrapping at 2**29. */
  ticksMs(): number {
    return (firstTick + Math.floor(this.uptimeMs())) & ticksMask;
  }

  /**
   * time.sleep: its full time, while the hardware goes on (time_sleep in shared-bindings/time).
   * @returns 0 or -EINTR
   * @throws DeviceError ValueError
   */
  sleepSeconds(seconds: number): number {
    const milliseconds = Math.trunc(1000 * seconds + 0.5);
    if (milliseconds < 0) throw new DeviceError("ValueError", "seconds must be >= 0");
    return this.sleep(milliseconds);
  }

  /** @returns 0 or -EINTR */
  sleep(milliseconds: number): number {
    return this.waiting.until(() => false, Math.max(0, milliseconds));
  }

  /** microcontroller.reset: it does not return, and closes nothing. */
  reset(): never {
    this.waiting.reset("SOFTWARE");
  }

  resources(): Resources {
    return {
      sockets: this.sockets.open,
      claimedPins: this.pins.inUse(),
      frameBuffers: this.camera.frameBuffers,
    };
  }

  /** What main.c does when a program has ended: nothing of it stays. */
  endOfProgram(): void {
    this.camera.shutDown();
    this.sockets.closeAll();
    this.mdns.endOfProgram();
    this.buses.closeAll();
    this.storage.files.endOfProgram();
    this.sdCards.endOfProgram();
    this.spi.endOfProgram();
    this.uarts.endOfProgram();
    this.hashes.endOfProgram();
    this.digitalPins.endOfProgram();
    this.analogInputs.endOfProgram();
    this.pulseOutputs.endOfProgram();
    this.wires.resetAll();
    this.pins.releaseAll();
  }
}

/** The GPIOs of the bus on which the board's camera is set up. */
function cameraBusPins({ camera, pins }: BoardDefinition): string[] {
  const names = camera.i2c.kind === "busio" ? [camera.i2c.scl, camera.i2c.sda] : ["SCL", "SDA"];
  return names.flatMap((name) => pins[name] ?? []);
}
