import { RequestError } from "./exceptions";
import { HEAD_LIMIT } from "./limits";
import { HEAD } from "./methods";
import type { Peer } from "./peer";
import { Request } from "./request";
import type { Server } from "./server";
import { REQUEST_HEADER_FIELDS_TOO_LARGE_431, URI_TOO_LONG_414 } from "./status";
import { encode } from "./text";

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
/** What a request without an answer's body begins with. */
const HEAD_START = encode(HEAD + " ");

/** Collects a request, in however small pieces it arrives. */
export class RequestReader {
  /** Known as soon as its head is; its body may still be on the way. */
  request: Request | null = null;
  /** Bytes that have come in all. */
  received: int = 0;
  /** Bytes of the head, or of what follows the request, so far. */
  private length = 0;
  private lineStart = 0;
  private bodyLength = 0;
  /** Whether the answer may depend on the body. */
  private bodyNeeded = true;
  private lines = 0;

  /** @param buffer takes the head; replaced by a larger one when it is too small */
  constructor(
    private readonly server: Server,
    private readonly peer: Peer,
    public buffer: Uint8Array,
  ) {}

  /** Whether anything has come yet. */
  get started(): boolean {
    return this.received > 0;
  }

  /** Whether all of the request has come. */
  get complete(): boolean {
    return this.request !== null && this.bodyLength === this.request.contentLength;
  }

  /** Whether as much of it has come as its answer depends on. */
  get answerable(): boolean {
    return this.complete || !this.bodyNeeded;
  }

  /**
   * Whether the answer is to be sent without its body (RFC 9110 §9.3.2): known from the first bytes
   * of a request that is refused before it is understood, as long as they are in the buffer.
   */
  get headOnly(): boolean {
    if (this.request !== null) return this.request.method === HEAD;
    // The blank line that may come before a request.
    let position = this.buffer[0] === CARRIAGE_RETURN ? 2 : 0;
    if (position + HEAD_START.length > this.length) return false;
    for (const byte of HEAD_START) {
      if (this.buffer[position] !== byte) return false;
      position += 1;
    }
    return true;
  }

  /** Whether more has come than the request. */
  get surplus(): boolean {
    return this.request !== null && this.length > 0;
  }

  /**
   * Receives once; returns whether anything came.
   * @throws RequestError with the status that the client is to get
   * @throws BrokenPipeError the client is gone
   */
  receive(): boolean {
    if (this.request !== null) return this.receiveBody(this.request);
    if (this.length === this.buffer.length) this.grow();
    const count = this.peer.receive(this.buffer.subarray(this.length));
    this.length += count;
    this.received += count;
    if (count > 0) this.readHead();
    return count > 0;
  }

  private receiveBody(request: Request): boolean {
    const count = this.peer.receive(request.body.subarray(this.bodyLength));
    this.bodyLength += count;
    this.received += count;
    return count > 0;
  }

  private readHead(): void {
    const end = this.findHeadEnd();
    if (end < 0) return;
    const request = new Request(
      this.server,
      this.peer.socket,
      this.peer.address,
      this.buffer.subarray(0, end),
    );
    const count = Math.min(this.length - end, request.contentLength);
    // A refusal or a file is certain now, and RFC 9112 §9.3 lets a server that then closes leave the
    // body unread: so nobody holds a place, or memory, by a body that no handler will see.
    this.bodyNeeded = count === request.contentLength || this.server.router.handles(request);
    if (this.bodyNeeded && request.contentLength > 0) {
      request.body = new Uint8Array(request.contentLength);
      request.body.set(this.buffer.subarray(end, end + count), 0);
    }
    this.bodyLength = count;
    this.length -= end + count;
    this.request = request;
  }

  /** Where the body begins, or -1 while the blank line has not come. Looks at no line twice. */
  private findHeadEnd(): int {
    let newline = this.buffer.indexOf(LINE_FEED, this.lineStart);
    // Beyond `length` there may be an older request.
    while (newline >= 0 && newline < this.length) {
      // A CR at most: whether it is one is for RequestHead to judge.
      const blank = newline <= this.lineStart + 1;
      this.lineStart = newline + 1;
      if (blank && this.lines > 0) return this.lineStart;
      if (!blank) this.lines += 1;
      newline = this.buffer.indexOf(LINE_FEED, this.lineStart);
    }
    return -1;
  }

  private grow(): void {
    if (this.length >= HEAD_LIMIT) {
      if (this.lines === 0) throw new RequestError(URI_TOO_LONG_414, "Address too long");
      throw new RequestError(REQUEST_HEADER_FIELDS_TOO_LARGE_431, "Head too large");
    }
    const larger = new Uint8Array(Math.min(this.buffer.length * 2, HEAD_LIMIT));
    larger.set(this.buffer, 0);
    this.buffer = larger;
  }
}
