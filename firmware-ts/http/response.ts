import type { Connection } from "./connection";
import { Headers } from "./headers";
import { STALL_TIMEOUT_MS } from "./limits";
import type { Request } from "./request";
import type { Server } from "./server";
import { NO_CONTENT_204, OK_200, Status } from "./status";
import { encode, NOTHING } from "./text";
import type { Transmission } from "./transmission";

/** A code that has no `Status` in adafruit_httpserver. */
const NOT_MODIFIED = 304;

/** An answer with its whole body at hand. */
export class Response {
  /** How long the client may take nothing before it is let go, in milliseconds. */
  stallTimeout: int = STALL_TIMEOUT_MS;
  /** Whether the answer goes on until somebody ends it. */
  readonly streaming: boolean = false;
  /** Whether to look for the client's leaving even when there is nothing to send. */
  readonly probed: boolean = false;
  /** Why the connection has ended (`closed`, `reset`, `stalled`, `stopped`); nothing until then. */
  ended: string | null = null;
  readonly status: Status;
  readonly headers: Headers;
  protected transmission: Transmission | null = null;
  private readonly body: ReadableBuffer;
  private readonly contentType: string | null;
  private readonly cookies: Record<string, string>;

  /**
   * @param request missing only where it could not be read
   * @param contentType text/plain where neither this nor a header says otherwise
   * @throws ValueError a header's name or value would break out of its line
   */
  constructor(
    readonly request: Request | null,
    body: string | ReadableBuffer = "",
    {
      status = OK_200,
      headers = null,
      cookies = null,
      contentType = null,
    }: {
      status?: Status;
      headers?: Headers | Record<string, string> | null;
      cookies?: Record<string, string> | null;
      contentType?: string | null;
    } = {},
  ) {
    this.body = typeof body === "string" ? encode(body) : body;
    this.status = status;
    this.headers = new Headers();
    if (headers !== null) this.headers.update(headers);
    this.cookies = cookies ?? {};
    this.contentType = contentType;
  }

  /** Makes everything ready for the first `advance`. */
  begin(connection: Connection, now: int): void {
    const head = this.encodeHead(connection.server, this.body.length);
    const content = connection.headOnly || !this.hasBody ? NOTHING : this.body;
    this.transmission = connection.transmission;
    this.transmission.begin(head, content, NOTHING, now);
  }

  /**
   * Sends what the client takes without waiting; returns the number of bytes.
   * @throws BrokenPipeError the client is gone
   */
  advance(now: int): int {
    return this.transmission!.advance(now);
  }

  /** Whether the client has all of it. */
  get finished(): boolean {
    return this.transmission!.done;
  }

  /** Whether the client has taken nothing for too long. */
  stalled(now: int): boolean {
    const transmission = this.transmission!;
    return !transmission.done && now - transmission.progressAt >= this.stallTimeout;
  }

  /** Told once when the connection has ended, whether or not everything was sent. */
  end(reason: string): void {
    this.ended = reason;
  }

  /** Status line and header lines; no length for a body that ends with the connection. */
  protected encodeHead(server: Server, contentLength: int | null): Uint8Array {
    const headers = this.headers;
    for (const [name, value] of server.headers.items()) headers.setdefault(name, value);
    if (this.hasBody) {
      headers.setdefault("content-type", this.contentType ?? "text/plain");
      if (contentLength !== null) headers.setdefault("content-length", String(contentLength));
    }
    headers.setdefault("connection", "close");
    for (const [name, value] of Object.entries(this.cookies)) {
      headers.add("set-cookie", `${name}=${value}`);
    }
    let text = `HTTP/1.1 ${this.status.code} ${this.status.text}\r\n`;
    for (const [name, value] of headers.items()) text += `${name}: ${value}\r\n`;
    return encode(text + "\r\n");
  }

  /** RFC 9110 §6.4.1: these have neither a body nor headers that speak of one. */
  private get hasBody(): boolean {
    const code = this.status.code;
    return code >= 200 && code !== NO_CONTENT_204.code && code !== NOT_MODIFIED;
  }
}
