// The chip's socket table: eight in all, and the calls of socketpool on them. Every call answers
// with a number, -errno when it fails, so that none throws through a virtual machine.
import { Backlog, type Waiter } from "./backlog";
import { Datagrams, type Mailbox } from "./datagrams";
import { DeviceError } from "./device-error";
import {
  EADDRINUSE,
  EAGAIN,
  EBADF,
  ECONNABORTED,
  ECONNRESET,
  EHOSTUNREACH,
  EINVAL,
  EISCONN,
  ENFILE,
  ENOTCONN,
  EPIPE,
  ETIMEDOUT,
} from "./errno";
import { Faults } from "./faults";
import type { ConnectionId, Network, NetworkEvents } from "./network";
import { TcpStream } from "./tcp-stream";
import { checkOption } from "./socket-options";
import type { Waiting } from "./waiting";

/** CONFIG_LWIP_MAX_SOCKETS in ports/espressif/esp-idf-config/sdkconfig.defaults */
export const socketLimit = 8;
/** What CircuitPython hands to lwIP for a port of 0: the first of the ephemeral range. */
const firstEphemeralPort = 49152;

/** SOCKET_CONNECT_POLL_INTERVAL_MS in Socket.c */
const connectPollMs = 100;

export const POLLIN = 1;
export const POLLOUT = 4;

export interface Socket {
  /** Milliseconds; less than 0 waits without end, 0 never waits. */
  timeoutMs: number;
  port: number | null;
  backlog: Backlog | null;
  stream: TcpStream | null;
  /** Of a UDP socket; null: it is a TCP socket. */
  mailbox: Mailbox | null;
}

const fresh = { port: null, backlog: null, stream: null, mailbox: null };

export class SocketTable implements NetworkEvents {
  private readonly sockets: (Socket | null)[] = new Array<Socket | null>(socketLimit).fill(null);
  readonly datagrams: Datagrams;
  private readonly streams = new Map<ConnectionId, TcpStream>();

  constructor(
    private readonly network: Network,
    private readonly waiting: Waiting,
    private readonly faults = new Faults(),
    /** Whether there is a network to send into. */
    readonly isOnline: () => boolean = () => true,
  ) {
    this.datagrams = new Datagrams(this, network, waiting);
  }

  get open(): number {
    return this.sockets.filter((socket) => socket !== null).length;
  }

  /** A new socket waits without end (Socket.c: timeout_ms is -1). -ENFILE: out of sockets. */
  create(): number {
    return this.add({ ...fresh, timeoutMs: -1 });
  }

  /** 0, or -EBADF for a socket that was closed. */
  check(number: number): number {
    return this.sockets[number] ? 0 : -EBADF;
  }

  setTimeout(number: number, timeoutMs: number): number {
    const socket = this.sockets[number];
    if (!socket) return -EBADF;
    socket.timeoutMs = timeoutMs;
    return 0;
  }

  bind(number: number, port: number): number {
    const socket = this.sockets[number];
    if (!socket) return -EBADF;
    if (socket.port !== null || socket.stream !== null) return -EINVAL;
    const isUdp = socket.mailbox !== null;
    const taken = (candidate: number) =>
      this.sockets.some((other) => other?.port === candidate && (other.mailbox !== null) === isUdp);
    if (port !== 0 && taken(port)) return -EADDRINUSE;
    socket.port = port;
    for (let free = firstEphemeralPort; port === 0 && socket.port === 0; free += 1) {
      if (!taken(free)) socket.port = free;
    }
    return 0;
  }

  port(number: number): number | null {
    return this.sockets[number]?.port ?? null;
  }

  /** Milliseconds, as of `setTimeout`. */
  timeout(number: number): number {
    return this.sockets[number]?.timeoutMs ?? 0;
  }

  mailbox(number: number): Mailbox | null {
    return this.sockets[number]?.mailbox ?? null;
  }

  /** @returns the address; null for a name that nobody has */
  resolve(host: string): string | null {
    if (/^\d+(\.\d+){3}$/.test(host)) return host;
    return this.isOnline() ? (this.network.resolve?.(host) ?? null) : null;
  }

  /**
   * Looks every 100 ms whether it is through (common_hal_socketpool_socket_connect); one that is
   * late is not broken off.
   * @returns 0 or -errno
   * @throws DeviceError NotImplementedError over real sockets
   */
  connect(number: number, address: string, port: number): number {
    const socket = this.sockets[number];
    if (!socket) return -EBADF;
    if (socket.backlog !== null) return -EISCONN;
    if (socket.stream !== null) return socket.stream.connectAgain();
    if (!this.isOnline()) return -EHOSTUNREACH;
    if (this.network.open === undefined) throw noConnections();
    const connection = this.network.open(address, port);
    const stream = new TcpStream(this.network, connection, { host: address, port }, false);
    socket.stream = stream;
    this.streams.set(connection, stream);
    const wholeMs = Math.ceil(socket.timeoutMs / connectPollMs) * connectPollMs;
    const timeoutMs = socket.timeoutMs < 0 ? -1 : wholeMs;
    const waited = this.waiting.until(() => !stream.isConnecting, timeoutMs);
    if (waited < 0) return waited;
    return waited === 0 ? -ETIMEDOUT : stream.connect();
  }

  listen(number: number, backlog: number): number {
    const socket = this.sockets[number];
    if (!socket) return -EBADF;
    if (socket.port === null || socket.stream !== null) return -EINVAL;
    if (socket.backlog !== null) return 0;
    socket.backlog = new Backlog(backlog);
    this.network.listen(number, socket.port);
    return 0;
  }

  /**
   * Whatever lwip_accept fails for, on what is no listener or was closed, too, is "none yet" to
   * socketpool_socket_accept: it goes on until its time is over, and says EAGAIN where it has none.
   * A connection for which there is no socket left is lost (lwip_accept deletes it).
   * @param closedTimeoutMs the timeout of a socket that was closed
   * @returns the number of the new socket, or -errno
   */
  accept(number: number, closedTimeoutMs = 0): number {
    const listener = this.sockets[number];
    const timeoutMs = listener?.timeoutMs ?? closedTimeoutMs;
    let accepted = -1;
    const accept = () => {
      while (accepted < 0) {
        const waiter = listener?.backlog?.next();
        if (waiter === undefined) break;
        accepted = this.take(waiter);
      }
      return accepted >= 0;
    };
    const waited = this.waiting.until(accept, timeoutMs);
    if (waited < 0) return waited;
    if (accepted >= 0) return accepted;
    return timeoutMs === 0 ? this.waiting.nothingToDo(-EAGAIN) : -ETIMEDOUT;
  }

  /** @returns the number of the new socket, or -ENFILE */
  private take({ connection, host, port }: Waiter): number {
    const stream = new TcpStream(this.network, connection, { host, port });
    // Accepted sockets never wait: their timeout is not set, and their memory is zero.
    const number = this.add({ ...fresh, timeoutMs: 0, stream });
    if (number < 0) {
      this.network.close(connection, "reset");
      return number;
    }
    this.streams.set(connection, stream);
    this.network.accept(connection);
    return number;
  }

  /**
   * recv_into. One that may wait does so in a loop that only data and the peer's FIN end, which is
   * 0 bytes; one that does not says ENOTCONN for that.
   */
  receive(number: number, into: Uint8Array): number {
    const socket = this.sockets[number];
    if (!socket) return -EBADF;
    if (into.length === 0) return 0;
    const { stream, timeoutMs, backlog } = socket;
    if (timeoutMs === 0) {
      this.waiting.catchUp();
      // A listener has no mailbox for data; one that is not connected has an empty one (api_lib.c).
      if (backlog !== null) return -ENOTCONN;
      const received = stream?.receive(into) ?? -EAGAIN;
      return received === -EAGAIN ? this.waiting.nothingToDo(-EAGAIN) : received;
    }
    const waited = this.waiting.until(() => stream?.endsWait === true, timeoutMs);
    if (waited < 0) return waited;
    if (waited === 0 || stream === null) return -ETIMEDOUT;
    return stream.isAtEnd ? 0 : stream.receive(into);
  }

  /** Of a socket that was never connected the flag is not set, at which `send` looks first. */
  send(number: number, bytes: Uint8Array): number {
    const socket = this.sockets[number];
    if (!socket) return -EBADF;
    this.waiting.catchUp();
    const sent = socket.stream === null ? -EPIPE : socket.stream.send(bytes);
    return sent === -EAGAIN ? this.waiting.nothingToDo(-EAGAIN) : sent;
  }

  /** @returns 0 or -errno */
  setOption(number: number, level: number, option: number): number {
    return this.sockets[number] ? checkOption(level, option) : -EBADF;
  }

  peer(number: number): { host: string; port: number } {
    return this.sockets[number]?.stream?.peer ?? { host: "0.0.0.0", port: 0 };
  }

  /** The events among `asked` that have come; a closed socket reads as both (Socket.c). */
  events(number: number, asked: number): number {
    const socket = this.sockets[number];
    if (!socket) return asked;
    let events = 0;
    if (socket.mailbox !== null) events |= POLLOUT;
    if (socket.mailbox?.isEmpty === false) events |= POLLIN;
    if (socket.backlog?.isEmpty === false) events |= POLLIN;
    if (socket.stream?.readable === true) events |= POLLIN;
    if (socket.stream?.writable === true) events |= POLLOUT;
    return events & asked;
  }

  /** May be called again. */
  close(number: number): void {
    const socket = this.sockets[number];
    if (!socket) return;
    this.sockets[number] = null;
    if (socket.backlog !== null) {
      this.network.unlisten(number);
      for (let next = socket.backlog.next(); next !== undefined; next = socket.backlog.next())
        this.network.close(next.connection, "reset");
    }
    if (socket.stream !== null) {
      socket.stream.close();
      for (const [connection, stream] of this.streams) {
        if (stream === socket.stream) this.streams.delete(connection);
      }
    }
  }

  /** socket_user_reset: the end of the program closes whatever it left open. */
  closeAll(): void {
    this.sockets.forEach((_, number) => this.close(number));
  }

  hasRoom(listener: number): boolean {
    return this.sockets[listener]?.backlog?.hasRoom ?? true;
  }

  incoming(listener: number, connection: ConnectionId, host: string, port: number): void {
    const backlog = this.sockets[listener]?.backlog;
    if (backlog) backlog.add({ connection, host, port });
    else this.network.close(connection, "reset");
  }

  datagram(toPort: number, host: string, port: number, bytes: Uint8Array): void {
    const socket = this.sockets.find((other) => other?.mailbox && other.port === toPort);
    socket?.mailbox?.add({ host, port, bytes });
  }

  opened(connection: ConnectionId): void {
    this.streams.get(connection)?.opened();
  }

  received(connection: ConnectionId, bytes: Uint8Array): void {
    this.streams.get(connection)?.arrived(bytes);
  }

  finished(connection: ConnectionId): void {
    this.streams.get(connection)?.peerFinished();
  }

  wasReset(connection: ConnectionId): void {
    this.broken(connection, ECONNRESET);
  }

  wasAborted(connection: ConnectionId): void {
    this.broken(connection, ECONNABORTED);
  }

  private broken(connection: ConnectionId, errno: number): void {
    this.streams.get(connection)?.wasBroken(errno);
    for (const socket of this.sockets) socket?.backlog?.remove(connection);
  }

  /** The number of the new socket, or -ENFILE. */
  add(socket: Socket): number {
    if (this.open + this.faults.socketsTaken >= socketLimit) return -ENFILE;
    const number = this.sockets.indexOf(null);
    this.sockets[number] = socket;
    return number;
  }
}

function noConnections(): DeviceError {
  return new DeviceError(
    "NotImplementedError",
    "connections from the board are simulated on the virtual network only (VirtualBoard's serve)",
  );
}
