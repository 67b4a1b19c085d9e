/**
 * What goes over the wire, as a table: run in memory, on CPython and on both engines of the
 * simulator, always against the routes of programs/http-table-routes.ts.
 */
import { answer, get, HOST, type HttpCase, ok, post } from "./http-case";
import { refused } from "./http-refusals";

const NOT_FOUND = answer("404 Not Found", "File not found");
const FORBIDDEN = answer("403 Forbidden", "Invalid path");
const notAllowed = (methods: string): string =>
  answer("405 Method Not Allowed", "Method not allowed", `allow: ${methods}\r\n`);

/** Requests that are answered as they should be. */
const understood: HttpCase[] = [
  { name: "hello", request: get("/hello"), response: ok("Hello") },
  { name: "query is no part of the path", request: get("/hello?x=/y"), response: ok("Hello") },
  { name: "absolute form", request: get("http://board/hello"), response: ok("Hello") },
  {
    name: "HTTP/1.0 without a host",
    request: ["GET /hello HTTP/1.0\r\n\r\n"],
    response: ok("Hello"),
  },
  {
    name: "no blank after the colon",
    request: ["GET /hello HTTP/1.1\r\nHost:board\r\n\r\n"],
    response: ok("Hello"),
  },
  {
    name: "blank line before the request",
    request: [`\r\nGET /hello HTTP/1.1\r\n${HOST}\r\n`],
    response: ok("Hello"),
  },
  {
    name: "one byte at a time",
    request: [...`GET /hello HTTP/1.1\r\n${HOST}\r\n`],
    response: ok("Hello"),
  },
  {
    name: "HEAD is GET without the body",
    request: [`HEAD /hello HTTP/1.1\r\n${HOST}\r\n`],
    response: ok("Hello").slice(0, -"Hello".length),
  },
  {
    name: "the handler sees HEAD",
    request: [`HEAD /method HTTP/1.1\r\n${HOST}\r\n`],
    response: ok("HEAD").slice(0, -"HEAD".length),
  },
  {
    name: "body comes back",
    request: post("/echo", "a=1\0\r\n\r\n\xff", "Content-Type: x/y\r\n"),
    response: ok("a=1\0\r\n\r\n\xff").replace("text/plain", "x/y"),
  },
  {
    name: "body in pieces",
    request: [`PUT /echo HTTP/1.1\r\n${HOST}Content-Length: 9\r\n\r`, "\nabc", "def", "ghi"],
    response: ok("abcdefghi"),
  },
  { name: "empty body", request: post("/echo", ""), response: ok("") },
  {
    name: "long body",
    request: post("/echo", "x".repeat(16384)),
    response: ok("x".repeat(16384)),
  },
  { name: "long answer", request: get("/long"), response: ok("0123456789".repeat(2000)) },
  {
    name: "header in several lines",
    request: get("/header", "X-Test: a\r\nx-test:\tb \r\n"),
    response: ok("a|b"),
  },
  {
    name: "large head",
    request: get("/header", `X-Test: ${"x".repeat(3000)}\r\n`),
    response: ok("x".repeat(3000)),
  },
  {
    name: "JSON",
    request: get("/json"),
    response: ok('{"answer": 42}').replace("text/plain", "application/json"),
  },
  {
    name: "204 has no headers of a body",
    request: get("/nothing"),
    response: "HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n",
  },
  { name: "no answer", request: get("/silent"), response: "" },
  {
    name: "redirect",
    request: get("/moved"),
    response: answer("302 Found", "", "location: hello\r\n"),
  },
  {
    name: "status and headers in their order",
    request: post("/both", ""),
    response: answer("201 Created", "made", "x-first: 1\r\nx-second: 2\r\n"),
  },
];

/** What the address decides. */
const routed: HttpCase[] = [
  { name: "URL parameter", request: get("/led/3"), response: ok("LED 3") },
  { name: "URL parameter, decoded", request: get("/led/a%2Fb%20c"), response: ok("LED a/b c") },
  { name: "two URL parameters", request: get("/pair/1/and/2"), response: ok("2 1") },
  { name: "any piece", request: get("/any/x%20y/end"), response: ok("/any/x y/end") },
  { name: "any piece is one piece", request: get("/any/x/y/end"), response: NOT_FOUND },
  { name: "any path", request: get("/tree/a/%41"), response: ok("/tree/a/%41") },
  { name: "slash allowed", request: get("/slash/"), response: ok("slash") },
  { name: "slash not allowed", request: get("/hello/"), response: NOT_FOUND },
  { name: "first of two bytes", request: get("/led/%c2%80"), response: ok("LED \xc2\x80") },
  {
    name: "last below surrogates",
    request: get("/led/%ed%9f%bf"),
    response: ok("LED \xed\x9f\xbf"),
  },
  {
    name: "last of Unicode",
    request: get("/led/%f0%90%80%80%f4%8f%bf%bf"),
    response: ok("LED \xf0\x90\x80\x80\xf4\x8f\xbf\xbf"),
  },
  { name: "escaped letters are letters", request: get("/h%65llo"), response: ok("Hello") },
  { name: "query parameter", request: get("/query?name=a+%3Cb%3E"), response: ok("a &lt;b&gt;") },
  { name: "no query parameter", request: get("/query?other"), response: ok("no name") },
  { name: "unknown path", request: get("/unknown"), response: NOT_FOUND },
  { name: "unknown path, POST", request: post("/unknown", "x"), response: NOT_FOUND },
  { name: "another method", request: post("/hello", "x"), response: notAllowed("GET, HEAD") },
  {
    name: "a method that nobody knows",
    request: [`BREW /both HTTP/1.1\r\n${HOST}\r\n`],
    response: notAllowed("GET, HEAD, POST"),
  },
  { name: "another method than PUT", request: get("/echo"), response: notAllowed("POST, PUT") },
  {
    name: "what the server can do at all",
    request: [`OPTIONS * HTTP/1.1\r\n${HOST}\r\n`],
    response:
      "HTTP/1.1 204 No Content\r\nallow: OPTIONS, GET, HEAD, POST, PUT\r\nconnection: close\r\n\r\n",
  },
  { name: "a file's name with a dot behind", request: get("/index.html/."), response: NOT_FOUND },
  { name: "a dot, escaped slash", request: get("/index.html%2f."), response: NOT_FOUND },
  { name: "parent folder", request: get("/../secrets"), response: FORBIDDEN },
  { name: "parent folder, escaped", request: get("/%2e%2E/secrets"), response: FORBIDDEN },
  { name: "parent folder, escaped slash", request: get("/..%2fsecrets"), response: FORBIDDEN },
  { name: "backslash", request: get("/a%5cb"), response: FORBIDDEN },
  { name: "NUL", request: get("/a%00b"), response: FORBIDDEN },
];

export const httpCases: readonly HttpCase[] = [...understood, ...routed, ...refused];
