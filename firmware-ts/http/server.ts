import type { SocketPool } from "socketpool";
import * as time from "time";
import { nowMs } from "./clock";
import { Connection } from "./connection";
import { ServerStoppedError } from "./exceptions";
import { Headers } from "./headers";
import { MAXIMUM_CONNECTIONS, SMALLEST_BUFFER } from "./limits";
import { Listener } from "./listener";
import { GET } from "./methods";
import { STALLED, STOPPED } from "./peer";
import { BYTES_MOVED, moreTelling, NO_REQUEST } from "./poll-results";
import { Route } from "./route";
import type { Handler, PathParameters } from "./route";
import { Router } from "./router";

/** Between two polls while somebody is connected: a fifth of a frame at 40 per second. */
const BUSY_INTERVAL_SECONDS = 0.005;

/** An HTTP server that never waits for a client: `poll` does what is possible now and returns. */
export class Server {
  /** Address and port at which the server listens; nothing while it is stopped. */
  host: string | null = null;
  port: int | null = null;
  stopped = true;
  debug: boolean;
  /** How many clients are served at once; others wait until one of these has gone. */
  maximumConnections: int = MAXIMUM_CONNECTIONS;
  /** How long the longest `poll` took, in milliseconds. */
  longestPoll: int = 0;
  readonly router = new Router();
  private readonly pool: SocketPool;
  private listener: Listener | null = null;
  private open: Connection[] = [];
  private spareBuffers: Uint8Array[] = [];
  private defaultHeaders = new Headers();
  private bufferSize: int = 1024;
  /** Milliseconds. */
  private patience: int = 1000;

  /**
   * @param socketSource where sockets come from: a SocketPool, or CPython's socket module
   * @param rootPath the folder whose files are served where no route fits; by default none
   * @param debug prints a line for each answer
   */
  constructor(
    socketSource: SocketPool,
    readonly rootPath: string | null = null,
    { debug = false }: { debug?: boolean } = {},
  ) {
    this.pool = socketSource;
    this.debug = debug;
  }

  /** Headers that every answer gets unless it has them itself. */
  get headers(): Headers {
    return this.defaultHeaders;
  }

  set headers(value: Headers | Record<string, string>) {
    this.defaultHeaders = value instanceof Headers ? value.copy() : new Headers(value);
  }

  /** Bytes of the buffer through which one connection receives and sends; 256 at least. */
  get requestBufferSize(): int {
    return this.bufferSize;
  }

  set requestBufferSize(value: int) {
    this.bufferSize = Math.max(value, SMALLEST_BUFFER);
    this.spareBuffers = [];
  }

  /**
   * Seconds without a byte that a client is granted in the middle of its request when its place is
   * needed.
   * @throws ValueError it is not positive
   */
  get socketTimeout(): number {
    return this.patience / 1000;
  }

  set socketTimeout(value: number) {
    if (value <= 0) throw new ValueError("Server.socket_timeout must be a positive numeric value.");
    this.patience = Math.floor(value * 1000);
  }

  /** How many clients are connected. */
  get connections(): int {
    return this.open.length;
  }

  /**
   * Lets a handler answer `methods` at `path`: `server.route("/led/<id>", GET)(handler)`. The
   * first route that fits is taken.
   */
  route<Path extends string>(
    path: Path,
    methods: string | string[] = GET,
    { appendSlash = false }: { appendSlash?: boolean } = {},
  ): (handler: Handler<PathParameters<Path>>) => Handler<PathParameters<Path>> {
    const decorate = (handler: Handler<PathParameters<Path>>) => {
      this.router.add(new Route(path, methods, handler as Handler, { appendSlash: appendSlash }));
      return handler;
    };
    return decorate;
  }

  addRoutes(routes: Route[]): void {
    for (const route of routes) this.router.add(route);
  }

  /**
   * Begins to listen.
   * @throws RuntimeError the address makes no sense
   * @throws OSError the port is in use
   */
  start(host: string | null = "0.0.0.0", port: int | null = 5000): void {
    if (host === null || port === null) throw new RuntimeError("Host and port cannot be None");
    try {
      this.pool.getaddrinfo(host, port);
    } catch {
      throw new RuntimeError(`Cannot start server on ${host}:${port}`);
    }
    this.listener = new Listener(this.pool, host, port);
    this.host = host;
    this.port = port;
    this.stopped = false;
    if (this.debug) console.log(`Started development server on http://${host}:${port}`);
  }

  /** Ends every connection and stops listening. */
  stop(): void {
    for (const connection of [...this.open]) connection.close(STOPPED);
    this.open = [];
    if (this.listener !== null) this.listener.close();
    this.listener = null;
    this.host = null;
    this.port = null;
    this.stopped = true;
    if (this.debug) console.log("Stopped development server");
  }

  /**
   * Starts, and serves until Ctrl+C.
   * @param pollInterval seconds to sleep while nobody asks for anything; none to poll without pause
   */
  serveForever(
    host: string = "0.0.0.0",
    port: int = 5000,
    { pollInterval = 0.1 }: { pollInterval?: number | null } = {},
  ): void {
    this.start(host, port);
    try {
      while (!this.stopped) {
        if (this.poll() !== NO_REQUEST || pollInterval === null) continue;
        const busy = this.open.length > 0 && pollInterval > BUSY_INTERVAL_SECONDS;
        time.sleep(busy ? BUSY_INTERVAL_SECONDS : pollInterval);
      }
    } catch (error) {
      if (!(error instanceof KeyboardInterrupt)) throw error;
      this.stop();
    }
  }

  /**
   * Serves every client as far as is possible without waiting, and says what came of it: the most
   * telling of the poll results.
   * @throws ServerStoppedError the server is not started
   */
  poll(): string {
    if (this.listener === null) throw new ServerStoppedError("The server is not started.");
    const now = nowMs();
    let result = NO_REQUEST;
    for (const connection of this.open) {
      const outcome = connection.step(now);
      if (outcome !== NO_REQUEST) result = moreTelling(result, outcome);
    }
    this.sweep();
    // Not before what has arrived is read: who has asked while the program was busy is not idle.
    result = moreTelling(result, this.admit(this.listener, now));
    this.sweep();
    this.longestPoll = Math.max(this.longestPoll, nowMs() - now);
    return result;
  }

  /** Takes back the buffer of a connection that has ended, for the next one. */
  recycleBuffer(buffer: Uint8Array): void {
    if (buffer.length === this.bufferSize) this.spareBuffers.push(buffer);
  }

  private admit(listener: Listener, now: int): string {
    let result = NO_REQUEST;
    for (let count = 0; count < this.maximumConnections; count++) {
      // Only `accept` tells whether somebody waits, so one place is freed before each call: as many
      // as there are newcomers, and one at most in vain.
      if (this.open.length >= this.maximumConnections && !this.makeRoom(now)) break;
      const peer = listener.accept();
      if (peer === null) break;
      const buffer = this.spareBuffers.pop() ?? new Uint8Array(this.bufferSize);
      const connection = new Connection(this, peer, buffer, now);
      this.open.push(connection);
      result = moreTelling(BYTES_MOVED, moreTelling(result, connection.step(now)));
    }
    return result;
  }

  /**
   * Ends the connection that has been idle longest without a complete request; returns whether
   * there was one. Those that were let in just now are never among them.
   */
  private makeRoom(now: int): boolean {
    let longest = -1;
    let idlest: Connection | null = null;
    for (const connection of this.open) {
      const idle = connection.idleTime(now, this.patience);
      if (idle > longest) {
        longest = idle;
        idlest = connection;
      }
    }
    if (idlest === null) return false;
    idlest.close(STALLED);
    this.sweep();
    return true;
  }

  private sweep(): void {
    for (const connection of this.open) {
      if (!connection.ended) continue;
      this.open = this.open.filter((other) => !other.ended);
      return;
    }
  }
}
