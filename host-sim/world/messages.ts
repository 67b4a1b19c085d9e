// What a test and its virtual board tell each other: the board's world runs in a worker, and stands
// still between `paused` and `run`.
import type { BoardDefinition } from "../../boards/definition";
import type { EngineName, FirmwareProgram, ProgramEnd } from "../engines/engine";
import type { Resources } from "../hardware/chip";
import type { DriveAccess } from "../hardware/drive";
import type { Fault } from "../hardware/faults";
import type { MdnsService } from "../hardware/mdns";
import type { MemoryLimits } from "../hardware/memory-limits";
import type { PinState } from "../hardware/wires";
import type { Settings } from "../hardware/settings";
import type { Link } from "./link";
import type { BusAnswer, BusQuestion } from "./remote-devices";

/** Where a client is. */
export interface Peer {
  readonly host: string;
  readonly port: number;
}

export type Leaving = "finish" | "close" | "reset" | "vanish";

export type ToWorld =
  /** Goes on until that time; with `watchful` only until something is seen from outside. */
  | { type: "run"; untilMs: number; watchful: boolean }
  | { type: "connect"; client: number; port: number; link: Link; from: Peer | null }
  /** From now on the board can connect there. */
  | { type: "serve"; host: string; port: number; link: Link }
  /** From now on the board's datagrams arrive there. */
  | { type: "udp"; host: string; port: number; link: Link }
  /** From a port of that host to one of the board. */
  | { type: "datagram"; host: string; from: number; port: number; bytes: Uint8Array }
  | { type: "send"; client: number; bytes: Uint8Array }
  /** From now on reads so many bytes and no more; Infinity: all. */
  | { type: "read"; client: number; bytes: number }
  | { type: "leave"; client: number; how: Leaving }
  | { type: "radio"; up: boolean }
  /** A test holds a pin at a voltage; null: lets it go. */
  | { type: "wire"; gpio: string; volts: number | null }
  | { type: "fault"; fault: Fault }
  /** There are devices on the board's buses. */
  | { type: "devices" }
  /** Bytes for the UART that receives on this pin. */
  | { type: "serial"; gpio: string; bytes: Uint8Array }
  /** What a device says. */
  | { type: "answer"; answer: BusAnswer }
  /** The SD card is put in, or pulled. */
  | { type: "card"; inserted: boolean }
  /** The plug is pulled and put back. */
  | { type: "cutPower" }
  /** Somebody types at the console. */
  | { type: "type"; text: string }
  /** Ctrl+C in the program, which then runs to its end. */
  | { type: "stop" };

/** Something that can be seen from outside of the board. */
export type Sight =
  | { atMs: number; type: "console"; line: string }
  | { atMs: number; type: "listening"; port: number }
  | { atMs: number; type: "camera"; on: boolean }
  /** The board does something else with a pin. */
  | { atMs: number; type: "pin"; gpio: string; state: PinState }
  /** A UART has sent bytes on this pin. */
  | { atMs: number; type: "serial"; gpio: string; bytes: Uint8Array }
  /** The board starts anew. */
  | { atMs: number; type: "restart" }
  /** The program starts again, after supervisor.reload. */
  | { atMs: number; type: "reload" }
  /** The program has ended; the world goes on. */
  | { atMs: number; type: "ended"; end: ProgramEnd }
  /** The board has connected to a test's server. */
  | { atMs: number; type: "accepted"; client: number; host: string; port: number }
  /** From a port of the board, to a UDP peer of the test. */
  | { atMs: number; type: "datagram"; host: string; to: number; port: number; bytes: Uint8Array }
  | { atMs: number; type: "opened"; client: number }
  | { atMs: number; type: "data"; client: number; bytes: Uint8Array }
  /** The board sends no more. */
  | { atMs: number; type: "finished"; client: number }
  /** The board broke it off, or nothing listens there. */
  | { atMs: number; type: "reset"; client: number };

/** The world asks a device, and stands still until it answers. */
export interface Question {
  question: BusQuestion;
}

/** What the world tells where it stands still. */
export interface Pause {
  timeMs: number;
  sights: Sight[];
  /** On which the program listens. */
  ports: number[];
  resources: Resources;
  /** What the board announces. */
  services: readonly MdnsService[];
  /** The drive, if it has changed since the last pause. */
  files: ReadonlyMap<string, Uint8Array> | null;
  /** The files of a card in memory, if they have changed since the last pause. */
  cardFiles: ReadonlyMap<string, Uint8Array> | null;
}

/** What is on the SD card: a folder of this machine, or files by their paths. */
export type CardContents = { folder: string } | { files: ReadonlyMap<string, Uint8Array> };

export interface WorldStart {
  /** Of the board in its network. */
  address: string;
  board: BoardDefinition;
  engine: EngineName;
  program: FirmwareProgram;
  drive: DriveAccess;
  /** Null: no card is in the slot. */
  card: CardContents | null;
  settings: Settings;
  sensor: string | undefined;
  /** As openCameraSource takes it. */
  camera: string;
  memory: MemoryLimits;
  seed: number;
  /** What others announce. */
  neighbours: readonly MdnsService[];
  radioKilobytesPerSecond: number;
  bell: SharedArrayBuffer;
  /** A number that changes whenever the program does anything but compute. */
  pulse: SharedArrayBuffer;
}
