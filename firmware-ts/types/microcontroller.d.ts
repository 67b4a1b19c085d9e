/** shared-bindings/microcontroller */
declare module "microcontroller" {
  import { WatchDogMode } from "watchdog";

  export class Pin {
    private constructor();
  }
  /** Why the chip started. */
  export class ResetReason {
    private constructor();
    static readonly POWER_ON: ResetReason;
    static readonly BROWNOUT: ResetReason;
    static readonly SOFTWARE: ResetReason;
    static readonly DEEP_SLEEP_ALARM: ResetReason;
    static readonly RESET_PIN: ResetReason;
    static readonly WATCHDOG: ResetReason;
    static readonly UNKNOWN: ResetReason;
    static readonly RESCUE_DEBUG: ResetReason;
  }
  export class RunMode {
    private constructor();
    static readonly NORMAL: RunMode;
    static readonly SAFE_MODE: RunMode;
    static readonly UF2: RunMode;
    static readonly BOOTLOADER: RunMode;
  }
  export class Processor {
    private constructor();
    /** Hz: 80, 160 or 240 million. @throws ValueError */
    frequency: int;
    /** Of the chip, in degrees Celsius. */
    readonly temperature: float | null;
    readonly voltage: float | null;
    /** The chip's own number, 6 bytes. */
    readonly uid: Uint8Array;
    readonly resetReason: ResetReason;
  }
  export const cpu: Processor;
  export const cpus: readonly Processor[];

  /** The mode that the next reset starts. */
  export function onNextReset(runMode: RunMode): void;
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
