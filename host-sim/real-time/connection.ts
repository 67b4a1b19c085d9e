// One connection from outside: a socket of the operating system on one side, the simulated chip's
// windows on the other. Nothing here holds more than the two windows allow.
import type { Socket } from "node:net";
import { receiveWindowBytes, segmentBytes } from "../hardware/tcp-stream";
import { lineKey, type AddressFamily, type KernelQueues } from "./kernel-queue";
import type { ToWorker } from "./messages";
import type { Outbox, RadioLink } from "./radio-link";
import { SendLedger } from "./send-ledger";
import type { SharedState } from "./shared-state";
import type { Witness } from "./witness";

/** lwIP's TCP_FIN_WAIT_TIMEOUT: how long a closed connection waits for the peer to close too. */
const finishTimeoutMs = 20_000;

export interface ConnectionContext {
  shared: SharedState;
  /** Null: as fast as the operating system takes it. */
  link: RadioLink | null;
  post(message: ToWorker, transfer?: ArrayBuffer[]): void;
  witnesses: readonly Witness[];
  /** Something was sent: its acknowledgement has to be looked for. */
  watch(connection: Connection): void;
}

export class Connection implements Outbox {
  readonly family: AddressFamily;
  private readonly key: string;
  private readonly ledger = new SendLedger();
  private arrived: Buffer[] = [];
  private window = 0;
  private ended = false;
  private outbox: Uint8Array[] = [];
  private closing = false;
  private behind = false;

  constructor(
    readonly id: number,
    private readonly socket: Socket,
    private readonly context: ConnectionContext,
  ) {
    this.key = lineKey(socket);
    this.family = socket.remoteFamily === "IPv6" ? "IPv6" : "IPv4";
    context.shared.setAcknowledged(id, 0);
    socket.setNoDelay(true);
    socket.on("data", (chunk: Buffer) => this.data(chunk));
    socket.on("end", () => {
      for (const witness of context.witnesses) witness.left(id, "finish");
      this.end();
    });
    // Any failure of a connection reads as a reset on the other side of lwIP.
    socket.on("error", () => {
      for (const witness of context.witnesses) witness.left(id, "reset");
      this.report({ type: "reset", connection: this.id });
    });
  }

  /** The firmware accepted: bytes may come in. */
  open(): void {
    this.window = receiveWindowBytes;
    this.socket.resume();
  }

  consumed(count: number): void {
    this.window += count;
    this.deliver();
  }

  send(bytes: Uint8Array): void {
    this.ledger.add(bytes.length);
    if (this.context.link === null) {
      this.transmit(bytes);
    } else {
      this.outbox.push(bytes);
      this.context.link.request(this);
    }
    this.acknowledge();
    this.context.watch(this);
  }

  take(limit: number): Uint8Array {
    const head = this.outbox[0];
    if (head === undefined) return new Uint8Array();
    if (head.length <= limit) this.outbox.shift();
    else this.outbox[0] = head.subarray(limit);
    return head.subarray(0, limit);
  }

  /**
   * In segments of lwIP's size: a peer acknowledges every second full segment at once and anything
   * less up to 40 ms later, by which a full send buffer would have to wait.
   */
  transmit(bytes: Uint8Array): void {
    for (const witness of this.context.witnesses) witness.received(this.id, bytes);
    for (let at = 0; at < bytes.length && this.socket.writable; at += segmentBytes) {
      this.socket.write(bytes.subarray(at, at + segmentBytes), this.written);
    }
    if (this.closing && this.outbox.length === 0) this.socket.end();
    if (this.context.link !== null) this.acknowledge();
  }

  /** Whether a look at the kernel's queues would tell something new. */
  get unsettled(): boolean {
    return !this.socket.destroyed && (this.ledger.unsettled || this.bytesBeforeKernel > 0);
  }

  /** Begins a look at the kernel's queues. @returns what takes its result */
  look(): (queues: KernelQueues) => void {
    const { mark } = this.ledger;
    return (queues) => {
      this.ledger.looked(mark, queues.bytes(this.family, this.key), performance.now());
      this.acknowledge();
    };
  }

  /** Does nothing for a write that the kernel took at once, as it nearly always does. */
  private readonly written = (): void => {
    if (this.behind) this.acknowledge();
  };

  private get bytesBeforeKernel(): number {
    const paced = this.outbox.reduce((sum, bytes) => sum + bytes.length, 0);
    return paced + this.socket.writableLength;
  }

  private acknowledge(): void {
    const before = this.bytesBeforeKernel;
    this.behind = before > 0;
    const total = this.ledger.acknowledged(before);
    this.context.shared.setAcknowledged(this.id, total);
    this.context.shared.ring();
  }

  /** The firmware closed the connection. */
  close(how: "finish" | "reset"): void {
    for (const witness of this.context.witnesses) witness.closed(this.id, how);
    this.closing = true;
    if (how === "reset" || this.arrived.length > 0) {
      this.socket.resetAndDestroy();
      return;
    }
    if (this.outbox.length === 0) this.socket.end();
    this.socket.resume();
    this.socket.setTimeout(finishTimeoutMs, () => this.socket.destroy());
  }

  /** Sends what is on its way, waits `milliseconds` for it, and is gone. */
  shutDown(milliseconds: number): void {
    this.closing = true;
    this.socket.destroySoon();
    setTimeout(() => this.socket.destroy(), milliseconds).unref();
  }

  private data(chunk: Buffer): void {
    for (const witness of this.context.witnesses) witness.sent(this.id, chunk);
    // lwIP answers data after a close with RST (tcp_receive, TF_RXCLOSED).
    if (this.closing) {
      this.socket.resetAndDestroy();
      return;
    }
    this.arrived.push(chunk);
    this.deliver();
  }

  private deliver(): void {
    while (this.window > 0) {
      const head = this.arrived[0];
      if (head === undefined) break;
      const bytes = new Uint8Array(head.subarray(0, this.window));
      if (bytes.length === head.length) this.arrived.shift();
      else this.arrived[0] = head.subarray(bytes.length);
      this.window -= bytes.length;
      this.report({ type: "received", connection: this.id, bytes }, [bytes.buffer]);
    }
    if (this.arrived.length > 0) this.socket.pause();
    else if (this.ended) this.end();
    else this.socket.resume();
  }

  private end(): void {
    this.ended = true;
    if (this.arrived.length === 0) this.report({ type: "finished", connection: this.id });
  }

  private report(message: ToWorker, transfer: ArrayBuffer[] = []): void {
    if (!this.closing) this.context.post(message, transfer);
  }
}
