import { describe, expect, test } from "vitest";
import { httpCases } from "./http-cases";
import { World } from "./http-harness";
import { GET_HELLO, HELLO, serveTable } from "./http-table-server";

describe("the table", () => {
  test.each(httpCases)("$name", ({ request, response }) => {
    const { world, server } = serveTable();
    const client = world.pool.connect();
    for (const piece of request) {
      client.send(Buffer.from(piece, "latin1"));
      world.pollUntil(server, () => client.arriving.length === 0 || client.closedByServer);
    }
    world.pollUntil(server, () => client.closedByServer, client);
    expect(client.read()).toBe(response);
    expect(server.connections).toBe(0);
    expect(world.pool.open).toBe(0);
  });

  test("a handler that throws shows its traceback", () => {
    const { world, server } = serveTable();
    world.exchange(server, "GET /throws HTTP/1.1\r\nHost: b\r\n\r\n");
    expect(world.tracebacks.map((error) => error.message)).toEqual([
      "There is no answer to /throws.",
    ]);
  });
});

describe("poll", () => {
  test("says what came of it", () => {
    const { world, server } = serveTable();
    expect(server.poll()).toBe("no_request");
    const client = world.pool.connect();
    expect(server.poll()).toBe("bytes_moved");
    expect(server.poll()).toBe("no_request");
    client.send(GET_HELLO.slice(0, 5));
    expect(server.poll()).toBe("bytes_moved");
    client.send(GET_HELLO.slice(5));
    expect(server.poll()).toBe("request_handled_response_sent");
    expect(client.read()).toBe(HELLO);
    world.pool.connect().send("GET /silent HTTP/1.1\r\nHost: b\r\n\r\n");
    expect(server.poll()).toBe("request_handled_no_response");
    expect(server.poll()).toBe("no_request");
  });

  test("answers a small request at once, in one piece", () => {
    const { world, server } = serveTable();
    const client = world.pool.connect().send(GET_HELLO);
    server.poll();
    expect([client.closedByServer, client.receives, client.sends]).toEqual([true, 1, 1]);
  });

  test("needs a started server", () => {
    const { world, server } = serveTable();
    server.stop();
    expect(server.stopped).toBe(true);
    expect(server.port).toBeNull();
    expect(() => server.poll()).toThrow(world.library.ServerStoppedError);
  });
});

describe("start", () => {
  test.each<[string | null, number | null, string]>([
    [null, 80, "Host and port cannot be None"],
    ["0.0.0.0", null, "Host and port cannot be None"],
    ["no such host", 80, "Cannot start server on no such host:80"],
  ])("%s:%s: %s", (host, port, message) => {
    const world = new World();
    const server = new world.library.Server(world.pool);
    expect(() => server.start(host, port)).toThrow(message);
  });

  test("a port in use is an OSError, and the server stays stopped", () => {
    const world = new World();
    world.pool.portTaken = true;
    const server = new world.library.Server(world.pool);
    expect(() => server.start("0.0.0.0", 80)).toThrow("112");
    expect(server.stopped).toBe(true);
  });
});

test("socketTimeout must be positive", () => {
  const { server } = serveTable();
  expect(() => (server.socketTimeout = 0)).toThrow("must be a positive numeric value");
});

test("stop closes every connection", () => {
  const { world, server } = serveTable();
  const clients = [
    world.pool.connect(),
    world.pool.connect().send("GET /long HTTP/1.1\r\nHost: b\r\n\r\n"),
  ];
  server.poll();
  server.stop();
  expect(clients.every((client) => client.closedByServer)).toBe(true);
  expect(world.pool.open).toBe(0);
});
