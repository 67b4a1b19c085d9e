// The commands that run firmware on simulated hardware.
import { existsSync } from "node:fs";
import { networkInterfaces } from "node:os";
import { printDiagnostics, reportingDiagnostics } from "../../boards/cli/reporting";
import { defaultBoardId, loadBoard } from "../../boards/definition";
import { openProject } from "../../boards/project";
import { UserError, type Command, type CommandArguments } from "../../transpiler/cli/command";
import { readText } from "../../transpiler/cli/read-text";
import { buildFirmware } from "../board/firmware";
import { checkPort, VirtualBoard, type ServerAddress } from "../board/virtual-board";
import { openCameraSource } from "../camera-sources/index";
import type { EngineName } from "../engines/engine";
import { parseSettings, type Settings } from "../hardware/settings";

const engineNames: readonly EngineName[] = ["python", "node"];
const defaultSettingsFile = "settings.toml";
const defaultPort = "8080";

function text({ values }: CommandArguments, option: string): string | undefined {
  const value = values[option];
  return typeof value === "string" && value !== "" ? value : undefined;
}

function engineOf(args: CommandArguments): EngineName {
  const name = text(args, "engine") ?? "python";
  const engine = engineNames.find((known) => known === name);
  if (engine !== undefined) return engine;
  throw new UserError(`There is no engine "${name}". Known: ${engineNames.join(", ")}.`, 2);
}

function portOf(args: CommandArguments): number {
  const port = text(args, "port") ?? defaultPort;
  if (/^\d+$/.test(port) && Number(port) <= 65535) return Number(port);
  throw new UserError(`--port ${port} is not a port: 0 (any free one) to 65535.`, 2);
}

function rateOf(args: CommandArguments): { linkKilobytesPerSecond?: number } {
  const rate = text(args, "link");
  if (rate === undefined) return {};
  if (Number(rate) > 0 && Number(rate) < Infinity) return { linkKilobytesPerSecond: Number(rate) };
  throw new UserError(`--link ${rate} is not a rate: kilobytes per second, above 0.`, 2);
}

function settingsOf(args: CommandArguments): Settings {
  const named = text(args, "settings");
  const file = named ?? defaultSettingsFile;
  if (existsSync(file)) return parseSettings(readText(file), file);
  if (named === undefined) return {};
  throw new UserError(`There is no settings file ${file}.`);
}

/** An address that a browser can be pointed at: "any" is none. */
function browsable(host: string): string {
  if (host.includes(":") && host !== "::") return `[${host}]`;
  if (host !== "0.0.0.0" && host !== "::") return host;
  const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  return (
    addresses.find(({ family, internal }) => family === "IPv4" && !internal)?.address ?? "127.0.0.1"
  );
}

/** Ctrl+C and `kill` end the program; asked twice, the simulator itself ends. */
function stopOnSignal(board: VirtualBoard): void {
  let asked = false;
  const stop = () => {
    if (asked) process.exit(1);
    asked = true;
    void board.stop();
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

async function simulate(args: CommandArguments): Promise<number> {
  const engine = engineOf(args);
  const options = { port: portOf(args), ...rateOf(args), settings: settingsOf(args) };
  const board = loadBoard(text(args, "board") ?? defaultBoardId);
  const { root, entry } = openProject(args.positionals[0]);
  const host = text(args, "host");
  await checkPort(options.port, host);
  const camera = await openCameraSource(text(args, "camera") ?? "pattern");
  try {
    const { program, bundle } = await buildFirmware({ projectRoot: root, entry, board }, engine);
    printDiagnostics(bundle.warnings);
    const announce = ({ host: address, port }: ServerAddress) =>
      console.log(`Live at http://${browsable(address)}:${port}/`);
    let announced = false;
    const virtualBoard = await VirtualBoard.start({
      ...options,
      ...(host === undefined ? {} : { host }),
      board,
      engine,
      program,
      camera,
      onConsole: (line) => console.log(line),
      onServing: (server) => {
        if (!announced) announce(server);
        announced = true;
      },
    });
    stopOnSignal(virtualBoard);
    return (await virtualBoard.ended).status;
  } finally {
    await camera.close();
  }
}

const sim: Command = {
  name: "sim",
  summary: "Runs a program on simulated hardware, for real browsers.",
  usage:
    "sim [entry] [--board ID] [--port N] [--host H] [--engine python|node] [--camera SPEC] [--link KBPS] [--settings FILE]",
  options: {
    board: { type: "string" },
    port: { type: "string" },
    host: { type: "string" },
    engine: { type: "string" },
    camera: { type: "string" },
    link: { type: "string" },
    settings: { type: "string" },
  },
  run: (args) => reportingDiagnostics(() => simulate(args)),
};

export const simulatorCommands: Command[] = [sim];
