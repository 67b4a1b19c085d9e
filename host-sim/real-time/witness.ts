// Who sees what goes over the network of a board that serves real clients.

/** By FIN or by RST. */
export type Ending = "finish" | "reset";

export interface Witness {
  /** The program listens on this port of its own. */
  listening(port: number): void;
  /** @param connection its number, until the board restarts */
  connected(connection: number, port: number, address: string): void;
  /** Bytes from the client. */
  sent(connection: number, bytes: Uint8Array): void;
  /** Bytes to the client. */
  received(connection: number, bytes: Uint8Array): void;
  /** The client ends it. */
  left(connection: number, how: Ending): void;
  /** The board ends it. */
  closed(connection: number, how: Ending): void;
}
