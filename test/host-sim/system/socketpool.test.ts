// socketpool as programs meet it, on both engines: shared-bindings/socketpool and
// ports/espressif/common-hal/socketpool.
import { describe, expect, test } from "vitest";
import { engines, linesOf, startProgram, startPython } from "../support/virtual-program";

const typescript = `
import { SocketPool } from "socketpool";
import * as time from "time";
import * as wifi from "wifi";
const pool = new SocketPool(wifi.radio);
const socket = pool.socket();
const buffer = new Uint8Array(64);
const encoder = new TextEncoder();
const outcome = (call: () => unknown): string => {
  try { call(); return "fine"; }
  catch (error) {
    if (error instanceof BrokenPipeError) return "BrokenPipeError " + error.errno;
    if (error instanceof OSError) return "OSError " + error.errno;
    if (error instanceof ValueError) return "ValueError " + error.message;
    throw error;
  }
};
`;

describe.each(engines)("on the %s engine", (engine) => {
  const start = (program: string) => startProgram(typescript + program, { engine });
  const run = async (program: string) => linesOf(await start(program));

  test("the board connects to a server by its name, and both talk", async () => {
    const board = await start(`
      time.sleep(0.5);
      socket.connect(["api.test", 80]);
      socket.send(encoder.encode("GET /"));
      console.log(socket.recvInto(buffer));
      console.log(socket.recvInto(buffer));
    `);
    const server = board.serve("api.test", 80);
    const connection = await server.accepted();
    await connection.receives("GET /");
    connection.send("answer");
    await board.until(() => board.lines.length > 0, "the answer");
    connection.close();
    expect(await linesOf(board)).toEqual(["6", "0"]);
  });

  test("what goes wrong with connect has lwIP's numbers, and takes lwIP's time", async () => {
    const board = await start(`
      time.sleep(0.5);
      console.log(outcome(() => socket.connect(["nobody.test", 80])));
      console.log(outcome(() => socket.connect(["api.test", -1])));
      console.log(outcome(() => socket.connect(["api.test", 81])));
      let begin = time.monotonic();
      const second = pool.socket();
      second.settimeout(0.25);
      console.log(outcome(() => second.connect(["192.168.4.99", 80])), Math.round((time.monotonic() - begin) * 10));
      begin = time.monotonic();
      console.log(outcome(() => pool.socket().connect(["192.168.4.99", 80])), Math.round((time.monotonic() - begin) * 10));
      console.log(outcome(() => second.connect(["192.168.4.99", 80])));
      const third = pool.socket();
      third.connect(["api.test", 80]);
      console.log(outcome(() => third.connect(["api.test", 80])));
    `);
    board.serve("api.test", 80);
    expect(await linesOf(board)).toEqual([
      "OSError -2",
      "ValueError port must be >= 0",
      "OSError 104",
      "OSError 116 3",
      "OSError 113 185",
      "OSError 128",
      "OSError 127",
    ]);
  });

  test("without Wi-Fi there is no way to anybody", async () => {
    const board = await startProgram(
      `${typescript}
      console.log(wifi.radio.connected ? "on" : "off", outcome(() => socket.connect(["192.168.4.99", 80])));`,
      { engine, settings: {} },
    );
    expect(await linesOf(board)).toEqual(["off OSError 118"]);
  });

  test("a socket that is not connected, and one that was closed", async () => {
    const lines = await run(`
      socket.setblocking(false);
      console.log(outcome(() => socket.send(encoder.encode("x"))));
      console.log(outcome(() => socket.recvInto(buffer)), outcome(() => socket.accept()));
      console.log(outcome(() => socket.bind(["", -1])), outcome(() => socket.bind(["x.test", 80])));
      console.log(outcome(() => socket.setsockopt(6, 99, 1)), outcome(() => socket.setsockopt(6, 1, 1)));
      socket.close();
      socket.settimeout(0);
      console.log(outcome(() => socket.send(encoder.encode("x"))), outcome(() => socket.recvInto(buffer)));
      console.log(outcome(() => socket.accept()), outcome(() => socket.setsockopt(6, 1, 1)));
    `);
    expect(lines).toEqual([
      "BrokenPipeError 32",
      "OSError 11 OSError 11",
      "ValueError port must be >= 0 OSError -2",
      "OSError 109 fine",
      "OSError 9 OSError 9",
      "OSError 11 OSError 9",
    ]);
  });
});

test("a with block closes, sendall stops where the buffer is full, and a name that nobody has", async () => {
  const board = await startPython(`
import socketpool, time, wifi
pool = socketpool.SocketPool(wifi.radio)
time.sleep(0.5)
with pool.socket() as socket:
    socket.connect(("192.168.4.50", 7))
    print(socket.sendall(b"x" * 5000))
    try:
        socket.sendall(b"x" * 5000)
    except OSError as error:
        print(error)
try:
    socket.sendall(b"")
except OSError as error:
    print(error)
try:
    pool.getaddrinfo("nobody.test", 80)
except socketpool.SocketPool.gaierror as error:
    print(error.args)
`);
  const server = board.serve("192.168.4.50", 7);
  (await server.accepted()).stall();
  expect(await linesOf(board)).toEqual([
    "None",
    "[Errno 11] EAGAIN",
    "[Errno 9] EBADF",
    "(-2, 'Name or service not known')",
  ]);
});
