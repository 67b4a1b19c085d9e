import { describe, expect, test } from "vitest";
import { World } from "./http-harness";

const { library } = new World();
const { Headers, QueryParams, RequestHead, Route, MIMETypes, decodePercent } = library;

/** The status that a head is refused with, or what was understood. */
function judge(head: string): number | string {
  try {
    const { method, target, contentLength } = new RequestHead(head);
    return `${method} ${target} ${contentLength.call(new RequestHead(head))}`;
  } catch (error) {
    return (error as unknown as { status: { code: number } }).status.code;
  }
}

const HOST = "Host: board\r\n";

describe("request head", () => {
  test.each<[string, number | string]>([
    [`GET / HTTP/1.1\r\n${HOST}\r\n`, "GET / 0"],
    [`GET /a?b=c HTTP/1.0\r\n\r\n`, "GET /a?b=c 0"],
    [`GET / HTTP/1.7\r\n${HOST}\r\n`, "GET / 0"],
    [`GET http://board/x?y HTTP/1.1\r\n${HOST}\r\n`, "GET /x?y 0"],
    [`GET HTTPS://board HTTP/1.1\r\n${HOST}\r\n`, "GET / 0"],
    [`OPTIONS * HTTP/1.1\r\n${HOST}\r\n`, "OPTIONS * 0"],
    [`GET * HTTP/1.1\r\n${HOST}\r\n`, 400],
    [`GET x HTTP/1.1\r\n${HOST}\r\n`, 400],
    [`GET ftp://board/ HTTP/1.1\r\n${HOST}\r\n`, 400],
    [`CONNECT board:80 HTTP/1.1\r\n${HOST}\r\n`, 400],
    [`GET  / HTTP/1.1\r\n${HOST}\r\n`, 400],
    [`GET / HTTP/1.1 \r\n${HOST}\r\n`, 400],
    [`GET /\r\n\r\n`, 400],
    [`G@T / HTTP/1.1\r\n${HOST}\r\n`, 400],
    [` / HTTP/1.1\r\n${HOST}\r\n`, 400],
    [`GET / HTTP/2.0\r\n${HOST}\r\n`, 505],
    [`GET / HTTP/9.9\r\n${HOST}\r\n`, 505],
    [`GET / HTTP/1.10\r\n${HOST}\r\n`, 400],
    [`GET / http/1.1\r\n${HOST}\r\n`, 400],
    [`GET / HTTP/1.1\r\n\r\n`, 400],
    [`GET / HTTP/1.1\r\n${HOST}${HOST}\r\n`, 400],
    [`GET / HTTP/1.1\r\nHost:board\r\n\r\n`, "GET / 0"],
    [`GET / HTTP/1.1\r\nHost:\r\n\r\n`, "GET / 0"],
    [`GET / HTTP/1.1\r\nHost : board\r\n\r\n`, 400],
    [`GET / HTTP/1.1\r\n${HOST} folded\r\n\r\n`, 400],
    [`GET / HTTP/1.1\r\n${HOST}no colon\r\n\r\n`, 400],
    [`GET / HTTP/1.1\r\n${HOST}: no name\r\n\r\n`, 400],
    [`GET / HTTP/1.1\r\n${HOST}X: a\rb\r\n\r\n`, 400],
    [`GET / HTTP/1.1\r\n${HOST}X: a\nb\r\n\r\n`, 400],
    [`GET / HTTP/1.1\r\n${HOST}X: a\0b\r\n\r\n`, 400],
    [`GET / HTTP/1.1\r\n${HOST}Content-Length: 5\n\r\n`, 400],
    [`GET / HTTP/1.1\n${HOST}\n`, 400],
    [`GET /${"a".repeat(2047)} HTTP/1.1\r\n${HOST}\r\n`, `GET /${"a".repeat(2047)} 0`],
    [`GET /${"a".repeat(2048)} HTTP/1.1\r\n${HOST}\r\n`, 414],
    [`GET / HTTP/1.1\r\n${HOST}${"a:b\r\n".repeat(63)}\r\n`, "GET / 0"],
    [`GET / HTTP/1.1\r\n${HOST}${"a:b\r\n".repeat(64)}\r\n`, 431],
  ])("%j", (head, expected) => {
    expect(judge(head)).toBe(expected);
  });
});

describe("body length", () => {
  const post = (lines: string, version = "1.1"): string =>
    `POST / HTTP/${version}\r\n${HOST}${lines}\r\n`;
  test.each<[string, number | string]>([
    [post("Content-Length: 12\r\n"), "POST / 12"],
    [post("Content-Length: 007\r\n"), "POST / 7"],
    [post("Content-Length: 12\r\nContent-Length: 12\r\n"), "POST / 12"],
    [post("Content-Length: 12\r\nContent-Length: 13\r\n"), 400],
    [post("Content-Length: 12, 12\r\n"), 400],
    [post("Content-Length: -5\r\n"), 400],
    [post("Content-Length: +5\r\n"), 400],
    [post("Content-Length: 0x5\r\n"), 400],
    [post("Content-Length:\r\n"), 400],
    [post("Content-Length: 16384\r\n"), "POST / 16384"],
    [post("Content-Length: 16385\r\n"), 413],
    [post(`Content-Length: ${"9".repeat(400)}\r\n`), 413],
    [post("Transfer-Encoding: chunked\r\n"), 411],
    [post("Transfer-Encoding: gzip\r\n"), 501],
    [post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n"), 400],
    [post("Transfer-Encoding: chunked\r\n", "1.0"), 400],
  ])("%j", (head, expected) => {
    expect(judge(head)).toBe(expected);
  });
});

describe("headers", () => {
  test("names are the same in any case, values keep their order", () => {
    const headers = new Headers("Content-Type: text/html; charset=utf-8\r\nX-A: 1\r\nx-a: 2");
    expect(headers.get("CONTENT-TYPE")).toBe("text/html; charset=utf-8");
    expect(headers.getList("x-A")).toEqual(["1", "2"]);
    expect(headers.fields).toEqual(["content-type", "x-a"]);
    expect(headers.getDirective("content-type")).toBe("text/html");
    expect(headers.getParameter("content-type", "charset")).toBe("utf-8");
    expect(headers.getParameter("content-type", "boundary")).toBeNull();
    expect(new Headers('a: x; boundary="a=b"').getParameter("a", "boundary")).toBe("a=b");
  });

  test("set replaces, setdefault does not, delete removes", () => {
    const headers = new Headers({ A: "1" });
    headers.set("a", "2");
    expect(headers.setdefault("A", "3")).toBe("2");
    expect(headers.items()).toEqual([["a", "2"]]);
    headers.delete("A");
    expect(headers.has("a")).toBe(false);
    expect(() => headers.at("a")).toThrow("a");
  });

  test.each(["a\r\nb", "a\nb", "a\rb", "a\0b"])("refuses the value %j", (value) => {
    expect(() => new Headers().set("x", value)).toThrow("line break");
  });

  test.each(["", "a b", "a:", "a\r\n", "ä"])("refuses the name %j", (name) => {
    expect(() => new Headers().add(name, "x")).toThrow("not a token");
  });
});

describe("query", () => {
  test("is decoded, and escaped unless asked not to", () => {
    const query = new QueryParams("a=1%202+3&b=%3Cx%3E&b=2&c&=d&e=%zz");
    expect(query.get("a")).toBe("1 2 3");
    expect(query.get("b")).toBe("&lt;x&gt;");
    expect(query.get("b", null, { safe: false })).toBe("<x>");
    expect(query.getList("b")).toEqual(["<x>", "2"]);
    expect(query.get("c")).toBe("");
    expect(query.get("missing")).toBeNull();
    expect(query.get("e")).toBe("%zz");
  });

  test.each([
    ["plain", "plain"],
    ["%41%42c", "ABc"],
    ["%C3%A4", "ä"],
    ["ä%20b", "ä b"],
    ["%", null],
    ["%4", null],
    ["%4g", null],
    ["%ff", null],
  ])("percent escapes of %j", (text, expected) => {
    expect(decodePercent(text)).toBe(expected);
  });
});

describe("routes", () => {
  test.each<[string, string, Record<string, string> | null]>([
    ["/", "/", {}],
    ["/", "/x", null],
    ["/a", "/a", {}],
    ["/a", "/a/", null],
    ["/a+b", "/a+b", {}],
    ["/a b", "/a%20b", {}],
    ["/led/<id>", "/led/3", { id: "3" }],
    ["/led/<id>", "/led/a%2Fb", { id: "a/b" }],
    ["/led/<id>", "/led/", null],
    ["/led/<id>", "/led/3/4", null],
    ["/<a>/x/<b>", "/1/x/2", { a: "1", b: "2" }],
    ["/a/.../c", "/a/b/c", {}],
    ["/a/.../c", "/a/c", null],
    ["/a/.../c", "/a/b/b/c", null],
    ["/a/....", "/a/b/c", {}],
    ["/a/....", "/a/", null],
    ["/a/..../c", "/a/b/c/d/c", {}],
    ["/a/..../c", "/a/c", null],
    ["/..../<name>", "/a/b/c", { name: "c" }],
    ["/..../x/..../y", "/1/x/2/x/3/y", {}],
  ])("%s fits %s: %j", (pattern, path, parameters) => {
    expect(new Route(pattern, "GET").matches("GET", path)).toEqual([
      parameters !== null,
      parameters,
    ]);
  });

  test("appendSlash allows a slash at the end", () => {
    const route = new Route("/a", "GET", null, { appendSlash: true });
    expect(route.matches("GET", "/a/")[0]).toBe(true);
    expect(route.matches("GET", "/a")[0]).toBe(true);
    expect(route.matches("GET", "/a//")[0]).toBe(false);
  });

  test("a method that is not the route's does not fit", () => {
    expect(new Route("/a", ["GET", "PUT"]).matches("POST", "/a")).toEqual([false, null]);
  });

  test.each([
    ["a", "Path must start with a slash."],
    ["/a//b", "Path cannot contain double slashes."],
    ["/a/<>", "All URL parameters must be named."],
    ["/a<b>", "All URL parameters must be between slashes."],
    ["/a/b...", "... and .... must be between slashes"],
    ["/a/.....", "Path cannot contain more than 4 dots in a row."],
  ])("refuses the path %s", (path, message) => {
    expect(() => new Route(path)).toThrow(message);
  });
});

test.each([
  ["index.html", "text/html"],
  ["a.b/picture.JPG", "image/jpeg"],
  ["live.js", "text/javascript"],
  ["README", "text/plain"],
  ["a.unknown", "text/plain"],
])("content type of %s", (name, type) => {
  expect(MIMETypes.getForFilename(name)).toBe(type);
});
