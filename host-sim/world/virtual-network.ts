// The network around a virtual board: connections from clients, each over a link of its own.
import type { ConnectionId, Network, NetworkEvents } from "../hardware/network";
import { DatagramWay } from "./datagram-way";
import type { Link } from "./link";
import type { Peer } from "./messages";
import type { Air } from "./pipe";
import { Servers } from "./servers";
import { VirtualConnection, type ClientEnd } from "./virtual-connection";

/** Of a host that does not listen on the port in question. */
const hostLatencyMs = 2;
/**
 * A SYN that nobody answers is sent again every 1.5 s, twelve times (LWIP_TCP_RTO_TIME and
 * TCP_SYNMAXRTX of the ESP-IDF; tcp_slowtmr in lwIP's tcp.c does not double the time in SYN_SENT).
 */
const synPatienceMs = 12 * 1500 + 500;
/** A client sends its SYN again after a second, and then doubles the time (RFC 6298, section 2). */
const knockAgainMs = 1000;

/** The first port that clients connect from (RFC 6335, section 6). */
const firstClientPort = 49_152;

/** Whom the board can reach by UDP. */
interface UdpPeer {
  readonly up: DatagramWay;
  readonly down: DatagramWay;
  /** @param port of the board */
  arrived(port: number, bytes: Uint8Array): void;
}

export class VirtualNetwork implements Network {
  /** The number of the listening socket by its port. */
  private readonly listeners = new Map<number, number>();
  private readonly connections = new Map<ConnectionId, VirtualConnection>();
  readonly servers = new Servers();
  private readonly udp = new Map<string, UdpPeer>();
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

  /** A client connects. @param from where it is; null: wherever there is room */
  connect(port: number, link: Link, end: ClientEnd, from: Peer | null = null): VirtualConnection {
    const { events, air } = this;
    if (events === null) throw new Error("The network has no chip.");
    const id = this.nextConnection++;
    const connection = new VirtualConnection(id, air, link, events, end);
    this.connections.set(id, connection);
    const peer = from ?? {
      host: `192.168.4.${10 + (id % 200)}`,
      port: firstClientPort + (id % 16_000),
    };
    air.clock.after(link.latencyMs, () =>
      air.radio.whenUp(() => this.knock(connection, port, peer, link)),
    );
    return connection;
  }

  resolve(name: string): string | null {
    return this.servers.addressOf(name);
  }

  /** From now on the board's datagrams arrive there. */
  addUdp(host: string, port: number, link: Link, arrived: UdpPeer["arrived"]): void {
    const { air } = this;
    const ways = { up: new DatagramWay(air, link), down: new DatagramWay(air, link) };
    this.udp.set(`${this.servers.addHost(host)}:${port}`, { ...ways, arrived });
  }

  /** To a port of the board, from what was given to `addUdp`. */
  sendToBoard(host: string, from: number, port: number, bytes: Uint8Array): void {
    const address = this.servers.addHost(host);
    const peer = this.udp.get(`${address}:${from}`);
    peer?.down.send(bytes.length, () => this.events?.datagram(port, address, from, bytes));
  }

  /** Where nobody listens it is lost: lwIP does not tell sockets of ICMP's answer. */
  sendDatagram(fromPort: number, to: Peer, bytes: Uint8Array): void {
    const peer = this.udp.get(`${to.host}:${to.port}`);
    peer?.up.send(bytes.length, () => peer.arrived(fromPort, bytes));
  }

  open(address: string, port: number): ConnectionId {
    const id = this.nextConnection++;
    const { clock, radio } = this.air;
    const server = this.servers.at(address, port);
    if (server !== undefined) {
      const { link } = server;
      server.accept((end) => this.dial(id, link, end));
    } else if (this.servers.isHost(address)) {
      // The answer to its SYN is RST.
      clock.after(2 * hostLatencyMs, () => radio.whenUp(() => this.events?.wasReset(id)));
    } else {
      clock.after(synPatienceMs, () => this.events?.wasAborted(id));
    }
    return id;
  }

  /** The handshake of a connection that the board opens. */
  private dial(id: ConnectionId, link: Link, end: ClientEnd): VirtualConnection {
    const { events, air } = this;
    if (events === null) throw new Error("The network has no chip.");
    const connection = new VirtualConnection(id, air, link, events, end);
    this.connections.set(id, connection);
    air.clock.after(2 * link.latencyMs, () =>
      air.radio.whenUp(() => {
        events.opened(id);
        connection.up.release();
        connection.open();
      }),
    );
    return connection;
  }

  private knock(
    connection: VirtualConnection,
    port: number,
    peer: Peer,
    link: Link,
    againMs = knockAgainMs,
  ): void {
    const listener = this.listeners.get(port);
    if (listener === undefined) return connection.closeByBoard("reset");
    if (this.events?.hasRoom(listener) === false) {
      this.air.clock.after(againMs, () => {
        // Who has left knocks no more.
        if (connection.hasClient) this.knock(connection, port, peer, link, 2 * againMs);
      });
      return;
    }
    this.events?.incoming(listener, connection.id, peer.host, peer.port);
    this.air.clock.after(link.latencyMs, () => connection.open());
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
