// The module `_chip`: the hardware as host-sim/python sees it. Calls that are made often answer with
// a number, -errno when they fail; the others with "!" and an exception where they fail. None may
// throw: a JavaScript exception would end the VM, not reach the Python program.
import type { Chip } from "../../hardware/chip";
import { DeviceError } from "../../hardware/device-error";
import { EIO, exportedErrors } from "../../hardware/errno";
import { importErrorText, missingModules } from "../../hardware/modules";
import { resetReasons, runModes } from "../../hardware/processor";
import { PowerLoss } from "../../hardware/power-loss";
import { circuitPythonRelease, circuitPythonVersion } from "../../hardware/version";
import type { WatchdogMode } from "../../hardware/watchdog";
import type { CallStack } from "./call-stack";
import { cameraCalls } from "./camera-calls";
import { busCalls } from "./bus-calls";
import type { Heap } from "./heap";
import { pinCalls } from "./pin-calls";
import { socketCalls } from "./socket-calls";
import { storageCalls } from "./storage-calls";
import { supervisorCalls, timeCalls } from "./supervisor-calls";
import { mdnsCalls, wifiCalls } from "./wifi-calls";
import { uartCalls } from "./uart-calls";
import type { VirtualMachine } from "./virtual-machine";
import { zlibCalls } from "./zlib-calls";

type Call = (...args: never[]) => unknown;

/** The calls in which a program may wait: every program that runs for long makes one of them. */
const waitingCalls = [
  "sleep",
  "sleep_seconds",
  "poll",
  "socket_accept",
  "socket_connect",
  "socket_receive",
  "uart_read",
  "serial_read",
  "datagram_receive",
  "camera_take",
  "wifi_connect",
  "wifi_scanned",
  "wifi_ping",
  "mdns_find",
  "card_over_spi",
];

function guarded(call: Call, report: (error: unknown) => void): Call {
  return (...args) => {
    try {
      return call(...args);
    } catch (error) {
      if (error instanceof DeviceError) return `!${error.exception}|${error.argument}`;
      // Ends the VM: no `except` and no `finally` of the program is run.
      if (error instanceof PowerLoss) throw error;
      report(error);
      return -EIO;
    }
  };
}

function hashCalls({ hashes }: Chip, vm: VirtualMachine) {
  return {
    hash_new: (algorithm: string) => hashes.create(algorithm),
    hash_size: (handle: number) => hashes.size(handle),
    hash_update: (handle: number, address: number, length: number) =>
      hashes.update(handle, vm.bytes(address, length)),
    hash_digest: (handle: number, address: number) => {
      const digest = hashes.digest(handle);
      vm.bytes(address, digest.length).set(digest);
    },
  };
}

function processorCalls(chip: Chip) {
  const { nvm, processor, waiting } = chip;
  const { watchdog } = waiting;
  return {
    reset: () => chip.reset(),
    reset_reason: () => chip.resetReason,
    processor_choices: () => JSON.stringify({ run_modes: runModes, reset_reasons: resetReasons }),
    set_next_run_mode: (mode: string) => processor.setNextRunMode(mode),
    celsius: () => processor.celsius,
    uid: () => JSON.stringify([...processor.uid]),
    frequency: () => processor.frequency,
    set_frequency: (hertz: number) => void (processor.frequency = hertz),
    nvm_size: () => nvm.length,
    nvm_get: (index: number) => nvm[index] ?? 0,
    nvm_set: (index: number, value: number) => void (nvm[index] = value),
    watchdog_timeout: () => watchdog.timeout,
    watchdog_set_timeout: (seconds: number) => watchdog.setTimeout(seconds),
    watchdog_mode: () => watchdog.mode ?? "",
    watchdog_set_mode: (mode: string) => watchdog.setMode((mode || null) as WatchdogMode),
    watchdog_feed: () => watchdog.feed(),
  };
}

function boardCalls(chip: Chip) {
  const { board } = chip;
  const description = {
    id: board.id,
    mcu: board.mcu,
    release: circuitPythonRelease,
    version: circuitPythonVersion,
    machine: `${board.name} with ${board.mcu}`,
    pins: board.pins,
    camera_pins: board.camera.dataPins,
    camera_gpios: board.camera.dataGpios,
  };
  return {
    sleep: (ms: number) => chip.sleep(ms),
    board: () => JSON.stringify(description),
    missing_modules: () => JSON.stringify(missingModules(board)),
    import_error: (name: string) => importErrorText(board, name),
    errors: () => JSON.stringify(exportedErrors),
    random_byte: () => chip.randomByte(),
  };
}

/** What a program is given of the VM. */
interface Bounds {
  readonly heap: Heap;
  readonly callStack: CallStack;
}

function boundCalls({ heap, callStack }: Bounds) {
  return {
    program_begins: (used: number, aFunction: number) => callStack.begin(used, aFunction),
    module_begins: (used: number) => callStack.enterModule(used),
    program_ended: () => {
      callStack.end();
      return heap.end();
    },
    heap_collect: () => heap.collect(),
    heap_collect_if_due: () => heap.collectIfDue(),
    /** 0: without bound */
    heap_bytes: () => (Number.isFinite(heap.bytes) ? heap.bytes : 0),
    heap_own_bytes: () => heap.ownBytes,
    heap_report: () => heap.report(),
  };
}

export function systemCalls(
  chip: Chip,
  vm: VirtualMachine,
  bounds: Bounds,
  report: (error: unknown) => void,
): Record<string, Call> {
  const calls: Record<string, Call> = {
    ...socketCalls(chip, vm),
    ...cameraCalls(chip, vm),
    ...storageCalls(chip, vm),
    ...busCalls(chip, vm),
    ...uartCalls(chip, vm),
    ...zlibCalls(vm),
    ...hashCalls(chip, vm),
    ...pinCalls(chip, vm),
    ...processorCalls(chip),
    ...boardCalls(chip),
    ...supervisorCalls(chip),
    ...timeCalls(chip),
    ...wifiCalls(chip),
    ...mdnsCalls(chip),
    ...boundCalls(bounds),
  };
  for (const name of waitingCalls) {
    const call = calls[name];
    calls[name] = (...args) => bounds.heap.collectIfDue() || call?.(...args);
  }
  return Object.fromEntries(
    Object.entries(calls).map(([name, call]) => [name, guarded(call, report)]),
  );
}
