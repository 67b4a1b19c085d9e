// The servers of a test, by name and address, to which the board can connect.
import type { Link } from "./link";
import type { ClientEnd, VirtualConnection } from "./virtual-connection";

export interface TestServer {
  /** A name, or an address in numbers. */
  readonly host: string;
  readonly port: number;
  readonly link: Link;
  /** The board connects: `connect` makes the connection to whoever takes it. */
  accept(connect: (end: ClientEnd) => VirtualConnection): VirtualConnection;
}

const isAddress = (host: string): boolean => /^\d+(\.\d+){3}$/.test(host);
/** In the board's network, above its clients. */
const firstAddress = 220;

export class Servers {
  private readonly addresses = new Map<string, string>();
  private readonly servers = new Map<string, TestServer>();

  add(server: TestServer): void {
    this.servers.set(`${this.addHost(server.host)}:${server.port}`, server);
  }

  /** @returns its address, the same whenever it is asked for */
  addHost(host: string): string {
    const next = `192.168.4.${firstAddress + this.addresses.size}`;
    const address = this.addresses.get(host) ?? (isAddress(host) ? host : next);
    this.addresses.set(host, address);
    return address;
  }

  addressOf(name: string): string | null {
    return this.addresses.get(name) ?? null;
  }

  /** Somebody is there, who refuses ports that nobody listens on. */
  isHost(address: string): boolean {
    return [...this.addresses.values()].includes(address);
  }

  at(address: string, port: number): TestServer | undefined {
    return this.servers.get(`${address}:${port}`);
  }
}
