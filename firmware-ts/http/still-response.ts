import type { Audience, Spectator } from "./audience";
import type { Connection } from "./connection";
import { RequestError } from "./exceptions";
import type { FramePart } from "./frame-part";
import { STOPPED } from "./peer";
import type { Request } from "./request";
import { Response } from "./response";
import { SERVICE_UNAVAILABLE_503 } from "./status";
import { NOTHING } from "./text";

/** Longer than a camera needs to start and to settle. */
const PICTURE_TIMEOUT_MS = 8000;

/**
 * The next picture of a feed as an ordinary answer; 503 if none comes in time. Unlike a stream it is
 * not `probed` while it waits: a client may have closed its sending end and still want it, and a
 * board that looks can neither tell nor send any more (`Peer`). Who has really gone costs no more
 * than the wait for one picture.
 */
export class StillResponse extends Response implements Spectator {
  private connection: Connection | null = null;
  private part: FramePart | null = null;
  private answered = false;
  private begunAt: int = 0;

  constructor(
    request: Request,
    contentType: string,
    private readonly audience: Audience,
  ) {
    super(request, "", { contentType: contentType, headers: { "Cache-Control": "no-store" } });
  }

  get ready(): boolean {
    return this.connection !== null && this.ended === null && !this.answered;
  }

  start(part: FramePart, now: int): boolean {
    if (!this.ready) return false;
    const connection = this.connection!;
    const head = this.encodeHead(connection.server, part.content.length);
    this.answered = true;
    this.part = part;
    part.users += 1;
    this.transmission!.begin(head, connection.headOnly ? NOTHING : part.content, NOTHING, now);
    this.advance(now);
    return true;
  }

  follow(part: FramePart): void {
    if (this.part === part) this.transmission!.replaceContent(part.content);
  }

  close(): void {
    if (this.connection !== null) this.connection.close(STOPPED);
  }

  override begin(connection: Connection, now: int): void {
    this.connection = connection;
    this.transmission = connection.transmission;
    this.begunAt = now;
    this.audience.enter(this, null);
  }

  /** @throws RequestError no picture came in time, which the connection then answers */
  override advance(now: int): int {
    if (!this.answered && now - this.begunAt >= PICTURE_TIMEOUT_MS) {
      throw new RequestError(SERVICE_UNAVAILABLE_503, "No picture");
    }
    const sent = this.transmission!.advance(now);
    if (this.transmission!.done) this.dropPart();
    return sent;
  }

  override get finished(): boolean {
    return this.answered && this.transmission!.done;
  }

  override end(reason: string): void {
    super.end(reason);
    this.dropPart();
    if (this.connection === null) return;
    this.connection = null;
    this.audience.leave(this, null, reason);
  }

  private dropPart(): void {
    if (this.part !== null) this.part.users -= 1;
    this.part = null;
  }
}
