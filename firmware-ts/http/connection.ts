import * as traceback from "traceback";
import { logAnswer } from "./access-log";
import { RequestError } from "./exceptions";
import {
  BODY_TIMEOUT_MS,
  HEAD_TIMEOUT_MS,
  LINGER_MS,
  LINGER_SILENCE_MS,
  PROBE_INTERVAL_MS,
  SILENT_MS,
  SLOW_REQUEST_MS,
} from "./limits";
import type { Peer } from "./peer";
import { RESET, STALLED, STOPPED } from "./peer";
import {
  BYTES_MOVED,
  CONNECTION_TIMED_OUT,
  NO_REQUEST,
  REQUEST_HANDLED_NO_RESPONSE,
  REQUEST_HANDLED_RESPONSE_SENT,
} from "./poll-results";
import type { Request } from "./request";
import { RequestReader } from "./request-reader";
import { Response } from "./response";
import type { Server } from "./server";
import { INTERNAL_SERVER_ERROR_500, REQUEST_TIMEOUT_408 } from "./status";
import { Transmission } from "./transmission";

/** What a connection is doing. */
const READING = 0;
const SENDING = 1;
const LINGERING = 2;
const ENDED = 3;

/** What a viewer says is of no interest, only whether it is still there to say something. */
const PROBE_BUFFER = new Uint8Array(64);

/**
 * One client, from its first byte to the end of its answer. Each `step` does what is possible at
 * once, so that no client can hold up another.
 */
export class Connection {
  transmission: Transmission;
  private readonly reader: RequestReader;
  private response: Response | null = null;
  private state = READING;
  /** When the present state began, in milliseconds. */
  private since: int;
  /** When the client last sent something, in milliseconds. */
  private heardAt: int;
  private probedAt: int = 0;
  private handledAt: int = 0;
  private sent: int = 0;

  constructor(
    readonly server: Server,
    private readonly peer: Peer,
    buffer: Uint8Array,
    now: int,
  ) {
    this.reader = new RequestReader(server, peer, buffer);
    this.transmission = new Transmission(peer, buffer);
    this.since = now;
    this.heardAt = now;
  }

  /** What takes the request in, and then the answer out. */
  get buffer(): Uint8Array {
    return this.reader.buffer;
  }

  /** Whether the answer is to be sent without its body. */
  get headOnly(): boolean {
    return this.reader.headOnly;
  }

  get ended(): boolean {
    return this.state === ENDED;
  }

  /** Does what is possible now, and says what came of it: one of the poll results. */
  step(now: int): string {
    try {
      if (this.peer.gone !== null) return this.close(this.peer.gone);
      if (this.state === READING) return this.read(now);
      if (this.state === SENDING) return this.send(now);
      return this.linger(now);
    } catch (error) {
      if (error instanceof BrokenPipeError) return this.close(this.peer.gone ?? RESET);
      if (error instanceof RequestError) return this.refuse(error, now);
      traceback.printException(error);
      return this.close(STOPPED);
    }
  }

  /**
   * How long this connection has waited for its client to complete a request, in milliseconds,
   * if it may be ended in favour of a newcomer; otherwise -1.
   * @param patience milliseconds without a byte that a client is granted which has begun to ask
   */
  idleTime(now: int, patience: int): int {
    if (this.state === LINGERING) return now - this.since + patience;
    if (this.state !== READING) return -1;
    const idle = now - this.heardAt;
    const granted = this.reader.started ? patience : Math.min(patience, SILENT_MS);
    return idle >= granted || now - this.since >= SLOW_REQUEST_MS ? idle : -1;
  }

  /** Ends the connection, for whatever reason; more than once does no harm. */
  close(reason: string): string {
    if (this.state === ENDED) return NO_REQUEST;
    this.state = ENDED;
    this.peer.close();
    this.server.recycleBuffer(this.reader.buffer);
    if (this.response !== null) this.response.end(reason);
    return BYTES_MOVED;
  }

  /** A request that ends before its end gets no answer, as RFC 9112 §8 allows: `Peer` is gone. */
  private read(now: int): string {
    const received = this.reader.receive();
    if (received) this.heardAt = now;
    if (this.reader.answerable) return this.handle(this.reader.request!, now);
    if (this.reader.request !== null && now - this.since >= BODY_TIMEOUT_MS)
      return this.giveUp(now);
    if (this.reader.request === null && now - this.since >= HEAD_TIMEOUT_MS)
      return this.giveUp(now);
    return received ? BYTES_MOVED : NO_REQUEST;
  }

  private handle(request: Request, now: int): string {
    this.handledAt = now;
    const response = this.prepareAnswer(request, now);
    if (response === null) {
      this.close(STOPPED);
      return REQUEST_HANDLED_NO_RESPONSE;
    }
    const result = this.send(now);
    if (!response.streaming || this.state !== SENDING) return result;
    this.log(response, now);
    return REQUEST_HANDLED_RESPONSE_SENT;
  }

  private prepareAnswer(request: Request, now: int): Response | null {
    try {
      const response = this.server.router.answer(request);
      if (response !== null) this.begin(response, now);
      return response;
    } catch (error) {
      traceback.printException(error);
      const status = INTERNAL_SERVER_ERROR_500;
      const response = new Response(request, "Internal server error", { status: status });
      this.begin(response, now);
      return response;
    }
  }

  /** The client took too long with its request. If it began one, it is told. */
  private giveUp(now: int): string {
    if (this.reader.started) {
      this.refuse(new RequestError(REQUEST_TIMEOUT_408, "Request took too long"), now);
    } else {
      this.close(STALLED);
    }
    return CONNECTION_TIMED_OUT;
  }

  /** Answers a request that no handler got to see, or that its response gave up. */
  private refuse(error: RequestError, now: int): string {
    const response = new Response(this.reader.request, error.message, { status: error.status });
    this.handledAt = now;
    this.begin(response, now);
    return BYTES_MOVED;
  }

  private begin(response: Response, now: int): void {
    if (this.response !== null) this.response.end(STOPPED);
    this.response = response;
    this.transmission = new Transmission(this.peer, this.reader.buffer);
    response.begin(this, now);
    this.state = SENDING;
    this.since = now;
    this.probedAt = now;
  }

  private send(now: int): string {
    const response = this.response!;
    const count = response.advance(now);
    this.sent += count;
    if (response.finished) return this.finish(response, now);
    if (response.stalled(now)) {
      this.close(STALLED);
      return CONNECTION_TIMED_OUT;
    }
    if (response.probed) this.probe(now);
    return count > 0 ? BYTES_MOVED : NO_REQUEST;
  }

  /** Looks whether the client has closed, which sending alone would find out only much later. */
  private probe(now: int): void {
    if (now - this.probedAt < PROBE_INTERVAL_MS) return;
    this.probedAt = now;
    this.peer.receive(PROBE_BUFFER);
  }

  private finish(response: Response, now: int): string {
    this.log(response, now);
    if (this.reader.complete && !this.reader.surplus) {
      this.close(STOPPED);
    } else {
      response.end(STOPPED);
      this.response = null;
      this.state = LINGERING;
      this.since = now;
      this.heardAt = now;
    }
    return REQUEST_HANDLED_RESPONSE_SENT;
  }

  private linger(now: int): string {
    const count = this.peer.receive(this.reader.buffer);
    if (count > 0) this.heardAt = now;
    const silent = now - this.heardAt >= LINGER_SILENCE_MS;
    if (silent || now - this.since >= LINGER_MS) return this.close(STOPPED);
    return count > 0 ? BYTES_MOVED : NO_REQUEST;
  }

  private log(response: Response, now: int): void {
    if (!this.server.debug || response.request === null) return;
    const received = this.reader.received;
    logAnswer(response.request, received, response.status, this.sent, now - this.handledAt);
  }
}
