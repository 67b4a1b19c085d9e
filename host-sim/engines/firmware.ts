// A project's firmware, built for a board and an engine.
import { buildBundle, type Bundle } from "../../boards/bundle";
import { collectProgram, type ProgramRequest } from "../../boards/program";
import type { EngineName, FirmwareProgram } from "../engines/engine";
import { bundleForNode } from "../engines/node/bundle-program";

export interface Firmware {
  program: FirmwareProgram;
  bundle: Bundle;
}

/**
 * For either engine the whole bundle is built: what would be refused for the board is refused for
 * Node too, so that both run the same programs.
 * @throws DiagnosticsError, UserError
 */
export async function buildFirmware(
  request: ProgramRequest,
  engine: EngineName,
): Promise<Firmware> {
  const bundle = await buildBundle(request);
  if (engine === "python") return { program: { files: bundle.files }, bundle };
  const javascript = await bundleForNode(collectProgram(request));
  return { program: { files: bundle.files, javascript }, bundle };
}
