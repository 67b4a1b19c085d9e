// `taipan sim`: a program on simulated hardware, with real sockets and the real clock.
import { networkInterfaces } from "node:os";
import { printWarnings, reportingDiagnostics } from "../../boards/cli/reporting";
import { withTypeScriptPlace } from "../../transpiler/program/traceback";
import { buildFirmware } from "../engines/firmware";
import { checkPort, ServedBoard, type ServerAddress } from "../real-time/served-board";
import { openCameraSource } from "../camera-sources/index";
import { boardAddress, defaultHost } from "../real-time/power-cycle";
import { Recorder } from "../recording/recorder";
import type { SimulationOptions } from "./sim-options";
import { StatusLine } from "./status-line";

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
function stopOnSignal(board: ServedBoard, recorder: Recorder | null): void {
  let asked = false;
  const stop = () => {
    if (asked) process.exit(1);
    asked = true;
    recorder?.stop();
    void board.stop();
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

/** @throws UserError when the file can't be written */
function recorderOf(options: Omit<SimulationOptions, "place">): Recorder | null {
  const { recordTo, entry, board, engine, camera, settingsFile } = options;
  if (recordTo === null) return null;
  return new Recorder(recordTo, {
    ...{ entry, board: board.id, engine, camera, settings: settingsFile },
    linkKilobytesPerSecond: options.linkKilobytesPerSecond ?? null,
    address: boardAddress(options.host ?? defaultHost),
  });
}

async function run({ place, ...options }: SimulationOptions): Promise<number> {
  const { board, engine } = options;
  await checkPort(options.port, options.host);
  const camera = await openCameraSource(options.camera);
  const recorder = recorderOf(options);
  let servedBoard: ServedBoard | null = null;
  const status = new StatusLine(process.stdout, () => servedBoard?.picturesTaken ?? 0);
  try {
    const { program, maps, warnings } = await buildFirmware(place, board, engine, options.floats);
    printWarnings(warnings);
    const announce = ({ host, port }: ServerAddress) =>
      status.print(`Live at http://${browsable(host)}:${port}/`);
    let announced = false;
    recorder?.begin();
    servedBoard = await ServedBoard.start({
      ...options,
      program,
      camera,
      witnesses: recorder === null ? [status] : [status, recorder],
      onConsole: (line) => {
        // What the simulator itself says is no part of the program's run.
        if (!line.startsWith("taipan: ")) recorder?.console(line);
        status.print(withTypeScriptPlace(line, maps));
      },
      onServing: (server) => {
        if (!announced) announce(server);
        announced = true;
      },
    });
    stopOnSignal(servedBoard, recorder);
    return (await servedBoard.ended).status;
  } finally {
    status.close();
    await camera.close();
    recorder?.close();
  }
}

export function simulate(options: SimulationOptions): Promise<number> {
  return reportingDiagnostics(() => run(options));
}
