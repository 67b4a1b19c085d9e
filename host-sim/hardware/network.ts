// What the simulated chip asks of the world's network, and what the world tells the chip. The real
// one bridges to the operating system's sockets; nothing here knows which it is.

/** A connection from outside, numbered by the network. */
export type ConnectionId = number;

export interface Network {
  /** From now on connections to `port` arrive. */
  listen(listener: number, port: number): void;
  unlisten(listener: number): void;
  /** The address of a name; null when nobody has it. Absent where names are not looked up. */
  resolve?(name: string): string | null;
  /** Connects from the board; how that ends comes as an event. Absent where that is not simulated. */
  open?(address: string, port: number): ConnectionId;
  /** Sends from a port of the board. Absent where UDP is not simulated. */
  sendDatagram?(fromPort: number, to: { host: string; port: number }, bytes: Uint8Array): void;
  /** The firmware took a connection: its bytes may come. */
  accept(connection: ConnectionId): void;
  /** Hands over bytes; the array belongs to the network from now on. */
  send(connection: ConnectionId, bytes: Uint8Array): void;
  /** Bytes handed over that the other side's TCP has not acknowledged yet. */
  unacknowledged(connection: ConnectionId): number;
  /** The firmware read `count` bytes: as many more may come. */
  consumed(connection: ConnectionId, count: number): void;
  /** Ends a connection with FIN after everything sent, or at once with RST. */
  close(connection: ConnectionId, how: "finish" | "reset"): void;
}

export interface NetworkEvents {
  /** Whether one more connection may wait for `accept`; lwIP drops the SYN where not. */
  hasRoom(listener: number): boolean;
  incoming(listener: number, connection: ConnectionId, host: string, port: number): void;
  /** What the board opened is open. */
  opened(connection: ConnectionId): void;
  received(connection: ConnectionId, bytes: Uint8Array): void;
  /** A datagram has come to a port of the board. */
  datagram(toPort: number, host: string, port: number, bytes: Uint8Array): void;
  /** The other side sends no more. */
  finished(connection: ConnectionId): void;
  /** The connection was broken off. */
  wasReset(connection: ConnectionId): void;
  /** Nothing was acknowledged for so long that lwIP has given the connection up. */
  wasAborted(connection: ConnectionId): void;
}
