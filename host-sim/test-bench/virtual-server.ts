// A server in a test's hand, to which the board connects.
import type { Surroundings, VirtualClient } from "./virtual-client";

export class VirtualServer {
  /** What the board has opened, oldest first. */
  readonly connections: VirtualClient[] = [];
  private handedOut = 0;

  constructor(
    private readonly board: Surroundings,
    readonly host: string,
    readonly port: number,
  ) {}

  /** The next connection from the board. */
  async accepted(seconds?: number): Promise<VirtualClient> {
    const index = this.handedOut++;
    const what = `the board to connect to ${this.host}:${this.port}`;
    await this.board.until(() => this.connections.length > index, what, seconds);
    return this.connections[index]!;
  }
}
