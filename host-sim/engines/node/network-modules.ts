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
  ) {}

  accept(): [Socket, [string, number]] {
    const number = this.realm.checked(this.sockets.accept(this.number));
    this.realm.allocate();
    const { host, port } = this.sockets.peer(number);
    return [new Socket(this.realm, this.sockets, number), [host, port]];
  }

  bind([, port]: [string, number]): void {
    if (port < 0 || port > 65535) throw this.realm.exception("ValueError", "port must be 0-65535");
    this.realm.checked(this.sockets.bind(this.number, port));
  }

  /** socketpool ignores what lwIP answers. */
  listen(): void {
    this.sockets.listen(this.number);
  }

  recvInto(buffer: ArrayBufferView, size = 0): number {
    const bytes = bytesOf(buffer);
    if (size < 0 || size > bytes.length) {
      throw this.realm.exception("ValueError", "buffer too small for requested bytes");
    }
    const into = size === 0 ? bytes : bytes.subarray(0, size);
    return this.realm.checked(this.sockets.receive(this.number, into));
  }

  send(data: ArrayBufferView): number {
    return this.realm.checked(this.sockets.send(this.number, bytesOf(data)));
  }

  setblocking(flag: boolean): void {
    this.settimeout(flag ? null : 0);
  }

  settimeout(seconds: number | null): void {
    const ms = seconds === null ? -1 : Math.trunc(seconds * 1000);
    this.realm.checked(this.sockets.setTimeout(this.number, ms));
  }

  setsockopt(): void {
    this.realm.checked(this.sockets.check(this.number));
  }

  close(): void {
    this.sockets.close(this.number);
    this.number = -1;
  }
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
      return new Socket(realm, chip.sockets, number);
    }

    getaddrinfo(host: string, port: number) {
      if (!/^\d+(\.\d+){3}$/.test(host)) {
        throw realm.exception("OSError", -2, "Name or service not known");
      }
      return [[AF_INET, SOCK_STREAM, IPPROTO_TCP, "", [host, port]]];
    }
  }
  Object.assign(SocketPool, constants);
  return { Socket, SocketPool };
}
