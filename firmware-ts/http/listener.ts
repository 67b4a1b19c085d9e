import type { Socket, SocketPool } from "socketpool";
import { BACKLOG } from "./limits";
import { Peer } from "./peer";

/** The socket at which newcomers arrive. */
export class Listener {
  private readonly socket: Socket;

  /** @throws OSError EADDRINUSE and what else may hinder a server from taking the port */
  constructor(pool: SocketPool, host: string, port: int) {
    this.socket = pool.socket(pool.AF_INET, pool.SOCK_STREAM);
    try {
      this.socket.setsockopt(pool.SOL_SOCKET, pool.SO_REUSEADDR, 1);
      this.socket.bind([host, port]);
      this.socket.listen(BACKLOG);
      this.socket.setblocking(false);
    } catch (error) {
      this.socket.close();
      throw error;
    }
  }

  /**
   * The next newcomer, or nothing when none waits. Any failure means none: a board says EAGAIN even
   * when it is out of sockets, and a newcomer that has already gone again is none either.
   */
  accept(): Peer | null {
    try {
      const [socket, address] = this.socket.accept();
      return new Peer(socket, address);
    } catch (error) {
      if (!(error instanceof OSError)) throw error;
      return null;
    }
  }

  close(): void {
    this.socket.close();
  }
}
