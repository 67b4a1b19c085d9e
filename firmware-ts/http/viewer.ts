/** What `/status` tells of a viewer. Times are seconds. */
export interface ViewerRecord {
  id: int;
  address: string;
  kind: string;
  fps: float;
  sent: int;
  skipped: int;
  bytes: int;
  age: float;
  since: float;
}

/** Frame rates are measured over at least this long. */
const RATE_WINDOW_MS = 1000;

/** One who watches, and how that goes. */
export class Viewer {
  /** Counted by the feed; 0 for one that no feed knows. */
  id: int = 0;
  readonly kind: string = "multipart";
  /** Pictures handed over completely. */
  sent: int = 0;
  /** Pictures passed over because the last was still on its way. */
  skipped: int = 0;
  /** Bytes handed over, headers included. */
  bytes: int = 0;
  /** How old the last picture was when its last byte was handed over, in milliseconds. */
  age: int = 0;
  /** When the viewer came, in milliseconds. */
  since: int = 0;
  private windowStart: int = 0;
  private windowSent: int = 0;
  /** Hundred times the frames per second. */
  private rate: int = 0;

  /** @param address host:port */
  constructor(readonly address: string) {}

  joined(now: int): void {
    this.since = now;
    this.windowStart = now;
  }

  /** Counts a picture that was published at `publishedAt`. */
  delivered(publishedAt: int, now: int): void {
    this.sent += 1;
    this.age = now - publishedAt;
    this.windowSent += 1;
    this.measureRate(now);
  }

  record(now: int): ViewerRecord {
    this.measureRate(now);
    return {
      id: this.id,
      address: this.address,
      kind: this.kind,
      fps: this.rate / 100,
      sent: this.sent,
      skipped: this.skipped,
      bytes: this.bytes,
      age: this.age / 1000,
      since: this.since / 1000,
    };
  }

  private measureRate(now: int): void {
    const elapsed = now - this.windowStart;
    if (elapsed < RATE_WINDOW_MS) return;
    this.rate = Math.floor((this.windowSent * 100000) / elapsed);
    this.windowStart = now;
    this.windowSent = 0;
  }
}
