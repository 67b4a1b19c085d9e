// A program, made ready for a board and an engine.
import { buildBundle } from "../../boards/bundle";
import type { BoardDefinition } from "../../boards/definition";
import { collectProgram } from "../../boards/program";
import { collectPythonProgram } from "../../boards/python-program";
import type { Diagnostic, LineMap } from "../../transpiler/index";
import { driveBytes } from "../hardware/drive";
import type { EngineName, FirmwareProgram } from "./engine";
import { checkFloats, type Floats } from "./floats";
import { bundleForNode } from "./node/bundle-program";
import { checkEngine, type ProgramPlace } from "./program-place";

export interface Firmware {
  program: FirmwareProgram;
  /** For each emitted module, which line of TypeScript each of its lines came from. */
  maps: Map<string, LineMap>;
  warnings: Diagnostic[];
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
