// A client of a virtual board, as a test holds it in its hand.
import type { Leaving, Sight, ToWorld } from "../world/messages";

/** Bytes that came, and when. */
export interface Arrival {
  readonly atMs: number;
  readonly bytes: Uint8Array;
}

export type ClientSight = Extract<Sight, { client: number }>;

/** What is waited for; a function where more is known when the wait was in vain. */
export type What = string | (() => string);

/** What a client asks of the board that it is connected to. */
export interface Surroundings {
  until(predicate: () => boolean, what: What, seconds?: number): Promise<void>;
}

const encoder = new TextEncoder();

export class VirtualClient {
  /** How the board has ended the connection; null while it has not. */
  endedBy: "finish" | "reset" | null = null;
  isOpen = false;
  readonly arrivals: Arrival[] = [];
  private readonly listeners: ((arrival: Arrival) => void)[] = [];

  constructor(
    private readonly board: Surroundings,
    private readonly number: number,
    private readonly tell: (message: ToWorld) => void,
  ) {}

  /** How many bytes came. */
  get received(): number {
    return this.arrivals.reduce((sum, { bytes }) => sum + bytes.length, 0);
  }

  /** Everything that came, as Latin-1 text, in which a character is a byte. */
  get text(): string {
    return Buffer.concat(this.arrivals.map(({ bytes }) => bytes)).toString("latin1");
  }

  send(data: string | Uint8Array): void {
    const bytes = typeof data === "string" ? encoder.encode(data) : data;
    this.tell({ type: "send", client: this.number, bytes });
  }

  /** Does not read any more: what comes fills the window of its TCP, and then the board's buffer. */
  stall(): void {
    this.stallAfter(0);
  }

  /** Reads exactly `bytes` more, and then does not any more. */
  stallAfter(bytes: number): void {
    this.tell({ type: "read", client: this.number, bytes });
  }

  resume(): void {
    this.stallAfter(Infinity);
  }

  /** FIN, and reads on: a half-close. */
  finish(): void {
    this.leave("finish");
  }

  /** As a browser closes a tab: FIN, and RST for whatever still comes. */
  close(): void {
    this.leave("close");
  }

  /** RST. */
  reset(): void {
    this.leave("reset");
  }

  /** Out of reach: nothing comes from it any more, and nobody is told. */
  vanish(): void {
    this.leave("vanish");
  }

  /** Until `predicate` holds. @param what said when it does not in time */
  until(predicate: () => boolean, what: What, seconds?: number): Promise<void> {
    return this.board.until(predicate, what, seconds);
  }

  /** Until what came matches. */
  receives(pattern: string | RegExp, seconds?: number): Promise<void> {
    const holds = () =>
      typeof pattern === "string" ? this.text.includes(pattern) : pattern.test(this.text);
    return this.board.until(holds, `${String(pattern)} from the board`, seconds);
  }

  /** Until the board has ended the connection. */
  ended(seconds?: number): Promise<void> {
    return this.board.until(
      () => this.endedBy !== null,
      "the board to end the connection",
      seconds,
    );
  }

  /** `listener` gets everything that came and comes. */
  onArrival(listener: (arrival: Arrival) => void): void {
    for (const arrival of this.arrivals) listener(arrival);
    this.listeners.push(listener);
  }

  /** For the board: something was seen of this client. */
  saw(sight: ClientSight): void {
    switch (sight.type) {
      case "opened":
        this.isOpen = true;
        return;
      case "data": {
        const { atMs, bytes } = sight;
        this.arrivals.push({ atMs, bytes });
        for (const listener of this.listeners) listener({ atMs, bytes });
        return;
      }
      case "finished":
        this.endedBy ??= "finish";
        return;
      case "reset":
        this.endedBy = "reset";
    }
  }

  private leave(how: Leaving): void {
    this.tell({ type: "leave", client: this.number, how });
  }
}
