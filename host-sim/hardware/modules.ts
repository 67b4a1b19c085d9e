// Which modules a board's CircuitPython has. The list is that of `board_definitions` in the stubs of
// CircuitPython 10.3.1, the same for every board here, with the few that it leaves out because
// every board has them: gc and micropython.
import type { BoardDefinition } from "../../boards/definition";

/** Built into the firmware, sorted. */
export const circuitPythonModules: readonly string[] = [
  ...["_asyncio", "_bleio", "_eve", "_pixelmap", "adafruit_bus_device", "adafruit_pixelbuf"],
  ...["aesio", "alarm", "analogbufio", "analogio", "array", "atexit", "audiobusio", "audiocore"],
  ...["audioi2sin", "audiomixer", "audiomp3", "binascii", "bitbangio", "bitmapfilter"],
  ...["bitmaptools", "board", "builtins", "busdisplay", "busio", "canio", "codeop", "collections"],
  ...["countio", "digitalio", "displayio", "dualbank", "epaperdisplay", "errno", "espcamera"],
  ...["espidf", "espnow", "espulp", "fontio", "fourwire", "framebufferio", "frequencyio", "gc"],
  ...["getpass", "gifio", "hashlib", "i2cdisplaybus", "io", "ipaddress", "jpegio", "json"],
  ...["keypad", "keypad_demux", "locale", "lvfontio", "math", "max3421e", "mdns", "memorymap"],
  ...["microcontroller", "micropython", "msgpack", "neopixel_write", "nvm", "onewireio", "os"],
  ...["paralleldisplaybus", "ps2io", "pulseio", "pwmio", "qrio", "rainbowio", "random", "re"],
  ...["rgbmatrix", "rotaryio", "rtc", "sdcardio", "sdioio", "select", "sharpdisplay"],
  ...["socketpool", "ssl", "storage", "struct", "supervisor", "synthio", "sys", "terminalio"],
  ...["tilepalettemapper", "time", "touchio", "traceback", "ulab", "usb", "usb_audio", "usb_cdc"],
  ...["usb_hid", "usb_midi", "vectorio", "warnings", "watchdog", "wifi", "zlib"],
];

/** Frozen into the firmware of boards whose camera has a power chip to be told, and of no other. */
const powerChips = ["axp313a"];
const frozenModules = (board: BoardDefinition): string[] =>
  powerChips.filter((chip) => board.camera.power?.kind === chip);

/** What other boards have and this one has not. */
export function missingModules(board: BoardDefinition): string[] {
  const frozen = frozenModules(board);
  return [...board.missingModules, ...powerChips.filter((chip) => !frozen.includes(chip))];
}

/** Whether the firmware of this board has a module of this name in it. */
export function boardHas(board: BoardDefinition, name: string): boolean {
  if (missingModules(board).includes(name)) return false;
  return circuitPythonModules.includes(name) || frozenModules(board).includes(name);
}

/** The text of the ImportError for a module that is neither simulated nor on the drive. */
export function importErrorText(board: BoardDefinition, name: string): string {
  // py/builtinimport.c
  return boardHas(board, name) ? `${name} is not simulated yet` : `no module named '${name}'`;
}
