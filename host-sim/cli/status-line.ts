// The last line of a terminal while a board serves: how many watch, and how fast. It is rewritten once a
// second and stays below what is printed; what is no terminal never sees it.
import type { Witness } from "../real-time/witness";

const pauseMs = 1000;
const usualColumns = 80;
/** To the line's start, and everything behind it away (ECMA-48, EL). */
const erase = "\r\x1b[K";

export interface Terminal {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export class StatusLine implements Witness {
  /** Bytes that went to each open connection since the line was drawn last. */
  private readonly traffic = new Map<number, number>();
  private readonly timer: NodeJS.Timeout | null = null;
  private pictures = 0;
  private drawnMs = performance.now();
  private text = "";

  /** @param picturesTaken by the program, since the board's start */
  constructor(
    private readonly terminal: Terminal,
    private readonly picturesTaken: () => number,
  ) {
    if (terminal.isTTY !== true) return;
    this.timer = setInterval(() => this.draw(performance.now()), pauseMs);
    this.timer.unref();
  }

  /** A line above the status. */
  print(line: string): void {
    this.terminal.write(this.text === "" ? `${line}\n` : `${erase}${line}\n${this.text}`);
  }

  /** The line goes away. */
  close(): void {
    if (this.timer !== null) clearInterval(this.timer);
    if (this.text !== "") this.terminal.write(erase);
    this.text = "";
  }

  /** Writes what the time since the last line has brought. */
  draw(nowMs: number): void {
    const seconds = (nowMs - this.drawnMs) / 1000;
    const bytes = [...this.traffic.values()];
    const viewers = bytes.filter((count) => count > 0).length;
    const sum = bytes.reduce((all, count) => all + count, 0);
    // A board that has started anew counts anew.
    const taken = Math.max(0, this.picturesTaken() - this.pictures);
    this.pictures = this.picturesTaken();
    this.drawnMs = nowMs;
    for (const connection of this.traffic.keys()) this.traffic.set(connection, 0);
    const parts = [
      `${viewers} ${viewers === 1 ? "viewer" : "viewers"}`,
      `${(taken / seconds).toFixed(1)} fps`,
      `${Math.round(sum / 1000 / seconds)} kB/s`,
    ];
    // A line that is broken could not be erased. Some terminals say that they have no columns.
    const width = this.terminal.columns || usualColumns;
    this.text = parts.join(" · ").slice(0, width - 1);
    this.terminal.write(`${erase}${this.text}`);
  }

  listening(): void {}

  connected(connection: number): void {
    this.traffic.set(connection, 0);
  }

  sent(): void {}

  received(connection: number, bytes: Uint8Array): void {
    const known = this.traffic.get(connection);
    if (known !== undefined) this.traffic.set(connection, known + bytes.length);
  }

  left(connection: number): void {
    this.traffic.delete(connection);
  }

  closed(connection: number): void {
    this.traffic.delete(connection);
  }
}
