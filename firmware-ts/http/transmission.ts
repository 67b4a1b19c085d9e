import type { Peer } from "./peer";
import { NOTHING } from "./text";

/**
 * Bytes on their way to a peer: a head, the content, a tail. The content is sent from where it
 * lies; only its ends are copied, to leave together with head and tail, because each small packet
 * costs as much air time as a large one.
 */
export class Transmission {
  /** When the peer last took something, in milliseconds. */
  progressAt: int = 0;
  private head: Uint8Array = NOTHING;
  private content: ReadableBuffer = NOTHING;
  private tail: Uint8Array = NOTHING;
  /** How much of all three has been sent. */
  private position = 0;
  private total = 0;

  /** @param buffer where pieces are put together; nobody else may write into it meanwhile */
  constructor(
    private readonly peer: Peer,
    private readonly buffer: Uint8Array,
  ) {}

  /** Whether everything has been handed over. */
  get done(): boolean {
    return this.position === this.total;
  }

  /** Begins anew; what was not sent is dropped. */
  begin(head: Uint8Array, content: ReadableBuffer, tail: Uint8Array, now: int): void {
    this.head = head;
    this.content = content;
    this.tail = tail;
    this.position = 0;
    this.total = head.length + content.length + tail.length;
    this.progressAt = now;
  }

  /** Goes on with a copy of the content. */
  replaceContent(copy: ReadableBuffer): void {
    this.content = copy;
  }

  /**
   * Sends what the peer takes without waiting; returns the number of bytes.
   * @throws BrokenPipeError the peer is gone
   */
  advance(now: int): int {
    let sent = 0;
    while (this.position < this.total) {
      const piece = this.nextPiece();
      const count = this.peer.send(piece);
      this.position += count;
      sent += count;
      if (count < piece.length) break;
    }
    if (sent > 0) this.progressAt = now;
    if (this.done) this.content = NOTHING;
    return sent;
  }

  private nextPiece(): ReadableBuffer {
    const sent = this.position - this.head.length;
    if (sent < 0) return this.join();
    if (this.tail.length === 0) return this.content.subarray(sent);
    // From here on the rest of the content leaves together with the tail.
    const room = Math.max(0, this.buffer.length - this.tail.length);
    const last = this.content.length - room;
    return sent < last ? this.content.subarray(sent, last) : this.join();
  }

  /** A buffer full of what comes next. */
  private join(): Uint8Array {
    const contentStart = this.head.length;
    let length = this.append(this.head, 0, 0);
    length = this.append(this.content, contentStart, length);
    length = this.append(this.tail, contentStart + this.content.length, length);
    return this.buffer.subarray(0, length);
  }

  /** Adds what is left of a part that begins at `start`, as far as it fits; returns the length. */
  private append(part: ReadableBuffer, start: int, length: int): int {
    const from = Math.max(0, this.position + length - start);
    const count = Math.min(part.length - from, this.buffer.length - length);
    if (count <= 0) return length;
    this.buffer.set(part.subarray(from, from + count), length);
    return length + count;
  }
}
