// UDP: datagrams in and out of the chip's sockets. As everywhere in socketpool sending never waits,
// and receiving waits in a loop where the socket has a timeout
// (ports/espressif/common-hal/socketpool/Socket.c).
import { DeviceError } from "./device-error";
import { EAGAIN, EBADF, EPIPE, ETIMEDOUT } from "./errno";
import type { Network } from "./network";
import type { SocketTable } from "./sockets";
import type { Waiting } from "./waiting";

interface Datagram {
  readonly host: string;
  readonly port: number;
  readonly bytes: Uint8Array;
}

/** CONFIG_LWIP_UDP_RECVMBOX_SIZE of the ESP-IDF: what comes to a full one is lost. */
const mailboxSize = 6;
/** What an IP packet holds without its headers (RFC 768). */
const longest = 65_507;

export class Mailbox {
  /** The only one from whom datagrams are taken, and to whom `send` sends; null: anybody, nobody. */
  peer: { readonly host: string; readonly port: number } | null = null;
  private readonly waiting: Datagram[] = [];

  get isEmpty(): boolean {
    return this.waiting.length === 0;
  }

  add(datagram: Datagram): void {
    const { peer } = this;
    const isWelcome = peer === null || (peer.host === datagram.host && peer.port === datagram.port);
    if (isWelcome && this.waiting.length < mailboxSize) this.waiting.push(datagram);
  }

  next(): Datagram | undefined {
    return this.waiting.shift();
  }
}

export class Datagrams {
  /** From whom the datagram came that was received last. */
  source = { host: "0.0.0.0", port: 0 };

  constructor(
    private readonly sockets: SocketTable,
    private readonly network: Network,
    private readonly waiting: Waiting,
  ) {}

  /**
   * @returns the number of the new socket, or -ENFILE
   * @throws DeviceError NotImplementedError over real sockets
   */
  create(): number {
    if (this.network.sendDatagram === undefined)
      throw new DeviceError(
        "NotImplementedError",
        "UDP is simulated on the virtual network only (VirtualBoard's udp)",
      );
    return this.sockets.add({
      ...{ timeoutMs: -1, port: null, backlog: null, stream: null },
      mailbox: new Mailbox(),
    });
  }

  /** @returns 0 or -EBADF: nothing is sent */
  connect(number: number, host: string, port: number): number {
    const mailbox = this.sockets.mailbox(number);
    if (mailbox === null) return -EBADF;
    mailbox.peer = { host, port };
    this.bindToAny(number);
    return 0;
  }

  /** @returns how many bytes, or -EPIPE whatever lwIP says */
  sendTo(number: number, host: string, port: number, bytes: Uint8Array): number {
    this.waiting.catchUp();
    if (this.sockets.mailbox(number) === null || bytes.length > longest) return -EPIPE;
    if (!this.sockets.isOnline()) return -EPIPE;
    this.bindToAny(number);
    this.network.sendDatagram?.(this.sockets.port(number) ?? 0, { host, port }, bytes.slice());
    return bytes.length;
  }

  /** To the one that it is connected to; of others the flag is not set, at which `send` looks first. */
  send(number: number, bytes: Uint8Array): number {
    const peer = this.sockets.mailbox(number)?.peer ?? null;
    return peer === null ? -EPIPE : this.sendTo(number, peer.host, peer.port, bytes);
  }

  /** One datagram; what does not fit into the buffer is lost. @returns its length, or -errno */
  receive(number: number, into: Uint8Array): number {
    const mailbox = this.sockets.mailbox(number);
    if (mailbox === null) return -EBADF;
    const timeoutMs = this.sockets.timeout(number);
    const waited = this.waiting.until(() => !mailbox.isEmpty, timeoutMs);
    if (waited < 0) return waited;
    const datagram = mailbox.next();
    if (datagram === undefined)
      return timeoutMs === 0 ? this.waiting.nothingToDo(-EAGAIN) : -ETIMEDOUT;
    const { host, port, bytes } = datagram;
    this.source = { host, port };
    const taken = bytes.subarray(0, into.length);
    into.set(taken);
    return taken.length;
  }

  private bindToAny(number: number): void {
    if (this.sockets.port(number) === null) this.sockets.bind(number, 0);
  }
}
