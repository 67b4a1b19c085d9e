// `taipan build`: everything that goes onto a board, in a folder.
import { join } from "node:path";
import { optionText, type CommandArguments } from "../../transpiler/cli/command";
import { writeBundleMaps } from "../../transpiler/cli/maps-folder";
import { repeated } from "../../transpiler/cli/watch";
import { writeBundle } from "../bundle-folder";
import { sizeReport } from "../size-report";
import { bundleFor, chosenBoard } from "./chosen";
import { reportingDiagnostics } from "./reporting";

export function build(args: CommandArguments): Promise<number> {
  return repeated(args, () => buildOnce(args));
}

function buildOnce(args: CommandArguments): Promise<number> {
  return reportingDiagnostics(async () => {
    const board = chosenBoard(args);
    const { files, maps, sources } = await bundleFor(args, board);
    const folder = optionText(args, "out") ?? join("dist", board.id);
    writeBundle(folder, files);
    writeBundleMaps(folder, maps, sources);
    console.log([`${folder} for ${board.name}:`, ...sizeReport(files)].join("\n"));
    return 0;
  });
}
