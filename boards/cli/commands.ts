// The commands about boards and what is put on them.
import { join } from "node:path";
import { UserError, type Command, type CommandArguments } from "../../transpiler/cli/command";
import { buildBundle, type Bundle } from "../bundle";
import { writeBundle } from "../bundle-folder";
import { defaultBoardId, listBoards, loadBoard, type BoardDefinition } from "../definition";
import { flash } from "../flash";
import { findMpremote } from "../mpremote";
import { openProject } from "../project";
import { kilobytes, sizeReport } from "../size-report";
import { printDiagnostics, reportingDiagnostics } from "./reporting";

function text({ values }: CommandArguments, option: string): string | undefined {
  const value = values[option];
  return typeof value === "string" && value !== "" ? value : undefined;
}

function chosenBoard(args: CommandArguments): BoardDefinition {
  return loadBoard(text(args, "board") ?? defaultBoardId);
}

async function bundleFor(args: CommandArguments, board: BoardDefinition): Promise<Bundle> {
  const { root, entry } = openProject(args.positionals[0]);
  const bundle = await buildBundle({ projectRoot: root, entry, board });
  printDiagnostics(bundle.warnings);
  return bundle;
}

function describeBoard({ id, name, mcu, flashBytes, psramBytes, camera }: BoardDefinition): string {
  const megabytes = (bytes: number) => `${bytes / 1024 / 1024} MB`;
  const memory = `${megabytes(flashBytes)} flash, ${megabytes(psramBytes)} PSRAM`;
  const mark = id === defaultBoardId ? " (default)" : "";
  return `${id}${mark}\n  ${name}: ${mcu}, ${memory}; camera ${camera.sensors.join(", ")}`;
}

const boards: Command = {
  name: "boards",
  summary: "Lists the boards with their cameras.",
  usage: "boards",
  options: {},
  run: async () => {
    console.log(listBoards().map(describeBoard).join("\n"));
    return 0;
  },
};

const build: Command = {
  name: "build",
  summary: "Writes everything that goes onto a board into a folder.",
  usage: "build [entry] [--board ID] [--out DIR]",
  options: { board: { type: "string" }, out: { type: "string" } },
  run: (args) =>
    reportingDiagnostics(async () => {
      const board = chosenBoard(args);
      const { files } = await bundleFor(args, board);
      const folder = text(args, "out") ?? join("dist", board.id);
      writeBundle(folder, files);
      console.log([`${folder} for ${board.name}:`, ...sizeReport(files)].join("\n"));
      return 0;
    }),
};

const flashCommand: Command = {
  name: "flash",
  summary: "Builds, puts everything onto a board, checks it there and restarts the board.",
  usage: "flash [entry] [--board ID] --port PORT",
  options: { board: { type: "string" }, port: { type: "string" } },
  run: (args) =>
    reportingDiagnostics(async () => {
      const board = chosenBoard(args);
      const port = text(args, "port");
      if (port === undefined) {
        throw new UserError(
          "Which port? For example --port /dev/ttyACM0; `mpremote connect list` shows them.",
          2,
        );
      }
      const mpremote = findMpremote();
      const { files } = await bundleFor(args, board);
      const bytes = [...files.values()].reduce((sum, file) => sum + file.length, 0);
      console.log(
        `Copying ${files.size} files (${kilobytes(bytes)}) to ${board.name} on ${port} …`,
      );
      await flash({ files, port, mpremote });
      console.log("All files verified. The board restarts.");
      return 0;
    }),
};

export const boardCommands: Command[] = [boards, build, flashCommand];
