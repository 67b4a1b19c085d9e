// The contract between a virtual board and what runs its program.
import { UserError } from "../../transpiler/cli/command";
import type { Chip } from "../hardware/chip";

/** How a program ended; `restart` when it asked for its board to be reset. */
export interface ProgramEnd {
  status: 0 | 1;
  restart: boolean;
}

const engineNames = ["python", "node"] as const;

export type EngineName = (typeof engineNames)[number];

/** @throws UserError when there is none of this name */
export function engineNamed(name: string): EngineName {
  const engine = engineNames.find((known) => known === name);
  if (engine !== undefined) return engine;
  throw new UserError(`There is no engine "${name}". Known: ${engineNames.join(", ")}.`, 2);
}

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
