// A peer of the board for UDP, in a test's hand.
import type { ToWorld } from "../world/messages";
import type { Surroundings } from "./virtual-client";

export interface Datagram {
  readonly atMs: number;
  /** The board's port from which it came. */
  readonly port: number;
  readonly bytes: Uint8Array;
}

export class VirtualUdp {
  /** What the board has sent, oldest first. */
  readonly received: Datagram[] = [];

  constructor(
    private readonly board: Surroundings,
    readonly host: string,
    readonly port: number,
    private readonly tell: (message: ToWorld) => void,
  ) {}

  /** Until `count` datagrams have come in all. */
  receives(count: number, seconds?: number): Promise<void> {
    const what = `${count} datagrams at ${this.host}:${this.port} (${this.received.length} came)`;
    return this.board.until(() => this.received.length >= count, what, seconds);
  }

  /** @param port of the board; unless given the one from which the last datagram came */
  send(data: string | Uint8Array, port = this.received.at(-1)?.port ?? 0): void {
    const { host, port: from } = this;
    this.tell({ type: "datagram", host, from, port, bytes: Buffer.from(data) });
  }
}
