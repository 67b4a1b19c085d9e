// Writes a run down while it goes on.
import { closeSync, openSync, writeSync } from "node:fs";
import { UserError } from "../../transpiler/cli/command";
import type { Ending, Witness } from "../real-time/witness";
import { eventLine, headLine, type RecordedEvent, type RecordingHead } from "./recording";

export class Recorder implements Witness {
  private readonly file: number;
  private startMs = performance.now();
  /** Clients are numbered over all restarts of the board, connections from each start anew. */
  private readonly clients = new Map<number, number>();
  private nextClient = 0;

  /** @throws UserError when the file can't be written */
  constructor(path: string, head: RecordingHead) {
    try {
      this.file = openSync(path, "w");
    } catch (error) {
      throw new UserError(`${path} can't be written (${(error as Error).message}).`);
    }
    writeSync(this.file, headLine(head));
  }

  /** The board is started: times count from here. */
  begin(): void {
    this.startMs = performance.now();
  }

  console(line: string): void {
    this.write({ type: "console", line });
  }

  stop(): void {
    this.write({ type: "stop" });
  }

  listening(port: number): void {
    this.write({ type: "listening", port });
  }

  connected(connection: number, port: number, address: string): void {
    const client = this.nextClient++;
    this.clients.set(connection, client);
    this.write({ type: "connected", client, port, address });
  }

  sent(connection: number, bytes: Uint8Array): void {
    this.of(connection, (client) => ({ type: "sent", client, bytes }));
  }

  received(connection: number, bytes: Uint8Array): void {
    this.of(connection, (client) => ({ type: "received", client, bytes }));
  }

  left(connection: number, how: Ending): void {
    this.of(connection, (client) => ({ type: "left", client, how }));
  }

  closed(connection: number, how: Ending): void {
    this.of(connection, (client) => ({ type: "closed", client, how }));
  }

  close(): void {
    closeSync(this.file);
  }

  private of(connection: number, event: (client: number) => RecordedEvent): void {
    const client = this.clients.get(connection);
    if (client !== undefined) this.write(event(client));
  }

  private write(event: RecordedEvent): void {
    writeSync(this.file, eventLine({ ...event, atMs: performance.now() - this.startMs }));
  }
}
