import { describe, expect, test } from "vitest";
import { answer } from "./http-case";
import type { Request } from "./http-harness";
import { GET_HELLO, HELLO, serveTable } from "./http-table-server";

describe("no client holds up another", () => {
  test("idle, dribbling, unread, half-sent and dead ones", () => {
    const { world, server } = serveTable();
    const silent = [world.pool.connect(), world.pool.connect()];
    const dribbling = world.pool.connect();
    const unread = world.pool.connect().send("GET /long HTTP/1.1\r\nHost: b\r\n\r\n");
    const dead = world.pool.connect().send("GET /long HTTP/1.1\r\nHost: b\r\n\r\n");
    dead.reset();
    for (let second = 0; second < 5; second++) {
      dribbling.send("G");
      const started = world.now;
      expect(world.exchange(server, GET_HELLO)).toBe(HELLO);
      expect(world.now - started).toBeLessThan(5);
      world.now += 1000;
    }
    expect(dead.closedByServer).toBe(true);
    expect([...silent, dribbling, unread].map((client) => client.closedByServer)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  test("a hundred that connect and close leave nothing behind", () => {
    const { world, server } = serveTable();
    for (let count = 0; count < 100; count++) world.pool.connect().close();
    world.pollUntil(server, () => world.pool.backlog.length === 0 && server.connections === 0);
    expect(world.pool.open).toBe(0);
    expect(world.exchange(server, GET_HELLO)).toBe(HELLO);
  });
});

describe("when every slot is taken", () => {
  test("the one idle longest makes room, after the patience that each is granted", () => {
    const { world, server } = serveTable();
    const idle = Array.from({ length: 7 }, () => world.pool.connect().send("GET"));
    server.poll();
    world.now += 500;
    idle[0]!.send(" ");
    server.poll();
    const newcomer = world.pool.connect().send(GET_HELLO);
    world.now += 499;
    server.poll();
    expect(server.connections).toBe(7);
    world.now += 1;
    server.poll();
    expect(idle.map((client) => client.closedByServer).indexOf(true)).toBe(1);
    expect(newcomer.read()).toBe(HELLO);
  });

  test("clients that dribble make room, too", () => {
    const { world, server } = serveTable();
    const dribbling = Array.from({ length: 7 }, () => world.pool.connect());
    const newcomer = world.pool.connect().send(GET_HELLO);
    world.pollUntil(
      server,
      () => {
        for (const client of dribbling) client.send("G");
        return newcomer.closedByServer;
      },
      newcomer,
    );
    expect(newcomer.read()).toBe(HELLO);
  });

  test("bodies that dribble make room, too, all at once if so many wait", () => {
    const { world, server } = serveTable();
    const upload = "POST /echo HTTP/1.1\r\nHost: b\r\nContent-Length: 16000\r\n\r\n";
    const dribbling = Array.from({ length: 7 }, () => world.pool.connect().send(upload));
    server.poll();
    const newcomers = Array.from({ length: 7 }, () => world.pool.connect().send(GET_HELLO));
    const started = world.now;
    world.pollUntil(server, () => {
      if (world.now % 500 === 0) for (const client of dribbling) client.send("x");
      return newcomers.every((client) => client.closedByServer);
    });
    expect(world.now - started).toBeLessThan(2_010);
    expect(newcomers.map((client) => client.read())).toEqual(newcomers.map(() => HELLO));
  });

  test("a hundred that say nothing hold a newcomer up for seconds at most", () => {
    const { world, server } = serveTable();
    const silent = Array.from({ length: 100 }, () => world.pool.connect());
    const newcomer = world.pool.connect().send(GET_HELLO);
    const started = world.now;
    world.pollUntil(server, () => newcomer.closedByServer);
    expect(newcomer.read()).toBe(HELLO);
    // Seven at a time: fifteen times 200 ms.
    expect(world.now - started).toBeLessThan(3_100);
    expect(silent.filter((client) => !client.closedByServer).length).toBe(5);
  });

  test("a spare connection gives way only where all are taken, and only one in vain", () => {
    const { world, server } = serveTable();
    const spare = Array.from({ length: 6 }, () => world.pool.connect());
    const ended = (): number => spare.filter((client) => client.closedByServer).length;
    server.poll();
    world.now += 9_000;
    server.poll();
    expect(ended()).toBe(0);
    world.pool.connect().send("POST /echo HTTP/1.1\r\nHost: b\r\nContent-Length: 1\r\n\r\n");
    server.poll();
    server.poll();
    server.poll();
    expect(ended()).toBe(1);
  });

  test("what arrived while the program was busy is read before anyone counts as silent", () => {
    const { world, server } = serveTable();
    const clients = Array.from({ length: 7 }, () => world.pool.connect());
    server.poll();
    for (const client of clients) client.send(GET_HELLO);
    clients.push(world.pool.connect().send(GET_HELLO));
    world.now += 5_000;
    server.poll();
    expect(clients.map((client) => client.read())).toEqual(clients.map(() => HELLO));
  });

  test("streams never do; newcomers wait and are served in turn", () => {
    const { world, server } = serveTable();
    const feed = new world.library.LiveFeed();
    server.route("/stream")((request: Request) => feed.join(request));
    const viewers = Array.from({ length: 7 }, () =>
      world.pool.connect().send("GET /stream HTTP/1.1\r\nHost: b\r\n\r\n"),
    );
    const newcomer = world.pool.connect().send(GET_HELLO);
    for (let turn = 0; turn < 100; turn++) {
      server.poll();
      world.now += 50;
    }
    expect(newcomer.receives).toBe(0);
    expect(feed.viewers.length).toBe(7);
    viewers[3]!.close();
    world.pollUntil(server, () => newcomer.closedByServer, newcomer);
    expect(newcomer.read()).toBe(HELLO);
  });
});

describe("deadlines", () => {
  test("a silent connection is closed after 10 s without a word", () => {
    const { world, server } = serveTable();
    const client = world.pool.connect();
    server.poll();
    world.now += 9_999;
    expect(server.poll()).toBe("no_request");
    world.now += 1;
    expect(server.poll()).toBe("connection_timed_out");
    expect([client.closedByServer, client.read()]).toEqual([true, ""]);
  });

  test("a head that takes longer than 10 s in all is answered 408", () => {
    const { world, server } = serveTable();
    const client = world.pool.connect();
    const results = world.pollUntil(
      server,
      () => {
        if (world.now % 100 === 0) client.send("G");
        return client.closedByServer;
      },
      client,
    );
    expect(client.read()).toBe(answer("408 Request Timeout", "Request took too long"));
    const timedOut = results.indexOf("connection_timed_out");
    expect(timedOut).toBeGreaterThanOrEqual(9_999);
    expect(timedOut).toBeLessThan(10_010);
  });

  test("a body that takes longer than 30 s is answered 408", () => {
    const { world, server } = serveTable();
    const client = world.pool.connect();
    client.send("POST /echo HTTP/1.1\r\nHost: b\r\nContent-Length: 10\r\n\r\nabc");
    server.poll();
    world.now += 30_000;
    server.poll();
    world.pollUntil(server, () => client.closedByServer, client);
    expect(client.read()).toContain(" 408 ");
  });

  test("a client that takes nothing for 10 s is let go, one that takes a little is not", () => {
    const { world, server } = serveTable();
    const stalled = world.pool.connect().send("GET /long HTTP/1.1\r\nHost: b\r\n\r\n");
    const slow = world.pool.connect().send("GET /long HTTP/1.1\r\nHost: b\r\n\r\n");
    slow.window = 1000;
    const started = world.now;
    world.pollUntil(server, () => {
      if (world.now % 3000 === 0) slow.read();
      return stalled.closedByServer;
    });
    expect(world.now - started).toBeGreaterThanOrEqual(10_000);
    expect(slow.closedByServer).toBe(false);
  });
});
