// What a virtual board is started with, and what is wrong with it: told before anything is built.
import { isIPv4 } from "node:net";
import { defaultBoardId, loadBoard, type BoardDefinition } from "../../boards/definition";
import { UserError } from "../../transpiler/cli/command";
import { parseCameraSpec } from "../camera-sources/camera-spec";
import { engineNamed, type EngineName } from "../engines/engine";
import { memoryLimits } from "../engines/memory-options";
import type { DriveAccess } from "../hardware/drive";
import type { MdnsService } from "../hardware/mdns";
import { isSetting, type Settings } from "../hardware/settings";
import type { MemoryLimits } from "../hardware/memory-limits";
import { nearest } from "../nearest";
import type { CardContents } from "../world/messages";
import type { ProgramSource } from "./program-of";
import { cardContents, type CardSource } from "./virtual-card";

export interface VirtualBoardOptions extends ProgramSource {
  /** One of `taipan boards`. */
  board?: string;
  /** `python` runs what would be flashed, `node` the TypeScript itself: `python` unless given. */
  engine?: EngineName;
  /**
   * Of settings.toml. Unless given those of the settings.toml on the drive or, where there is none,
   * of a board that finds its Wi-Fi.
   */
  settings?: Settings;
  /**
   * Who may write to the drive: a computer over USB (`usb`, unless given; to programs it is
   * read-only), or the program, as after `storage.disable_usb_drive()` in boot.py.
   */
  drive?: DriveAccess;
  /**
   * The SD card in the slot: a folder of this machine, which is the whole card, or files in memory
   * by their paths. Without it the slot is empty.
   */
  card?: CardSource;
  /**
   * The sensor on the camera's cable, as `OV2640`, or `none`; unless given the first with JPEG that
   * the firmware drives. One that it does not drive is not found.
   */
  sensor?: string;
  /** `pattern[:WxH][@FPS]` or a folder of JPEGs. */
  camera?: string;
  /** Of the board in its network: 192.168.4.1 unless given. */
  address?: string;
  /** Of everything that is left to chance, a whole number: 1 unless given. */
  seed?: number;
  /**
   * Bytes of objects that the program may have at a time, on the python engine: MemoryError where it
   * has more. Unbounded unless given; what is exact of it stands in engines/python/heap.ts.
   */
  heap?: number;
  /** Kilobytes of 1 000 bytes a second that all clients share; without it unlimited. */
  radioKilobytesPerSecond?: number;
  /** What others on the network announce by mDNS, for the program to find. */
  neighbours?: readonly MdnsService[];
}

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === "string";
const isMapping = (value: unknown, holds: Check): boolean =>
  typeof value === "object" && value !== null && Object.values(value).every(holds);

const isFiles: Check = (value) =>
  isMapping(value, (file) => isText(file) || file instanceof Uint8Array);

/** For each option what it is, and whether a value is that: a test in JavaScript may write anything. */
const forms: Readonly<Record<keyof VirtualBoardOptions, readonly [what: string, is: Check]>> = {
  address: ["an IPv4 address", (value) => isText(value) && isIPv4(value as string)],
  board: ["the id of a board", isText],
  card: ["a folder, or paths with texts or bytes", (value) => isText(value) || isFiles(value)],
  camera: ["a text, as pattern:320x240@25", isText],
  drive: ['"usb" or "writable"', (value) => value === "usb" || value === "writable"],
  engine: ['"python" or "node"', isText],
  entry: ["the path of a program", isText],
  files: ["paths with texts or bytes", isFiles],
  floats: ['"board" or "double"', (value) => value === "board" || value === "double"],
  heap: ["a number of bytes", (value) => Number.isSafeInteger(value)],
  neighbours: ["a list of services", (value) => Array.isArray(value)],
  radioKilobytesPerSecond: ["a number above 0", (value) => typeof value === "number" && value > 0],
  seed: ["a whole number", (value) => Number.isSafeInteger(value)],
  sensor: [
    "a sensor, as OV2640, or none",
    (value) => /^([A-Z]{2}\d{3,4}|none)$/.test(String(value)),
  ],
  settings: ["names with texts, numbers, true or false", (value) => isMapping(value, isSetting)],
};

function shown(value: unknown): string {
  return typeof value === "string" ? `"${value}"` : (JSON.stringify(value) ?? String(value));
}

/** @throws UserError for a name that is none, and for a value of the wrong kind */
function checkForms(options: VirtualBoardOptions): void {
  for (const [name, value] of Object.entries(options) as [keyof VirtualBoardOptions, unknown][]) {
    if (!Object.hasOwn(forms, name)) throw unknownOption(name);
    const [what, is] = forms[name];
    if (value === undefined || is(value)) continue;
    throw new UserError(`${name} is ${what}: not ${shown(value)}.`, 2);
  }
}

/** @throws UserError for what can't be the path of a file on a drive */
function checkPaths(files: Readonly<Record<string, unknown>> = {}): void {
  const paths = Object.keys(files);
  for (const path of paths) {
    const parts = path.replace(/^\//, "").split("/");
    if (parts.some((part) => part === "" || part === "." || part === ".."))
      throw new UserError(`"${path}" is not a path on a drive. Write it as in www/index.html.`, 2);
    const inside = paths.find((other) => other.startsWith(`${path}/`));
    if (inside !== undefined)
      throw new UserError(`"${path}" is a file: "${inside}" can't be below it.`, 2);
  }
}

function unknownOption(name: string): UserError {
  const known = Object.keys(forms);
  const meant = nearest(name, known);
  const hint = meant === undefined ? `It has: ${known.join(", ")}.` : `Did you mean ${meant}?`;
  return new UserError(`VirtualBoard.start has no option "${name}". ${hint}`, 2);
}

/** @throws UserError for a source whose pictures come at this machine's pace, not in virtual time */
function checkCamera(camera: string): void {
  if (parseCameraSpec(camera).kind !== "ffmpeg") return;
  throw new UserError(
    `A virtual board's camera can't show "${camera}": ffmpeg runs in real time. ` +
      'Use "pattern", or a folder of JPEGs.',
    2,
  );
}

export interface CheckedOptions {
  address: string;
  board: BoardDefinition;
  engine: EngineName;
  drive: DriveAccess;
  card: CardContents | null;
  sensor: string | undefined;
  camera: string;
  seed: number;
  memory: MemoryLimits;
  radioKilobytesPerSecond: number;
  neighbours: readonly MdnsService[];
}

/** Everything but the program, which takes long. @throws UserError (2) in one line */
export function checkedOptions(options: VirtualBoardOptions): CheckedOptions {
  checkForms(options);
  checkPaths(options.files);
  if (typeof options.card === "object") checkPaths(options.card);
  const camera = options.camera ?? "pattern";
  checkCamera(camera);
  const engine = engineNamed(options.engine ?? "python");
  return {
    address: options.address ?? "192.168.4.1",
    board: loadBoard(options.board ?? defaultBoardId),
    engine,
    memory: memoryLimits(options, engine),
    drive: options.drive ?? "usb",
    card: options.card === undefined ? null : cardContents(options.card),
    sensor: options.sensor,
    camera,
    seed: options.seed ?? 1,
    neighbours: options.neighbours ?? [],
    radioKilobytesPerSecond: options.radioKilobytesPerSecond ?? Infinity,
  };
}
