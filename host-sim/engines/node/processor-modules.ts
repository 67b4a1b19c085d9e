// What `microcontroller` has beside pins, and `watchdog`, for programs in JavaScript.
import type { Chip } from "../../hardware/chip";
import { resetReasons, runModes } from "../../hardware/processor";
import type { WatchdogMode } from "../../hardware/watchdog";
import { Choice } from "./pin";
import type { Realm } from "./realm";

const RAISE = { name: "RAISE" } as const;
const RESET = { name: "RESET" } as const;

export function watchdogModule(realm: Realm) {
  return {
    WatchDogMode: { RAISE, RESET },
    WatchDogTimeout: realm.prelude.exceptions["WatchDogTimeout"],
  };
}

function watchdogTimer(realm: Realm, { waiting }: Chip) {
  const { watchdog } = waiting;
  return {
    get timeout() {
      return watchdog.timeout;
    },
    set timeout(seconds: number) {
      realm.device(() => watchdog.setTimeout(seconds));
    },
    get mode() {
      return [RAISE, RESET].find(({ name }) => name === watchdog.mode) ?? null;
    },
    set mode(mode: { name: WatchdogMode } | null) {
      realm.device(() => watchdog.setMode(mode?.name ?? null));
    },
    feed: () => realm.device(() => watchdog.feed()),
    deinit: () => realm.device(() => watchdog.setMode(null)),
  };
}

const enumeration = (name: string, members: readonly string[]): Record<string, Choice> =>
  Object.fromEntries(
    members.map((member) => [member, new Choice(member, `microcontroller.${name}.${member}`)]),
  );

const ResetReason = enumeration("ResetReason", resetReasons);
const RunMode = enumeration("RunMode", runModes);

function cpuOf(realm: Realm, { processor, resetReason }: Chip) {
  const uid = Uint8Array.from(processor.uid);
  return {
    get frequency() {
      return processor.frequency;
    },
    set frequency(hertz: number) {
      realm.device(() => void (processor.frequency = hertz));
    },
    temperature: processor.celsius,
    voltage: null,
    uid: realm.prelude.bytes(uid.buffer, 0, uid.length),
    resetReason: ResetReason[resetReason],
  };
}

export function processorMembers(realm: Realm, chip: Chip) {
  const { nvm } = chip;
  const cpu = cpuOf(realm, chip);
  return {
    cpu,
    cpus: [cpu, cpu],
    ResetReason,
    RunMode,
    onNextReset: (mode: Choice) => realm.device(() => chip.processor.setNextRunMode(mode.name)),
    disableInterrupts: () => {},
    enableInterrupts: () => {},
    reset: () => chip.reset(),
    delayUs: (delay: number) => void realm.checked(chip.sleep(delay / 1000)),
    nvm: {
      get: (index: number) => nvm[index],
      set: (index: number, value: number) => {
        if (value < 0 || value > 255) throw realm.exception("ValueError", "bytes must be 0-255");
        nvm[index] = value;
      },
    },
    watchdog: watchdogTimer(realm, chip),
  };
}
