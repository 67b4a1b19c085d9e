// The commands that run firmware on simulated hardware.
import { defaultBoardId } from "../../boards/definition";
import type { Command } from "../../transpiler/cli/command";

const camera = `what the camera sees, with @N for N pictures a second (15):
  pattern               the test pattern (default)
  pattern:320x240@25    the same, smaller and faster
  photos                a folder of JPEGs, again and again
  ffmpeg:video.mp4      what ffmpeg can read, as a file
  ffmpeg:/dev/video0    a webcam`;

const sim: Command = {
  name: "sim",
  summary: "run a program on simulated hardware, for real browsers",
  program: {
    usage: "[FILE]",
    help: "the program: TypeScript, or a folder with a code.py;\ndefault: the entry in package.json",
  },
  options: {
    board: { value: "ID", help: `one of \`taipan boards\`; default:\n${defaultBoardId}` },
    port: { value: "N", help: "of its first server, 0 for any free one; default: 8080" },
    host: {
      value: "ADDRESS",
      help: "to listen on: 0.0.0.0 lets other machines in;\ndefault: 127.0.0.1",
    },
    engine: {
      value: "NAME",
      help: "python: the emitted Python in a MicroPython VM (default);\nnode: the TypeScript itself",
    },
    heap: {
      value: "SIZE",
      help: "what the program may have of memory, as 256K or 2M, with\nthe python engine; default: unlimited",
    },
    floats: {
      value: "board",
      help: "round floats to the 22 bits that a board has, with the\npython engine; default: double",
    },
    camera: { value: "SPEC", help: camera },
    link: {
      value: "KBPS",
      help: "of the radio, in kilobytes (1000 bytes) per second for\nall viewers together; default: unlimited",
    },
    card: { value: "DIR", help: "a folder as SD card in the board's slot; default: none" },
    record: { value: "FILE", help: "write the run down, for `taipan replay FILE`" },
    settings: {
      value: "FILE",
      help: "the board's settings; default: settings.toml, if there\n(beside code.py, or in the working folder)",
    },
  },
  run: async (args) => {
    const { simulationOptions } = await import("./sim-options");
    const options = simulationOptions(args);
    return (await import("./simulate")).simulate(options);
  },
};

const replay: Command = {
  name: "replay",
  summary: "play a recorded run's clients against the program as it is now",
  program: { usage: "FILE", help: "what `taipan sim --record FILE` has written" },
  options: {
    engine: { value: "NAME", help: "python or node; default: the one of the recording" },
    ignore: {
      value: "REGEX",
      help: "texts that may be different, as '\"uptime\": ?[0-9.]+'",
    },
  },
  run: async (args) => (await import("./replay")).replayRecording(args),
};

export const simulatorCommands: Command[] = [sim, replay];
