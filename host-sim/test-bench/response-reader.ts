// Reads the answers that come over one connection (RFC 9112) with http-parser-js, which does it
// within the call: nothing is still to come when the world goes on.
import { HTTPParser } from "http-parser-js";

export interface ResponseHead {
  readonly status: number;
  readonly reason: string;
  /** By name in lower case; what came several times is joined by ", " (RFC 9110, 5.3). */
  readonly headers: Readonly<Record<string, string>>;
}

export interface ResponseEvents {
  head(head: ResponseHead): void;
  body(bytes: Uint8Array): void;
  complete(): void;
}

export class ResponseReader {
  private readonly parser = new HTTPParser(HTTPParser.RESPONSE);
  private upgraded = false;

  /** @param isHead whether the request was HEAD, whose answer has no body */
  constructor(events: ResponseEvents, isHead = false) {
    const { parser } = this;
    parser[HTTPParser.kOnHeadersComplete] = ({ statusCode, statusMessage, headers, upgrade }) => {
      this.upgraded = upgrade || statusCode === 101;
      events.head({ status: statusCode, reason: statusMessage, headers: headersOf(headers) });
      return isHead || this.upgraded ? 1 : 0;
    };
    parser[HTTPParser.kOnBody] = (chunk, offset, length) =>
      events.body(chunk.subarray(offset, offset + length));
    parser[HTTPParser.kOnMessageComplete] = () => events.complete();
  }

  /**
   * @returns what came behind an answer that changed the protocol
   * @throws Error for what is no HTTP
   */
  push(bytes: Uint8Array): Uint8Array {
    if (this.upgraded) return bytes;
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const taken = this.parser.execute(chunk);
    if (typeof taken === "number") return this.upgraded ? chunk.subarray(taken) : new Uint8Array();
    const shown = JSON.stringify(chunk.toString("latin1", 0, 80));
    throw new Error(`The board sent what is no HTTP answer: ${shown} (${taken.message}).`);
  }

  /** The board sends no more, which ends a body without a length. */
  finish(): void {
    this.parser.finish();
  }
}

function headersOf(list: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (let at = 0; at + 1 < list.length; at += 2) {
    const name = list[at]!.toLowerCase();
    const value = list[at + 1]!;
    headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`;
  }
  return headers;
}
