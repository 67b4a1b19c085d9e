// `socketpool` for programs in JavaScript.
import type { Chip } from "../../hardware/chip";
import { ENFILE } from "../../hardware/errno";
import type { SocketTable } from "../../hardware/sockets";
import type { Realm } from "./realm";

const AF_INET = 2;
const SOCK_STREAM = 1;
const IPPROTO_TCP = 6;
const constants = { AF_INET, SOCK_STREAM, SOL_SOCKET: 0xfff, SO_REUSEADDR: 4 };

/** A program's buffer, whichever kind of byte array it is, as bytes of the engine's realm. */
function bytesOf(buffer: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
}

class Socket {
  constructor(
    private readonly realm: Realm,
    private readonly sockets: SocketTable,
    private number: number,
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

  connect([host, port]: [string, number]): void {
    if (port < 0) throw this.realm.exception("ValueError", "port must be >= 0");
    const { realm, sockets } = this;
    const address = resolve(realm, sockets, host);
    realm.checked(realm.device(() => sockets.connect(this.number, address, port & 0xffff)));
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
      if (family !== AF_INET || type !== SOCK_STREAM) {
        throw realm.exception("NotImplementedError", "only TCP over IPv4 is simulated");
      }
      realm.allocate();
      const number = chip.sockets.create();
      if (number === -ENFILE) throw realm.exception("RuntimeError", "Out of sockets");
      return new Socket(realm, chip.sockets, number, -1);
    }

    getaddrinfo(host: string, port: number) {
      const address = resolve(realm, chip.sockets, host);
      return [[AF_INET, SOCK_STREAM, IPPROTO_TCP, "", [address, port]]];
    }
  }
  Object.assign(SocketPool, constants);
  return { Socket, SocketPool };
}
