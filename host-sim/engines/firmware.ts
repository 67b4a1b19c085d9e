// A program, made ready for a board and an engine.
import { buildBundle } from "../../boards/bundle";
import type { BoardDefinition } from "../../boards/definition";
import { collectProgram } from "../../boards/program";
import { collectPythonProgram } from "../../boards/python-program";
import { UserError } from "../../transpiler/cli/command";
import type { Diagnostic, LineMap } from "../../transpiler/index";
import { driveBytes } from "../hardware/drive";
import type { EngineName, FirmwareProgram } from "./engine";
import { bundleForNode } from "./node/bundle-program";
import { checkEngine, type ProgramPlace } from "./program-place";

export interface Firmware {
  program: FirmwareProgram;
  /** For each emitted module, which line of TypeScript each of its lines came from. */
  maps: Map<string, LineMap>;
  warnings: Diagnostic[];
}

/** "board": every float has the 22 bits that a board's have. */
export type Floats = "board" | "double";

/** @throws UserError (2) where they can't be had: the transpiler adds the rounding */
export function checkFloats(floats: Floats, isPython: boolean, engine: EngineName): void {
  if (floats === "double" || (engine === "python" && !isPython)) return;
  throw new UserError(
    'floats: "board" needs a program in TypeScript and the python engine: the transpiler adds the rounding.',
    2,
  );
}

/**
 * For either engine the whole bundle is built: what would be refused for the board is refused for
 * Node too, so that both run the same programs.
 * @throws DiagnosticsError, UserError
 */
export async function buildFirmware(
  place: ProgramPlace,
  board: BoardDefinition,
  engine: EngineName,
  floats: Floats = "double",
): Promise<Firmware> {
  checkEngine(place.language === "Python", engine);
  checkFloats(floats, place.language === "Python", engine);
  if (place.language === "Python") {
    const files = await collectPythonProgram(place.folder, driveBytes(board.flashBytes));
    return { program: { files }, maps: new Map(), warnings: [] };
  }
  const { root, entry } = place.project;
  const request = { projectRoot: root, entry, board, floats };
  const { files, maps, warnings } = await buildBundle(request);
  if (engine === "python") return { program: { files }, maps, warnings };
  const javascript = await bundleForNode(collectProgram(request));
  return { program: { files, javascript }, maps, warnings };
}
