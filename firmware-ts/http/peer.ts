import { EAGAIN, ENOTCONN } from "errno";
import type { Socket } from "socketpool";

/** CircuitPython's errno module does not name it. */
export const EPIPE = 32;

/** The client ended the connection in order. */
export const CLOSED = "closed";
/** The connection broke: the client was killed, or the network gave up. */
export const RESET = "reset";
/** The client took nothing for too long. */
export const STALLED = "stalled";
/** This side ended the connection. */
export const STOPPED = "stopped";

/**
 * The other end of a connection. The one place that decides what "gone" means: any OSError but
 * EAGAIN, or an end of stream, from any call. It is shown as BrokenPipeError, once; after that
 * nothing is sent or received any more. That the end of a stream is the end of both directions is
 * the board's doing: `recv_into` marks the socket as not connected, and `send` then refuses
 * (socketpool/Socket.c). So whoever is to be answered although he may have closed his sending end
 * must not be asked for more.
 */
export class Peer {
  /** Why the other end is gone; nothing while it is there. */
  gone: string | null = null;

  /** @param address host and port */
  constructor(
    readonly socket: Socket,
    readonly address: [string, int],
  ) {
    socket.setblocking(false);
  }

  /**
   * Fills `buffer` with what has arrived; returns the number of bytes, 0 when nothing has.
   * @throws BrokenPipeError the other end is gone
   */
  receive(buffer: Uint8Array): int {
    if (this.gone !== null) return 0;
    try {
      const count = this.socket.recvInto(buffer);
      if (count > 0) return count;
    } catch (error) {
      if (!(error instanceof OSError)) throw error;
      if (error.errno === EAGAIN) return 0;
      // An orderly end is ENOTCONN on a board and 0 bytes elsewhere (socketpool/Socket.c).
      throw this.lose(error.errno === ENOTCONN ? CLOSED : RESET);
    }
    throw this.lose(CLOSED);
  }

  /**
   * Hands over as much of `data` as fits; returns the number of bytes, 0 when nothing does.
   * @throws BrokenPipeError the other end is gone
   */
  send(data: ReadableBuffer): int {
    if (this.gone !== null) return 0;
    try {
      return this.socket.send(data);
    } catch (error) {
      if (!(error instanceof OSError)) throw error;
      if (error.errno === EAGAIN) return 0;
      throw this.lose(RESET);
    }
  }

  /** Ends the connection from this side. */
  close(): void {
    if (this.gone === null) this.gone = STOPPED;
    this.socket.close();
  }

  private lose(reason: string): BrokenPipeError {
    this.gone = reason;
    return new BrokenPipeError(EPIPE, reason);
  }
}
