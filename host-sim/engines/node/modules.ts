// CircuitPython's modules for programs in JavaScript, with the names of firmware-ts/types.
import type { Chip } from "../../hardware/chip";
import { exportedErrors } from "../../hardware/errno";
import { importErrorText } from "../../hardware/modules";
import { EventLoop } from "./asyncio";
import {
  axp313aModule,
  boardModule,
  busioModule,
  espcameraModule,
  microcontrollerModule,
} from "./camera-modules";
import type { FileSystem } from "./files";
import { binasciiModule, hashlibModule } from "./hash-modules";
import { jsonModule } from "./json";
import { socketpoolModule, wifiModule } from "./network-modules";
import { analogioModule, digitalioModule, neopixelWriteModule, pwmioModule } from "./pin-modules";
import { watchdogModule } from "./processor-modules";
import type { Realm } from "./realm";
import { storageModule } from "./storage-module";
import { printException } from "./traceback";

function timeModule(realm: Realm, chip: Chip) {
  return {
    monotonic: () => chip.clock.nowMs() / 1000,
    monotonicNs: () => Math.floor(chip.clock.nowMs() * 1000) * 1000,
    sleep: (seconds: number) => {
      if (seconds < 0) throw realm.exception("ValueError", "sleep length must be non-negative");
      realm.checked(chip.sleep(seconds * 1000));
    },
  };
}

function osModule(chip: Chip, files: FileSystem) {
  return {
    getenv: (key: string, fallback: string | null = null) => chip.settings[key] ?? fallback,
    ...files.module(),
  };
}

function supervisorModule(realm: Realm, chip: Chip) {
  const reload = () => {
    throw realm.exception("ReloadException");
  };
  return { ticksMs: () => chip.ticksMs(), reload };
}

/** @returns the program's `require` */
export function moduleTable(
  realm: Realm,
  chip: Chip,
  files: FileSystem,
): (name: string) => unknown {
  const wifi = wifiModule(realm, chip);
  const busio = busioModule(realm, chip);
  const modules: Record<string, unknown> = {
    analogio: analogioModule(realm, chip),
    asyncio: new EventLoop(realm, chip).module(),
    axp313a: axp313aModule(),
    binascii: binasciiModule(realm),
    board: boardModule(chip, busio),
    busio,
    digitalio: digitalioModule(realm, chip),
    errno: exportedErrors,
    espcamera: espcameraModule(realm, chip),
    gc: { collect: () => {} },
    hashlib: hashlibModule(realm, chip),
    json: jsonModule(realm),
    microcontroller: microcontrollerModule(realm, chip),
    neopixel_write: neopixelWriteModule(realm, chip),
    os: osModule(chip, files),
    pwmio: pwmioModule(realm, chip),
    socketpool: socketpoolModule(realm, chip, wifi.radio),
    storage: storageModule(realm, chip.storage),
    supervisor: supervisorModule(realm, chip),
    time: timeModule(realm, chip),
    traceback: { printException: (error: unknown) => printException(realm, error) },
    watchdog: watchdogModule(realm),
    wifi,
  };
  return (name) => {
    const found = chip.board.missingModules.includes(name) ? undefined : modules[name];
    if (found !== undefined) return found;
    throw realm.exception("ImportError", importErrorText(chip.board, name));
  };
}
