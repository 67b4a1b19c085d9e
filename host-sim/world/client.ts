// A peer in the virtual world, client or server: a TCP connection whose other end is a test.
import type { Leaving } from "./messages";
import type { ClientEnd, VirtualConnection } from "./virtual-connection";

/** A sight of one client, without the time. */
type ClientSight =
  | { type: "opened"; client: number }
  | { type: "data"; client: number; bytes: Uint8Array }
  | { type: "finished"; client: number }
  | { type: "reset"; client: number };

export class Client implements ClientEnd {
  readonly connection: VirtualConnection;
  private appetite = Infinity;
  private readonly unread: Uint8Array[] = [];
  /** The board's FIN waits behind what has not been read. */
  private ended = false;

  constructor(
    private readonly number: number,
    connect: (end: ClientEnd) => VirtualConnection,
    private readonly see: (sight: ClientSight) => void,
  ) {
    this.connection = connect(this);
  }

  send(bytes: Uint8Array): void {
    this.connection.sendByClient(bytes);
  }

  /**
   * Reads `bytes` more and then no more: what else comes stays with its TCP, as long as that has
   * room.
   */
  read(bytes: number): void {
    this.appetite = bytes;
    const waiting = this.unread.splice(0);
    for (const part of waiting) this.arrived(part);
    if (this.ended) this.finished();
  }

  leave(how: Leaving): void {
    this.connection.endByClient(how);
  }

  opened(): void {
    this.see({ type: "opened", client: this.number });
  }

  arrived(bytes: Uint8Array): void {
    const count = this.unread.length > 0 ? 0 : Math.min(bytes.length, this.appetite);
    if (count > 0) this.take(bytes.subarray(0, count));
    if (count < bytes.length) this.unread.push(bytes.subarray(count));
  }

  finished(): void {
    this.ended = true;
    if (this.unread.length === 0) this.see({ type: "finished", client: this.number });
  }

  wasReset(): void {
    this.see({ type: "reset", client: this.number });
  }

  private take(bytes: Uint8Array): void {
    this.appetite -= bytes.length;
    this.connection.down.consumed(bytes.length);
    this.see({ type: "data", client: this.number, bytes });
  }
}
