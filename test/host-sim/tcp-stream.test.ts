// Each rule is CircuitPython's or lwIP's: ports/espressif/common-hal/socketpool/Socket.c.
import { describe, expect, test } from "vitest";
import { EAGAIN, ECONNRESET, ENOTCONN, EPIPE } from "../../host-sim/hardware/errno";
import { connected, listening } from "./support/fake-world";

const buffer = () => new Uint8Array(16);
const bytes = (length: number) => new Uint8Array(length).fill(7);

describe("receiving", () => {
  test("data first, then end of stream as ENOTCONN; after that send is EPIPE", () => {
    const { sockets, socket } = connected();
    sockets.received(7, bytes(20));
    sockets.finished(7);
    expect(sockets.receive(socket, buffer())).toBe(16);
    expect(sockets.receive(socket, buffer())).toBe(4);
    expect(sockets.receive(socket, buffer())).toBe(-ENOTCONN);
    expect(sockets.send(socket, bytes(1))).toBe(-EPIPE);
  });

  test("a reset is EAGAIN once, then ENOTCONN: Socket.c knows no other error", () => {
    const { sockets, socket } = connected();
    sockets.wasReset(7);
    expect(sockets.receive(socket, buffer())).toBe(-EAGAIN);
    expect(sockets.receive(socket, buffer())).toBe(-ENOTCONN);
  });

  test("fills the buffer across chunks and opens the window by as much", () => {
    const { sockets, socket, network } = connected();
    sockets.received(7, Uint8Array.of(1, 2, 3));
    sockets.received(7, Uint8Array.of(4, 5));
    const into = new Uint8Array(4);
    expect(sockets.receive(socket, into)).toBe(4);
    expect([...into]).toEqual([1, 2, 3, 4]);
    expect(network.log.at(-1)).toBe("consumed 7 4");
  });

  test("an empty buffer receives 0", () => {
    const { sockets, socket } = connected();
    expect(sockets.receive(socket, new Uint8Array())).toBe(0);
  });
});

describe("sending", () => {
  test("takes what fits into 5 760 bytes, then says EAGAIN, whatever the timeout", () => {
    const { sockets, socket, network } = connected();
    sockets.setTimeout(socket, -1);
    expect(sockets.send(socket, bytes(4000))).toBe(4000);
    expect(sockets.send(socket, bytes(4000))).toBe(1760);
    expect(sockets.send(socket, bytes(1))).toBe(-EAGAIN);
    network.held.set(7, 5000);
    expect(sockets.send(socket, bytes(4000))).toBe(760);
  });

  test("the bytes are the network's: the program may overwrite its buffer", () => {
    const { sockets, socket, network } = connected();
    const sent: Uint8Array[] = [];
    network.send = (_, part) => void sent.push(part);
    const frame = bytes(4);
    sockets.send(socket, frame);
    frame.fill(0);
    expect([...(sent[0] ?? [])]).toEqual([7, 7, 7, 7]);
  });

  test("after a reset the first failure is ECONNRESET, every later one EPIPE", () => {
    const { sockets, socket } = connected();
    sockets.wasReset(7);
    expect(sockets.send(socket, bytes(1))).toBe(-ECONNRESET);
    expect(sockets.send(socket, bytes(1))).toBe(-EPIPE);
  });

  test("when a receive has met the reset already, the first failure is ENOTCONN", () => {
    const { sockets, socket } = connected();
    sockets.wasReset(7);
    sockets.receive(socket, buffer());
    expect(sockets.send(socket, bytes(1))).toBe(-ENOTCONN);
    expect(sockets.send(socket, bytes(1))).toBe(-EPIPE);
  });

  test("goes on after the peer's end of stream that nobody has read", () => {
    const { sockets, socket } = connected();
    sockets.finished(7);
    expect(sockets.send(socket, bytes(5))).toBe(5);
  });

  test("a listener is not connected", () => {
    const { sockets, listener } = listening();
    expect(sockets.send(listener, bytes(1))).toBe(-EPIPE);
  });
});

describe("closing", () => {
  test("finishes when everything was read, resets when not (tcp_close_shutdown)", () => {
    const first = connected();
    first.sockets.close(first.socket);
    expect(first.network.log.at(-1)).toBe("close 7 finish");
    const second = connected();
    second.sockets.received(7, bytes(1));
    second.sockets.close(second.socket);
    expect(second.network.log.at(-1)).toBe("close 7 reset");
  });
});
