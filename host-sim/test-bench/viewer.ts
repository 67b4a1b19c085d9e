// A viewer of a live stream: asks for it, and takes the pictures out of the answer.
import { MultipartReader, type Frame } from "./multipart-reader";
import { ResponseReader, type ResponseHead } from "./response-reader";
import type { VirtualClient } from "./virtual-client";

export class Viewer {
  /** The pictures that have come whole. */
  readonly frames: Frame[] = [];
  /** Null before the answer has come. */
  head: ResponseHead | null = null;
  private parts: MultipartReader | null = null;

  constructor(
    readonly client: VirtualClient,
    path: string,
  ) {
    const response = new ResponseReader({
      head: (head) => this.begin(head),
      body: (bytes) => this.parts?.push(bytes, this.atMs),
      complete: () => {},
    });
    client.onArrival(({ atMs, bytes }) => {
      this.atMs = atMs;
      response.push(bytes);
    });
    client.send(`GET ${path} HTTP/1.1\r\nHost: taipan.local\r\n\r\n`);
  }

  private atMs = 0;

  /** 0 before the answer has come. */
  get status(): number {
    return this.head?.status ?? 0;
  }

  /** Until `count` pictures have come in all. @throws Error for an answer that is no stream */
  async sees(count: number, seconds?: number): Promise<void> {
    const holds = () => this.frames.length >= count || (this.head !== null && this.parts === null);
    const what = () => `picture ${count} (${this.frames.length} came)`;
    await this.client.until(holds, what, seconds);
    if (this.frames.length >= count) return;
    throw new Error(
      `The answer was ${this.status} ${this.head?.reason}, and no stream of pictures.`,
    );
  }

  private begin(head: ResponseHead): void {
    this.head = head;
    const type = head.headers["content-type"] ?? "";
    if (head.status === 200)
      this.parts = new MultipartReader(type, (frame) => this.frames.push(frame));
  }
}
