// `taipan sim` as its user runs it: a child process, its console, its address, its exit status.
import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { packageRoot } from "../../../transpiler/package-root";

export const command = join(packageRoot, "build", "taipan.js");

/** How long anything may take before a test gives up waiting for it. */
const DEADLINE_MS = 30_000;

export class Simulator {
  private readonly child: ChildProcess;
  private output = "";
  private readonly watchers = new Set<() => void>();
  private readonly exit: Promise<number | null>;

  private constructor(options: string[], environment: NodeJS.ProcessEnv) {
    this.child = spawn(process.execPath, [command, "sim", ...options], {
      cwd: packageRoot,
      env: environment,
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        this.output += text;
        for (const watcher of this.watchers) watcher();
      });
    }
    this.exit = new Promise((resolve) => {
      this.child.once("exit", (status) => {
        resolve(status);
        for (const watcher of this.watchers) watcher();
      });
    });
  }

  /** Starts, on a free port unless `options` name another, and returns when it serves. */
  static async start(...options: string[]): Promise<Simulator> {
    const port = options.includes("--port") ? [] : ["--port", "0"];
    const simulator = new Simulator([...port, ...options], process.env);
    try {
      await simulator.waitFor(/Live at (\S+)/);
    } catch (error) {
      simulator.child.kill("SIGKILL");
      throw error;
    }
    return simulator;
  }

  /** `http://127.0.0.1:41234/` */
  get address(): string {
    const address = /Live at (\S+)/.exec(this.output)?.[1];
    if (address === undefined) throw new Error(`The simulator does not serve:\n${this.output}`);
    return address;
  }

  get port(): number {
    return Number(new URL(this.address).port);
  }

  get console(): string {
    return this.output;
  }

  /** The match of `pattern` in what the console says after `from` characters. */
  async waitFor(pattern: RegExp, from = 0): Promise<RegExpExecArray> {
    return new Promise((resolve, reject) => {
      const finish = (settle: () => void) => {
        clearTimeout(timer);
        this.watchers.delete(look);
        settle();
      };
      const fail = (why: string) =>
        finish(() => reject(new Error(`${why} while waiting for ${pattern}:\n${this.output}`)));
      const look = () => {
        const match = pattern.exec(this.output.slice(from));
        if (match !== null) finish(() => resolve(match));
        else if (this.child.exitCode !== null) fail(`exit status ${this.child.exitCode}`);
      };
      const timer = setTimeout(() => fail("nothing more was printed"), DEADLINE_MS);
      this.watchers.add(look);
      look();
    });
  }

  async status(): Promise<CameraStatus> {
    const response = await fetch(new URL("status", this.address));
    return (await response.json()) as CameraStatus;
  }

  /** `kill -9`: it goes without a word to its viewers. */
  async kill(): Promise<void> {
    this.child.kill("SIGKILL");
    await this.exit;
  }

  /** Ctrl+C, and the exit status. */
  async interrupt(): Promise<number | null> {
    this.child.kill("SIGINT");
    const timer = setTimeout(() => this.child.kill("SIGKILL"), DEADLINE_MS);
    const status = await this.exit;
    clearTimeout(timer);
    return status;
  }
}

/** `GET /status`, as far as the tests read it. */
export interface CameraStatus {
  uptime: number;
  board: string;
  camera: { on: boolean; sensor: string; frame: number; width: number; height: number };
  viewers: {
    id: number;
    address: string;
    kind: string;
    sent: number;
    skipped: number;
    bytes: number;
  }[];
  sockets: { open: number; limit: number };
  longestPoll: number;
}
