// A client in the virtual world: a TCP connection whose other end is a test.
import type { Link } from "./link";
import type { Leaving } from "./messages";
import type { ClientEnd, VirtualConnection, VirtualNetwork } from "./virtual-network";

/** A sight of one client, without the time. */
type ClientSight =
  | { type: "opened"; client: number }
  | { type: "data"; client: number; bytes: Uint8Array }
  | { type: "finished"; client: number }
  | { type: "reset"; client: number };

export class Client implements ClientEnd {
  private readonly connection: VirtualConnection;
  private reads = true;
  private readonly unread: Uint8Array[] = [];
  /** The board's FIN waits behind what has not been read. */
  private ended = false;

  constructor(
    private readonly number: number,
    network: VirtualNetwork,
    port: number,
    link: Link,
    private readonly see: (sight: ClientSight) => void,
  ) {
    this.connection = network.connect(port, link, this);
  }

  send(bytes: Uint8Array): void {
    this.connection.up.write(bytes);
  }

  /** A client that does not read leaves what comes to its TCP, as long as that has room. */
  setReads(reads: boolean): void {
    this.reads = reads;
    if (!reads) return;
    for (const bytes of this.unread.splice(0)) this.take(bytes);
    if (this.ended) this.see({ type: "finished", client: this.number });
    this.ended = false;
  }

  leave(how: Leaving): void {
    this.connection.endByClient(how);
  }

  opened(): void {
    this.see({ type: "opened", client: this.number });
  }

  arrived(bytes: Uint8Array): void {
    if (this.reads) this.take(bytes);
    else this.unread.push(bytes);
  }

  finished(): void {
    if (this.unread.length === 0) this.see({ type: "finished", client: this.number });
    else this.ended = true;
  }

  wasReset(): void {
    this.see({ type: "reset", client: this.number });
  }

  private take(bytes: Uint8Array): void {
    this.connection.down.consumed(bytes.length);
    this.see({ type: "data", client: this.number, bytes });
  }
}
