// A TCP client that does what it is told: reads or not, finishes or breaks off.
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { until } from "./running-board";

export class RawClient {
  received = Buffer.alloc(0);
  /** How the board ended the connection. */
  end: "finished" | "reset" | null = null;

  private constructor(readonly socket: Socket) {
    socket.on("data", (bytes: Buffer) => {
      this.received = Buffer.concat([this.received, bytes]);
    });
    socket.on("end", () => (this.end ??= "finished"));
    socket.on("error", () => (this.end ??= "reset"));
  }

  static async connect(port: number): Promise<RawClient> {
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true, noDelay: true });
    await once(socket, "connect");
    return new RawClient(socket);
  }

  send(text: string): void {
    this.socket.write(text);
  }

  /** Waits for so many bytes in all. */
  async bytes(count: number): Promise<Buffer> {
    await until(() => this.received.length >= count || this.end !== null);
    return this.received;
  }

  async ended(): Promise<"finished" | "reset" | null> {
    await until(() => this.end !== null);
    return this.end;
  }
}
