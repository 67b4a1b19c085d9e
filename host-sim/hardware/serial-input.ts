// What is typed at the board's console, over USB or over its UART: bytes that wait to be read.
import { EINTR } from "./errno";
import type { Waiting } from "./waiting";

export class SerialInput {
  private readonly bytes: number[] = [];

  constructor(private readonly waiting: Waiting) {}

  get available(): number {
    this.waiting.catchUp();
    return this.bytes.length;
  }

  type(text: string): void {
    this.bytes.push(...Buffer.from(text));
  }

  /** Waits for a byte. @returns it, or -EINTR */
  read(): number {
    const waited = this.waiting.until(() => this.bytes.length > 0, -1);
    return waited < 0 ? waited : (this.bytes.shift() ?? -EINTR);
  }
}
