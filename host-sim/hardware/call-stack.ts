// How deep a program's calls may go: the bytes that CircuitPython gives their frames.
import { settingValue, type Settings } from "./settings";

/** CIRCUITPY_PYSTACK_SIZE in py/circuitpy_mpconfig.h; its documentation still says 1536. */
const defaultBytes = 2048;
/** No board has more memory than its 8 MB of PSRAM: what can't be had leaves the default. */
const mostBytes = 8 * 1024 * 1024;

/** As main.c's _allocate_memory reads settings.toml: a whole number, not in quotes, that can be had. */
export function callStackBytes(settings: Settings): number {
  const bytes = settingValue(settings, "CIRCUITPY_PYSTACK_SIZE");
  const canBeHad = typeof bytes === "number" && Number.isInteger(bytes) && bytes > 0;
  return canBeHad && bytes < mostBytes ? bytes : defaultBytes;
}
