/** shared-bindings/microcontroller */
declare module "microcontroller" {
  import { WatchDogMode } from "watchdog";

  export class Pin {
    private constructor();
  }
  /** Restarts the board at once, as its reset button does. */
  export function reset(): never;
  /** Waits so many microseconds. */
  export function delayUs(delay: int): void;

  /** Bytes that the chip keeps without power: 8192 of them. */
  export class ByteArray {
    private constructor();
    /** @py __getitem__ */
    get(index: int): int;
    /** @py __setitem__ */
    set(index: int, value: int): void;
  }
  export const nvm: ByteArray;

  export class WatchDogTimer {
    private constructor();
    /** Seconds between two `feed` at most. */
    timeout: float;
    mode: WatchDogMode | null;
    /** @throws ValueError "WatchDogTimer is not currently running" */
    feed(): void;
    deinit(): void;
  }
  export const watchdog: WatchDogTimer;
}
