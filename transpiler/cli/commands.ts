// What the transpiler can be asked to do on the command line.
import { watchOption, type Command } from "./command";

const check: Command = {
  name: "check",
  summary: "report what can't be transpiled, with file, line, code and advice",
  program: {
    usage: "[FILE]",
    help: "the program, `-` for standard input;\ndefault: the entry in package.json",
  },
  options: { json: { help: "print { diagnostics } for tools" }, watch: watchOption },
  run: async (args) => (await import("./check")).check(args),
};

const transpile: Command = {
  name: "transpile",
  summary: "print a program's Python, or write it into a folder",
  program: { usage: "FILE", help: "the program, `-` for standard input" },
  options: {
    all: { help: "print the libraries that it imports, too" },
    out: { value: "DIR", help: "write everything into this folder instead,\nwith source maps" },
    "no-docstrings": { help: "leave JSDoc out, which becomes docstrings" },
    floats: { value: "board", help: "round floats to the 22 bits that a board has" },
    json: { help: "print { modules, diagnostics }, with line maps" },
    watch: watchOption,
  },
  run: async (args) => (await import("./transpile")).transpileProgram(args),
};

const traceback: Command = {
  name: "traceback",
  summary: "show the TypeScript beside the lines of a board's traceback",
  program: {
    usage: "[FILE]",
    help: "what the console said; default: standard input",
  },
  options: {
    from: {
      value: "DIR",
      help: "needed: the folder that `build`, or `transpile --out`,\nwrote, as dist/seeed_xiao_esp32_s3_sense",
    },
  },
  run: async (args) => (await import("./traceback")).traceback(args),
};

export const transpilerCommands: Command[] = [check, transpile, traceback];
