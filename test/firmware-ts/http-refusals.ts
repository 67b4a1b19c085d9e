/** The part of the table of HTTP cases that is about requests which are refused. */
import { answer, get, HOST, type HttpCase, post } from "./http-case";

const FAILED = answer("500 Internal Server Error", "Internal server error");
const BAD_ESCAPE = answer("400 Bad Request", "Malformed percent escape");
const malformed = (what: string): string => answer("400 Bad Request", `Malformed ${what}`);

/** Bytes that are not UTF-8. MicroPython's own decoder lets all but the first and the last pass. */
const notUTF8: HttpCase[] = [
  ["continuation alone", "%80"],
  ["two bytes for a dot", "%c0%ae%c0%ae/"],
  ["three bytes for a slash", "%e0%80%af"],
  ["four bytes for a NUL", "%f0%80%80%80"],
  ["surrogate", "%ed%a0%80"],
  ["beyond Unicode", "%f4%90%80%80"],
  ["far beyond Unicode", "%f5%80%80%80"],
  ["cut short", "%e2%82"],
].map(([name, path]) => ({
  name: `not UTF-8: ${name}`,
  request: get(`/${path}`),
  response: BAD_ESCAPE,
}));

/** What is refused, and how. */
export const refused: readonly HttpCase[] = [
  ...notUTF8,
  { name: "garbage", request: ["garbage\r\n\r\n"], response: malformed("request line") },
  { name: "no version", request: ["GET /hello\r\n\r\n"], response: malformed("request line") },
  {
    name: "no host",
    request: ["GET /hello HTTP/1.1\r\n\r\n"],
    response: malformed("host"),
  },
  {
    name: "bare line feeds",
    request: [`GET /hello HTTP/1.1\n${HOST}\n`],
    response: malformed("line end"),
  },
  {
    name: "TLS on the plain port",
    request: ["\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03\r\n\r\n"],
    response: answer("400 Bad Request", "Head is not UTF-8"),
  },
  { name: "folded header", request: get("/hello", " x\r\n"), response: malformed("header line") },
  {
    name: "blank before the colon",
    request: get("/hello", "X : y\r\n"),
    response: malformed("header line"),
  },
  {
    name: "malformed escape",
    request: get("/%zz"),
    response: BAD_ESCAPE,
  },
  {
    name: "malformed escape, HEAD",
    request: [`\r\nHEAD /%zz HTTP/1.1\r\n${HOST}\r\n`],
    response: BAD_ESCAPE.slice(0, -"Malformed percent escape".length),
  },
  {
    name: "two bytes for a dot, not escaped",
    request: get("/\xc0\xae"),
    response: answer("400 Bad Request", "Head is not UTF-8"),
  },
  {
    name: "HTTP/2",
    request: [`GET /hello HTTP/2.0\r\n${HOST}\r\n`],
    response: answer("505 HTTP Version Not Supported", "Only HTTP/1.1 is spoken here"),
  },
  {
    name: "two lengths",
    request: post("/echo", "abc", "Content-Length: 4\r\n"),
    response: malformed("body length"),
  },
  {
    name: "length and chunks",
    request: post("/echo", "0\r\n\r\n", "Transfer-Encoding: chunked\r\n"),
    response: malformed("body length"),
  },
  {
    name: "chunks",
    request: [`POST /echo HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
    response: answer("411 Length Required", "Content-Length is required"),
  },
  {
    name: "body too large",
    request: [`POST /echo HTTP/1.1\r\n${HOST}Content-Length: 16385\r\n\r\n`, "x".repeat(5000)],
    response: answer("413 Content Too Large", "Body too large"),
  },
  {
    name: "address too long",
    request: [`GET /${"x".repeat(5000)}`],
    response: answer("414 URI Too Long", "Address too long"),
  },
  {
    name: "head too large",
    request: get("/hello", `X: ${"x".repeat(5000)}\r\n`),
    response: answer("431 Request Header Fields Too Large", "Head too large"),
  },
  {
    name: "too many header lines",
    request: get("/hello", "X:\r\n".repeat(64)),
    response: answer("431 Request Header Fields Too Large", "Too many header lines"),
  },
  { name: "handler that throws", request: get("/throws"), response: FAILED },
  { name: "header that would inject another", request: get("/inject"), response: FAILED },
];
