// Programs that serve, each twice, for real-sockets.test.ts.
import type { TwoTexts } from "./running-board";

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

export const echo = serving(
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

export const flood = serving(
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

export const receives = serving(
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

export const sendsUntilGone = serving(
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

export const closes = serving(
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

export const sleeps = serving(
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

/** Two connections that are sent as much as they take, for a second; how much it was. */
export const floodsTwo: TwoTexts = {
  python: `
import socketpool, time, wifi
pool = socketpool.SocketPool(wifi.radio)
listener = pool.socket()
listener.bind(("", 80))
listener.listen(4)
connections = [listener.accept()[0] for _ in range(2)]
frame = bytes(5760)
sent = 0
start = time.monotonic()
while time.monotonic() - start < 1:
    for connection in connections:
        try:
            sent += connection.send(frame)
        except OSError:
            pass
    time.sleep(0.005)
print(sent)
`,
  typescript: `
import { SocketPool } from "socketpool";
import * as time from "time";
import * as wifi from "wifi";
const pool = new SocketPool(wifi.radio);
const listener = pool.socket();
listener.bind(["", 80]);
listener.listen(4);
const connections = [listener.accept()[0], listener.accept()[0]];
const frame = new Uint8Array(5760);
let sent = 0;
const start = time.monotonic();
while (time.monotonic() - start < 1) {
  for (const connection of connections) { try { sent += connection.send(frame); } catch (error) { if (!(error instanceof OSError)) throw error; } }
  time.sleep(0.005);
}
console.log(sent);
`,
};
