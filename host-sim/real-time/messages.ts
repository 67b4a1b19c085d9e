// What the two threads tell each other: the worker runs the chip and its program, the main thread
// has the operating system's sockets, the camera's source and the console.
import type { BoardDefinition } from "../../boards/definition";
import type { EngineName, FirmwareProgram, ProgramEnd } from "../engines/engine";
import type { Resources } from "../hardware/chip";
import type { ResetReason } from "../hardware/power-loss";
import type { MemoryLimits } from "../hardware/memory-limits";
import type { Settings } from "../hardware/settings";

/** What outlives a restart of the board, and why that comes. */
export interface Kept {
  files: ReadonlyMap<string, Uint8Array>;
  folders: readonly string[];
  nvm: Uint8Array;
  /** What the clock of the day shows, in milliseconds since 2000. */
  realTimeMs: number;
  resetReason: ResetReason;
}

export type ToMain =
  | { type: "console"; line: string }
  | { type: "listen"; listener: number; port: number }
  | { type: "unlisten"; listener: number }
  | { type: "accept"; connection: number }
  | { type: "send"; connection: number; bytes: Uint8Array }
  | { type: "consumed"; connection: number; count: number }
  | { type: "close"; connection: number; how: "finish" | "reset" }
  | { type: "cameraOn"; camera: number; width: number; height: number }
  | { type: "cameraOff" }
  | { type: "resources"; request: number; resources: Resources }
  | { type: "ended"; end: ProgramEnd; kept: Kept };

export type ToWorker =
  | { type: "incoming"; listener: number; connection: number; host: string; port: number }
  | { type: "received"; connection: number; bytes: Uint8Array }
  | { type: "finished"; connection: number }
  | { type: "reset"; connection: number }
  | { type: "picture"; camera: number; number: number; bytes: Uint8Array }
  | { type: "resources"; request: number };

/** What the worker is started with; `shared` is the memory that both threads see. */
export interface WorkerStart {
  board: BoardDefinition;
  engine: EngineName;
  program: FirmwareProgram;
  settings: Settings;
  sensor: string | undefined;
  memory: MemoryLimits;
  card: string | undefined;
  address: string;
  timeFactor: number;
  /** Null: the power has come. */
  kept: Kept | null;
  shared: SharedArrayBuffer;
}
