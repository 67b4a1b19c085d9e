// `socketpool` for programs in JavaScript.
import type { Chip } from "../../hardware/chip";
import { ENFILE } from "../../hardware/errno";
import type { SocketTable } from "../../hardware/sockets";
import type { Realm } from "./realm";

const AF_INET = 2;
const SOCK_STREAM = 1;
const SOCK_DGRAM = 2;
const IPPROTO_TCP = 6;
const constants = { AF_INET, SOCK_STREAM, SOCK_DGRAM, SOL_SOCKET: 0xfff, SO_REUSEADDR: 4 };

/** A program's buffer, whichever kind of byte array it is, as bytes of the engine's realm. */
function bytesOf(buffer: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
}

class Socket {
  constructor(
    protected readonly realm: Realm,
    protected readonly sockets: SocketTable,
    protected number: number,
    /** Milliseconds, -1 waits without end. A closed socket still has it. */
    private timeoutMs: number,
  ) {}

  accept(): [Socket, [string, number]] {
    const number = this.realm.checked(this.sockets.accept(this.number, this.timeoutMs));
    this.realm.allocate();
    const { host, port } = this.sockets.peer(number);
    return [new Socket(this.realm, this.sockets, number, 0), [host, port]];
  }

  bind([host, port]: [string, number]): void {
    if (port < 0) throw this.realm.exception("ValueError", "port must be >= 0");
    if (host !== "" && host !== "<broadcast>") resolve(this.realm, this.sockets, host);
    this.realm.checked(this.sockets.bind(this.number, port & 0xffff));
  }

  connect(to: [string, number]): void {
    const { realm, sockets } = this;
    const [address, port] = addressOf(realm, sockets, to);
    realm.checked(realm.device(() => sockets.connect(this.number, address, port)));
  }

  /** On a connected TCP socket lwIP sends to whom it is connected to. */
  sendto(data: ArrayBufferView, [host]: [string, number]): number {
    resolve(this.realm, this.sockets, host);
    return this.send(data);
  }

  recvfromInto(buffer: ArrayBufferView): [number, [string, number]] {
    const received = this.recvInto(buffer);
    const { host, port } = this.sockets.peer(this.number);
    return [received, [host, port]];
  }

  /** socketpool ignores what lwIP answers. */
  listen(backlog: number): void {
    this.sockets.listen(this.number, backlog);
  }

  recvInto(buffer: ArrayBufferView, size = 0): number {
    const bytes = bytesOf(buffer);
    if (size > bytes.length) {
      this.realm.checked(this.sockets.check(this.number));
      throw this.realm.exception("ValueError", "buffer too small for requested bytes");
    }
    const into = size <= 0 ? bytes : bytes.subarray(0, size);
    return this.realm.checked(this.sockets.receive(this.number, into));
  }

  send(data: ArrayBufferView): number {
    return this.realm.checked(this.sockets.send(this.number, bytesOf(data)));
  }

  setblocking(flag: boolean): void {
    this.settimeout(flag ? null : 0);
  }

  settimeout(seconds: number | null): void {
    if (seconds !== null && seconds < 0) {
      throw this.realm.exception("ValueError", "timeout must be >= 0");
    }
    this.timeoutMs = seconds === null ? -1 : Math.trunc(seconds * 1000);
    this.sockets.setTimeout(this.number, this.timeoutMs);
  }

  setsockopt(level: number, option: number): void {
    this.realm.checked(this.sockets.setOption(this.number, level, option));
  }

  close(): void {
    this.sockets.close(this.number);
    this.number = -1;
  }
}

class DatagramSocket extends Socket {
  override connect(to: [string, number]): void {
    const [address, port] = addressOf(this.realm, this.sockets, to);
    this.realm.checked(this.sockets.datagrams.connect(this.number, address, port));
  }

  override send(data: ArrayBufferView): number {
    return this.realm.checked(this.sockets.datagrams.send(this.number, bytesOf(data)));
  }

  override sendto(data: ArrayBufferView, to: [string, number]): number {
    const [address, port] = addressOf(this.realm, this.sockets, to);
    const { datagrams } = this.sockets;
    return this.realm.checked(datagrams.sendTo(this.number, address, port, bytesOf(data)));
  }

  override recvInto(buffer: ArrayBufferView, size = 0): number {
    const bytes = bytesOf(buffer);
    if (size > bytes.length)
      throw this.realm.exception("ValueError", "buffer too small for requested bytes");
    const into = size <= 0 ? bytes : bytes.subarray(0, size);
    return this.realm.checked(this.sockets.datagrams.receive(this.number, into));
  }

  override recvfromInto(buffer: ArrayBufferView): [number, [string, number]] {
    const received = this.recvInto(buffer);
    const { host, port } = this.sockets.datagrams.source;
    return [received, [host, port]];
  }
}

/** Where a program sends to: an address in numbers, and a port. */
function addressOf(
  realm: Realm,
  sockets: SocketTable,
  [host, port]: [string, number],
): [string, number] {
  if (port < 0) throw realm.exception("ValueError", "port must be >= 0");
  return [resolve(realm, sockets, host), port & 0xffff];
}

/** The address of a name. */
function resolve(realm: Realm, sockets: SocketTable, host: string): string {
  const address = sockets.resolve(host);
  if (address === null) throw realm.exception("OSError", -2, "Name or service not known");
  return address;
}

export function socketpoolModule(realm: Realm, chip: Chip, radio: object) {
  class SocketPool {
    constructor(given: object) {
      if (given !== radio) {
        throw realm.exception("ValueError", "SocketPool can only be used with wifi.radio");
      }
      Object.assign(this, constants);
    }

    socket(family = AF_INET, type = SOCK_STREAM) {
      if (family !== AF_INET || (type !== SOCK_STREAM && type !== SOCK_DGRAM)) {
        throw realm.exception("NotImplementedError", "only TCP and UDP over IPv4 are simulated");
      }
      realm.allocate();
      const { sockets } = chip;
      const isTcp = type === SOCK_STREAM;
      const number = realm.device(() => (isTcp ? sockets.create() : sockets.datagrams.create()));
      if (number === -ENFILE) throw realm.exception("RuntimeError", "Out of sockets");
      return new (isTcp ? Socket : DatagramSocket)(realm, sockets, number, -1);
    }

    getaddrinfo(host: string, port: number) {
      const address = resolve(realm, chip.sockets, host);
      return [[AF_INET, SOCK_STREAM, IPPROTO_TCP, "", [address, port]]];
    }
  }
  Object.assign(SocketPool, constants);
  return { Socket, SocketPool };
}
