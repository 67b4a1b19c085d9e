// CircuitPython's modules for programs in JavaScript, with the names of firmware-ts/types.
import type { Chip } from "../../hardware/chip";
import { exportedErrors } from "../../hardware/errno";
import { EventLoop } from "./asyncio";
import {
  axp313aModule,
  boardModule,
  busioModule,
  espcameraModule,
  microcontrollerModule,
} from "./camera-modules";
import type { FileSystem } from "./files";
import { jsonModule } from "./json";
import { socketpoolModule, wifiModule } from "./network-modules";
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
    asyncio: new EventLoop(realm, chip).module(),
    axp313a: axp313aModule(),
    board: boardModule(chip, busio),
    busio,
    errno: exportedErrors,
    espcamera: espcameraModule(realm, chip),
    gc: { collect: () => {} },
    json: jsonModule(realm),
    microcontroller: microcontrollerModule(realm),
    os: osModule(chip, files),
    socketpool: socketpoolModule(realm, chip, wifi.radio),
    storage: storageModule(realm, chip.storage),
    supervisor: supervisorModule(realm, chip),
    time: timeModule(realm, chip),
    traceback: { printException: (error: unknown) => printException(realm, error) },
    wifi,
  };
  return (name) => {
    const found = modules[name];
    if (found === undefined) throw realm.exception("ImportError", `no module named '${name}'`);
    return found;
  };
}
