import type { Audience, Spectator } from "./audience";
import { nowMs } from "./clock";
import { FramePart } from "./frame-part";
import type { Request } from "./request";
import { StillResponse } from "./still-response";
import type { Viewer } from "./viewer";
import { XMixedReplaceResponse } from "./x-mixed-replace-response";

const JPEG = "image/jpeg";

/**
 * One picture for many viewers. Each gets the newest whenever it has finished the last, so a slow
 * one gets fewer pictures, never older ones, and nobody waits for anybody.
 */
export class LiveFeed implements Audience {
  /** Called when a viewer has come. */
  onJoin: ((viewer: Viewer) => void) | null = null;
  /** Called when a viewer has gone: `closed`, `reset`, `stalled` or `stopped`. */
  onLeave: ((viewer: Viewer, reason: string) => void) | null = null;
  /** Those who watch now, in the order in which they came. */
  viewers: Viewer[] = [];
  private spectators: Spectator[] = [];
  private readonly stallTimeout: int;
  /** Every part that has been needed so far; those without users are used again. */
  private parts: FramePart[] = [];
  /** The part whose picture lies in somebody else's buffer. */
  private borrowed: FramePart | null = null;
  private lastId: int = 0;
  /** Which viewer comes first: another one each time, so that no place is better than another. */
  private turn = 0;

  /** @param stallTimeout seconds without progress after which a viewer is dropped */
  constructor({ stallTimeout = 10 }: { stallTimeout?: number } = {}) {
    this.stallTimeout = Math.floor(stallTimeout * 1000);
  }

  /** The answer to a request to watch: what the handler returns. */
  join(request: Request): XMixedReplaceResponse {
    const response = new XMixedReplaceResponse(request, JPEG);
    response.stallTimeout = this.stallTimeout;
    response.audience = this;
    return response;
  }

  /** The answer to a request for one picture: the next that is published. */
  joinOnce(request: Request): StillResponse {
    return new StillResponse(request, JPEG, this);
  }

  /** Whether anybody waits for pictures. */
  get watched(): boolean {
    return this.spectators.length > 0;
  }

  /** Whether some viewer can take a picture now. */
  get ready(): boolean {
    for (const spectator of this.spectators) {
      if (spectator.ready) return true;
    }
    return false;
  }

  /**
   * Puts a picture on its way to every viewer that is ready for one, without waiting and without
   * copying it: `release` must be called before its buffer changes.
   * @param timestamp milliseconds, for X-Timestamp; now by default
   * @returns the number of viewers that get it
   */
  publish(frame: ReadableBuffer, timestamp: int | null = null): int {
    const now = nowMs();
    const part = this.unusedPart();
    part.load(frame, timestamp ?? now, now);
    this.borrowed = part;
    let started = 0;
    const first = this.turn < this.spectators.length ? this.turn : 0;
    const others = this.spectators.slice(0, first);
    for (const spectator of this.spectators.slice(first).concat(others)) {
      if (offer(spectator, part, now)) started += 1;
    }
    this.turn = first + 1;
    return started;
  }

  /**
   * Gives the last picture's buffer back: copies it, once for all, if a viewer is in the middle
   * of it, and forgets it otherwise.
   */
  release(): void {
    const part = this.borrowed;
    this.borrowed = null;
    if (part === null) return;
    if (part.users === 0) {
      part.forget();
    } else {
      part.keep();
      for (const spectator of this.spectators) spectator.follow(part);
    }
  }

  /** Ends every stream. */
  close(): void {
    for (const spectator of [...this.spectators]) spectator.close();
  }

  enter(spectator: Spectator, viewer: Viewer | null): void {
    this.spectators.push(spectator);
    if (viewer === null) return;
    this.lastId += 1;
    viewer.id = this.lastId;
    this.viewers.push(viewer);
    if (this.onJoin !== null) this.onJoin(viewer);
  }

  leave(spectator: Spectator, viewer: Viewer | null, reason: string): void {
    this.spectators = this.spectators.filter((other) => other !== spectator);
    // With nobody left the copies are only a burden on the heap.
    if (this.spectators.length === 0) {
      this.parts = [];
      this.borrowed = null;
    }
    if (viewer === null) return;
    this.viewers = this.viewers.filter((other) => other !== viewer);
    if (this.onLeave !== null) this.onLeave(viewer, reason);
  }

  private unusedPart(): FramePart {
    for (const part of this.parts) {
      if (part.users === 0) return part;
    }
    const added = new FramePart(JPEG);
    this.parts.push(added);
    return added;
  }
}

/** Whether the viewer takes the part. One that is gone is found out by its connection. */
function offer(spectator: Spectator, part: FramePart, now: int): boolean {
  try {
    return spectator.start(part, now);
  } catch (error) {
    if (!(error instanceof BrokenPipeError)) throw error;
    return false;
  }
}
