// Where the program lies that somebody names, and whether an engine runs such programs.
import { pythonFolder } from "../../boards/python-folder";
import { UserError } from "../../transpiler/cli/command";
import { openProject, type Project } from "../../transpiler/cli/project";
import type { EngineName } from "./engine";

/** Where a program lies: a project in TypeScript, or a folder as a drive of a board has it. */
export type ProgramPlace =
  { language: "TypeScript"; project: Project } | { language: "Python"; folder: string };

/**
 * @param entry a file in TypeScript, a code.py or the folder of one; else package.json names it
 * @throws UserError (2) for what is none of these
 */
export function programPlace(entry: string | undefined): ProgramPlace {
  const folder = entry === undefined ? null : pythonFolder(entry);
  if (folder !== null) return { language: "Python", folder };
  return { language: "TypeScript", project: openProject(entry) };
}

/** @throws UserError (2) when the engine cannot run the program */
export function checkEngine(isPython: boolean, engine: EngineName): void {
  if (isPython && engine === "node")
    throw new UserError('The node engine runs TypeScript. For code.py take engine "python".', 2);
}
