// What the commands that build have in common: the board and the program that were chosen.
import { isWatched, optionText, type CommandArguments } from "../../transpiler/cli/command";
import { buildBundle, type Bundle } from "../bundle";
import { defaultBoardId, loadBoard, type BoardDefinition } from "../definition";
import { openProject } from "../../transpiler/cli/project";
import { printWarnings } from "./reporting";

export function chosenBoard(args: CommandArguments): BoardDefinition {
  return loadBoard(optionText(args, "board") ?? defaultBoardId);
}

export async function bundleFor(args: CommandArguments, board: BoardDefinition): Promise<Bundle> {
  const { root, entry } = openProject(args.positionals[0]);
  const bundle = await buildBundle({ projectRoot: root, entry, board, again: isWatched(args) });
  printWarnings(bundle.warnings);
  return bundle;
}
