// UDP on both engines: as Socket.c and lwIP have it.
import { expect, test } from "vitest";
import { engines, linesOf, startProgram, startPython } from "../support/virtual-program";

/** A request of 48 bytes, and the answer's time (RFC 5905), as adafruit_ntp asks for it. */
const ntp = {
  python: `
import socketpool, struct, wifi
pool = socketpool.SocketPool(wifi.radio)
sock = pool.socket(pool.AF_INET, pool.SOCK_DGRAM)
sock.settimeout(2)
packet = bytearray(48)
packet[0] = 0b00100011
print(sock.sendto(packet, ("pool.ntp.org", 123)))
size, source = sock.recvfrom_into(packet)
print(size, source[0], source[1], struct.unpack_from("!I", packet, 40)[0])
try:
    sock.recv_into(packet)
except OSError as error:
    print(error.errno)
sock.close()
`,
  typescript: `
import { SocketPool } from "socketpool";
import * as wifi from "wifi";
const pool = new SocketPool(wifi.radio);
const sock = pool.socket(pool.AF_INET, pool.SOCK_DGRAM);
sock.settimeout(2);
const packet = new Uint8Array(48);
packet[0] = 0b00100011;
console.log(sock.sendto(packet, ["pool.ntp.org", 123]));
const [size, source] = sock.recvfromInto(packet);
const seconds = new DataView(packet.buffer).getUint32(40);
console.log(size, source[0], source[1], seconds);
try {
  sock.recvInto(packet);
} catch (error) {
  if (error instanceof OSError) console.log(error.errno);
}
sock.close();
`,
};

test.each(["by hand", ...engines])("a clock is asked for the time: %s", async (engine) => {
  const board = await (engine === "by hand"
    ? startPython(ntp.python)
    : startProgram(ntp.typescript, { engine: engine as "node" }));
  const clock = board.udp("pool.ntp.org", 123, { latencyMs: 20 });
  await clock.receives(1);
  expect(clock.received[0]?.bytes[0]).toBe(0b00100011);
  expect(board.resources.sockets).toBe(1);
  const answer = Buffer.alloc(48);
  answer.writeUInt32BE(3_900_000_000, 40);
  clock.send(answer);
  expect(await linesOf(board)).toEqual(["48", "48 192.168.4.220 123 3900000000", "116"]);
});

test("a mailbox of six, the rest of a long one is lost, and other peers of a connected one", async () => {
  const board = await startPython(`
import select, socketpool, time, wifi
pool = socketpool.SocketPool(wifi.radio)
sock = pool.socket(pool.AF_INET, pool.SOCK_DGRAM)
sock.bind(("", 5000))
sock.settimeout(0)
poll = select.poll()
poll.register(sock, select.POLLIN)
small = bytearray(4)
def error_of(job):
    try:
        return job()
    except OSError as error:
        return type(error).__name__, error.errno
print(poll.poll(0), error_of(lambda: sock.recv_into(small)), error_of(lambda: sock.send(b"x")))
time.sleep(1)
print(poll.poll(0)[0][1])
while poll.poll(0):
    print(sock.recv_into(small), bytes(small))
sock.connect(("friend", 7))
print(sock.send(b"hi"), sock.sendto(b"you", ("other", 7)))
time.sleep(1)
print(sock.recvfrom_into(small), error_of(lambda: sock.recv_into(small)))
tcp = pool.socket()
tcp.bind(("", 5000))
print(error_of(lambda: sock.sendto(b"x", ("nobody.example", 7))), error_of(lambda: sock.sendto(bytes(65508), ("friend", 7))))
sock.close()
print(error_of(lambda: sock.recv_into(small)), sock.type == pool.SOCK_DGRAM)
`);
  const friend = board.udp("friend", 7);
  const other = board.udp("other", 7);
  await board.run(0.5);
  for (const text of ["one", "three", "3", "4", "5", "6", "lost"]) other.send(text, 5000);
  await friend.receives(1);
  await other.receives(1);
  other.send("no", 5000);
  friend.send("yes");
  expect(Buffer.from(friend.received[0]!.bytes).toString()).toBe("hi");
  expect(await linesOf(board)).toEqual([
    "[] ('OSError', 11) ('BrokenPipeError', 32)",
    "1",
    "3 b'one\\x00'",
    "4 b'thre'",
    "1 b'3hre'",
    "1 b'4hre'",
    "1 b'5hre'",
    "1 b'6hre'",
    "2 3",
    "(3, ('192.168.4.220', 7)) ('OSError', 11)",
    "('gaierror', -2) ('BrokenPipeError', 32)",
    "('OSError', 9) True",
  ]);
});

test("datagrams get lost on a link that loses them, the same ones with the same seed", async () => {
  const came = async (seed: number) => {
    const board = await startPython(
      `
import socketpool, wifi
pool = socketpool.SocketPool(wifi.radio)
sock = pool.socket(pool.AF_INET, pool.SOCK_DGRAM)
for number in range(100):
    sock.sendto(bytes([number]), ("log", 514))
`,
      { seed },
    );
    const log = board.udp("log", 514, { loss: 0.5 });
    await board.run(5);
    return log.received.map(({ bytes }) => bytes[0]);
  };
  const first = await came(1);
  expect(first.length).toBeGreaterThan(20);
  expect(first.length).toBeLessThan(80);
  expect(await came(1)).toEqual(first);
  expect(await came(2)).not.toEqual(first);
});
