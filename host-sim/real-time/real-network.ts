// The main thread's end of the board's network: real listeners and connections.
import { createServer, type Server, type Socket } from "node:net";
import { spelled, UserError } from "../../transpiler/cli/command";
import { Acknowledgements } from "./acknowledgements";
import { Connection, type ConnectionContext } from "./connection";
import type { ToMain, ToWorker } from "./messages";
import type { PortMap } from "./port-map";
import type { RadioLink } from "./radio-link";
import type { SharedState } from "./shared-state";
import type { Witness } from "./witness";

/** What the board has sent when it stops has so long to reach its peers. */
const goodbyeMs = 200;

export interface RealNetworkOptions {
  host: string;
  ports: PortMap;
  shared: SharedState;
  link: RadioLink | null;
  witnesses: readonly Witness[];
  post(message: ToWorker, transfer?: ArrayBuffer[]): void;
  onServing(server: { host: string; port: number }): void;
  onFailure(error: Error): void;
}

export class RealNetwork {
  private readonly listeners = new Map<number, Server>();
  private readonly connections = new Map<number, Connection>();
  private readonly acknowledgements = new Acknowledgements();
  private readonly context: ConnectionContext;
  private nextConnection = 0;

  constructor(private readonly options: RealNetworkOptions) {
    const { shared, link, post, witnesses } = options;
    this.context = {
      shared,
      link,
      post,
      witnesses,
      watch: (connection) => this.acknowledgements.watch(connection),
    };
  }

  handle(message: ToMain): void {
    switch (message.type) {
      case "listen":
        return this.listen(message.listener, message.port);
      case "unlisten":
        this.listeners.get(message.listener)?.close();
        this.listeners.delete(message.listener);
        return;
      case "accept":
        return this.connections.get(message.connection)?.open();
      case "send":
        return this.connections.get(message.connection)?.send(message.bytes);
      case "consumed":
        return this.connections.get(message.connection)?.consumed(message.count);
      case "close":
        return this.connections.get(message.connection)?.close(message.how);
    }
  }

  /** Closes everything; what is on its way has a moment to arrive. */
  shutDown(): void {
    for (const server of this.listeners.values()) server.close();
    this.listeners.clear();
    for (const connection of this.connections.values()) connection.shutDown(goodbyeMs);
    this.options.link?.stop();
  }

  private listen(listener: number, firmwarePort: number): void {
    const { host, ports } = this.options;
    const port = ports.hostPort(firmwarePort);
    // A paused connection stays unread, in the kernel, until the firmware accepts it.
    const server = createServer({ allowHalfOpen: true, pauseOnConnect: true }, (socket) =>
      this.incoming(listener, firmwarePort, socket),
    );
    this.listeners.set(listener, server);
    server.on("error", (error: NodeJS.ErrnoException) =>
      this.options.onFailure(listenError(error, host, port)),
    );
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address();
      if (address === null || typeof address === "string") return;
      ports.remember(firmwarePort, address.port);
      for (const witness of this.options.witnesses) witness.listening(firmwarePort);
      this.options.onServing({ host, port: address.port });
    });
  }

  private incoming(listener: number, port: number, socket: Socket): void {
    const { remoteAddress, remotePort } = socket;
    // Gone before Node came to it.
    if (remoteAddress === undefined || remotePort === undefined) return void socket.destroy();
    const id = this.nextConnection++;
    const connection = new Connection(id, socket, this.context);
    this.connections.set(id, connection);
    socket.on("close", () => {
      this.connections.delete(id);
      this.acknowledgements.forget(connection);
    });
    const host = remoteAddress.replace(/^::ffff:/, "");
    for (const witness of this.options.witnesses)
      witness.connected(id, port, `${host}:${remotePort}`);
    this.options.post({ type: "incoming", listener, connection: id, host, port: remotePort });
  }
}

/** What a person is told when a port can't be listened on. */
export function listenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case "EADDRINUSE":
      return new UserError(`Port ${port} is in use. Choose another: ${spelled("port", "9000")}.`);
    case "EACCES":
      return new UserError(
        `Port ${port} may not be used by this account. Choose one above 1023: ${spelled("port", "9000")}.`,
      );
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new UserError(
        `${host} is not an address of this machine. Choose another with --host.`,
      );
    default:
      return error;
  }
}
