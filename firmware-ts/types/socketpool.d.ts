/**
 * shared-bindings/socketpool, ports/espressif/common-hal/socketpool. The same names, as far as
 * they are declared here, are in CPython's `socket` module, which can stand in as the pool.
 */
declare module "socketpool" {
  import { Radio } from "wifi";

  export class Socket {
    /**
     * A connection and the peer's (host, port).
     * @throws OSError EAGAIN when none waits (the listener does not block)
     */
    accept(): [Socket, [string, int]];
    bind(address: [string, int]): void;
    /**
     * @throws OSError ECONNRESET when the port is refused, ETIMEDOUT when the timeout is over,
     *   ECONNABORTED when nobody answers, EHOSTUNREACH without Wi-Fi, -2 for an unknown name
     */
    connect(address: [string, int]): void;
    listen(backlog: int): void;
    /**
     * Fills `buffer` with what has arrived; returns the number of bytes.
     * On a board, end of stream is OSError ENOTCONN; on CPython it is 0.
     * @throws OSError EAGAIN when nothing has arrived (the socket does not block)
     * @py recv_into
     */
    recvInto(buffer: WriteableBuffer): int;
    /**
     * Sends as much as fits into the send buffer; returns the number of bytes taken.
     * @throws OSError EAGAIN when nothing fits, BrokenPipeError or any other when the peer is gone
     */
    send(bytes: ReadableBuffer): int;
    /**
     * Sends one datagram (SOCK_DGRAM).
     * @throws BrokenPipeError without Wi-Fi
     */
    sendto(bytes: ReadableBuffer, address: [string, int]): int;
    /**
     * Fills `buffer` with one datagram; what does not fit is lost.
     * @throws OSError EAGAIN when nothing has come (the socket does not block), ETIMEDOUT
     * @py recvfrom_into
     */
    recvfromInto(buffer: WriteableBuffer): [int, [string, int]];
    setblocking(flag: boolean): void;
    settimeout(seconds: number | null): void;
    setsockopt(level: int, option: int, value: int): void;
    close(): void;
  }

  export class SocketPool {
    static readonly AF_INET: int;
    static readonly SOCK_STREAM: int;
    static readonly SOCK_DGRAM: int;
    static readonly SOL_SOCKET: int;
    static readonly SO_REUSEADDR: int;
    readonly AF_INET: int;
    readonly SOCK_STREAM: int;
    readonly SOCK_DGRAM: int;
    readonly SOL_SOCKET: int;
    readonly SO_REUSEADDR: int;
    constructor(radio: Radio);
    /** @throws RuntimeError "Out of sockets" */
    socket(family?: int, type?: int): Socket;
    getaddrinfo(
      host: string,
      port: int,
    ): [family: int, type: int, protocol: int, name: string, address: [string, int]][];
  }
}
