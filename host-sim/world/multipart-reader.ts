// Takes the parts out of a `multipart/x-mixed-replace` answer (RFC 2046, 5.1.1) as they come.

/** A picture of a stream. */
export interface Frame {
  /** When its last byte came, in milliseconds of the board's time. */
  readonly atMs: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

type Expecting = "head" | "boundary" | "part head" | "part body" | "end";

/** A head longer than this is none. */
const longestHead = 16_384;

export class MultipartReader {
  status = 0;
  headers: Record<string, string> = {};
  readonly frames: Frame[] = [];
  private expecting: Expecting = "head";
  private pending = Buffer.alloc(0);
  private boundary = "";
  private partHeaders: Record<string, string> = {};

  push(bytes: Uint8Array, atMs: number): void {
    this.pending = Buffer.concat([this.pending, bytes]);
    while (this.step(atMs));
  }

  /** @returns whether there may be more in what has come */
  private step(atMs: number): boolean {
    switch (this.expecting) {
      case "head":
        return this.readHead();
      case "boundary":
        return this.readBoundary();
      case "part head":
        return this.readPartHead();
      case "part body":
        return this.readBody(atMs);
      case "end":
        return false;
    }
  }

  private readHead(): boolean {
    const head = this.takeUntil("\r\n\r\n");
    if (head === null) return false;
    this.status = Number(/^HTTP\/1\.[01] (\d{3}) /.exec(head)?.[1] ?? NaN);
    this.headers = headersOf(head);
    const type = this.headers["content-type"] ?? "";
    const boundary = /^multipart\/x-mixed-replace;\s*boundary="?([^";]+)"?/i.exec(type)?.[1];
    this.expecting = boundary === undefined ? "end" : "boundary";
    this.boundary = `--${boundary ?? ""}`;
    return this.expecting !== "end";
  }

  private readBoundary(): boolean {
    const line = this.takeUntil("\r\n");
    if (line === null) return false;
    if (line === "") return true;
    if (line === `${this.boundary}--`) this.expecting = "end";
    else if (line === this.boundary) this.expecting = "part head";
    else throw new Error(`Where a boundary is due came ${JSON.stringify(line.slice(0, 80))}.`);
    return true;
  }

  private readPartHead(): boolean {
    const head = this.takeUntil("\r\n\r\n");
    if (head === null) return false;
    this.partHeaders = headersOf(`\r\n${head}`);
    this.expecting = "part body";
    return true;
  }

  private readBody(atMs: number): boolean {
    const length = Number(this.partHeaders["content-length"] ?? NaN);
    if (!Number.isInteger(length)) throw new Error("A part came without its Content-Length.");
    if (this.pending.length < length) return false;
    const bytes = new Uint8Array(this.pending.subarray(0, length));
    this.pending = this.pending.subarray(length);
    this.frames.push({ atMs, headers: this.partHeaders, bytes });
    this.expecting = "boundary";
    return true;
  }

  private takeUntil(end: string): string | null {
    const at = this.pending.indexOf(end);
    if (at < 0) {
      if (this.pending.length > longestHead) throw new Error("A head is longer than 16 kB.");
      return null;
    }
    const text = this.pending.toString("latin1", 0, at);
    this.pending = this.pending.subarray(at + end.length);
    return text;
  }
}

function headersOf(head: string): Record<string, string> {
  const fields = head.split("\r\n").slice(1);
  const pairs = fields.map((field) => {
    const colon = field.indexOf(":");
    return [field.slice(0, colon).toLowerCase(), field.slice(colon + 1).trim()] as const;
  });
  return Object.fromEntries(pairs);
}
