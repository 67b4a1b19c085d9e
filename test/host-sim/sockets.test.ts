// Each rule is CircuitPython's or lwIP's: ports/espressif/common-hal/socketpool/Socket.c.
import { describe, expect, test } from "vitest";
import {
  EADDRINUSE,
  EAGAIN,
  EBADF,
  ECONNABORTED,
  EINTR,
  ENFILE,
  ENOPROTOOPT,
  ENOTCONN,
  EPIPE,
  ETIMEDOUT,
} from "../../host-sim/hardware/errno";
import { pollSockets } from "../../host-sim/hardware/socket-poll";
import { POLLIN, POLLOUT } from "../../host-sim/hardware/sockets";
import { connected, fakeWorld, listening } from "./support/fake-world";

const buffer = () => new Uint8Array(16);
const bytes = (length: number) => new Uint8Array(length).fill(7);

describe("the socket table", () => {
  test("has eight sockets in all (CONFIG_LWIP_MAX_SOCKETS)", () => {
    const { sockets } = fakeWorld().chip;
    const numbers = Array.from({ length: 8 }, () => sockets.create());
    expect(numbers).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(sockets.create()).toBe(-ENFILE);
    sockets.close(3);
    expect(sockets.create()).toBe(3);
  });

  test("a port is bound once, and free again after close", () => {
    const { sockets, listener } = listening();
    const second = sockets.create();
    expect(sockets.bind(second, 80)).toBe(-EADDRINUSE);
    sockets.close(listener);
    expect(sockets.bind(second, 80)).toBe(0);
  });

  test("port 0 is a free one", () => {
    const { sockets, network } = listening();
    const other = sockets.create();
    sockets.bind(other, 0);
    sockets.listen(other, 1);
    expect(network.log).toEqual(["listen 0 80", "listen 1 49152"]);
  });

  test("every call on a closed socket is EBADF, close itself may be repeated", () => {
    const { sockets, socket } = connected();
    sockets.close(socket);
    sockets.close(socket);
    expect(sockets.receive(socket, buffer())).toBe(-EBADF);
    expect(sockets.send(socket, bytes(1))).toBe(-EBADF);
    expect(sockets.bind(socket, 1)).toBe(-EBADF);
  });

  test("an accepted socket never waits, and knows its peer", () => {
    const { sockets, socket } = connected();
    expect(sockets.receive(socket, buffer())).toBe(-EAGAIN);
    expect(sockets.peer(socket)).toEqual({ host: "192.168.4.2", port: 5000 });
  });

  test("a listener without a socket left drops the connection and says EAGAIN", () => {
    const { sockets, listener, network } = listening();
    for (let count = 0; count < 7; count += 1) sockets.create();
    sockets.incoming(listener, 9, "192.168.4.2", 5000);
    expect(sockets.accept(listener)).toBe(-EAGAIN);
    expect(network.log).toContain("close 9 reset");
  });

  test("no more wait than the backlog allows; 0 is 1 (tcp_listen_with_backlog)", () => {
    const { sockets } = fakeWorld().chip;
    const listener = sockets.create();
    sockets.bind(listener, 80);
    sockets.listen(listener, 0);
    expect(sockets.hasRoom(listener)).toBe(true);
    sockets.incoming(listener, 9, "192.168.4.2", 5000);
    expect(sockets.hasRoom(listener)).toBe(false);
    sockets.accept(listener);
    expect(sockets.hasRoom(listener)).toBe(true);
  });

  test("a connection that lwIP gave up is ECONNABORTED once, then ENOTCONN, then EPIPE", () => {
    const { sockets, socket } = connected();
    sockets.wasAborted(7);
    const errors = [1, 2, 3].map(() => sockets.send(socket, bytes(1)));
    expect(errors).toEqual([-ECONNABORTED, -ENOTCONN, -EPIPE]);
  });

  test("closing a listener resets those who wait", () => {
    const { sockets, listener, network } = listening();
    sockets.incoming(listener, 9, "192.168.4.2", 5000);
    sockets.close(listener);
    expect(network.log.slice(-2)).toEqual(["unlisten 0", "close 9 reset"]);
  });
});

describe("what is no listener", () => {
  test("accepts nothing: whatever lwIP says is EAGAIN, or the end of the wait (issue 8248)", () => {
    const { sockets, socket, listener, clock } = connected();
    expect(sockets.accept(socket)).toBe(-EAGAIN);
    sockets.close(listener);
    expect(sockets.accept(listener, 0)).toBe(-EAGAIN);
    expect(sockets.accept(listener, 300)).toBe(-ETIMEDOUT);
    expect(clock.nowMs()).toBe(300);
  });

  test("is not connected: send is EPIPE, and nothing arrives", () => {
    const { sockets, listener } = listening();
    const fresh = sockets.create();
    sockets.setTimeout(fresh, 0);
    expect(sockets.send(fresh, bytes(1))).toBe(-EPIPE);
    expect(sockets.receive(fresh, buffer())).toBe(-EAGAIN);
    expect(sockets.receive(listener, buffer())).toBe(-ENOTCONN);
  });

  test("knows lwIP's options", () => {
    const { sockets, listener } = listening();
    expect(sockets.setOption(listener, 0xfff, 4)).toBe(0);
    expect(sockets.setOption(listener, 6, 1)).toBe(0);
    expect(sockets.setOption(listener, 6, 99)).toBe(-ENOPROTOOPT);
    expect(sockets.setOption(-1, 6, 1)).toBe(-EBADF);
  });
});

describe("waiting", () => {
  test("accept goes on waiting when there is no socket for who came", () => {
    const { sockets, listener, clock, network } = listening();
    const others = Array.from({ length: 7 }, () => sockets.create());
    sockets.setTimeout(listener, 100);
    clock.at(10, () => sockets.incoming(listener, 9, "192.168.4.2", 5000));
    clock.at(20, () => sockets.close(others[3] ?? -1));
    clock.at(30, () => sockets.incoming(listener, 10, "192.168.4.3", 5000));
    expect(sockets.accept(listener)).toBe(4);
    expect(clock.nowMs()).toBe(30);
    expect(network.log).toContain("close 9 reset");
  });

  test("who waits behind the one that is accepted still waits", () => {
    const { sockets, listener } = listening();
    sockets.incoming(listener, 9, "192.168.4.2", 5000);
    sockets.incoming(listener, 10, "192.168.4.3", 5000);
    expect([sockets.accept(listener), sockets.accept(listener)]).toEqual([1, 2]);
  });

  test("recv_into of a socket that may wait does not see that the connection broke", () => {
    const { sockets, socket, clock } = connected();
    sockets.setTimeout(socket, 200);
    clock.at(50, () => sockets.wasReset(7));
    expect(sockets.receive(socket, buffer())).toBe(-ETIMEDOUT);
    expect(clock.nowMs()).toBe(200);
  });

  test("accept with a timeout: ETIMEDOUT after it, the connection before", () => {
    const { sockets, listener, clock } = listening();
    sockets.setTimeout(listener, 100);
    expect(sockets.accept(listener)).toBe(-ETIMEDOUT);
    expect(clock.nowMs()).toBe(100);
    clock.at(130, () => sockets.incoming(listener, 9, "192.168.4.2", 5000));
    expect(sockets.accept(listener)).toBe(1);
    expect(clock.nowMs()).toBe(130);
  });

  test("recv_into of a socket that may wait returns 0 at the end of the stream", () => {
    const { sockets, socket, clock } = connected();
    sockets.setTimeout(socket, -1);
    clock.at(50, () => sockets.finished(7));
    expect(sockets.receive(socket, buffer())).toBe(0);
  });

  test("Ctrl+C ends a wait at once", () => {
    const { sockets, listener, clock, interrupt } = listening();
    sockets.setTimeout(listener, -1);
    clock.at(30, () => (interrupt.requested = true));
    expect(sockets.accept(listener)).toBe(-EINTR);
    expect(clock.nowMs()).toBe(30);
    expect(interrupt.requested).toBe(false);
  });

  test("Ctrl+C reaches a program that sends and sends to a peer who does not read", () => {
    const { sockets, socket, clock, interrupt, network } = connected();
    network.held.set(7, 10_000);
    interrupt.requested = true;
    expect(sockets.send(socket, bytes(100))).toBe(-EAGAIN);
    clock.advance(250);
    expect(sockets.send(socket, bytes(100))).toBe(-EINTR);
  });

  test("Ctrl+C reaches a program that never waits, after a quarter of a second", () => {
    const { chip, sockets, listener, clock, interrupt } = listening();
    interrupt.requested = true;
    expect(sockets.accept(listener)).toBe(-EAGAIN);
    clock.advance(249);
    expect(sockets.accept(listener)).toBe(-EAGAIN);
    clock.advance(250);
    expect(sockets.accept(listener)).toBe(-EINTR);
    expect(chip.sleep(1)).toBe(0);
  });

  test("sleep takes its full time while data arrives", () => {
    const { chip, sockets, socket, clock } = connected();
    clock.at(10, () => sockets.received(7, bytes(3)));
    clock.at(20, () => sockets.finished(7));
    expect(chip.sleep(100)).toBe(0);
    expect(clock.nowMs()).toBe(100);
    expect(sockets.receive(socket, buffer())).toBe(3);
  });
});

describe("poll", () => {
  const poll = (world: ReturnType<typeof connected>, asked: number, timeoutMs: number) => {
    const cells = Int16Array.of(world.socket, asked, 0);
    return [pollSockets(world.sockets, world.chip.waiting, cells, timeoutMs), cells[2]];
  };

  test("reports room only above TCP_SNDLOWAT", () => {
    const world = connected();
    expect(poll(world, POLLIN | POLLOUT, 0)).toEqual([1, POLLOUT]);
    world.network.held.set(7, 5760 - 2880);
    expect(poll(world, POLLOUT, 0)).toEqual([0, 0]);
    world.network.held.set(7, 5760 - 2881);
    expect(poll(world, POLLOUT, 0)).toEqual([1, POLLOUT]);
  });

  test("ends early when data arrives", () => {
    const world = connected();
    world.clock.at(40, () => world.sockets.received(7, bytes(1)));
    expect(poll(world, POLLIN, 1000)).toEqual([1, POLLIN]);
    expect(world.clock.nowMs()).toBe(40);
  });

  test("errors read as both readable and writable, never as POLLERR", () => {
    const world = connected();
    world.sockets.wasReset(7);
    expect(poll(world, POLLIN | POLLOUT, 0)).toEqual([1, POLLIN | POLLOUT]);
  });

  test("without sockets it waits its time", () => {
    const { chip, sockets, clock } = listening();
    expect(pollSockets(sockets, chip.waiting, new Int16Array(), 25)).toBe(0);
    expect(clock.nowMs()).toBe(25);
  });
});
