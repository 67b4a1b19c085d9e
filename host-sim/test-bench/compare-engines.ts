// One program and one script of clients on both engines: what differs is a failure that shows where.
import { isDeepStrictEqual } from "node:util";
import type { EngineName } from "../engines/engine";
import type { VirtualBoardOptions } from "./board-options";
import { VirtualBoard } from "./virtual-board";

export interface Comparison extends Omit<VirtualBoardOptions, "engine"> {
  /** Whether lines and bytes have to come at the same time too: yes, unless it says false. */
  times?: boolean;
}

/** What was seen of one run. */
interface Run {
  console: string[];
  clients: Conversation[];
}

interface Conversation {
  bytes: Buffer;
  /** Each arrival's time and length; nothing where times are not compared. */
  arrivals: string[];
}

const names: readonly EngineName[] = ["python", "node"];
/** Of a traceback: one names lines of Python, the other those of TypeScript. */
const frame = /^ {2}File ".*", line \d+/;
/** Of a difference that is shown: bytes before and after it. */
const contextBytes = 32;

/**
 * Runs the program on the python engine and on the node engine, each with the same script, one after
 * the other, and holds against each other what the console said and every client got. JSON in an
 * answer is compared by its meaning: the order of a dictionary's members is MicroPython's own. Of
 * tracebacks the exceptions are compared, not the places.
 * @throws Error that shows the first line or byte that differs
 */
export async function compareEngines(
  { times = true, ...options }: Comparison,
  script: (board: VirtualBoard, engine: EngineName) => Promise<void>,
): Promise<void> {
  const runs: Run[] = [];
  for (const engine of names) {
    await using board = await VirtualBoard.start({ ...options, engine });
    await script(board, engine);
    runs.push(seen(board, times));
  }
  const [python, node] = runs;
  if (python === undefined || node === undefined) return;
  const difference =
    differingLine("the console", python.console, node.console) ??
    differingClient(python.clients, node.clients);
  if (difference !== null) throw new Error(difference);
}

function seen(board: VirtualBoard, times: boolean): Run {
  const at = (atMs: number) => (times ? `${(atMs / 1000).toFixed(3)} ` : "");
  return {
    console: board.console
      .filter(({ text }) => !frame.test(text))
      .map(({ atMs, text }) => at(atMs) + text),
    clients: board.connections.map(({ arrivals }) => ({
      bytes: Buffer.concat(arrivals.map(({ bytes }) => bytes)),
      arrivals: times ? arrivals.map(({ atMs, bytes }) => `${at(atMs)}${bytes.length} bytes`) : [],
    })),
  };
}

function shown(where: string, python: string, node: string): string {
  return `The engines differ in ${where}:\n  python ${python}\n  node   ${node}`;
}

function differingLine(what: string, python: string[], node: string[]): string | null {
  const count = Math.max(python.length, node.length);
  for (let line = 0; line < count; line += 1) {
    const [ours, theirs] = [python[line], node[line]];
    if (ours !== theirs)
      return shown(`${what}, line ${line + 1}`, ours ?? "(no more)", theirs ?? "(no more)");
  }
  return null;
}

function differingClient(python: Conversation[], node: Conversation[]): string | null {
  if (python.length !== node.length)
    return shown("how many clients there were", String(python.length), String(node.length));
  for (const [index, ours] of python.entries()) {
    const theirs = node[index] ?? ours;
    const who = `what client ${index + 1} got`;
    const difference =
      differingByte(who, ours.bytes, theirs.bytes) ??
      differingLine(`when ${who.slice("what ".length)} it`, ours.arrivals, theirs.arrivals);
    if (difference !== null) return difference;
  }
  return null;
}

function differingByte(who: string, python: Buffer, node: Buffer): string | null {
  if (python.equals(node)) return null;
  const [ours, theirs] = [answerOf(python), answerOf(node)];
  if (ours !== null && theirs !== null && ours.head === theirs.head)
    return differingMember(`${who}, JSON`, ours.value, theirs.value);
  const end = Math.min(python.length, node.length);
  let at = 0;
  while (at < end && python[at] === node[at]) at += 1;
  const around = (bytes: Buffer) =>
    bytes.length <= at
      ? "(no more)"
      : JSON.stringify(bytes.toString("latin1", Math.max(0, at - contextBytes), at + contextBytes));
  return shown(`${who}, byte ${at}`, around(python), around(node));
}

/** An answer in JSON: its head, and what it says; null for anything else. */
function answerOf(bytes: Buffer): { head: string; value: unknown } | null {
  const text = bytes.toString("utf8");
  const end = text.indexOf("\r\n\r\n");
  const head = text.slice(0, end);
  if (end < 0 || !/^content-type: *application\/json/im.test(head)) return null;
  try {
    // 1.0 and 1 are one number, and not of one length.
    return { head: head.replace(/^content-length:.*$/im, ""), value: JSON.parse(text.slice(end)) };
  } catch {
    return null;
  }
}

/** The first member, by its path, that is not the same in both; null when all are. */
function differingMember(path: string, python: unknown, node: unknown): string | null {
  if (isDeepStrictEqual(python, node)) return null;
  if (!isComposite(python) || !isComposite(node))
    return shown(path, JSON.stringify(python) ?? "(none)", JSON.stringify(node) ?? "(none)");
  for (const key of Object.keys({ ...python, ...node })) {
    const difference = differingMember(`${path}.${key}`, python[key], node[key]);
    if (difference !== null) return difference;
  }
  return shown(path, JSON.stringify(python), JSON.stringify(node));
}

function isComposite(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
