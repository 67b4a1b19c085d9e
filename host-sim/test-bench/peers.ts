// Everybody who has a connection with a virtual board: clients of a test, and its servers.
import { linkOf, type LinkOptions } from "../world/link";
import type { Sight, ToWorld } from "../world/messages";
import { checkedPeer, checkedPort } from "./arguments";
import { VirtualClient, type ClientSight, type Surroundings } from "./virtual-client";
import { VirtualServer } from "./virtual-server";
import { VirtualUdp } from "./virtual-udp";

export class Peers {
  readonly clients: VirtualClient[] = [];
  private readonly servers: VirtualServer[] = [];
  private readonly udpPeers: VirtualUdp[] = [];
  /** The other ends of the board's own connections, by their numbers. */
  private readonly called = new Map<number, VirtualClient>();

  constructor(
    private readonly board: Surroundings,
    private readonly tell: (message: ToWorld) => void,
  ) {}

  /** @throws UserError */
  connect(link: LinkOptions, port: number, from: string | undefined): VirtualClient {
    const number = this.clients.length;
    const peer = from === undefined ? null : checkedPeer(from);
    const connection = { port: checkedPort(port), link: linkOf(link), from: peer };
    this.tell({ type: "connect", client: number, ...connection });
    const client = new VirtualClient(this.board, number, this.tell);
    this.clients.push(client);
    return client;
  }

  /** @throws UserError */
  serve(host: string, port: number, link: LinkOptions): VirtualServer {
    this.tell({ type: "serve", host, port: checkedPort(port), link: linkOf(link) });
    const server = new VirtualServer(this.board, host, port);
    this.servers.push(server);
    return server;
  }

  /** @throws UserError */
  udp(host: string, port: number, link: LinkOptions): VirtualUdp {
    this.tell({ type: "udp", host, port: checkedPort(port), link: linkOf(link) });
    const peer = new VirtualUdp(this.board, host, port, this.tell);
    this.udpPeers.push(peer);
    return peer;
  }

  datagram({ atMs, host, to, port, bytes }: Extract<Sight, { type: "datagram" }>): void {
    const peer = this.udpPeers.findLast((peer) => peer.host === host && peer.port === to);
    peer?.received.push({ atMs, port, bytes });
  }

  accepted({ client, host, port }: Extract<Sight, { type: "accepted" }>): void {
    const connection = new VirtualClient(this.board, client, this.tell);
    this.called.set(client, connection);
    const server = this.servers.find((server) => server.host === host && server.port === port);
    server?.connections.push(connection);
  }

  saw(sight: ClientSight): void {
    (this.clients[sight.client] ?? this.called.get(sight.client))?.saw(sight);
  }
}
