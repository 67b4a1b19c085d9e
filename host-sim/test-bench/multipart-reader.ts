// Takes the parts out of the body of a `multipart/x-mixed-replace` answer (RFC 2046, 5.1.1).

/** A picture of a stream. */
export interface Frame {
  /** When its last byte came, in milliseconds of the board's time. */
  readonly atMs: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

/** A part's head that is longer than this is none. */
const longestHead = 4096;

export class MultipartReader {
  /** The headers of the part whose body is coming; null between parts. */
  private part: Record<string, string> | null = null;
  private pending: Buffer = Buffer.alloc(0);
  private readonly delimiter: string;
  private ended = false;

  /** @param contentType of the answer. @throws Error when it names no boundary */
  constructor(
    contentType: string,
    private readonly onFrame: (frame: Frame) => void,
  ) {
    const found = /^multipart\/x-mixed-replace;\s*boundary="?([^";]+)"?/i.exec(contentType);
    if (found === null) throw new Error(`This is no stream of pictures: ${contentType}`);
    // Servers that name the dashes in the boundary too are common. Browsers take them as they mean
    // it (Blink, multipart_image_resource_parser.cc).
    const boundary = found[1] as string;
    this.delimiter = boundary.startsWith("--") ? boundary : `--${boundary}`;
  }

  /** @throws Error once, for a body that is not made of parts */
  push(bytes: Uint8Array, atMs: number): void {
    if (this.ended) return;
    this.pending = Buffer.concat([this.pending, bytes]);
    try {
      while (this.part === null ? this.readHead() : this.readBody(this.part, atMs));
    } catch (error) {
      this.ended = true;
      throw error;
    }
  }

  private readHead(): boolean {
    // The line end before a delimiter belongs to it.
    while (this.pending.subarray(0, 2).equals(lineEnd)) this.pending = this.pending.subarray(2);
    const start = this.pending.toString("latin1", 0, this.delimiter.length + 4);
    if (start.startsWith(`${this.delimiter}--`)) {
      this.ended = true;
      return false;
    }
    const end = this.pending.indexOf("\r\n\r\n");
    if (end < 0) {
      if (this.pending.length > longestHead) throw new Error("The head of a part has no end.");
      return false;
    }
    const [line, ...fields] = this.pending.toString("latin1", 0, end).split("\r\n");
    if (line !== this.delimiter)
      throw new Error(`Where ${this.delimiter} is due came ${JSON.stringify(line?.slice(0, 80))}.`);
    this.pending = this.pending.subarray(end + 4);
    this.part = Object.fromEntries(fields.map(fieldOf));
    return true;
  }

  private readBody(headers: Record<string, string>, atMs: number): boolean {
    const length = this.bodyLength(headers);
    if (length < 0 || this.pending.length < length) return false;
    const bytes = new Uint8Array(this.pending.subarray(0, length));
    this.pending = this.pending.subarray(length);
    this.part = null;
    this.onFrame({ atMs, headers, bytes });
    return true;
  }

  /** Without a Content-Length a part ends where the next delimiter is: -1 while it has not come. */
  private bodyLength(headers: Record<string, string>): number {
    const said = headers["content-length"];
    if (said === undefined) return this.pending.indexOf(`\r\n${this.delimiter}`);
    if (!/^\d+$/.test(said)) throw new Error(`The Content-Length of a part is no number: ${said}.`);
    return Number(said);
  }
}

const lineEnd = Buffer.from("\r\n");

function fieldOf(line: string): [name: string, value: string] {
  const colon = line.indexOf(":");
  if (colon < 0) throw new Error(`A part's header has no colon: ${JSON.stringify(line)}.`);
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
}
