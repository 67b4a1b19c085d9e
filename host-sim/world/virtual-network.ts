// The network around a virtual board: connections from clients, each over a link of its own.
import type { ConnectionId, Network, NetworkEvents } from "../hardware/network";
import { receiveWindowBytes } from "../hardware/tcp-stream";
import type { Link } from "./link";
import { Pipe, type Air } from "./pipe";

/** What a client is told about its connection. */
export interface ClientEnd {
  /** The board's TCP has answered: bytes can be sent. */
  opened(): void;
  arrived(bytes: Uint8Array): void;
  /** The board sends no more. */
  finished(): void;
  /** The board broke the connection off, or nothing listens there. */
  wasReset(): void;
}

export interface Peer {
  readonly host: string;
  readonly port: number;
}

type Ending = "open" | "closed";

export class VirtualConnection {
  readonly down: Pipe;
  readonly up: Pipe;
  private board: Ending = "open";
  private client: Ending = "open";

  constructor(
    readonly id: ConnectionId,
    private readonly air: Air,
    private readonly link: Link,
    private readonly chip: NetworkEvents,
    private readonly end: ClientEnd,
  ) {
    this.down = new Pipe(air, link, link.windowBytes, {
      arrived: (bytes) => this.clientGets(bytes),
      finished: () => {
        if (this.client === "open") this.end.finished();
      },
    });
    this.up = new Pipe(air, link, receiveWindowBytes, {
      arrived: (bytes) => this.boardGets(bytes),
      finished: () => {
        if (this.board === "open") this.chip.finished(this.id);
      },
    });
    // Until the program has accepted, the bytes wait in lwIP.
    this.up.hold();
  }

  /** The board ends it: with FIN after everything sent, or at once with RST. */
  closeByBoard(how: "finish" | "reset"): void {
    this.board = "closed";
    if (how === "finish") {
      this.down.finish();
      this.up.release();
      return;
    }
    this.down.sever();
    this.later(() => this.tellClientOfReset());
  }

  /** The board has lost its power: it knows of nothing, and answers what comes with RST. */
  forget(): void {
    this.board = "closed";
    this.down.sever();
    this.up.release();
  }

  /** The client ends it. With `finish` it reads on, with `close` it does not. */
  endByClient(how: "finish" | "close" | "reset" | "vanish"): void {
    if (how === "finish") return this.up.finish();
    if (this.client === "closed") return;
    this.client = "closed";
    if (how === "close") return this.up.finish();
    this.up.sever();
    this.down.sever();
    if (how === "reset") this.later(() => this.tellBoardOfReset());
  }

  private clientGets(bytes: Uint8Array): void {
    if (this.client === "open") return this.end.arrived(bytes);
    // A closed socket answers data with RST (RFC 9293, 3.10.7.1).
    this.down.sever();
    this.later(() => this.tellBoardOfReset());
  }

  private boardGets(bytes: Uint8Array): void {
    if (this.board === "open") return this.chip.received(this.id, bytes);
    this.up.sever();
    this.later(() => this.tellClientOfReset());
  }

  private tellBoardOfReset(): void {
    if (this.board === "open") this.chip.wasReset(this.id);
  }

  private tellClientOfReset(): void {
    if (this.client === "open") this.end.wasReset();
    this.client = "closed";
  }

  /** A segment without data, which waits for nothing. */
  private later(happen: () => void): void {
    const { clock, radio } = this.air;
    clock.after(this.link.latencyMs, () => radio.whenUp(happen));
  }
}

/** The first port that clients connect from (RFC 6335, section 6). */
const firstClientPort = 49_152;

export class VirtualNetwork implements Network {
  /** The number of the listening socket by its port. */
  private readonly listeners = new Map<number, number>();
  private readonly connections = new Map<ConnectionId, VirtualConnection>();
  private nextConnection = 1;
  private events: NetworkEvents | null = null;

  /** @param onListen called when the board's program begins to listen */
  constructor(
    private readonly air: Air,
    private readonly onListen: (port: number) => void,
  ) {}

  /** From now on it is this chip's network; an earlier one's connections are nobody's. */
  attach(events: NetworkEvents): void {
    this.events = events;
    this.listeners.clear();
    for (const connection of this.connections.values()) connection.forget();
    this.connections.clear();
  }

  get ports(): number[] {
    return [...this.listeners.keys()];
  }

  /** A client connects. */
  connect(port: number, link: Link, end: ClientEnd): VirtualConnection {
    const { events, air } = this;
    if (events === null) throw new Error("The network has no chip.");
    const id = this.nextConnection++;
    const connection = new VirtualConnection(id, air, link, events, end);
    this.connections.set(id, connection);
    const peer = { host: `192.168.4.${10 + (id % 200)}`, port: firstClientPort + (id % 16_000) };
    air.clock.after(link.latencyMs, () =>
      air.radio.whenUp(() => this.knock(connection, port, peer, end, link)),
    );
    return connection;
  }

  private knock(
    connection: VirtualConnection,
    port: number,
    peer: Peer,
    end: ClientEnd,
    link: Link,
  ): void {
    const listener = this.listeners.get(port);
    if (listener === undefined) return connection.closeByBoard("reset");
    this.events?.incoming(listener, connection.id, peer.host, peer.port);
    this.air.clock.after(link.latencyMs, () => end.opened());
  }

  listen(listener: number, port: number): void {
    this.listeners.set(port, listener);
    this.onListen(port);
  }

  unlisten(listener: number): void {
    for (const [port, number] of this.listeners) {
      if (number === listener) this.listeners.delete(port);
    }
  }

  accept(connection: ConnectionId): void {
    this.connections.get(connection)?.up.release();
  }

  send(connection: ConnectionId, bytes: Uint8Array): void {
    this.connections.get(connection)?.down.write(bytes);
  }

  unacknowledged(connection: ConnectionId): number {
    return this.connections.get(connection)?.down.unacknowledged ?? 0;
  }

  consumed(connection: ConnectionId, count: number): void {
    this.connections.get(connection)?.up.consumed(count);
  }

  close(connection: ConnectionId, how: "finish" | "reset"): void {
    this.connections.get(connection)?.closeByBoard(how);
  }
}
