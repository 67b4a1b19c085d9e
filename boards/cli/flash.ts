// `taipan flash`: builds, copies everything onto a board, verifies it there and restarts the board.
import { optionText, UserError, type CommandArguments } from "../../transpiler/cli/command";
import { flash } from "../flash";
import { findMpremote } from "../mpremote";
import { kilobytes } from "../size-report";
import { bundleFor, chosenBoard } from "./chosen";
import { reportingDiagnostics } from "./reporting";

function chosenPort(args: CommandArguments): string {
  const port = optionText(args, "port");
  if (port !== undefined) return port;
  throw new UserError(
    "Which port? Name it: make flash PORT=/dev/ttyACM0, or taipan flash --port /dev/ttyACM0. " +
      "`.venv/bin/mpremote connect list` shows them (`make .venv/installed` installs it).",
    2,
  );
}

export function flashProgram(args: CommandArguments): Promise<number> {
  return reportingDiagnostics(async () => {
    const board = chosenBoard(args);
    const port = chosenPort(args);
    const mpremote = findMpremote();
    const { files } = await bundleFor(args, board);
    const bytes = [...files.values()].reduce((sum, file) => sum + file.length, 0);
    console.log(`Copying ${files.size} files (${kilobytes(bytes)}) to ${board.name} on ${port} …`);
    await flash({ files, port, mpremote });
    console.log("All files verified. The board restarts.");
    return 0;
  });
}
