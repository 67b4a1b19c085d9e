// How much of what was written to real sockets their peers have not acknowledged. The simulated
// send buffer of 5 760 bytes has to count what the kernel holds, or a slow viewer would be megabytes
// behind. Linux shows it as tx_queue in /proc/net/tcp and tcp6. Elsewhere only what Node itself still
// holds is known: there a stalled viewer swallows what the kernel's buffers take.
import { readFile } from "node:fs/promises";
import type { Socket } from "node:net";

const paths = { IPv4: "/proc/net/tcp", IPv6: "/proc/net/tcp6" };

function hexWord(bytes: number[]): string {
  // The kernel prints each 32-bit word of an address in its own, little-endian, order.
  return bytes
    .toReversed()
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase();
}

function ipv4Bytes(address: string): number[] {
  return address.split(".").map(Number);
}

function ipv6Bytes(address: string): number[] {
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(address.replace(/%.*$/, ""));
  const tail = dotted === null ? [] : ipv4Bytes(dotted[2] ?? "");
  const [head = "", rest] = (dotted?.[1]?.replace(/([^:]):$/, "$1") ?? address).split("::");
  const words = (text: string) =>
    text === ""
      ? []
      : text.split(":").flatMap((word) => [parseInt(word, 16) >> 8, parseInt(word, 16) & 255]);
  const before = words(head);
  const after = [...words(rest ?? ""), ...tail];
  const zeros = new Array<number>(Math.max(0, 16 - before.length - after.length)).fill(0);
  return [...before, ...zeros, ...after];
}

/** An end of a connection as /proc/net/tcp{,6} writes it. */
export function procAddress(address: string, port: number): string {
  const bytes = address.includes(":") ? ipv6Bytes(address) : ipv4Bytes(address);
  const words = [];
  for (let at = 0; at < bytes.length; at += 4) words.push(hexWord(bytes.slice(at, at + 4)));
  return `${words.join("")}:${port.toString(16).padStart(4, "0").toUpperCase()}`;
}

/** How the kernel's table names a connected socket: local and remote end. */
export function lineKey(socket: Socket): string {
  const { localAddress = "", localPort = 0, remoteAddress = "", remotePort = 0 } = socket;
  return `${procAddress(localAddress, localPort)} ${procAddress(remoteAddress, remotePort)} `;
}

export type AddressFamily = "IPv4" | "IPv6";

/** One look at the kernel's tables. */
export class KernelQueues {
  private constructor(private readonly tables: Map<AddressFamily, string>) {}

  /** Whether this system shows its queues at all. */
  static readonly available = process.platform === "linux";

  /**
   * Reads outside the event loop: the kernel walks all of its hash table, which takes milliseconds
   * where that is large.
   */
  static async look(families: Iterable<AddressFamily>): Promise<KernelQueues> {
    const tables = new Map<AddressFamily, string>();
    for (const family of new Set(families)) {
      tables.set(family, await readFile(paths[family], "latin1"));
    }
    return new KernelQueues(tables);
  }

  /** Bytes that the peer has not acknowledged; 0 for a connection that is gone. */
  bytes(family: AddressFamily, key: string): number {
    const text = this.tables.get(family) ?? "";
    const line = text.indexOf(key);
    if (line < 0) return 0;
    // "<local> <remote> <state> <tx_queue>:<rx_queue>": two digits of state, eight of each queue.
    const start = line + key.length + 3;
    return parseInt(text.slice(start, start + 8), 16);
  }
}
