import { createServer, type AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { flash } from "../../boards/flash";
import { explainFailure } from "../../boards/flash-report";
import { findMpremote } from "../../boards/mpremote";
import { RawReplBoard, type RawReplBoardOptions } from "../../host-sim/repl/raw-repl-board";
import { UserError } from "../../transpiler/cli/command";

/** All byte values, an empty file, a name with spaces, nested folders. */
const files = new Map<string, Uint8Array>([
  ["code.py", Buffer.from("print('hello')\n")],
  ["lib/adafruit_ticks.py", Buffer.from("# ticks\n".repeat(200))],
  ["lib/taipan_http/__init__.py", new Uint8Array()],
  ["lib/taipan_http/server.py", Buffer.from("# größer als ein Fenster\n".repeat(40))],
  ["www/help/all bytes.bin", Uint8Array.from({ length: 1024 }, (_, index) => index & 0xff)],
]);

function asText(contents: ReadonlyMap<string, Uint8Array> = new Map()): string[] {
  return [...contents]
    .map(([path, bytes]) => `${path}: ${Buffer.from(bytes).toString("hex")}`)
    .sort();
}

describe("flash with the unmodified mpremote", () => {
  const mpremote = findMpremote();
  let board: RawReplBoard | undefined;
  afterEach(() => board?.close());

  async function start(options: RawReplBoardOptions): Promise<RawReplBoard> {
    board = await RawReplBoard.start(options);
    return board;
  }

  /** The one line in which flashing fails. */
  async function failure(port: string, limit?: number): Promise<string> {
    const request = { files, port, mpremote, ...(limit === undefined ? {} : { limit }) };
    const error: unknown = await flash(request).then(
      () => expect.unreachable("flash should have failed"),
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(UserError);
    const { message, exitStatus } = error as UserError;
    expect(exitStatus).toBe(1);
    expect(message).not.toMatch(/\n|Traceback/);
    return message;
  }

  it("puts every byte on the board, code.py last, and restarts it once", async () => {
    const { address, operations } = await start({});
    await flash({ files, port: address, mpremote });
    expect(asText(board?.files())).toEqual(asText(files));
    expect(board?.restarts).toBe(1);
    const writes = operations.filter(({ name }) => name === "write");
    expect(writes.at(-1)).toEqual({ name: "write", path: "code.py" });
    expect(operations.slice(-3)).toEqual([
      { name: "write", path: "code.py" },
      { name: "restart" },
      { name: "run code.py" },
    ]);
  });

  it("does so again over an earlier program that runs, in one session", async () => {
    const { address, operations } = await start({});
    await flash({ files, port: address, mpremote });
    const before = operations.length;
    const newer = new Map([...files, ["code.py", Buffer.from("print('newer')\n")] as const]);
    await flash({ files: newer, port: address, mpremote });
    expect(Buffer.from(board?.files().get("code.py") ?? []).toString()).toBe("print('newer')\n");
    expect(operations.slice(before).filter(({ name }) => name === "soft reset")).toHaveLength(1);
    expect(operations.slice(before).filter(({ name }) => name === "mkdir")).toEqual([]);
    expect(board?.restarts).toBe(2);
  });

  it("takes the drive from the computer where CircuitPython can", async () => {
    const { address } = await start({ readOnly: true, canDisableUsbDrive: true });
    await flash({ files, port: address, mpremote });
    expect(board?.files().size).toBe(files.size);
  });

  it("explains a drive that it can't write to, and leaves the board as it was", async () => {
    const { address } = await start({ readOnly: true });
    expect(await failure(address)).toMatch(/read-only .*boot\.py .*CIRCUITPY drive\.$/);
    expect(board?.files().size).toBe(0);
    expect(board?.restarts).toBe(0);
  });

  it("says that the drive is full, before code.py is there", async () => {
    const { address } = await start({ capacity: 2000 });
    expect(await failure(address)).toBe(
      "The board's drive is full: remove files from it and flash again.",
    );
    expect(board?.files().has("code.py")).toBe(false);
    expect(board?.restarts).toBe(0);
  });

  it("finds a file that arrived with other bytes, before code.py is there", async () => {
    const { address } = await start({ damage: "lib/taipan_http/server.py" });
    expect(await failure(address)).toBe(
      "The copy on the board is not what was sent: /lib/taipan_http/server.py has other bytes. " +
        "Flash it again.",
    );
    expect(board?.files().has("code.py")).toBe(false);
  });

  it("says so when there is nothing at the port", async () => {
    expect(await failure("socket://127.0.0.1:9")).toMatch(/^socket:\S+ can't be opened: /);
    expect(await failure("/dev/ttyNone")).toMatch(/^\/dev\/ttyNone can't be opened: /);
  });

  it("gives up on something that never answers", async () => {
    const mute = createServer((socket) => socket.resume().on("error", () => socket.destroy()));
    await new Promise<void>((resolve) => mute.listen(0, "127.0.0.1", resolve));
    const port = `socket://127.0.0.1:${(mute.address() as AddressInfo).port}`;
    expect(await failure(port, 1500)).toMatch(/stopped answering/);
    await new Promise((resolve) => mute.close(resolve));
  });
});

describe("the report of a failure", () => {
  const report = (stdout: string, stderr = "", status: number | null = 1) =>
    explainFailure({ stdout, stderr, status, timedOut: false }, "COM3");

  it.each<[string, string, RegExp]>([
    ["another firmware", report("RuntimeError: taipan:not-circuitpython: esp32\r\n"), /\(esp32\)/],
    [
      "a wrong port",
      report("b''", "TransportError: could not enter raw repl"),
      /COM3 .*right port/,
    ],
    ["a drive that became read-only", report("", "OSError: [Errno 30] Read-only"), /read-only/],
    ["a lost connection", report("", "serial.serialutil.SerialException: read failed"), /broke/],
    ["a stopped mpremote", report("", "", null), /stopped before/],
    ["what is not known", report("", "Traceback:\nKeyError: 'x'\n"), /COM3: KeyError: 'x'$/],
    ["silence", report(""), /status 1$/],
  ])("names %s", (_, message, expected) => {
    expect(message).toMatch(expected);
    expect(message).not.toMatch(/\n/);
  });
});
