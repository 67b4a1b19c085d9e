// A viewer of a live stream: asks for it, and takes the pictures out of the answer.
import { MultipartReader, type Frame } from "./multipart-reader";
import type { VirtualClient } from "./virtual-client";

export class Viewer {
  private readonly reader = new MultipartReader();

  constructor(
    readonly client: VirtualClient,
    path: string,
  ) {
    client.onArrival(({ atMs, bytes }) => this.reader.push(bytes, atMs));
    client.send(`GET ${path} HTTP/1.1\r\nHost: taipan.local\r\nConnection: close\r\n\r\n`);
  }

  /** 0 before the answer has come. */
  get status(): number {
    return this.reader.status;
  }

  /** The pictures that have come whole. */
  get frames(): readonly Frame[] {
    return this.reader.frames;
  }

  get endedBy(): "finish" | "reset" | null {
    return this.client.endedBy;
  }

  stall(): void {
    this.client.stall();
  }

  resume(): void {
    this.client.resume();
  }

  finish(): void {
    this.client.finish();
  }

  close(): void {
    this.client.close();
  }

  reset(): void {
    this.client.reset();
  }

  vanish(): void {
    this.client.vanish();
  }
}
