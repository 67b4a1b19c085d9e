import { describe, expect, test } from "vitest";
import { answer, httpCases } from "./http-cases";
import { World, type Request, type Server } from "./http-harness";

const GET_HELLO = "GET /hello HTTP/1.1\r\nHost: board\r\n\r\n";
const HELLO = answer("200 OK", "Hello");

function serveTable(options: { debug?: boolean; rootPath?: string | null } = {}): {
  world: World;
  server: Server;
} {
  const world = new World();
  const server = world.start(options);
  world.library.addTableRoutes(server);
  return { world, server };
}

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
    const idle = Array.from({ length: 7 }, () => world.pool.connect());
    server.poll();
    world.now += 500;
    idle[0]!.send("GET");
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
    expect(results).toContain("connection_timed_out");
    expect(client.read()).toBe(answer("408 Request Timeout", "Request took too long"));
    expect(results.length).toBeLessThan(12_000);
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

describe("answers", () => {
  test("a refused upload is read for a while, so that the refusal arrives", () => {
    const { world, server } = serveTable();
    const client = world.pool.connect();
    client.send("POST /echo HTTP/1.1\r\nHost: b\r\nContent-Length: 99999\r\n\r\n");
    server.poll();
    server.poll();
    expect(client.read()).toContain(" 413 ");
    client.send("x".repeat(3000));
    world.pollUntil(server, () => client.arriving.length === 0);
    expect(client.closedByServer).toBe(false);
    client.close();
    server.poll();
    expect(client.closedByServer).toBe(true);
  });

  test("go out whole, however little fits at a time", () => {
    const { world, server } = serveTable();
    const client = world.pool.connect().send("GET /long HTTP/1.1\r\nHost: b\r\n\r\n");
    client.window = 7;
    world.pollUntil(server, () => client.closedByServer, client);
    expect(client.read()).toBe(answer("200 OK", "0123456789".repeat(2000)));
  });

  test("carry the server's headers unless they have them themselves", () => {
    const { world, server } = serveTable();
    server.headers = { "X-Server": "taipan", "Content-Type": "text/x" };
    server.route("/own")(
      (request) => new world.library.Response(request, "", { headers: { "x-server": "own" } }),
    );
    expect(world.exchange(server, GET_HELLO)).toContain(
      "x-server: taipan\r\ncontent-type: text/x\r\ncontent-length: 5\r\n",
    );
    expect(world.exchange(server, "GET /own HTTP/1.1\r\nHost: b\r\n\r\n")).toContain(
      "\r\nx-server: own\r\ncontent-type: text/x\r\n",
    );
  });

  test("are logged as in adafruit_httpserver when debugging", () => {
    const { world, server } = serveTable({ debug: true });
    world.exchange(server, GET_HELLO);
    server.stop();
    expect(world.printed).toEqual([
      "Started development server on http://0.0.0.0:80",
      `192.168.4.2 -- "GET /hello" ${GET_HELLO.length} -- "200 OK" ${HELLO.length} -- 0ms`,
      "Stopped development server",
    ]);
  });
});

describe("files", () => {
  const get = (target: string, method = "GET"): string =>
    `${method} ${target} HTTP/1.1\r\nHost: b\r\n\r\n`;
  const page = (body: string): string => answer("200 OK", body).replace("text/plain", "text/html");

  function serveFiles(): { world: World; server: Server } {
    const table = serveTable();
    table.world.files["/www/index.html"] = Buffer.from("<p>Hi</p>");
    table.world.files["/www/ä b.txt"] = Buffer.from("umlaut");
    table.world.files["/www/empty.txt"] = new Uint8Array(0);
    table.world.files["/www/large.bin"] = Buffer.alloc(100_000, "0123456789abc");
    return table;
  }

  test("index.html, a name with blanks, an empty file", () => {
    const { world, server } = serveFiles();
    expect(world.exchange(server, get("/"))).toBe(page("<p>Hi</p>"));
    expect(world.exchange(server, get("/index.html?x"))).toBe(page("<p>Hi</p>"));
    expect(world.exchange(server, get("/%C3%A4%20b.txt"))).toBe(answer("200 OK", "umlaut"));
    expect(world.exchange(server, get("/empty.txt"))).toBe(answer("200 OK", ""));
    expect(world.filesOpen).toBe(0);
  });

  test("HEAD has the length and no body; other methods are not allowed", () => {
    const { world, server } = serveFiles();
    expect(world.exchange(server, get("/", "HEAD"))).toBe(page("<p>Hi</p>").slice(0, -9));
    expect(world.exchange(server, get("/", "PUT"))).toContain(
      " 405 Method Not Allowed\r\nallow: GET, HEAD\r\n",
    );
    expect(world.exchange(server, get("/folder/", "PUT"))).toContain(" 404 ");
  });

  test("a folder is no file", () => {
    const { world, server } = serveFiles();
    world.files["/www/folder/x"] = new Uint8Array(1);
    expect(world.exchange(server, get("/folder"))).toContain(" 404 ");
  });

  test("a large one arrives whole through a small buffer", () => {
    const { world, server } = serveFiles();
    const client = world.pool.connect().send(get("/large.bin"));
    client.window = 777;
    world.pollUntil(server, () => client.closedByServer, client);
    const [head, body] = client.read().split("\r\n\r\n");
    expect(head).toContain("content-type: application/octet-stream\r\ncontent-length: 100000\r\n");
    expect(Buffer.from(body!, "latin1").equals(world.files["/www/large.bin"]!)).toBe(true);
  });

  test("is closed when its client goes in the middle", () => {
    const { world, server } = serveFiles();
    const client = world.pool.connect().send(get("/large.bin"));
    server.poll();
    expect(world.filesOpen).toBe(1);
    client.reset();
    client.read();
    server.poll();
    expect([world.filesOpen, server.connections]).toEqual([0, 0]);
  });

  test("without a root there are none", () => {
    const { world, server } = serveTable({ rootPath: null });
    expect(world.exchange(server, get("/"))).toBe(answer("404 Not Found", "File not found"));
  });

  test("as an attachment, under another name, from another root", () => {
    const { world, server } = serveFiles();
    world.files["/sd/a.jpg"] = Buffer.from("JPEG");
    const options = { asAttachment: true, downloadFilename: "b.jpg" };
    server.route("/get")(
      (request) => new world.library.FileResponse(request, "a.jpg", "/sd", options),
    );
    expect(world.exchange(server, get("/get"))).toBe(
      answer("200 OK", "JPEG", 'content-disposition: attachment; filename="b.jpg"\r\n').replace(
        "text/plain",
        "image/jpeg",
      ),
    );
  });
});

test("a request shows what the client sent", () => {
  const { world, server } = serveTable();
  let seen: Request | undefined;
  server.route(
    "/a b/<id>",
    "PUT",
  )((request) => {
    seen = request;
    return new world.library.Response(request);
  });
  const text =
    'PUT /a%20b/%31?q=1 HTTP/1.1\r\nHost: b\r\nCookie: a=1; b="2"; c\r\n' +
    "Content-Length: 8\r\n\r\n[1, 2.5]";
  world.exchange(server, text);
  expect(seen!.path).toBe("/a b/1");
  expect(seen!.rawPath).toBe("/a%20b/%31");
  expect(seen!.queryParams.get("q")).toBe("1");
  expect(seen!.cookies).toEqual({ a: "1", b: "2" });
  expect(seen!.json()).toEqual([1, 2.5]);
  expect(Buffer.from(seen!.rawRequest).toString()).toBe(text);
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
