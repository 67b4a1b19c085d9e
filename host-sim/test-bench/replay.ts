// A recorded run once more: its clients do at their times what they did, in virtual time, and what
// the board says to them and on its console is compared.
import { existsSync } from "node:fs";
import { readText } from "../../transpiler/cli/read-text";
import type { EngineName } from "../engines/engine";
import { parseSettings } from "../hardware/settings";
import { answersIn, differenceOfAnswers } from "./answers";
import { parseRecording, type Recording, type TimedEvent } from "../recording/recording";
import type { VirtualBoardOptions } from "./board-options";
import type { VirtualBoard } from "./virtual-board";
import type { VirtualClient } from "./virtual-client";

export interface ReplayOptions {
  /** The one of the recording unless given. */
  engine?: EngineName;
  /** Texts that may be different: what matches, as /"uptime": ?[\d.]+/, is left out on both sides. */
  ignore?: readonly RegExp[];
}

export interface Replay {
  /** One line for each; none when all that was recorded came again. */
  readonly differences: readonly string[];
  /** How many clients there were. */
  readonly clients: number;
  /** How many lines the console has. */
  readonly lines: number;
  /** How long the board ran, in its time. */
  readonly seconds: number;
}

/** How long what was under way at the end of the recording may take, in seconds of the board's time. */
const graceSeconds = 2;

export async function replay(
  file: string,
  { engine, ignore = [] }: ReplayOptions,
  start: (options: VirtualBoardOptions) => Promise<VirtualBoard>,
): Promise<Replay> {
  const recording = parseRecording(readText(file), file);
  const board = await start(boardOptions(recording, engine));
  try {
    const clients = await play(recording.events, board);
    const masked = (text: string) =>
      ignore.reduce((left, pattern) => left.replaceAll(globally(pattern), "…"), text);
    const differences = [
      ...differencesOfConsole(recording.events, board.lines, masked),
      ...[...clients].flatMap(([number, client]) =>
        differencesOfClient(recording.events, number, client, masked),
      ),
    ];
    return { differences, clients: clients.size, lines: board.lines.length, seconds: board.time };
  } finally {
    await board.stop().catch(() => {});
  }
}

const globally = (pattern: RegExp): RegExp =>
  new RegExp(pattern.source, `${pattern.flags.replace("g", "")}g`);

function boardOptions({ head }: Recording, engine = head.engine): VirtualBoardOptions {
  const { entry, board, camera, address, settings, linkKilobytesPerSecond } = head;
  const isThere = settings !== null && existsSync(settings);
  return {
    ...(entry === null ? {} : { entry }),
    ...{ board, engine, camera, address },
    settings: isThere ? parseSettings(readText(settings), settings) : {},
    ...(linkKilobytesPerSecond === null ? {} : { radioKilobytesPerSecond: linkKilobytesPerSecond }),
  };
}

/** @returns the clients by their numbers in the recording */
async function play(
  events: readonly TimedEvent[],
  board: VirtualBoard,
): Promise<Map<number, VirtualClient>> {
  const clients = new Map<number, VirtualClient>();
  /** What each had got in the recording by now. */
  const received = new Map<number, number>();
  const gotAll = () =>
    [...clients].every(([number, client]) => client.received >= (received.get(number) ?? 0));
  let lateMs = 0;
  for (const event of events) {
    if (event.type === "received") {
      received.set(event.client, (received.get(event.client) ?? 0) + event.bytes.length);
      continue;
    }
    if (event.type !== "connected" && event.type !== "sent" && !isEnd(event)) continue;
    await board.run(Math.max(0, (event.atMs + lateMs) / 1000 - board.time));
    // The board may answer a moment later than it did, but not after its client has gone on.
    await board.until(gotAll, "as much as was recorded", graceSeconds).catch(() => {});
    if (event.type === "connected" && board.ports.length === 0) await board.serving();
    lateMs = Math.max(lateMs, board.time * 1000 - event.atMs);
    if (event.type === "stop") {
      await board.stop();
      return clients;
    }
    act(event, board, clients);
    // Who has left is waited for no more, whatever was still under way to him.
    if (event.type === "left") received.set(event.client, -Infinity);
  }
  await board.run(graceSeconds);
  return clients;
}

const isEnd = ({ type }: TimedEvent): boolean => type === "left" || type === "stop";

function act(event: TimedEvent, board: VirtualBoard, clients: Map<number, VirtualClient>): void {
  if (event.type === "connected") {
    const { client, port, address } = event;
    clients.set(client, board.connect({ latencyMs: 0 }, port, address));
  }
  if (event.type === "sent") clients.get(event.client)?.send(event.bytes);
  if (event.type === "left") clients.get(event.client)?.[event.how]();
}

function differencesOfConsole(
  events: readonly TimedEvent[],
  lines: readonly string[],
  masked: (text: string) => string,
): string[] {
  const recorded = events.flatMap((event) => (event.type === "console" ? [event.line] : []));
  const at = recorded.findIndex((line, index) => masked(line) !== masked(lines[index] ?? ""));
  if (at >= 0) {
    const now = lines[at] === undefined ? "nothing" : JSON.stringify(lines[at]);
    return [`Console, line ${at + 1}: was ${JSON.stringify(recorded[at])}, is ${now}.`];
  }
  if (recorded.length >= lines.length) return [];
  return [
    `Console, line ${recorded.length + 1}: was nothing, is ${JSON.stringify(lines[recorded.length])}.`,
  ];
}

function differencesOfClient(
  events: readonly TimedEvent[],
  number: number,
  client: VirtualClient,
  masked: (text: string) => string,
): string[] {
  const bytesOf = (type: "sent" | "received") =>
    Buffer.concat(
      events.flatMap((event) =>
        event.type === type && event.client === number ? [event.bytes] : [],
      ),
    );
  const isHead = bytesOf("sent").toString("latin1", 0, 5) === "HEAD ";
  const recorded = answersIn(bytesOf("received"), isHead);
  const now = answersIn(Buffer.concat(client.arrivals.map(({ bytes }) => bytes)), isHead);
  const difference = differenceOfAnswers(recorded, now, masked);
  return difference === null ? [] : [`Client ${number + 1}, ${difference}`];
}
