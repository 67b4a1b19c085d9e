import { partHead, partTail } from "./multipart";
import { encode, NOTHING } from "./text";

/** Copies are made in steps of this many bytes, so that a slightly larger picture still fits. */
const STORAGE_STEP = 4096;

/** One picture as a part of a stream, shared by all viewers that are in the middle of it. */
export class FramePart {
  content: ReadableBuffer = NOTHING;
  /** How many viewers are in the middle of it. */
  users = 0;
  /** When it was published, in milliseconds. */
  publishedAt: int = 0;
  private timestamp: int = 0;
  /** The text around it, made when the first viewer needs it. */
  private head: Uint8Array | null = null;
  private tail: Uint8Array | null = null;
  private advanceTail: Uint8Array | null = null;
  private storage: Uint8Array = NOTHING;

  constructor(private readonly contentType: string) {}

  /** Takes another picture, without copying it. */
  load(content: ReadableBuffer, timestamp: int, now: int): void {
    this.content = content;
    this.timestamp = timestamp;
    this.publishedAt = now;
    this.head = null;
    this.advanceTail = null;
  }

  /** What goes before the picture; nothing for a viewer that has the header block in advance. */
  headFor(advance: boolean): Uint8Array {
    if (advance) return NOTHING;
    this.head ??= encode(partHead(this.contentType, this.content.length, this.timestamp));
    return this.head;
  }

  /** What goes behind it; the next header block, too, for a viewer that wants it in advance. */
  tailFor(advance: boolean): Uint8Array {
    if (advance) {
      this.advanceTail ??= encode(partTail(this.contentType, this.timestamp, true));
      return this.advanceTail;
    }
    this.tail ??= encode(partTail(this.contentType, this.timestamp, false));
    return this.tail;
  }

  /** Lets go of the picture. */
  forget(): void {
    this.content = NOTHING;
  }

  /** Moves the picture into storage of its own, because the buffer it lies in is needed. */
  keep(): void {
    const length = this.content.length;
    if (this.storage.length < length) {
      this.storage = new Uint8Array(length + STORAGE_STEP - (length % STORAGE_STEP));
    }
    this.storage.set(this.content, 0);
    this.content = this.storage.subarray(0, length);
  }
}
