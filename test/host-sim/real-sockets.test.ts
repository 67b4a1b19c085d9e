// Real loopback connections against firmware that serves, on both engines.
import { afterEach, describe, expect, test } from "vitest";
import { RawClient } from "./support/raw-client";
import { engines, RunningBoard, until, type TwoTexts } from "./support/running-board";

/** One connection at a time; what happens to it is up to `python` and `typescript`. */
function serving(python: string, typescript: string): TwoTexts {
  return {
    python: `
import socketpool, time, wifi
pool = socketpool.SocketPool(wifi.radio)
listener = pool.socket()
listener.bind(("", 80))
listener.listen(4)
def outcome(call):
    try:
        return str(call())
    except OSError as error:
        return type(error).__name__ + " " + str(error.errno)
def wait(call):
    while True:
        result = outcome(call)
        if result != "OSError 11":
            return result
        time.sleep(0.002)
buffer = bytearray(16)
connection, address = listener.accept()
${python}
`,
    typescript: `
import * as time from "time";
import { SocketPool } from "socketpool";
import * as wifi from "wifi";
const pool = new SocketPool(wifi.radio);
const listener = pool.socket();
listener.bind(["", 80]);
listener.listen(4);
function outcome(call: () => unknown): string {
  try { return String(call()); }
  catch (error) { if (!(error instanceof OSError)) throw error; return error.name + " " + error.errno; }
}
function wait(call: () => unknown): string {
  for (;;) {
    const result = outcome(call);
    if (result !== "OSError 11") return result;
    time.sleep(0.002);
  }
}
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const buffer = new Uint8Array(16);
let [connection, address] = listener.accept();
${typescript}
`,
  };
}

const echo = serving(
  `
print(address[0])
while True:
    try:
        size = connection.recv_into(buffer)
        connection.send(memoryview(buffer)[:size])
    except OSError as error:
        if error.errno != 11:
            print(error.errno)
            break
        time.sleep(0.001)
print(outcome(lambda: connection.send(b"more")))
connection.close()
`,
  `
console.log(address[0]);
for (;;) {
  try {
    const size = connection.recvInto(buffer);
    connection.send(buffer.subarray(0, size));
  } catch (error) {
    if (!(error instanceof OSError)) throw error;
    if (error.errno !== 11) { console.log(error.errno); break; }
    time.sleep(0.001);
  }
}
console.log(outcome(() => connection.send(new TextEncoder().encode("more"))));
connection.close();
`,
);

const flood = serving(
  `
frame = bytes(10000)
sent = connection.send(frame)
print(sent)
total = sent
stalled = 0
while stalled < 50:
    try:
        total += connection.send(frame)
        stalled = 0
    except OSError as error:
        if error.errno != 11:
            raise
        stalled += 1
        time.sleep(0.01)
print("stalled", total)
print(wait(lambda: connection.send(frame)))
`,
  `
const frame = new Uint8Array(10000);
let total = connection.send(frame);
console.log(total);
let stalled = 0;
while (stalled < 50) {
  try { total += connection.send(frame); stalled = 0; }
  catch (error) { if (!(error instanceof OSError) || error.errno !== 11) throw error; stalled += 1; time.sleep(0.01); }
}
console.log("stalled", total);
console.log(wait(() => connection.send(frame)));
`,
);

const receives = serving(
  `
print("accepted")
print(wait(lambda: connection.recv_into(buffer)))
print(wait(lambda: connection.recv_into(buffer)))
print(outcome(lambda: connection.send(b"x")))
print(outcome(lambda: connection.send(b"x")))
`,
  `
console.log("accepted");
console.log(wait(() => connection.recvInto(buffer)));
console.log(wait(() => connection.recvInto(buffer)));
console.log(outcome(() => connection.send(Uint8Array.of(1))));
console.log(outcome(() => connection.send(Uint8Array.of(1))));
`,
);

const sendsUntilGone = serving(
  `
def some():
    connection.send(b"x")
while True:
    result = outcome(some)
    if result != "None":
        break
    time.sleep(0.002)
print(result)
print(outcome(some))
`,
  `
const some = () => connection.send(Uint8Array.of(1));
let result = "";
for (;;) { result = outcome(some); if (result !== "1") break; time.sleep(0.002); }
console.log(result);
console.log(outcome(some));
`,
);

const closes = serving(
  `
print(wait(lambda: connection.recv_into(buffer)))
connection.send(b"bye")
connection.close()
connection, address = listener.accept()
print(wait(lambda: connection.recv_into(buffer, 1)))
connection.close()
print("closed")
time.sleep(10)
`,
  `
console.log(wait(() => connection.recvInto(buffer)));
connection.send(new TextEncoder().encode("bye"));
connection.close();
[connection, address] = listener.accept();
console.log(wait(() => connection.recvInto(buffer, 1)));
connection.close();
console.log("closed");
time.sleep(10);
`,
);

const sleeps = serving(
  `
before = time.monotonic()
time.sleep(0.3)
print(time.monotonic() - before < 0.3)
print(connection.recv_into(buffer), buffer[:4].decode())
`,
  `
const before = time.monotonic();
time.sleep(0.3);
console.log(time.monotonic() - before < 0.3 ? "True" : "False");
console.log(connection.recvInto(buffer), text(buffer.subarray(0, 4)));
`,
);

let running: RunningBoard | null = null;
const clients: RawClient[] = [];

async function client(): Promise<RawClient> {
  const made = await RawClient.connect(await running!.port());
  clients.push(made);
  return made;
}

afterEach(async () => {
  for (const { socket } of clients.splice(0)) socket.destroy();
  await running?.stop();
});

describe.each(engines)("the %s engine", (engine) => {
  const start = async (texts: TwoTexts) => (running = await RunningBoard.start(engine, texts));

  test("echoes, and sees the client's end of stream as ENOTCONN, then BrokenPipeError", async () => {
    const { lines } = await start(echo);
    const { send, bytes, ended, socket } = bound(await client());
    send("hello, this is longer than sixteen bytes");
    expect((await bytes(40)).toString()).toBe("hello, this is longer than sixteen bytes");
    socket.end();
    expect(await ended()).toBe("finished");
    expect(await running!.end()).toBe(0);
    expect(lines).toEqual(["127.0.0.1", "128", "BrokenPipeError 32"]);
  });

  test("a client that does not read fills the send buffer; when it reads, all of it comes", async () => {
    const { lines } = await start(flood);
    const reader = await client();
    reader.socket.pause();
    await running!.line(/^stalled/);
    expect(lines[0]).toBe("5760");
    const total = Number(lines[1]?.split(" ")[1]);
    // The client's own kernel takes its receive buffer; without the bound it would be megabytes.
    expect(total).toBeLessThan(1_000_000);
    reader.socket.resume();
    const last = Number(
      await running!
        .line(/^\d+$/)
        .then(() => until(() => lines.length > 2))
        .then(() => lines[2]),
    );
    expect(await running!.end()).toBe(0);
    await reader.ended();
    expect(reader.received.length).toBe(total + last);
  });

  test("a client's reset: EAGAIN, ENOTCONN, then sends fail as on the board", async () => {
    const { lines } = await start(receives);
    const breaking = await client();
    await running!.line(/accepted/);
    breaking.socket.resetAndDestroy();
    expect(await running!.end()).toBe(0);
    expect(lines.slice(1)).toEqual([
      "OSError 128",
      "OSError 128",
      "BrokenPipeError 32",
      "BrokenPipeError 32",
    ]);
  });

  test("a client's reset that only sends meet: ECONNRESET first, BrokenPipeError after", async () => {
    const { lines } = await start(sendsUntilGone);
    const breaking = await client();
    await breaking.bytes(1);
    breaking.socket.resetAndDestroy();
    expect(await running!.end()).toBe(0);
    expect(lines).toEqual(["OSError 104", "BrokenPipeError 32"]);
  });

  test("close finishes a connection that was read, resets one with bytes unread", async () => {
    const { lines } = await start(closes);
    const polite = await client();
    polite.send("hello");
    expect(await polite.ended()).toBe("finished");
    expect(polite.received.toString()).toBe("bye");
    const rude = await client();
    rude.send("read no further than its first letter");
    expect(await rude.ended()).toBe("reset");
    expect(lines).toEqual(["5", "1", "closed"]);
  });

  test("while the program sleeps its full time, the network goes on", async () => {
    const { lines } = await start(sleeps);
    (await client()).send("news");
    expect(await running!.end()).toBe(0);
    expect(lines).toEqual(["False", "4 news"]);
  });

  test("connections that nobody accepts wait unread", async () => {
    const { lines } = await start(sleeps);
    (await client()).send("news");
    const waiting = await client();
    waiting.send("x".repeat(200_000));
    expect(await running!.end()).toBe(0);
    expect(lines).toEqual(["False", "4 news"]);
    expect(await waiting.ended()).toBe("reset");
  });
});

/** A client's methods as functions. */
function bound(given: RawClient) {
  return {
    send: given.send.bind(given),
    bytes: given.bytes.bind(given),
    ended: given.ended.bind(given),
    socket: given.socket,
  };
}
