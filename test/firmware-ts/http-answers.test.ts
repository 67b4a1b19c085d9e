import { describe, expect, test } from "vitest";
import { answer } from "./http-case";
import type { Request, Server, World } from "./http-harness";
import { GET_HELLO, HELLO, serveTable } from "./http-table-server";

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

  test.each([
    ["a method that the address has not", "POST /hello", " 405 "],
    ["an address that is nobody's", "POST /nowhere", " 404 "],
    ["a file", "GET /index.html", " 200 "],
    ["an address that must not be served", "PUT /../x", " 403 "],
  ])("that no body changes do not wait for it: %s", (_, line, status) => {
    const { world, server } = serveTable();
    world.files["/www/index.html"] = Buffer.from("<p>Hi</p>");
    const client = world.pool.connect();
    client.send(`${line} HTTP/1.1\r\nHost: b\r\nContent-Length: 16000\r\n\r\nx`);
    server.poll();
    server.poll();
    expect(client.read()).toContain(status);
    client.send("x");
    world.now += 199;
    server.poll();
    expect(client.closedByServer).toBe(false);
    world.now += 200;
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

  test("has no other address: dots for folders are resolved by clients", () => {
    const { world, server } = serveFiles();
    world.files["/www/./index.html"] = Buffer.from("by way of a dot");
    world.files["/www/index.html/."] = Buffer.from("by way of a dot");
    for (const target of ["/./index.html", "/index.html/.", "/index.html%2f."]) {
      expect(world.exchange(server, get(target))).toContain(" 404 ");
    }
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
