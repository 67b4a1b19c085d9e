// One TCP connection as lwIP and CircuitPython's socketpool show it to a program
// (ports/espressif/common-hal/socketpool/Socket.c; lwIP src/api/api_lib.c and api_msg.c).
import { EAGAIN, EALREADY, ECONNRESET, EISCONN, ENOTCONN, EPIPE } from "./errno";
import type { ConnectionId, Network } from "./network";

/** CONFIG_LWIP_TCP_MSS, ESP-IDF's default, overridden by no board. */
export const segmentBytes = 1440;
/** TCP_SND_BUF: four segments. */
export const sendBufferBytes = 4 * segmentBytes;
/** TCP_WND, the same: what may arrive before the program reads. */
export const receiveWindowBytes = 4 * segmentBytes;
/** TCP_SNDLOWAT of lwIP's opt.h: `select` calls a socket writable only above this much room. */
const writableBytes = 2 * segmentBytes + 1;

export class TcpStream {
  private readonly inbox: Uint8Array[] = [];
  private inboxBytes = 0;
  /** socketpool's own flag: cleared by the first error, and `send` looks at it before lwIP. */
  private connected: boolean;
  /** The handshake is through. */
  private established: boolean;
  private finished = false;
  private broken = false;
  /** lwIP's pending error of a broken connection: the first call that meets it takes it away. */
  private pendingError: number | null = null;

  /** @param isAccepted the board's own attempts to connect are open later, or not at all */
  constructor(
    private readonly network: Network,
    private readonly connection: ConnectionId,
    readonly peer: { host: string; port: number },
    isAccepted = true,
  ) {
    this.connected = isAccepted;
    this.established = isAccepted;
  }

  opened(): void {
    this.established = true;
  }

  /** Of an attempt to connect: it goes on, and an error has not come either. */
  get isConnecting(): boolean {
    return !this.established && !this.broken;
  }

  /** What lwip_netconn_do_connect answers on a socket that has tried before: -errno. */
  connectAgain(): number {
    if (this.broken) return -ENOTCONN;
    return this.established ? -EISCONN : -EALREADY;
  }

  /** How an attempt to connect has ended (SO_ERROR, which takes the error away): 0 or -errno. */
  connect(): number {
    const error = this.pendingError ?? (this.broken ? ENOTCONN : null);
    this.pendingError = null;
    if (error !== null) return -error;
    this.connected = true;
    return 0;
  }

  arrived(bytes: Uint8Array): void {
    this.inbox.push(bytes);
    this.inboxBytes += bytes.length;
  }

  peerFinished(): void {
    this.finished = true;
  }

  /** @param errno ECONNRESET, or ECONNABORTED where lwIP has given up */
  wasBroken(errno: number): void {
    this.broken = true;
    this.pendingError = errno;
  }

  /** What ends the loop of a receive that waits (Socket.c): data or the peer's FIN, and no error. */
  get endsWait(): boolean {
    return this.inboxBytes > 0 || (this.finished && !this.broken);
  }

  /** The peer sends no more, and everything was read. */
  get isAtEnd(): boolean {
    return this.inboxBytes === 0 && this.finished;
  }

  /** Data, end of stream or an error: errors read as both readable and writable. */
  get readable(): boolean {
    return this.inboxBytes > 0 || this.finished || this.broken;
  }

  get writable(): boolean {
    if (!this.established || this.broken) return this.broken;
    return !this.connected || this.room >= writableBytes;
  }

  private get room(): number {
    return sendBufferBytes - this.network.unacknowledged(this.connection);
  }

  /** A receive that does not wait: the number of bytes, or -errno. */
  receive(into: Uint8Array): number {
    if (this.inboxBytes > 0) return this.take(into);
    if (this.pendingError !== null) {
      // Socket.c knows only ENOTCONN: any other error becomes EAGAIN, the next call says ENOTCONN.
      this.pendingError = null;
      return -EAGAIN;
    }
    if (!this.finished && !this.broken) return -EAGAIN;
    this.connected = false;
    return -ENOTCONN;
  }

  /** @returns the number of bytes that found room, or -errno; never waits, whatever the timeout */
  send(bytes: Uint8Array): number {
    if (!this.connected) return -EPIPE;
    // netconn_write_vectors_partly asks for the length before it asks lwIP.
    if (bytes.length === 0) return 0;
    if (this.broken) return this.sendError();
    const count = Math.min(bytes.length, this.room);
    if (count <= 0) return -EAGAIN;
    this.network.send(this.connection, bytes.slice(0, count));
    return count;
  }

  /** Only these two errors tell Socket.c that the connection is gone. */
  private sendError(): number {
    const error = this.pendingError ?? ENOTCONN;
    this.pendingError = null;
    if (error === ECONNRESET || error === ENOTCONN) this.connected = false;
    return -error;
  }

  /** lwIP resets a connection that is closed with bytes unread (tcp_close_shutdown). */
  close(): void {
    if (!this.broken) {
      const isUnheard = !this.established || this.inboxBytes > 0;
      this.network.close(this.connection, isUnheard ? "reset" : "finish");
    }
  }

  private take(into: Uint8Array): number {
    let filled = 0;
    while (filled < into.length) {
      const head = this.inbox[0];
      if (head === undefined) break;
      const part = head.subarray(0, into.length - filled);
      into.set(part, filled);
      filled += part.length;
      if (part.length === head.length) this.inbox.shift();
      else this.inbox[0] = head.subarray(part.length);
    }
    this.inboxBytes -= filled;
    this.network.consumed(this.connection, filled);
    return filled;
  }
}
