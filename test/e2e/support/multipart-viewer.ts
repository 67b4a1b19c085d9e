// A viewer of multipart/x-mixed-replace over a plain socket: keeps whole pictures, and leaves in each
// way that a browser, a phone or a killed process would.
import { connect, type Socket } from "node:net";

const START_OF_IMAGE = Buffer.from([0xff, 0xd8]);
const END_OF_IMAGE = Buffer.from([0xff, 0xd9]);

export class MultipartViewer {
  readonly pictures: Buffer[] = [];
  private headRead = false;
  private ended = false;
  private pending = Buffer.alloc(0);
  private readonly waiters = new Set<() => void>();

  private constructor(private readonly socket: Socket) {
    socket.on("data", (bytes) => this.read(bytes as Buffer));
    socket.on("error", () => undefined);
    socket.on("close", () => {
      this.ended = true;
      this.wake();
    });
  }

  /** Connects and asks; what comes is waited for by the picture. */
  static open(port: number): MultipartViewer {
    const socket = connect({ port, host: "127.0.0.1" });
    const viewer = new MultipartViewer(socket);
    socket.write("GET /stream HTTP/1.1\r\nHost: camera\r\n\r\n");
    return viewer;
  }

  /** Returns when `count` pictures have come in all; throws when the stream ends before. */
  async waitForPictures(count: number): Promise<void> {
    await this.waitUntil(() => this.pictures.length >= count);
    if (this.pictures.length < count) {
      throw new Error(`the stream ended after ${this.pictures.length} of ${count} pictures`);
    }
  }

  /** A FIN. */
  close(): void {
    this.socket.end();
    this.socket.destroySoon();
  }

  /** A FIN, while this end still reads. */
  halfClose(): void {
    this.socket.end();
  }

  /** An RST, as a killed process with unread bytes leaves behind. */
  reset(): void {
    this.socket.resetAndDestroy();
  }

  private async waitUntil(condition: () => boolean): Promise<void> {
    while (!condition() && !this.ended) {
      await new Promise<void>((resolve) => {
        const wake = () => {
          this.waiters.delete(wake);
          resolve();
        };
        this.waiters.add(wake);
      });
    }
  }

  private wake(): void {
    for (const waiter of [...this.waiters]) waiter();
  }

  private read(bytes: Buffer): void {
    this.pending = Buffer.concat([this.pending, bytes]);
    // A head may hold anything, a picture begins after it.
    if (!this.headRead && !this.pending.includes("\r\n\r\n")) return;
    this.headRead = true;
    for (;;) {
      const start = this.pending.indexOf(START_OF_IMAGE);
      const end = start < 0 ? -1 : this.pending.indexOf(END_OF_IMAGE, start);
      if (end < 0) break;
      this.pictures.push(Buffer.from(this.pending.subarray(start, end + 2)));
      this.pending = this.pending.subarray(end + 2);
    }
    this.wake();
  }
}
