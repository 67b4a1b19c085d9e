// A run of a board that served real clients, as lines of JSON: what it was started with, and then
// everything that could be seen from outside, in the order in which it happened (docs/testing.md).
import { UserError } from "../../transpiler/cli/command";
import type { EngineName } from "../engines/engine";
import type { Ending } from "../real-time/witness";

/** Of the format: a recording of another one is refused. */
const version = 1;

export interface RecordingHead {
  /** As it was named on the command line; null: package.json names it. */
  entry: string | null;
  board: string;
  engine: EngineName;
  camera: string;
  /** The file of the settings, which hold passwords: they themselves are not written down. */
  settings: string | null;
  linkKilobytesPerSecond: number | null;
  /** Of the board, as it is told to the program. */
  address: string;
}

export type RecordedEvent =
  | { type: "console"; line: string }
  | { type: "listening"; port: number }
  | { type: "connected"; client: number; port: number; address: string }
  /** By the client. */
  | { type: "sent"; client: number; bytes: Uint8Array }
  /** By the client, from the board. */
  | { type: "received"; client: number; bytes: Uint8Array }
  /** The client ends its connection. */
  | { type: "left"; client: number; how: Ending }
  /** The board does. */
  | { type: "closed"; client: number; how: Ending }
  /** Ctrl+C. */
  | { type: "stop" };

export type TimedEvent = RecordedEvent & { atMs: number };

export interface Recording {
  head: RecordingHead;
  events: TimedEvent[];
}

/** Bytes that are readable text are written as such. */
function writtenBytes(bytes: Uint8Array): { text: string } | { base64: string } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const text = buffer.toString("latin1");
  return /^[\x20-\x7e\r\n\t]*$/.test(text) ? { text } : { base64: buffer.toString("base64") };
}

export const headLine = (head: RecordingHead): string =>
  `${JSON.stringify({ taipan: version, ...head })}\n`;

export function eventLine({ atMs, ...event }: TimedEvent): string {
  const time = Number(atMs.toFixed(3));
  if (!("bytes" in event)) return `${JSON.stringify({ atMs: time, ...event })}\n`;
  const { bytes, ...rest } = event;
  return `${JSON.stringify({ atMs: time, ...rest, ...writtenBytes(bytes) })}\n`;
}

type Members = Readonly<Record<string, unknown>>;

const isClient = ({ client }: Members): boolean => typeof client === "number";
const isEnding = ({ how }: Members): boolean => how === "finish" || how === "reset";
const hasBytes = ({ bytes }: Members): boolean => bytes instanceof Uint8Array;

/** Whether an event of each type has the members of its type: recordings are edited by hand. */
const forms: Readonly<Record<RecordedEvent["type"], (event: Members) => boolean>> = {
  closed: (event) => isClient(event) && isEnding(event),
  connected: (event) =>
    isClient(event) && typeof event["port"] === "number" && typeof event["address"] === "string",
  console: ({ line }) => typeof line === "string",
  left: (event) => isClient(event) && isEnding(event),
  listening: ({ port }) => typeof port === "number",
  received: (event) => isClient(event) && hasBytes(event),
  sent: (event) => isClient(event) && hasBytes(event),
  stop: () => true,
};

function readBytes(text: unknown, base64: unknown): { bytes?: Uint8Array } {
  if (typeof text === "string") return { bytes: Buffer.from(text, "latin1") };
  return typeof base64 === "string" ? { bytes: Buffer.from(base64, "base64") } : {};
}

/** @throws UserError for what is no event */
function parsedEvent(written: Members, name: string, number: number): TimedEvent {
  const { text, base64, ...rest } = written;
  const event: Members = { ...rest, ...readBytes(text, base64) };
  const { atMs, type } = event;
  const isKnown = typeof type === "string" && Object.hasOwn(forms, type);
  if (typeof atMs === "number" && isKnown && forms[type as RecordedEvent["type"]](event))
    return event as unknown as TimedEvent;
  throw notALine(name, number);
}

/**
 * @param name shown in the error
 * @throws UserError for what is no recording
 */
export function parseRecording(content: string, name: string): Recording {
  const [first = "", ...lines] = content.trimEnd().split("\n");
  const { taipan, ...head } = parsedLine(first, name, 1);
  if (taipan !== version)
    throw new UserError(
      `${name} is not a recording of this Taipan: \`taipan sim --record FILE\` writes one.`,
    );
  const events = lines.map((line, index) =>
    parsedEvent(parsedLine(line, name, index + 2), name, index + 2),
  );
  return { head: head as unknown as RecordingHead, events };
}

function parsedLine(line: string, name: string, number: number): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === "object" && value !== null) return value as Record<string, unknown>;
  } catch {
    // Told below, as what is JSON of another kind.
  }
  throw notALine(name, number);
}

const notALine = (name: string, number: number): UserError =>
  new UserError(
    `${name}:${number} is not a line of a recording: \`taipan sim --record FILE\` writes one.`,
  );
