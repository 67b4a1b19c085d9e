// What a test holds in its hands: running, waiting, asking, and what it is told when it is wrong.
import { createHash } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import { VirtualBoard, type VirtualBoardOptions } from "../../../host-sim/index";

const boards: VirtualBoard[] = [];

afterEach(async () => {
  for (const board of boards.splice(0)) await board.stop();
});

async function start(code: string, options: VirtualBoardOptions = {}): Promise<VirtualBoard> {
  const board = await VirtualBoard.start({ files: { "code.py": code }, ...options });
  boards.push(board);
  return board;
}

/** Answers every line with itself, in a plain loop as hand-written programs have it. */
const echo = `
import socketpool, time, wifi
pool = socketpool.SocketPool(wifi.radio)
listener = pool.socket()
listener.settimeout(0)
listener.bind(("", 80))
listener.listen(4)
buffer = bytearray(512)
clients = []
while True:
    try:
        client, address = listener.accept()
        client.settimeout(0)
        clients.append(client)
        print("from", address[0])
    except OSError:
        pass
    for client in clients[:]:
        try:
            count = client.recv_into(buffer)
            client.send(memoryview(buffer)[:count])
        except OSError as error:
            if error.errno != 11:
                clients.remove(client)
                client.close()
                print("gone", error.errno)
    time.sleep(0.01)
`;

describe("time", () => {
  test("passes only as far as the test lets it", async () => {
    const board = await start(`
import time
for count in range(5):
    print(count, time.monotonic())
    time.sleep(1)
`);
    expect([board.time, board.lines]).toEqual([0, []]);
    await board.run(2.5);
    expect(board.time).toBe(2.5);
    expect(board.console).toEqual([
      { atMs: 0, text: "0 0.0" },
      { atMs: 1000, text: "1 1.0" },
      { atMs: 2000, text: "2 2.0" },
    ]);
    await board.until(() => board.end !== null, "the end");
    expect([board.time, board.end]).toEqual([5, { status: 0, restart: false }]);
  });

  test("a program that never waits sees it pass all the same", async () => {
    const board = await start(`
import time
start = time.monotonic()
while time.monotonic() - start < 0.5:
    pass
print("done")
`);
    await board.run(1);
    expect(board.lines).toEqual(["done"]);
  });

  test("goes on when the program has ended", async () => {
    const board = await start(`1 / 0`);
    await board.run(3);
    expect([board.time, board.end?.status]).toEqual([3, 1]);
    expect(board.lines.at(-1)).toBe("ZeroDivisionError: divide by zero");
  });

  test("several who wait are woken each in their instant", async () => {
    const board = await start(`
import time
while True:
    print("tick")
    time.sleep(0.25)
`);
    const order: string[] = [];
    const note = (name: string) => () => void order.push(`${name} ${board.time}`);
    await Promise.all([
      board.run(1).then(note("a second")),
      board.until(() => board.lines.length === 3, "three ticks").then(note("three ticks")),
      board.run(0.1).then(note("a tenth")),
    ]);
    expect(order).toEqual(["a tenth 0.1", "three ticks 0.5", "a second 1"]);
  });

  test("what is waited for in vain is said, with the console's end", async () => {
    const board = await start(`print("only this")`);
    await expect(board.until(() => false, "a miracle", 5)).rejects.toThrow(
      "Waited in vain for a miracle; at 5.000 s the console ends with:\n  0.000 only this",
    );
  });
});

describe("clients", () => {
  test("raw bytes, both ways", async () => {
    const board = await start(echo);
    await board.serving();
    const client = board.connect({ latencyMs: 50 });
    client.send("hello");
    await client.receives("hello");
    // The handshake and the bytes, each there and back.
    expect(board.time).toBe(0.2);
    expect(board.lines).toEqual(["from 192.168.4.11"]);
    client.close();
    await board.until(() => board.lines.length > 1, "the program to notice");
    expect(board.lines[1]).toBe("gone 128");
  });

  test("a port where nothing listens", async () => {
    const board = await start(echo);
    await board.serving();
    const client = board.connect({}, 81);
    await client.ended();
    expect(client.endedBy).toBe("reset");
  });

  test("what is no HTTP answer fails who asked", async () => {
    const board = await start(echo);
    await board.serving();
    await expect(board.fetch("/")).rejects.toThrow("The board sent what is no HTTP answer");
  });

  test("a WebSocket: handshake, both kinds of messages, ping and close", async () => {
    const key = Buffer.from("a virtual client").toString("base64");
    const accept = createHash("sha1")
      .update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
      .digest("base64");
    const board = await start(webSocketServer(accept));
    await board.serving();
    const socket = board.webSocket("/ws");
    await socket.receives(2);
    expect(socket.head?.status).toBe(101);
    expect(socket.messages.map(({ data }) => data)).toEqual(["hi", Uint8Array.of(1, 2, 3)]);
    socket.send("Grüße");
    await board.until(() => board.lines.length > 0, "the message");
    // 0x81: a whole text. 0x87: masked, seven bytes.
    expect(board.lines[0]).toMatch(/^81 87 [0-9a-f]{8} /);
    socket.close(1000);
    await board.until(() => socket.closeCode !== null, "the close");
    expect(socket.closeCode).toBe(1001);
  });
});

/** Sends a text and three bytes; shows what comes, and closes with 1001 what closes. */
const webSocketServer = (accept: string): string => `
import binascii, socketpool, time, wifi
pool = socketpool.SocketPool(wifi.radio)
listener = pool.socket()
listener.settimeout(None)
listener.bind(("", 80))
listener.listen(1)
client, address = listener.accept()
client.settimeout(None)
buffer = bytearray(512)
client.recv_into(buffer)
client.send(b"HTTP/1.1 101 Switching Protocols\\r\\nUpgrade: websocket\\r\\nConnection: Upgrade\\r\\n"
    b"Sec-WebSocket-Accept: ${accept}\\r\\n\\r\\n")
client.send(b"\\x81\\x02hi\\x82\\x03\\x01\\x02\\x03")
while True:
    count = client.recv_into(buffer)
    frame = bytes(buffer[:count])
    print(binascii.hexlify(frame[:1]).decode(), binascii.hexlify(frame[1:2]).decode(),
        binascii.hexlify(frame[2:6]).decode(), count)
    if frame[0] == 0x88:
        client.send(b"\\x88\\x02\\x03\\xe9")
        break
while True:
    time.sleep(1)
`;

describe("restarts", () => {
  test("a program that resets its board starts anew, after the time that booting takes", async () => {
    const board = await start(`
import microcontroller, time
print("started")
time.sleep(2)
microcontroller.reset()
`);
    await board.until(() => board.lines.length === 3, "three starts");
    expect(board.restarts).toBe(2);
    expect(board.time).toBe(6);
  });

  test("a plug that is pulled runs no finally", async () => {
    const board = await start(`
import time
try:
    print("started")
    time.sleep(1000)
except BaseException:
    print("caught")
finally:
    print("cleaned up")
`);
    await board.run(1);
    await board.cutPower();
    await board.run(3);
    expect(board.lines).toEqual(["started", "started"]);
  });

  test("Ctrl+C runs it", async () => {
    const board = await start(`
import time
try:
    time.sleep(1000)
finally:
    print("cleaned up")
`);
    await board.run(1);
    await board.stop();
    expect(board.lines).toEqual(["cleaned up"]);
    expect(board.end).toEqual({ status: 0, restart: false });
  });
});

test("a predicate that throws fails its own wait alone", async () => {
  const board = await start("import time\ntime.sleep(1)\nprint('awake')\ntime.sleep(1)\n");
  const others = board.run(1.5);
  const isAsleep = () => {
    expect(board.lines).toEqual([]);
    return false;
  };
  await expect(board.until(isAsleep, "nothing")).rejects.toThrow("awake");
  await others;
  expect(board.time).toBe(1.5);
});

test("a program that computes without end is cut off, and whoever waits is told", async () => {
  const board = await VirtualBoard.start({ files: { "code.py": "while True: pass" } });
  const waiting = expect(board.run(1)).rejects.toThrow("it computes without end");
  await board.stop();
  expect(board.end).toBeNull();
  await waiting;
  await expect(board.run(1)).rejects.toThrow("was cut off");
});

test("one that only computes is cut off by itself when it has for long", async () => {
  const board = await VirtualBoard.start({ files: { "code.py": "print(1)\nwhile True: pass" } });
  await expect(board.run(1)).rejects.toThrow("done nothing but compute for 10 s");
  await board.stop();
});

test("what can't come any more is not waited for", async () => {
  const ended = await VirtualBoard.start({ files: { "main.py": "print(1 / 0)" } });
  await expect(ended.serving()).rejects.toThrow(
    /^The program ended before it listened: the console ends with:\n.*\n.*\n.*ZeroDivisionError/,
  );
  await ended.stop();
  const board = await VirtualBoard.start({ entry: "examples/hello.ts" });
  await board.serving();
  await expect(board.watch("/nowhere").sees(1)).rejects.toThrow(
    "The answer was 404 Not Found, and no stream of pictures.",
  );
  await expect(board.webSocket("/nowhere").receives(1)).rejects.toThrow(
    "The answer was 404 Not Found, and no WebSocket.",
  );
  expect(board.time).toBeLessThan(1);
  await board.stop();
});

test("one that takes no notice of Ctrl+C is cut off, too", async () => {
  const board = await VirtualBoard.start({
    files: {
      "code.py": `
import time
while True:
    try:
        time.sleep(1)
    except BaseException as error:
        print(type(error).__name__)
`,
    },
  });
  await board.run(1);
  await board.stop();
  await board.stop();
  expect(board.lines).toEqual(["KeyboardInterrupt"]);
  expect(board.end).toBeNull();
});

describe("files", () => {
  test("of the program stand beside those of the test", async () => {
    const board = await start("", {
      files: {
        "code.py": "import greeting\nprint(greeting.TEXT, open('/data/name.txt').read())",
        "lib/greeting.py": "TEXT = 'hello'",
        "data/name.txt": "you",
      },
    });
    await board.run(1);
    expect(board.lines).toEqual(["hello you"]);
  });
});

describe("wrong use", () => {
  const files = { "code.py": "" };
  test.each<[VirtualBoardOptions, string]>([
    [{ files, board: "esp33" }, "esp33"],
    [
      { files: { ...files, "../x": "" } },
      '"../x" is not a path on a drive. Write it as in www/index.html.',
    ],
    [{ files: { ...files, "": "" } }, '"" is not a path on a drive'],
    [{ files: { ...files, a: "", "a/b": "" } }, '"a" is a file: "a/b" can\'t be below it.'],
    [{ files, card: { "a//b": "" } }, '"a//b" is not a path on a drive'],
    [{ files, sensor: "OV264O" }, "sensor is a sensor, as OV2640, or none"],
    [{ files, engine: "perl" as "node" }, 'There is no engine "perl". Known: python, node.'],
    [
      { files, engine: "node" },
      'The node engine runs TypeScript. For code.py take engine "python".',
    ],
    [{ files, entry: "code.ts" }, "A board runs one program: give an entry, or a code.py"],
    [
      { files, radioKilobytesPerSecond: -1 },
      "radioKilobytesPerSecond is a number above 0: not -1.",
    ],
    [{ files, seed: 0.5 }, "seed is a whole number: not 0.5."],
    [{ files, drive: "usb " as "usb" }, 'drive is "usb" or "writable": not "usb ".'],
    [{ files: { "code.py": 1 } } as never, "files is paths with texts or bytes: not"],
    [
      { files, settings: { PORT: [80] } } as never,
      "settings is names with texts, numbers, true or false: not",
    ],
    [{ files, engin: "node" } as never, 'has no option "engin". Did you mean engine?'],
    [{ files, colour: 3 } as never, 'has no option "colour". It has: address, board, card, '],
    [{ files, camera: "patern" }, "patern"],
    [{ files, camera: "pattern@0" }, 'The camera "pattern@0" is not understood'],
    [{ entry: "missing.ts" }, "There is no file missing.ts in "],
    [{ entry: "missing/code.py" }, "There is no file missing/code.py."],
    [{ entry: "test/fixtures" }, "test/fixtures is a folder without a code.py. Name a program"],
    [{ entry: "test/firmware-ts/python/serve.py" }, "A board runs code.py, not serve.py."],
    [{ entry: "test/host-sim/programs/hand-written", engine: "node" }, "runs TypeScript."],
    [
      { entry: "test/host-sim/programs/wrong-modules.ts" },
      "wrong-modules.ts:2:24 - error TS2307: Cannot find module 'taipan_htp'",
    ],
  ])("%j", async (options, text) => {
    const error = await VirtualBoard.start(options).catch((thrown: Error) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect((error as Error).message).toContain(text);
    expect((error as Error).message.split("\n")).toHaveLength(1);
  });

  test("of a board that runs", async () => {
    const board = await start(echo);
    expect(() => board.connect({ loss: 2 })).toThrow("loss of a link is a share of the segments");
    expect(() => board.connect({ lose: 2 } as never)).toThrow('A link has no "lose". It has: ');
    expect(() => board.connect({}, 80.5)).toThrow(
      "A port is a whole number from 1 to 65535: not 80.5.",
    );
    expect(() => board.inject({ kind: "camera melts", times: 1 } as never)).toThrow(
      'There is no fault "camera melts". Known: camera does not start, ',
    );
    await expect(board.run(-1)).rejects.toThrow("Seconds must be a number, 0 or more: not -1.");
    await expect(board.fetch("/", { port: 81 })).rejects.toThrow(
      "Nothing listens on port 81 at 0.004 s. `await board.serving()` waits until the program does.",
    );
  });
});
