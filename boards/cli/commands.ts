// The commands about boards and what is put on them.
import { watchOption, type Command, type CommandOption } from "../../transpiler/cli/command";
import { defaultBoardId } from "../definition";

const program = { usage: "[FILE]", help: "the program; default: the entry in package.json" };
const board: CommandOption = {
  value: "ID",
  help: `one of \`taipan boards\`; default:\n${defaultBoardId}`,
};

const boards: Command = {
  name: "boards",
  summary: "list the boards with their cameras",
  options: {},
  run: async () => (await import("./list-boards")).printBoards(),
};

const build: Command = {
  name: "build",
  summary: "write everything that goes onto a board into a folder",
  program,
  options: {
    board,
    out: { value: "DIR", help: "the folder; default: dist/ID" },
    watch: watchOption,
  },
  run: async (args) => (await import("./build")).build(args),
};

const flash: Command = {
  name: "flash",
  summary: "build, copy everything onto a board, verify it there, restart",
  program,
  options: {
    board,
    port: {
      value: "PORT",
      help: "needed: where the board is, as mpremote takes it:\n/dev/ttyACM0, /dev/tty.usbmodem1101, COM3",
    },
  },
  run: async (args) => (await import("./flash")).flashProgram(args),
};

export const boardCommands: Command[] = [boards, build, flash];
