// One TCP connection between a client and a virtual board, with the ways in which either ends it.
import type { ConnectionId, NetworkEvents } from "../hardware/network";
import { receiveWindowBytes } from "../hardware/tcp-stream";
import type { Link } from "./link";
import { Pipe, type Air } from "./pipe";

/** What a client is told about its connection. */
export interface ClientEnd {
  /** The board's TCP has answered: bytes can be sent. */
  opened(): void;
  arrived(bytes: Uint8Array): void;
  /** The board sends no more. */
  finished(): void;
  /** The board broke the connection off, or nothing listens there. */
  wasReset(): void;
}

type Ending = "open" | "closed";

/**
 * lwIP sends what is not acknowledged again after 1.5 s, then after 3 s and twice as long every
 * time, up to 192 s, twelve times in all (tcp_backoff and tcp_slowtmr in lwIP's tcp.c;
 * LWIP_TCP_RTO_TIME and TCP_MAXRTX of the ESP-IDF), and gives up at its next look.
 */
const waitsMs = [
  1500,
  3000,
  6000,
  12_000,
  24_000,
  48_000,
  96_000,
  ...Array<number>(5).fill(192_000),
];
const patienceMs = waitsMs.reduce((sum, wait) => sum + wait, 500);

export class VirtualConnection {
  readonly down: Pipe;
  readonly up: Pipe;
  private board: Ending = "open";
  private client: Ending = "open";
  private early: Uint8Array[] | null = [];
  /** The client's FIN waits for the handshake, too. */
  private finishes = false;

  constructor(
    readonly id: ConnectionId,
    private readonly air: Air,
    private readonly link: Link,
    private readonly chip: NetworkEvents,
    private readonly end: ClientEnd,
  ) {
    this.down = new Pipe(air, link, link.windowBytes, {
      arrived: (bytes) => this.clientGets(bytes),
      finished: () => {
        if (this.client === "open") this.end.finished();
      },
    });
    this.up = new Pipe(air, link, receiveWindowBytes, {
      arrived: (bytes) => this.boardGets(bytes),
      finished: () => {
        if (this.board === "open") this.chip.finished(this.id);
      },
    });
    // Until the program has accepted, the bytes wait in lwIP.
    this.up.hold();
  }

  /** Whether the client has not left, with FIN alone it has not. */
  get hasClient(): boolean {
    return this.client === "open";
  }

  /** What the client sends before its handshake is through waits for that. */
  sendByClient(bytes: Uint8Array): void {
    if (this.early === null) this.up.write(bytes);
    else this.early.push(bytes);
  }

  /** The handshake is through. */
  open(): void {
    const early = this.early ?? [];
    this.early = null;
    if (this.client === "open") this.end.opened();
    for (const bytes of early) this.up.write(bytes);
    if (this.finishes) this.up.finish();
  }

  /** The board ends it: with FIN after everything sent, or at once with RST. */
  closeByBoard(how: "finish" | "reset"): void {
    this.board = "closed";
    if (how === "finish") {
      this.down.finish();
      this.up.release();
      return;
    }
    this.down.sever();
    this.later(() => this.tellClientOfReset());
  }

  /** The board has lost its power: it knows of nothing, and answers what comes with RST. */
  forget(): void {
    this.board = "closed";
    this.down.sever();
    this.up.release();
  }

  /** The client ends it. With `finish` it reads on, with `close` it does not. */
  endByClient(how: "finish" | "close" | "reset" | "vanish"): void {
    if (this.client === "closed") return;
    if (how !== "finish") this.client = "closed";
    if (how === "finish" || how === "close") return this.finishByClient();
    this.up.sever();
    this.down.sever();
    if (how === "reset") this.later(() => this.tellBoardOfReset());
    else if (this.down.unacknowledged > 0) this.giveUp();
    else this.down.onWrite = () => this.giveUp();
  }

  /** What the board sends is never acknowledged: its TCP will give up. */
  private giveUp(): void {
    this.down.onWrite = null;
    this.air.clock.after(patienceMs, () => {
      if (this.board === "open") this.chip.wasAborted(this.id);
    });
  }

  private finishByClient(): void {
    if (this.early === null) this.up.finish();
    else this.finishes = true;
  }

  private clientGets(bytes: Uint8Array): void {
    if (this.client === "open") return this.end.arrived(bytes);
    // A closed socket answers data with RST (RFC 9293, 3.10.7.1).
    this.down.sever();
    this.later(() => this.tellBoardOfReset());
  }

  private boardGets(bytes: Uint8Array): void {
    if (this.board === "open") return this.chip.received(this.id, bytes);
    this.up.sever();
    this.later(() => this.tellClientOfReset());
  }

  private tellBoardOfReset(): void {
    if (this.board === "open") this.chip.wasReset(this.id);
  }

  private tellClientOfReset(): void {
    if (this.client === "open") this.end.wasReset();
    this.client = "closed";
  }

  /** A segment without data, which waits for nothing. */
  private later(happen: () => void): void {
    const { clock, radio } = this.air;
    clock.after(this.link.latencyMs, () => radio.whenUp(happen));
  }
}
