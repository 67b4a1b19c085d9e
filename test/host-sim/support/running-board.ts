// A small program on a virtual board, on either engine, and what came of it.
import { bundledLibraries, libraryModules } from "../../../boards/libraries";
import { ServedBoard, type ServedBoardOptions } from "../../../host-sim/real-time/served-board";
import type { CameraSource } from "../../../host-sim/camera-sources/camera-source";
import type { EngineName } from "../../../host-sim/engines/engine";
import { bundleForNode } from "../../../host-sim/engines/node/bundle-program";
import { xiao } from "./fake-world";

/** The same program twice. */
export interface TwoTexts {
  python: string;
  typescript: string;
  /** boot.py, which is Python on either engine. */
  boot?: string;
}

export const engines: EngineName[] = ["python", "node"];

/** Pictures that carry their number, three bytes long. */
export const countingCamera: CameraSource = {
  framesPerSecond: 100,
  isMadeOnDemand: true,
  frame: ({ number }) => Uint8Array.of(0xff, 0xd8, number & 255),
  close: async () => {},
};

async function filesOf({ python, boot }: TwoTexts): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>([
    ["code.py", Buffer.from(python)],
    ["www/index.html", Buffer.from("<p>page</p>")],
  ]);
  if (boot !== undefined) files.set("boot.py", Buffer.from(boot));
  for (const library of bundledLibraries()) {
    for (const [path, bytes] of await libraryModules(library)) files.set(`lib/${path}`, bytes);
  }
  return files;
}

function javascriptOf({ typescript }: TwoTexts): Promise<string> {
  const files = { "code.ts": typescript };
  return bundleForNode({ entry: "code.ts", files, packages: {}, typings: {} });
}

/** Something is waited for until it is there; the test's own timeout is the only clock. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 5));
}

export class RunningBoard {
  readonly lines: string[] = [];
  private constructor(private board: ServedBoard | null = null) {}

  static async start(
    engine: EngineName,
    texts: TwoTexts,
    changed: Partial<ServedBoardOptions> = {},
  ): Promise<RunningBoard> {
    const running = new RunningBoard();
    const files = await filesOf(texts);
    const javascript = engine === "node" ? { javascript: await javascriptOf(texts) } : {};
    running.board = await ServedBoard.start({
      board: xiao,
      engine,
      program: { files, ...javascript },
      camera: countingCamera,
      port: 0,
      settings: { CIRCUITPY_WIFI_SSID: "home", GREETING: "hello" },
      onConsole: (line) => running.lines.push(line),
      ...changed,
    });
    return running;
  }

  get virtual(): ServedBoard {
    if (this.board === null) throw new Error("The board was not started.");
    return this.board;
  }

  /** The port of this machine behind the firmware's first server. */
  async port(): Promise<number> {
    await until(() => this.virtual.servers.length > 0);
    return this.virtual.servers[0]?.port ?? 0;
  }

  /** Waits for a line of the console. @throws Error with the console when the program ends without */
  async line(pattern: RegExp): Promise<string> {
    let ended = false;
    const end = () => void (ended = true);
    this.virtual.ended.then(end, end);
    const find = () => this.lines.find((line) => pattern.test(line));
    await until(() => find() !== undefined || ended);
    const found = find();
    if (found !== undefined) return found;
    throw new Error(`The program ended and never said ${pattern}:\n${this.lines.join("\n")}`);
  }

  /** Waits for the program's own end. @returns its exit status */
  async end(): Promise<number> {
    return (await this.virtual.ended).status;
  }

  stop(): Promise<void> {
    return this.virtual.stop();
  }
}
