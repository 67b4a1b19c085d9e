import type { Audience, Spectator } from "./audience";
import { nowMs } from "./clock";
import type { Connection } from "./connection";
import { FramePart } from "./frame-part";
import type { Headers } from "./headers";
import { BOUNDARY, opening, wantsAdvanceHeaders } from "./multipart";
import { EPIPE, STOPPED } from "./peer";
import type { Request } from "./request";
import { Response } from "./response";
import { OK_200, Status } from "./status";
import { encode, NOTHING } from "./text";
import { Viewer } from "./viewer";

const NO_STORE =
  "no-store, no-cache, must-revalidate, proxy-revalidate, pre-check=0, post-check=0, max-age=0";

/** A picture that replaces itself again and again (multipart/x-mixed-replace), for one viewer. */
export class XMixedReplaceResponse extends Response implements Spectator {
  override readonly streaming: boolean = true;
  override readonly probed: boolean = true;
  readonly viewer: Viewer;
  /** Who is told when the viewer comes and goes. */
  audience: Audience | null = null;
  /** The picture that is on its way, if there is one. */
  private part: FramePart | null = null;
  private readonly frameContentType: string;
  private readonly advanceHeaders: boolean;
  private connection: Connection | null = null;
  private ownPart: FramePart | null = null;
  private endShown = false;

  constructor(
    request: Request,
    frameContentType: string = "image/jpeg",
    {
      status = OK_200,
      headers = null,
      cookies = null,
    }: {
      status?: Status;
      headers?: Headers | Record<string, string> | null;
      cookies?: Record<string, string> | null;
    } = {},
  ) {
    super(request, "", {
      status: status,
      headers: headers,
      cookies: cookies,
      contentType: `multipart/x-mixed-replace; boundary=${BOUNDARY}`,
    });
    this.headers.setdefault("cache-control", NO_STORE);
    this.headers.setdefault("pragma", "no-cache");
    // Without it nginx collects a stream before it passes it on.
    this.headers.setdefault("x-accel-buffering", "no");
    this.frameContentType = frameContentType;
    this.advanceHeaders = wantsAdvanceHeaders(request.headers.get("user-agent", ""));
    this.viewer = new Viewer(`${request.clientAddress[0]}:${request.clientAddress[1]}`);
  }

  /**
   * Shows `frame` to the viewer, without waiting: true when it is on its way, false when it was
   * skipped because the last one still is. What is not sent at once is kept, so that the caller may
   * use the frame's buffer again.
   * @param timestamp milliseconds, for X-Timestamp; now by default
   * @throws BrokenPipeError the viewer is gone; said once, later frames are skipped
   */
  sendFrame(frame: ReadableBuffer, timestamp: int | null = null): boolean {
    const now = nowMs();
    if (this.ended !== null) return this.showEnd(this.ended);
    this.ownPart ??= new FramePart(this.frameContentType);
    try {
      if (this.part !== null) this.advance(now);
      if (this.ready) this.ownPart.load(frame, timestamp ?? now, now);
      const started = this.start(this.ownPart, now);
      if (started && this.part !== null) {
        this.ownPart.keep();
        this.follow(this.ownPart);
      }
      return started;
    } catch (error) {
      if (!(error instanceof BrokenPipeError)) throw error;
      this.endShown = true;
      throw error;
    }
  }

  /** Ends the stream from this side. */
  close(): void {
    this.endShown = true;
    if (this.connection !== null) this.connection.close(STOPPED);
  }

  /** Whether the viewer has all of the last picture and can take another. */
  get ready(): boolean {
    if (this.connection === null || this.ended !== null || this.part !== null) return false;
    return this.transmission!.done;
  }

  /**
   * Puts `part` on its way, if the viewer is ready for it; otherwise it counts as skipped.
   * @throws BrokenPipeError the viewer is gone
   */
  start(part: FramePart, now: int): boolean {
    if (!this.ready) {
      this.viewer.skipped += 1;
      return false;
    }
    this.part = part;
    part.users += 1;
    const advance = this.advanceHeaders;
    this.transmission!.begin(part.headFor(advance), part.content, part.tailFor(advance), now);
    this.advance(now);
    return true;
  }

  /** Goes on from the copy that `part` now has of its picture. */
  follow(part: FramePart): void {
    if (this.part === part) this.transmission!.replaceContent(part.content);
  }

  override begin(connection: Connection, now: int): void {
    this.transmission = connection.transmission;
    const head = this.encodeHead(connection.server, null);
    if (connection.headOnly) {
      this.transmission.begin(head, NOTHING, NOTHING, now);
      return;
    }
    this.connection = connection;
    const text = opening(this.frameContentType, this.advanceHeaders);
    this.transmission.begin(head, NOTHING, encode(text), now);
    this.viewer.joined(now);
    if (this.audience !== null) this.audience.enter(this, this.viewer);
  }

  override advance(now: int): int {
    const transmission = this.transmission!;
    const sent = transmission.advance(now);
    this.viewer.bytes += sent;
    if (this.part !== null && transmission.done) {
      this.viewer.delivered(this.part.publishedAt, now);
      this.dropPart();
    }
    return sent;
  }

  /** Only the answer to HEAD ends by itself. */
  override get finished(): boolean {
    return this.connection === null && this.transmission!.done;
  }

  override end(reason: string): void {
    super.end(reason);
    this.dropPart();
    if (this.connection === null) return;
    this.connection = null;
    if (this.audience !== null) this.audience.leave(this, this.viewer, reason);
  }

  private dropPart(): void {
    if (this.part !== null) this.part.users -= 1;
    this.part = null;
  }

  private showEnd(reason: string): boolean {
    this.viewer.skipped += 1;
    if (this.endShown) return false;
    this.endShown = true;
    throw new BrokenPipeError(EPIPE, reason);
  }
}
