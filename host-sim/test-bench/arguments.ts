// What a test gives to its board, call by call, and what is wrong with it: told in one line.
import { isIP } from "node:net";
import { UserError } from "../../transpiler/cli/command";
import type { Fault } from "../hardware/faults";
import type { Peer } from "../world/messages";

/** Each with the member that says how much of it. */
const faults: Readonly<Record<Fault["kind"], string>> = {
  "camera does not start": "times",
  "picture missing": "times",
  "picture cut short": "times",
  "picture damaged": "times",
  "sockets taken": "count",
  "storage fails": "times",
  "psram taken": "bytes",
  "allocation fails": "after",
};

/** @throws UserError (2) for a fault that there is not, or a number that is none */
export function checkedFault(fault: Fault): Fault {
  const member = Object.hasOwn(faults, fault.kind) ? faults[fault.kind] : undefined;
  if (member === undefined) {
    const known = Object.keys(faults).join(", ");
    throw new UserError(`There is no fault "${fault.kind}". Known: ${known}.`, 2);
  }
  const amount = (fault as unknown as Record<string, unknown>)[member];
  if (typeof amount === "number" && (amount >= 0 || amount === Infinity)) return fault;
  throw new UserError(`"${fault.kind}" needs ${member}, a number: not ${String(amount)}.`, 2);
}

/** @throws UserError (2) for what is no port */
export function checkedPort(port: number): number {
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new UserError(`A port is a whole number from 1 to 65535: not ${port}.`, 2);
}

/** @throws UserError (2) for what is no address with a port */
export function checkedPeer(address: string): Peer {
  const [, host, port] = /^(.+):(\d+)$/.exec(address) ?? [];
  if (host !== undefined && isIP(host) !== 0) return { host, port: checkedPort(Number(port)) };
  throw new UserError(
    `A client's address is IP:PORT, as in 192.168.4.20:50000: not ${address}.`,
    2,
  );
}

/** @throws UserError (2) for time that would run backwards, or never end */
export function checkedSeconds(seconds: number): number {
  if (Number.isFinite(seconds) && seconds >= 0) return seconds;
  throw new UserError(`Seconds must be a number, 0 or more: not ${seconds}.`, 2);
}
