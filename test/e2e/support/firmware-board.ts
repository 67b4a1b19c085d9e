// Firmware of this repository on a virtual board of its own, inside the test's process.
import { defaultBoardId, loadBoard } from "../../../boards/definition";
import { buildFirmware, type Firmware } from "../../../host-sim/engines/firmware";
import { ServedBoard, type ServedBoardOptions } from "../../../host-sim/real-time/served-board";
import { openCameraSource, type CameraSource } from "../../../host-sim/camera-sources/index";
import type { EngineName } from "../../../host-sim/engines/engine";
import { packageRoot } from "../../../transpiler/package-root";

const board = loadBoard(defaultBoardId);

/** By entry. What is built for the node engine has everything that the other one takes. */
const built = new Map<string, Promise<Firmware>>();

function firmwareOf(entry: string): Promise<Firmware> {
  const firmware =
    built.get(entry) ??
    buildFirmware({ language: "TypeScript", project: { root: packageRoot, entry } }, board, "node");
  built.set(entry, firmware);
  return firmware;
}

export interface FirmwareBoardOptions extends Pick<ServedBoardOptions, "timeFactor"> {
  camera?: string;
}

export class FirmwareBoard {
  readonly lines: string[] = [];
  private board!: ServedBoard;
  private wake = (): void => undefined;
  /** Rejects with the console when the firmware ends. */
  private ended!: Promise<never>;

  private constructor(private readonly camera: CameraSource) {}

  /** Returns when the firmware serves. */
  static async start(
    entry: string,
    engine: EngineName,
    { camera = "pattern:320x240@30", ...options }: FirmwareBoardOptions = {},
  ): Promise<FirmwareBoard> {
    const { program } = await firmwareOf(entry);
    const started = new FirmwareBoard(await openCameraSource(camera));
    let serve!: () => void;
    const serving = new Promise<void>((resolve) => (serve = resolve));
    started.board = await ServedBoard.start({
      board,
      engine,
      program,
      camera: started.camera,
      port: 0,
      settings: { CIRCUITPY_WIFI_SSID: "simulated" },
      onConsole: (line) => {
        started.lines.push(line);
        started.wake();
      },
      onServing: serve,
      ...options,
    });
    started.ended = started.board.ended.then(() => {
      throw new Error(`The firmware ended:\n${started.lines.join("\n")}`);
    });
    started.ended.catch(() => undefined);
    await Promise.race([serving, started.ended]);
    return started;
  }

  get port(): number {
    return this.board.servers[0]!.port;
  }

  resources(): ReturnType<ServedBoard["resources"]> {
    return this.board.resources();
  }

  /** Returns when the console has said `line` `count` times; throws when the firmware ends before. */
  async waitForLines(line: string, count: number): Promise<void> {
    while (this.lines.filter((known) => known === line).length < count) {
      const said = new Promise<void>((resolve) => (this.wake = resolve));
      await Promise.race([said, this.ended]);
    }
  }

  async stop(): Promise<void> {
    await this.board.stop();
    await this.camera.close();
  }
}
