// One TCP connection as lwIP and CircuitPython's socketpool show it to a program
// (ports/espressif/common-hal/socketpool/Socket.c; lwIP src/api/api_lib.c and api_msg.c).
import { EAGAIN, ECONNRESET, ENOTCONN, EPIPE } from "./errno";
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
  private connected = true;
  private finished = false;
  private broken = false;
  /** lwIP's pending error of a reset connection: the first call that meets it takes it away. */
  private resetPending = false;

  constructor(
    private readonly network: Network,
    private readonly connection: ConnectionId,
    readonly peer: { host: string; port: number },
  ) {}

  arrived(bytes: Uint8Array): void {
    this.inbox.push(bytes);
    this.inboxBytes += bytes.length;
  }

  peerFinished(): void {
    this.finished = true;
  }

  wasReset(): void {
    this.broken = true;
    this.resetPending = true;
  }

  /** Data, end of stream or an error: errors read as both readable and writable. */
  get readable(): boolean {
    return this.inboxBytes > 0 || this.finished || this.broken;
  }

  get writable(): boolean {
    return this.broken || !this.connected || this.room >= writableBytes;
  }

  private get room(): number {
    return sendBufferBytes - this.network.unacknowledged(this.connection);
  }

  /** A receive that does not wait: the number of bytes, or -errno. */
  receive(into: Uint8Array): number {
    if (this.inboxBytes > 0) return this.take(into);
    if (this.resetPending) {
      // Socket.c knows only ENOTCONN: lwIP's ECONNRESET becomes EAGAIN, the next call says ENOTCONN.
      this.resetPending = false;
      return -EAGAIN;
    }
    if (!this.finished && !this.broken) return -EAGAIN;
    this.connected = false;
    return -ENOTCONN;
  }

  /** @returns the number of bytes that found room, or -errno; never waits, whatever the timeout */
  send(bytes: Uint8Array): number {
    if (!this.connected) return -EPIPE;
    if (this.broken) {
      this.connected = false;
      return this.resetPending ? -ECONNRESET : -ENOTCONN;
    }
    if (bytes.length === 0) return 0;
    const count = Math.min(bytes.length, this.room);
    if (count <= 0) return -EAGAIN;
    this.network.send(this.connection, bytes.slice(0, count));
    return count;
  }

  /** lwIP resets a connection that is closed with bytes unread (tcp_close_shutdown). */
  close(): void {
    if (!this.broken) {
      this.network.close(this.connection, this.inboxBytes > 0 ? "reset" : "finish");
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
