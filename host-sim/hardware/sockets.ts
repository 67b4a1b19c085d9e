// The chip's socket table: eight in all, and the calls of socketpool on them. Every call answers
// with a number, -errno when it fails, so that none throws through a virtual machine.
import { EADDRINUSE, EAGAIN, EBADF, EINVAL, ENFILE, ENOTCONN, ETIMEDOUT } from "./errno";
import { Faults } from "./faults";
import type { ConnectionId, Network, NetworkEvents } from "./network";
import { TcpStream } from "./tcp-stream";
import type { Waiting } from "./waiting";

/** CONFIG_LWIP_MAX_SOCKETS in ports/espressif/esp-idf-config/sdkconfig.defaults */
export const socketLimit = 8;
/** What CircuitPython hands to lwIP for a port of 0: the first of the ephemeral range. */
const firstEphemeralPort = 49152;

export const POLLIN = 1;
export const POLLOUT = 4;

interface Waiter {
  connection: ConnectionId;
  host: string;
  port: number;
}

interface Socket {
  /** Milliseconds; less than 0 waits without end, 0 never waits. */
  timeoutMs: number;
  port: number | null;
  backlog: Waiter[] | null;
  stream: TcpStream | null;
}

export class SocketTable implements NetworkEvents {
  private readonly sockets: (Socket | null)[] = new Array<Socket | null>(socketLimit).fill(null);
  private readonly streams = new Map<ConnectionId, TcpStream>();

  constructor(
    private readonly network: Network,
    private readonly waiting: Waiting,
    private readonly faults = new Faults(),
  ) {}

  get open(): number {
    return this.sockets.filter((socket) => socket !== null).length;
  }

  /** A new socket waits without end (Socket.c: timeout_ms is -1). -ENFILE: out of sockets. */
  create(): number {
    return this.add({ timeoutMs: -1, port: null, backlog: null, stream: null });
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
    const taken = (candidate: number) => this.sockets.some((other) => other?.port === candidate);
    if (port !== 0 && taken(port)) return -EADDRINUSE;
    socket.port = port;
    for (let free = firstEphemeralPort; port === 0 && socket.port === 0; free += 1) {
      if (!taken(free)) socket.port = free;
    }
    return 0;
  }

  listen(number: number): number {
    const socket = this.sockets[number];
    if (!socket) return -EBADF;
    if (socket.port === null || socket.stream !== null) return -EINVAL;
    if (socket.backlog !== null) return 0;
    socket.backlog = [];
    this.network.listen(number, socket.port);
    return 0;
  }

  /**
   * @returns the number of the new socket, or -errno. Where a listener never waits, EAGAIN stands
   *   for every failure (socketpool_socket_accept).
   */
  accept(number: number): number {
    const listener = this.sockets[number];
    if (!listener) return -EBADF;
    if (listener.backlog === null) return -EINVAL;
    const backlog = listener.backlog;
    const waited = this.waiting.until(() => backlog.length > 0, listener.timeoutMs);
    if (waited < 0) return waited;
    const waiter = backlog.shift();
    if (waiter === undefined) {
      return listener.timeoutMs === 0 ? this.waiting.nothingToDo(-EAGAIN) : -ETIMEDOUT;
    }
    return this.take(waiter, listener.timeoutMs === 0 ? EAGAIN : ENFILE);
  }

  private take({ connection, host, port }: Waiter, whenFull: number): number {
    const stream = new TcpStream(this.network, connection, { host, port });
    // Accepted sockets never wait: their timeout is not set, and their memory is zero.
    const number = this.add({ timeoutMs: 0, port: null, backlog: null, stream });
    if (number < 0) {
      // lwip_accept deletes a connection for which it has no socket left.
      this.network.close(connection, "reset");
      return -whenFull;
    }
    this.streams.set(connection, stream);
    this.network.accept(connection);
    return number;
  }

  /** recv_into: 0 at the end of the stream only where the socket may wait, else -ENOTCONN. */
  receive(number: number, into: Uint8Array): number {
    const socket = this.sockets[number];
    if (!socket) return -EBADF;
    const { stream, timeoutMs } = socket;
    if (stream === null) return -ENOTCONN;
    if (into.length === 0) return 0;
    const waited = this.waiting.until(() => stream.readable, timeoutMs);
    if (waited < 0) return waited;
    if (waited === 0 && timeoutMs !== 0) return -ETIMEDOUT;
    const received = stream.receive(into);
    if (received === -EAGAIN) return this.waiting.nothingToDo(-EAGAIN);
    return received === -ENOTCONN && timeoutMs !== 0 ? 0 : received;
  }

  send(number: number, bytes: Uint8Array): number {
    const socket = this.sockets[number];
    if (!socket) return -EBADF;
    this.waiting.catchUp();
    const sent = socket.stream === null ? -ENOTCONN : socket.stream.send(bytes);
    return sent === -EAGAIN ? this.waiting.nothingToDo(-EAGAIN) : sent;
  }

  peer(number: number): { host: string; port: number } {
    return this.sockets[number]?.stream?.peer ?? { host: "0.0.0.0", port: 0 };
  }

  /**
   * select.poll on triples of socket number, events asked for, and events that came, which are
   * filled in.
   * @returns how many sockets have events, or -EINTR
   */
  poll(cells: Int16Array, timeoutMs: number): number {
    const look = () => {
      let ready = 0;
      for (let at = 0; at < cells.length; at += 3) {
        const events = this.events(cells[at] ?? -1, cells[at + 1] ?? 0);
        cells[at + 2] = events;
        if (events !== 0) ready += 1;
      }
      return ready;
    };
    let ready = 0;
    const waited = this.waiting.until(() => (ready = look()) > 0, timeoutMs);
    if (waited < 0) return waited;
    return waited === 0 ? this.waiting.nothingToDo(0) : ready;
  }

  /** The events among `asked` that have come; a closed socket reads as both (Socket.c). */
  events(number: number, asked: number): number {
    const socket = this.sockets[number];
    if (!socket) return asked;
    let events = 0;
    if (socket.backlog !== null && socket.backlog.length > 0) events |= POLLIN;
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
      for (const { connection } of socket.backlog) this.network.close(connection, "reset");
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

  incoming(listener: number, connection: ConnectionId, host: string, port: number): void {
    const backlog = this.sockets[listener]?.backlog;
    if (backlog) backlog.push({ connection, host, port });
    else this.network.close(connection, "reset");
  }

  received(connection: ConnectionId, bytes: Uint8Array): void {
    this.streams.get(connection)?.arrived(bytes);
  }

  finished(connection: ConnectionId): void {
    this.streams.get(connection)?.peerFinished();
  }

  wasReset(connection: ConnectionId): void {
    this.streams.get(connection)?.wasReset();
    for (const socket of this.sockets) {
      const index = socket?.backlog?.findIndex((waiter) => waiter.connection === connection) ?? -1;
      if (index >= 0) socket?.backlog?.splice(index, 1);
    }
  }

  private add(socket: Socket): number {
    if (this.open + this.faults.socketsTaken >= socketLimit) return -ENFILE;
    const number = this.sockets.indexOf(null);
    this.sockets[number] = socket;
    return number;
  }
}
