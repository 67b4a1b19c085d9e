import type { FramePart } from "./frame-part";
import type { Viewer } from "./viewer";

/** A response that shows pictures of a feed. */
export interface Spectator {
  /** Whether it can take a picture now. */
  readonly ready: boolean;
  /**
   * Puts a picture on its way; false where it could not take one.
   * @throws BrokenPipeError its client is gone
   */
  start(part: FramePart, now: int): boolean;
  /** Goes on from the copy that `part` now has of its picture. */
  follow(part: FramePart): void;
  /** Ends from this side. */
  close(): void;
}

/** Whoever has spectators: told of each when it begins and when it has ended. */
export interface Audience {
  enter(spectator: Spectator, viewer: Viewer | null): void;
  leave(spectator: Spectator, viewer: Viewer | null, reason: string): void;
}
