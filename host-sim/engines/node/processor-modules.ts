// What `microcontroller` has beside pins, and `watchdog`, for programs in JavaScript.
import type { Chip } from "../../hardware/chip";
import type { WatchdogMode } from "../../hardware/watchdog";
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

export function processorMembers(realm: Realm, chip: Chip) {
  const { nvm } = chip;
  return {
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
