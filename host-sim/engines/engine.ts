// The contract between a virtual board and what runs its program.
import type { Chip } from "../hardware/chip";

/** How a program ended; `restart` when it asked for its board to be reset. */
export interface ProgramEnd {
  status: 0 | 1;
  restart: boolean;
}

export type EngineName = "python" | "node";

/** A program as an engine takes it. */
export interface FirmwareProgram {
  /** The files of the board by path: code.py, lib/, www/. */
  files: ReadonlyMap<string, Uint8Array>;
  /** For the node engine: the same program as one CommonJS script. */
  javascript?: string;
}

export interface Engine {
  /**
   * Runs the program to its end on the chip; blocks the thread while it runs.
   * @param print one line of the console, without its line end
   */
  run(chip: Chip, program: FirmwareProgram, print: (line: string) => void): Promise<ProgramEnd>;
}
