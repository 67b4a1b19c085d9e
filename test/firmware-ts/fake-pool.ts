/**
 * A socket pool in memory that behaves as CircuitPython's on an ESP32 (common-hal/socketpool):
 * partial sends, EAGAIN, ENOTCONN at end of stream, and what a reset looks like.
 */
export const EAGAIN = 11;
const EPIPE = 32;
const ECONNRESET = 104;
const EADDRINUSE = 112;
export const ENOTCONN = 128;
/** lwIP's send buffer on the ESP32: four segments. */
const SEND_BUFFER = 5760;

export class FakeOSError extends Error {
  constructor(
    readonly errno: number,
    message = String(errno),
  ) {
    super(message);
  }
}
export class FakeBrokenPipeError extends FakeOSError {}

/** The client's end, driven by a test. */
export class FakeClient {
  /** Bytes that the network takes before the server gets EAGAIN; `drain` makes room again. */
  window = SEND_BUFFER;
  /** The largest piece that arrives at once. */
  chunk = Number.POSITIVE_INFINITY;
  /** Whether the server has closed its end. */
  closedByServer = false;
  /** How often the server asked for bytes, and how often it sent some. */
  receives = 0;
  sends = 0;
  readonly arriving: number[] = [];
  private inFlight: Buffer[] = [];
  private received: Buffer[] = [];
  private ended: "no" | "fin" | "reset" = "no";
  private resetSeen = 0;
  private connected = true;

  constructor(readonly address: [string, number]) {}

  send(text: string | Uint8Array): this {
    this.arriving.push(...Buffer.from(text as string));
    return this;
  }

  /** Takes everything that is in flight off the network. */
  drain(): void {
    this.received.push(...this.inFlight);
    this.inFlight = [];
  }

  /** Drains, and returns all that was received so far. */
  read(): string {
    this.drain();
    return Buffer.concat(this.received).toString("latin1");
  }

  close(): void {
    this.ended = "fin";
  }

  reset(): void {
    this.ended = "reset";
    this.arriving.length = 0;
  }

  takeInto(buffer: Uint8Array): number {
    this.receives += 1;
    if (this.closedByServer) throw new FakeOSError(9);
    if (this.arriving.length > 0) {
      const count = Math.min(buffer.length, this.arriving.length, this.chunk);
      buffer.set(this.arriving.splice(0, count));
      return count;
    }
    if (this.ended === "reset" && this.resetSeen++ === 0) throw new FakeOSError(EAGAIN);
    if (this.ended === "no") throw new FakeOSError(EAGAIN);
    this.connected = false;
    throw new FakeOSError(ENOTCONN);
  }

  accept(data: Uint8Array): number {
    if (this.closedByServer) throw new FakeOSError(9);
    if (!this.connected) throw new FakeBrokenPipeError(EPIPE);
    if (this.ended === "reset") {
      this.connected = false;
      throw new FakeOSError(ECONNRESET);
    }
    const pending = this.inFlight.reduce((sum, piece) => sum + piece.length, 0);
    const count = Math.min(data.length, this.window - pending);
    if (count <= 0) throw new FakeOSError(EAGAIN);
    this.sends += 1;
    this.inFlight.push(Buffer.from(data.slice(0, count)));
    return count;
  }
}

class FakeSocket {
  bound: [string, number] | null = null;

  constructor(
    private readonly pool: FakePool,
    private readonly client: FakeClient | null,
  ) {}

  setblocking(flag: boolean): void {
    if (flag) throw new Error("A server must never block.");
  }
  setsockopt(): void {}
  bind(address: [string, number]): void {
    if (this.pool.portTaken) throw new FakeOSError(EADDRINUSE);
    this.bound = address;
  }
  listen(): void {}
  accept(): [FakeSocket, [string, number]] {
    const client = this.pool.backlog[0];
    if (client === undefined || this.pool.open >= this.pool.limit) throw new FakeOSError(EAGAIN);
    this.pool.backlog.shift();
    this.pool.open += 1;
    return [new FakeSocket(this.pool, client), client.address];
  }
  recvInto(buffer: Uint8Array): number {
    return this.client!.takeInto(buffer);
  }
  send(data: Uint8Array): number {
    return this.client!.accept(data);
  }
  close(): void {
    if (this.client === null || this.client.closedByServer) return;
    this.client.closedByServer = true;
    this.pool.open -= 1;
  }
}

/** A board's sockets. */
export class FakePool {
  readonly AF_INET = 2;
  readonly SOCK_STREAM = 1;
  readonly SOL_SOCKET = 0xfff;
  readonly SO_REUSEADDR = 4;
  readonly backlog: FakeClient[] = [];
  /** Connections that the server holds, and how many it may hold. */
  open = 0;
  limit = 7;
  portTaken = false;
  private ports = 50000;

  socket(): FakeSocket {
    return new FakeSocket(this, null);
  }

  getaddrinfo(host: string, port: number): unknown[] {
    if (host === "no such host") throw new Error("gaierror");
    return [[2, 1, 0, "", [host, port]]];
  }

  /** A client that has connected and waits to be accepted. */
  connect(): FakeClient {
    const client = new FakeClient(["192.168.4.2", ++this.ports]);
    this.backlog.push(client);
    return client;
  }
}
