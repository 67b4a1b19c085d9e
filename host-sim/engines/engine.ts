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
  /** For the node engine: the same program as one CommonJS script, which is its code.py. */
  javascript?: string;
}

/** What an engine is to run: one of the drive's files, or the script that stands for it. */
export interface Code {
  /** Its path from the root. */
  file: string;
  /** Where it begins; the root unless given (supervisor.set_next_code_file). */
  workingDirectory?: string;
  javascript?: string;
}

/** How a file's run ended: by itself, by an exception, by Ctrl+C, by supervisor.reload. */
export interface CodeEnd {
  outcome: "success" | "error" | "interrupted" | "reload";
  /** Of the exception: lines with their ends; else empty. */
  traceback: string;
}

export interface Engine {
  /**
   * Runs a file to its end on the chip; blocks the thread while it runs.
   * @param print one line of the console, without its line end
   */
  run(chip: Chip, code: Code, print: (line: string) => void): Promise<CodeEnd>;
}
