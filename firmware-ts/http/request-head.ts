import { RequestError } from "./exceptions";
import { Headers } from "./headers";
import { BODY_LIMIT, HEADER_COUNT_LIMIT, TARGET_LIMIT } from "./limits";
import { OPTIONS } from "./methods";
import {
  BAD_REQUEST_400,
  CONTENT_TOO_LARGE_413,
  HTTP_VERSION_NOT_SUPPORTED_505,
  LENGTH_REQUIRED_411,
  NOT_IMPLEMENTED_501,
  REQUEST_HEADER_FIELDS_TOO_LARGE_431,
  URI_TOO_LONG_414,
} from "./status";
import { breaksLine, isToken, stripBlanks } from "./text";

/** The request line and the header fields of a request, as RFC 9112 lets them be. */
export class RequestHead {
  readonly method: string;
  /** Path and query, still encoded. */
  readonly target: string;
  readonly httpVersion: string;
  readonly headers = new Headers();

  /**
   * @param text everything up to the blank line, that included
   * @throws RequestError with the status that the client is to get
   */
  constructor(text: string) {
    // What ends in any other way has lines that end in a bare LF.
    if (!text.endsWith("\r\n\r\n")) throw malformed("line end");
    // A blank line before the request is skipped (RFC 9112 §2.2), as is the one after the head.
    const start = text.startsWith("\r\n") ? 2 : 0;
    const lines = text.slice(start, -4).split("\r\n");
    const words = lines[0].split(" ");
    if (words.length !== 3 || !isToken(words[0])) throw malformed("request line");
    this.method = words[0];
    this.target = originForm(words[0], words[1]);
    this.httpVersion = knownVersion(words[2]);
    for (const line of lines.slice(1)) this.addLine(line);
    if (lines.length > HEADER_COUNT_LIMIT + 1) {
      throw new RequestError(REQUEST_HEADER_FIELDS_TOO_LARGE_431, "Too many header lines");
    }
    this.checkHost();
  }

  /**
   * How many bytes of body follow (RFC 9112 §6.3).
   * @throws RequestError the lengths contradict each other, are missing or are too large
   */
  contentLength(): int {
    const length = this.headers.get("content-length");
    const coding = this.headers.get("transfer-encoding");
    if (coding !== null) {
      // Both, or a coding that HTTP/1.0 does not have: the shape of request smuggling.
      if (length !== null || this.httpVersion === "HTTP/1.0") throw malformed("body length");
      if (coding.toLowerCase() !== "chunked") {
        throw new RequestError(NOT_IMPLEMENTED_501, "Unknown transfer coding");
      }
      throw new RequestError(LENGTH_REQUIRED_411, "Content-Length is required");
    }
    if (length === null) return 0;
    for (const other of this.headers.getList("content-length")) {
      if (other !== length) throw malformed("body length");
    }
    return parseLength(length);
  }

  private addLine(line: string): void {
    const colon = line.indexOf(":");
    // Blanks before the colon and folded lines fail here too: they are no token.
    if (colon < 0 || !isToken(line.slice(0, colon)) || breaksLine(line)) {
      throw malformed("header line");
    }
    this.headers.add(line.slice(0, colon), stripBlanks(line.slice(colon + 1)));
  }

  private checkHost(): void {
    const hosts = this.headers.getList("host").length;
    if (hosts > 1 || (hosts === 0 && this.httpVersion !== "HTTP/1.0")) throw malformed("host");
  }
}

function malformed(what: string): RequestError {
  return new RequestError(BAD_REQUEST_400, `Malformed ${what}`);
}

/** The target as path and query, whether or not it came with scheme and host before it. */
function originForm(method: string, target: string): string {
  if (target.length > TARGET_LIMIT) throw new RequestError(URI_TOO_LONG_414, "Address too long");
  if (breaksLine(target)) throw malformed("request line");
  if (target.startsWith("/")) return target;
  if (target === "*" && method === OPTIONS) return target;
  const scheme = target.indexOf("://");
  const name = target.slice(0, Math.max(scheme, 0)).toLowerCase();
  if (name !== "http" && name !== "https") throw malformed("address");
  const rest = target.slice(scheme + 3);
  const slash = rest.indexOf("/");
  return slash < 0 ? "/" : rest.slice(slash);
}

function knownVersion(version: string): string {
  if (version === "HTTP/1.1" || version === "HTTP/1.0") return version;
  const digits = "0123456789";
  const wellFormed =
    version.length === 8 &&
    version.startsWith("HTTP/") &&
    digits.includes(version.slice(5, 6)) &&
    version.slice(6, 7) === "." &&
    digits.includes(version.slice(7));
  if (!wellFormed) throw malformed("version");
  if (version.startsWith("HTTP/1.")) return version;
  throw new RequestError(HTTP_VERSION_NOT_SUPPORTED_505, "Only HTTP/1.1 is spoken here");
}

function parseLength(text: string): int {
  if (text === "") throw malformed("body length");
  let length = 0;
  for (const character of text) {
    const digit = "0123456789".indexOf(character);
    if (digit < 0) throw malformed("body length");
    // Stops growing where it is too large anyway, so that no digits make a huge number.
    if (length <= BODY_LIMIT) length = length * 10 + digit;
  }
  if (length > BODY_LIMIT) throw new RequestError(CONTENT_TOO_LARGE_413, "Body too large");
  return length;
}
