// A board is data: one file in boards/definitions, named after the board's id in CircuitPython.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../transpiler/package-root";
import { UserError } from "../transpiler/cli/command";

/** The bus on which the sensor is set up: the board's own, or one made of two pins. */
export type CameraBus = { kind: "board" } | { kind: "busio"; scl: string; sda: string };

/** A chip that has to be told to power the camera, and whose voltages it needs. */
export interface CameraPower {
  kind: "axp313a";
  voltages: "OV2640" | "OV7725";
}

export interface CameraWiring {
  /** The tuple of the eight data pins in `board`, least significant first. */
  dataPins: string;
  /** What that tuple holds. */
  dataGpios: string[];
  /** Names in `board`, as all pins below; null where the board has none. */
  pixelClockPin: string;
  vsyncPin: string;
  hrefPin: string;
  externalClockPin: string;
  powerdownPin: string | null;
  resetPin: string | null;
  i2c: CameraBus;
  power?: CameraPower;
  /** Sensors for which the board's CircuitPython has a driver. */
  sensors: string[];
}

/**
 * The board's own slot for an SD card: its pins as GPIOs, in the words of the SD bus. Over SPI
 * `command` is MOSI, `data0` is MISO and `select` is CS.
 */
export interface CardWiring {
  clock: string;
  command: string;
  data0: string;
  /** Null where the slot can't be used over SPI. */
  select: string | null;
}

export interface BoardDefinition {
  id: string;
  name: string;
  mcu: string;
  /** In the form `0x2886`; null on boards without USB of their own. */
  usb: { vid: string; pid: string } | null;
  flashBytes: number;
  psramBytes: number;
  /** Every pin of `board` by name, as `GPIO21`. */
  pins: Record<string, string>;
  camera: CameraWiring;
  /** Left out where the board has no slot. */
  card?: CardWiring;
  /** Modules that CircuitPython has elsewhere and lacks here. */
  missingModules: string[];
  notes: string[];
}

export const defaultBoardId = "seeed_xiao_esp32_s3_sense";

const folder = join(packageRoot, "boards", "definitions");
const pinKeys = ["pixelClockPin", "vsyncPin", "hrefPin", "externalClockPin"] as const;
const optionalPinKeys = ["powerdownPin", "resetPin"] as const;

function isGpio(value: unknown): boolean {
  return typeof value === "string" && /^GPIO\d+$/.test(value);
}

function missingFields(board: Partial<BoardDefinition>): string[] {
  const problems: string[] = [];
  if (typeof board.name !== "string" || board.name === "") problems.push("name is missing");
  if (typeof board.mcu !== "string") problems.push("mcu is missing");
  if (!Number.isInteger(board.flashBytes)) problems.push("flashBytes is not a whole number");
  if (!Number.isInteger(board.psramBytes)) problems.push("psramBytes is not a whole number");
  if (!Array.isArray(board.missingModules)) problems.push("missingModules is not a list");
  if (!Array.isArray(board.notes)) problems.push("notes is not a list");
  if (board.usb === undefined) problems.push("usb is missing (null where there is none)");
  if (typeof board.pins !== "object") problems.push("pins is missing");
  if (typeof board.camera !== "object") problems.push("camera is missing");
  return problems;
}

function cardProblems({ card }: BoardDefinition): string[] {
  return Object.entries(card ?? {})
    .filter(([key, gpio]) => !isGpio(gpio) && !(key === "select" && gpio === null))
    .map(([key, gpio]) => `card.${key} is ${JSON.stringify(gpio)}, not GPIO and a number`);
}

function cameraPins(camera: CameraWiring): [key: string, pin: string][] {
  const pins: [string, string][] = pinKeys.map((key) => [key, camera[key]]);
  for (const key of optionalPinKeys) {
    const pin = camera[key];
    if (pin !== null) pins.push([key, pin]);
  }
  if (camera.i2c.kind === "busio") pins.push(["i2c.scl", camera.i2c.scl]);
  if (camera.i2c.kind === "busio") pins.push(["i2c.sda", camera.i2c.sda]);
  return pins;
}

function wiringProblems({ pins, camera }: BoardDefinition): string[] {
  const problems = Object.entries(pins)
    .filter(([, gpio]) => !isGpio(gpio))
    .map(([name, gpio]) => `pins.${name} is ${JSON.stringify(gpio)}, not GPIO and a number`);
  const used = new Map<string, string>();
  const claim = (key: string, gpio: string) => {
    const other = used.get(gpio);
    if (other !== undefined) problems.push(`camera.${key} and camera.${other} are both ${gpio}`);
    used.set(gpio, key);
  };
  if (camera.dataGpios?.length !== 8 || !camera.dataGpios.every(isGpio)) {
    return [...problems, "camera.dataGpios is not a list of eight pins"];
  }
  camera.dataGpios.forEach((gpio, bit) => claim(`dataGpios[${bit}]`, gpio));
  for (const [key, pin] of cameraPins(camera)) {
    const gpio = pins[pin];
    if (gpio === undefined) problems.push(`camera.${key} is ${pin}, which is not in pins`);
    else claim(key, gpio);
  }
  return problems;
}

/** What is wrong with a board's data, one line each; nothing when it can be used. */
export function boardProblems(board: Partial<BoardDefinition>, id: string): string[] {
  const problems = missingFields(board);
  if (board.id !== id) problems.unshift(`id is ${JSON.stringify(board.id)}, the file says ${id}`);
  if (problems.length > 0) return problems;
  const complete = board as BoardDefinition;
  return [...wiringProblems(complete), ...cardProblems(complete)];
}

function boardIds(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.slice(0, -".json".length))
    .sort();
}

/** @throws UserError (2) for a board that is not known, naming those that are */
export function loadBoard(id: string): BoardDefinition {
  const file = join(folder, `${id}.json`);
  if (!/^[\w.-]+$/.test(id) || !existsSync(file)) {
    throw new UserError(`There is no board "${id}". Known: ${boardIds().join(", ")}.`, 2);
  }
  const board = JSON.parse(readFileSync(file, "utf8")) as BoardDefinition;
  const problems = boardProblems(board, id);
  if (problems.length > 0) throw new UserError(`${file}: ${problems.join("; ")}.`);
  return board;
}

/** All boards, by id. */
export function listBoards(): BoardDefinition[] {
  return boardIds().map(loadBoard);
}
