// The TypeScript of a program for one board: its files, and the generated module that makes it this board's.
import { programFiles, type ProgramFiles } from "../transpiler/cli/program-files";
import { boardModule, boardSpecificTypings } from "./board-module";
import type { BoardDefinition } from "./definition";

export interface ProgramRequest {
  /** The folder of the program's package.json, absolute; see transpiler/cli/project.ts. */
  projectRoot: string;
  /** The entry, from `projectRoot`. */
  entry: string;
  board: BoardDefinition;
  /** "board": a copy in which every float is rounded to what a board holds, for simulated runs. */
  floats?: "board" | "double";
  /** Whether it is built again and again, as by `--watch`. */
  again?: boolean;
}

/** What `transpile` takes; all paths are from the project's root. */
export interface Program extends ProgramFiles {
  typings: Record<string, string>;
}

/** @throws UserError (2) when the entry is not there */
export function collectProgram({ projectRoot, entry, board }: ProgramRequest): Program {
  const generated = { taipan_board: boardModule(board) };
  return {
    ...programFiles({ entry, folder: projectRoot, generated }),
    typings: boardSpecificTypings(board),
  };
}
