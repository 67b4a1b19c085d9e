// Files that would be lost as Python modules: two of one name, and those that hide what a board has.
import { ts } from "ts-morph";
import { catalogue, messageOf, type Refusal } from "../diagnostics/catalogue";
import { placeAt, type Diagnostic } from "../diagnostics/diagnostic";
import { RUNTIME_MODULE } from "../runtime/helpers";
import type { ModulePlace, Modules } from "./modules";

/**
 * What CircuitPython has built in on an ESP32-S3 (shared-bindings/support_matrix), and the library
 * that comes along: `import` finds these first, or the program's own in their place. Boards run
 * `boot` and `safemode` by themselves when they start (main.c).
 */
const BOARD_MODULES: ReadonlySet<string> = new Set(
  (
    "adafruit_bus_device adafruit_pixelbuf adafruit_ticks aesio alarm analogbufio analogio array " +
    "asyncio atexit audiobusio audiocore audiomixer audiomp3 binascii bitbangio bitmapfilter " +
    "bitmaptools board boot builtins busdisplay busio canio codeop collections countio digitalio " +
    "displayio epaperdisplay errno espcamera espidf espnow espulp fontio fourwire framebufferio " +
    "frequencyio gc getpass gifio hashlib i2cdisplaybus i2ctarget io ipaddress jpegio json keypad " +
    "locale math mdns memorymap microcontroller micropython msgpack neopixel_write nvm onewireio os " +
    "ps2io pulseio pwmio qrio rainbowio random re rotaryio rtc safemode sdcardio sdioio select socketpool " +
    "ssl storage struct supervisor synthio sys terminalio time touchio traceback ulab usb_cdc " +
    "usb_hid usb_midi vectorio warnings watchdog wifi zlib"
  ).split(" "),
);

interface Placed {
  readonly file: ts.SourceFile;
  readonly place: ModulePlace;
  /** Boards keep files on FAT, where upper and lower case are the same. */
  readonly key: string;
}

const nameOf = (file: ts.SourceFile): string => file.fileName.replace(/^\//, "");

/** @param entry a bundle calls it code.py, so it hides nothing but the helpers of `transpile` */
export function moduleClashes(
  files: readonly ts.SourceFile[],
  entry: string,
  modules: Modules,
): Diagnostic[] {
  const placed = files.map((file): Placed => {
    const place = modules.placeOf(nameOf(file));
    return { file, place, key: place.dotted.join(".").toLowerCase() };
  });
  const byKey = new Map<string, Placed>();
  return placed
    .flatMap((module) => {
      const first = byKey.get(module.key);
      if (first !== undefined) return [sameName(first, module)];
      byKey.set(module.key, module);
      return hidden(module, entry);
    })
    .concat(placed.flatMap((module) => behindModule(module, byKey)));
}

function hidden({ file, place }: Placed, entry: string): Diagnostic[] {
  const [name = ""] = place.dotted;
  if (place.packageName !== null) return [];
  if (name !== RUNTIME_MODULE && (nameOf(file) === entry || !BOARD_MODULES.has(name))) return [];
  return [refusal("hiddenModule", file, [nameOf(file), name])];
}

/** `a.py` beside a folder `a/`: what lies in the folder cannot be imported. */
function behindModule(module: Placed, byKey: ReadonlyMap<string, Placed>): Diagnostic[] {
  const parts = module.key.split(".");
  for (let length = 1; length < parts.length; length++) {
    const front = byKey.get(parts.slice(0, length).join("."));
    if (front !== undefined && !front.place.isPackageIndex) return [sameName(front, module)];
  }
  return [];
}

const sameName = (first: Placed, second: Placed): Diagnostic =>
  refusal("sameModule", second.file, [
    nameOf(first.file),
    nameOf(second.file),
    first.place.dotted.join("."),
  ]);

function refusal(name: Refusal, file: ts.SourceFile, details: string[]): Diagnostic {
  const { code } = catalogue[name];
  return { code, severity: "error", message: messageOf(name, details), ...placeAt(file, 0) };
}
