// The way between a client and the board's radio, as a test sets it.
import { UserError } from "../../transpiler/cli/command";

export interface LinkOptions {
  /** Kilobytes of 1 000 bytes a second, each way; without it only the radio is a limit. */
  kilobytesPerSecond?: number;
  /** Milliseconds that a segment takes one way: 2 unless given. */
  latencyMs?: number;
  /** At most this much is added to the latency of a segment, by chance: 0 unless given. */
  jitterMs?: number;
  /** The share of segments that get lost and are sent again, from 0 up to 0.9: 0 unless given. */
  loss?: number;
  /** What the client's TCP takes while the client does not read, in bytes: 65 535 unless given. */
  windowBytes?: number;
}

export type Link = Required<LinkOptions>;

/** Each with what it is, its least and its most. */
const ranges: Readonly<Record<keyof LinkOptions, readonly [string, number, number]>> = {
  kilobytesPerSecond: ["kilobytes per second", 0.001, Infinity],
  latencyMs: ["milliseconds", 0, 60_000],
  jitterMs: ["milliseconds", 0, 60_000],
  loss: ["a share of the segments", 0, 0.9],
  windowBytes: ["bytes", 1, 2 ** 30],
};

const defaults: Link = {
  kilobytesPerSecond: Infinity,
  latencyMs: 2,
  jitterMs: 0,
  loss: 0,
  windowBytes: 65_535,
};

/** @throws UserError for a name that is none, or a number out of its range */
export function linkOf(options: LinkOptions = {}): Link {
  for (const [name, value] of Object.entries(options) as [keyof LinkOptions, unknown][]) {
    const range = ranges[name];
    if (range === undefined) {
      const known = Object.keys(ranges).join(", ");
      throw new UserError(`A link has no "${name}". It has: ${known}.`, 2);
    }
    const [what, least, most] = range;
    if (typeof value === "number" && value >= least && value <= most) continue;
    const upTo = most === Infinity ? `at least ${least}` : `from ${least} to ${most}`;
    throw new UserError(`${name} of a link is ${what}, ${upTo}: not ${String(value)}.`, 2);
  }
  return { ...defaults, ...options };
}
