import * as json from "json";
import type { Socket } from "socketpool";
import { RequestError } from "./exceptions";
import type { Headers } from "./headers";
import { DELETE, PATCH, POST, PUT } from "./methods";
import { decodePercent } from "./percent";
import { QueryParams } from "./query-params";
import { RequestHead } from "./request-head";
import type { Server } from "./server";
import { BAD_REQUEST_400 } from "./status";
import { decode, encode, NOTHING } from "./text";

/** What a client asked for. */
export class Request {
  readonly method: string;
  /** Decoded, without the query. */
  readonly path: string;
  /** As it came, without the query. */
  readonly rawPath: string;
  /** The decoded pieces between the slashes of `rawPath`; the first is empty. */
  readonly segments: string[];
  /** What follows the `?`, as it came. */
  readonly queryString: string;
  readonly httpVersion: string;
  readonly headers: Headers;
  /** The number of bytes that the head announces for the body. */
  readonly contentLength: int;
  body: Uint8Array = NOTHING;
  private readonly head: string;
  private parameters: QueryParams | null = null;

  /**
   * @param connection the client's socket, which nobody but the server should read or write
   * @param clientAddress host and port
   * @param rawRequest the head, to the blank line
   * @throws RequestError with the status that the client is to get
   */
  constructor(
    readonly server: Server,
    readonly connection: Socket,
    readonly clientAddress: [string, int],
    rawRequest: Uint8Array,
  ) {
    this.head = decodeHead(rawRequest);
    const head = new RequestHead(this.head);
    this.method = head.method;
    this.httpVersion = head.httpVersion;
    this.headers = head.headers;
    this.contentLength = head.contentLength();
    const question = head.target.indexOf("?");
    this.rawPath = question < 0 ? head.target : head.target.slice(0, question);
    this.queryString = question < 0 ? "" : head.target.slice(question + 1);
    this.segments = decodeSegments(this.rawPath);
    this.path = this.segments.join("/");
  }

  /** The parameters behind the `?`, decoded. */
  get queryParams(): QueryParams {
    this.parameters ??= new QueryParams(this.queryString);
    return this.parameters;
  }

  /** Cookies by name. */
  get cookies(): Record<string, string> {
    const cookies: Record<string, string> = {};
    for (const cookie of this.headers.get("cookie", "").split(";")) {
      const equals = cookie.indexOf("=");
      if (equals < 0) continue;
      cookies[cookie.slice(0, equals).trim()] = cookie
        .slice(equals + 1)
        .replaceAll('"', "")
        .trim();
    }
    return cookies;
  }

  /** Head and body as they came. */
  get rawRequest(): Uint8Array {
    const head = encode(this.head);
    const raw = new Uint8Array(head.length + this.body.length);
    raw.set(head, 0);
    raw.set(this.body, head.length);
    return raw;
  }

  /**
   * The body read as JSON; nothing where there is none or the method carries none.
   * @throws ValueError the body is not JSON
   */
  json(): unknown {
    if (this.body.length === 0 || ![POST, PUT, PATCH, DELETE].includes(this.method)) return null;
    return json.loads(decode(this.body));
  }
}

function decodeHead(rawRequest: Uint8Array): string {
  try {
    return decode(rawRequest);
  } catch {
    throw new RequestError(BAD_REQUEST_400, "Head is not UTF-8");
  }
}

function decodeSegments(path: string): string[] {
  const segments: string[] = [];
  for (const segment of path.split("/")) {
    const decoded = decodePercent(segment);
    if (decoded == null) throw new RequestError(BAD_REQUEST_400, "Malformed percent escape");
    segments.push(decoded);
  }
  return segments;
}
