// CircuitPython's modules for programs in JavaScript, with the names of firmware-ts/types.
import type { Chip } from "../../hardware/chip";
import { exportedErrors } from "../../hardware/errno";
import { importErrorText, missingModules } from "../../hardware/modules";
import { settingText } from "../../hardware/settings";
import { circuitPythonRelease, circuitPythonVersion } from "../../hardware/version";
import { EventLoop } from "./asyncio";
import { busioModule } from "./bus-modules";
import { axp313aModule, boardModule, microcontrollerModule } from "./camera-modules";
import { sdcardioModule, sdioioModule } from "./card-modules";
import { espcameraModule } from "./espcamera-module";
import type { ProgramFiles } from "./files";
import { binasciiModule, hashlibModule } from "./hash-modules";
import { jsonModule } from "./json";
import { ipaddressModule } from "./ipaddress-module";
import { mdnsModule } from "./mdns-module";
import { socketpoolModule } from "./network-modules";
import { analogioModule, digitalioModule, neopixelWriteModule, pwmioModule } from "./pin-modules";
import { watchdogModule } from "./processor-modules";
import type { Realm } from "./realm";
import { sslModule, zlibModule } from "./ssl-module";
import { storageModule } from "./storage-module";
import { supervisorModule } from "./supervisor-module";
import { timeModules } from "./time-modules";
import { formatException, printException } from "./traceback";
import { wifiModule } from "./wifi-module";

function osModule(realm: Realm, chip: Chip, files: ProgramFiles) {
  const { board, settings } = chip;
  return {
    sep: "/",
    getenv: (key: string, fallback: string | null = null) => settingText(settings, key) ?? fallback,
    /** os_uname in shared-module/os/__init__.c */
    uname: () => ({
      sysname: board.mcu,
      nodename: board.mcu,
      release: circuitPythonRelease,
      version: circuitPythonVersion,
      machine: `${board.name} with ${board.mcu}`,
    }),
    urandom: (size: number) =>
      realm.prelude.bytes(
        Uint8Array.from({ length: size }, () => chip.randomByte()).buffer,
        0,
        size,
      ),
    ...files.module(),
  };
}

/** @returns the program's `require` */
export function moduleTable(
  realm: Realm,
  chip: Chip,
  files: ProgramFiles,
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
    ipaddress: ipaddressModule(realm),
    json: jsonModule(realm),
    mdns: mdnsModule(realm, chip, wifi.radio),
    microcontroller: microcontrollerModule(realm, chip),
    neopixel_write: neopixelWriteModule(realm, chip),
    os: osModule(realm, chip, files),
    pwmio: pwmioModule(realm, chip),
    sdcardio: sdcardioModule(realm, chip),
    sdioio: sdioioModule(realm, chip),
    socketpool: socketpoolModule(realm, chip, wifi.radio),
    ssl: sslModule(realm, chip),
    storage: storageModule(realm, chip),
    supervisor: supervisorModule(realm, chip),
    ...timeModules(realm, chip),
    traceback: {
      printException: (error: unknown) => printException(realm, error),
      formatException: (error: unknown) =>
        realm.prelude.list(formatException(error).map((line) => `${line}\n`)),
    },
    watchdog: watchdogModule(realm),
    wifi,
    zlib: zlibModule(realm),
  };
  return (name) => {
    const found = missingModules(chip.board).includes(name) ? undefined : modules[name];
    if (found !== undefined) return found;
    throw realm.exception("ImportError", importErrorText(chip.board, name));
  };
}
