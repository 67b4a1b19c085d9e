// What the options of `taipan sim` mean, and what is wrong with them: told before anything is loaded.
import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  optionText,
  spelled,
  UserError,
  type CommandArguments,
} from "../../transpiler/cli/command";
import { floatsOf } from "../../transpiler/cli/floats-option";
import { readText } from "../../transpiler/cli/read-text";
import { memoryLimits } from "../engines/memory-options";
import type { MemoryLimits } from "../hardware/memory-limits";
import { parseCameraSpec } from "../camera-sources/camera-spec";
import { defaultBoardId, loadBoard, type BoardDefinition } from "../../boards/definition";
import { engineNamed, type EngineName } from "../engines/engine";
import { checkFloats, type Floats } from "../engines/floats";
import { checkEngine, programPlace, type ProgramPlace } from "../engines/program-place";
import { checkFolder } from "../hardware/folder-files";
import { parseSettings, type Settings } from "../hardware/settings";

const defaultSettingsFile = "settings.toml";
const defaultPort = "8080";

function portOf(args: CommandArguments): number {
  const port = optionText(args, "port") ?? defaultPort;
  if (/^\d+$/.test(port) && Number(port) <= 65535) return Number(port);
  throw new UserError(
    `"${port}" is not a port, which is a number from 0 (any free one) to 65535: ${spelled("port", "9000")}.`,
    2,
  );
}

function rateOf(args: CommandArguments): { linkKilobytesPerSecond?: number } {
  const rate = optionText(args, "link");
  if (rate === undefined) return {};
  if (Number(rate) > 0 && Number(rate) < Infinity) return { linkKilobytesPerSecond: Number(rate) };
  throw new UserError(
    `"${rate}" is not a rate of the link, in kilobytes per second: ${spelled("link", "170")}.`,
    2,
  );
}

/** Of the file that is named, of the one on the drive that a folder is, or of the working folder's. */
function settingsOf(
  args: CommandArguments,
  place: ProgramPlace,
): { settings: Settings; settingsFile: string | null } {
  const named = optionText(args, "settings");
  const onDrive = place.language === "Python" ? join(place.folder, defaultSettingsFile) : "";
  const file = named ?? (existsSync(onDrive) ? onDrive : defaultSettingsFile);
  if (existsSync(file))
    return { settings: parseSettings(readText(file), file), settingsFile: file };
  if (named === undefined) return { settings: {}, settingsFile: null };
  throw new UserError(
    `There is no settings file ${file}. Name another: ${spelled("settings", "FILE")}.`,
  );
}

function cardOf(args: CommandArguments): { card?: string } {
  const card = optionText(args, "card");
  if (card === undefined) return {};
  checkFolder(card);
  return { card };
}

/** Kilobytes of 1024 bytes, as makers count them. */
function heapOf(args: CommandArguments): number | undefined {
  const heap = optionText(args, "heap");
  if (heap === undefined) return undefined;
  const [, count, unit = ""] = /^(\d+)([KM]?)$/i.exec(heap) ?? [];
  const bytes = Number(count) * (unit === "" ? 1 : unit.toUpperCase() === "K" ? 1024 : 1024 ** 2);
  if (Number.isSafeInteger(bytes)) return bytes;
  throw new UserError(`"${heap}" is not a size of the heap: ${spelled("heap", "256K")}.`, 2);
}

export interface SimulationOptions {
  place: ProgramPlace;
  board: BoardDefinition;
  engine: EngineName;
  /** As openCameraSource takes it. */
  camera: string;
  port: number;
  host?: string;
  linkKilobytesPerSecond?: number;
  settings: Settings;
  memory: MemoryLimits;
  floats: Floats;
  /** A folder as SD card. */
  card?: string;
  settingsFile: string | null;
  /** As it was named. */
  entry: string | null;
  /** The file that the run is written to. */
  recordTo: string | null;
}

/** @throws UserError for the first that is not understood */
export function simulationOptions(args: CommandArguments): SimulationOptions {
  const host = optionText(args, "host");
  const camera = optionText(args, "camera") ?? "pattern";
  parseCameraSpec(camera);
  const engine = engineNamed(optionText(args, "engine") ?? "python");
  const place = programPlace(args.positionals[0]);
  checkEngine(place.language === "Python", engine);
  const floats = floatsOf(args);
  checkFloats(floats, place.language === "Python", engine);
  return {
    engine,
    floats,
    port: portOf(args),
    memory: memoryLimits({ heap: heapOf(args) }, engine),
    ...rateOf(args),
    ...cardOf(args),
    ...settingsOf(args, place),
    board: loadBoard(optionText(args, "board") ?? defaultBoardId),
    place,
    camera,
    entry: args.positionals[0] ?? null,
    recordTo: optionText(args, "record") ?? null,
    ...(host === undefined ? {} : { host }),
  };
}
