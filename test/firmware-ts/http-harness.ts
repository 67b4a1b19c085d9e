/** The HTTP library, built for Node, on sockets, clock and files in memory. */
import { buildSync } from "esbuild";
import { packageRoot } from "../../transpiler/package-root";
import {
  EAGAIN,
  ENOTCONN,
  FakeBrokenPipeError,
  FakeOSError,
  FakePool,
  type FakeClient,
} from "./fake-pool";
import type { Library, Server } from "./library-types";

export type * from "./library-types";

const REGULAR_FILE = 0x8000;
const FOLDER = 0x4000;

class KeyError extends Error {}
class ValueError extends Error {}
class RuntimeError extends Error {}

/** A server's whole world, moved on by hand. */
export class World {
  readonly pool = new FakePool();
  readonly library: Library;
  /** Files by path. */
  readonly files: Record<string, Uint8Array> = {};
  /** What the program printed, and which exceptions it showed. */
  readonly printed: string[] = [];
  readonly tracebacks: Error[] = [];
  filesOpen = 0;
  /** Milliseconds. */
  now = 1_000_000;

  /** @param modules of CircuitPython that a program needs beyond those of the library */
  constructor(private readonly modules: Record<string, unknown> = {}) {
    this.library = this.load();
  }

  /** A started server with its root at /www. */
  start(options: { debug?: boolean; rootPath?: string | null } = {}): Server {
    const { debug = false, rootPath = "/www" } = options;
    const server = new this.library.Server(this.pool, rootPath, { debug });
    server.start("0.0.0.0", 80);
    return server;
  }

  /** Sends `request` on a new connection and polls until the server has closed it. */
  exchange(server: Server, request: string | Uint8Array): string {
    const client = this.pool.connect().send(request);
    this.pollUntil(server, () => client.closedByServer, client);
    return client.read();
  }

  /** Polls, a millisecond at a time, until `reached`; fails after many times in vain. */
  pollUntil(server: Server, reached: () => boolean, ...readers: FakeClient[]): string[] {
    const results: string[] = [];
    for (let turn = 0; turn < 20_000; turn++) {
      if (reached()) return results;
      results.push(server.poll());
      for (const reader of readers) reader.drain();
      this.now += 1;
    }
    throw new Error("Not reached within 20 seconds of the server's clock.");
  }

  private load(): Library {
    const module = { exports: {} as Library };
    const modules: Record<string, unknown> = {
      errno: { EAGAIN, ENOTCONN },
      time: { monotonicNs: () => this.now * 1_000_000, sleep: () => {} },
      json: { dumps: pythonJson, loads: JSON.parse },
      traceback: { printException: (error: Error) => this.tracebacks.push(error) },
      os: { stat: (path: string) => this.stat(path) },
      ...this.modules,
    };
    const globals: Record<string, unknown> = {
      OSError: FakeOSError,
      BrokenPipeError: FakeBrokenPipeError,
      KeyError,
      ValueError,
      RuntimeError,
      KeyboardInterrupt: class extends Error {},
      open: (path: string) => this.open(path),
      console: { log: (line: string) => this.printed.push(line) },
    };
    const names = Object.keys(globals);
    const run = new Function("require", "module", "exports", ...names, bundle());
    const require = (name: string): unknown => modules[name];
    run(require, module, module.exports, ...names.map((name) => globals[name]));
    return module.exports;
  }

  private stat(path: string): number[] {
    const file = this.files[path];
    if (file !== undefined) return [REGULAR_FILE, 0, 0, 0, 0, 0, file.length, 0, 0, 0];
    const isFolder = Object.keys(this.files).some((name) => name.startsWith(`${path}/`));
    if (isFolder) return [FOLDER, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    throw new FakeOSError(2);
  }

  private open(path: string): { readinto(buffer: Uint8Array): number; close(): void } {
    const file = this.files[path]!;
    let position = 0;
    this.filesOpen += 1;
    return {
      readinto: (buffer) => {
        const block = file.subarray(position, position + buffer.length);
        buffer.set(block);
        position += block.length;
        return block.length;
      },
      close: () => {
        this.filesOpen -= 1;
      },
    };
  }
}

/** JSON as Python's json module spaces it. */
function pythonJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(pythonJson).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value);
  return `{${members.map(([key, member]) => `"${key}": ${pythonJson(member)}`).join(", ")}}`;
}

/** What only the camera application asks for. */
const cameraModules = ["asyncio", "espcamera", "taipan_board"];

let bundled: string | undefined;

/** The library's text as one CommonJS module, with the parts that it keeps to itself. */
function bundle(): string {
  if (bundled !== undefined) return bundled;
  const result = buildSync({
    stdin: {
      contents: `export * from "./firmware-ts/http"; export * from "./firmware-ts/http/percent";
        export * from "./firmware-ts/http/request-head"; export * from "./firmware-ts/camera";
        export * from "./test/firmware-ts/programs/http-table-routes";`,
      resolveDir: packageRoot,
    },
    alias: { taipan_http: "./firmware-ts/http" },
    bundle: true,
    write: false,
    format: "cjs",
    target: "es2023",
    external: ["errno", "json", "os", "socketpool", "time", "traceback", ...cameraModules],
  });
  bundled = result.outputFiles[0]!.text;
  return bundled;
}
