// The watchdog timer (shared-bindings/watchdog/WatchDogTimer.c, and the espressif common-hal).
import type { Clock } from "./clock";
import { DeviceError } from "./device-error";
import type { ResetReason } from "./power-loss";

export type WatchdogMode = "RAISE" | "RESET" | null;

export class Watchdog {
  private seconds = 0;
  private runningMode: WatchdogMode = null;
  private expiresMs = Infinity;

  constructor(
    private readonly clock: Clock,
    private readonly reset: (reason: ResetReason) => never,
  ) {}

  /** On the clock's scale; Infinity while it does not run. */
  get deadlineMs(): number {
    return this.expiresMs;
  }

  get timeout(): number {
    return this.seconds;
  }

  /** @throws DeviceError ValueError */
  setTimeout(seconds: number): void {
    if (!(seconds > 0)) {
      throw new DeviceError("ValueError", "watchdog timeout must be greater than 0");
    }
    this.seconds = seconds;
    if (this.runningMode !== null) this.start();
  }

  get mode(): WatchdogMode {
    return this.runningMode;
  }

  /** @throws DeviceError ValueError without a timeout, TypeError once a reset is what it will do */
  setMode(mode: WatchdogMode): void {
    if (mode !== null && this.seconds <= 0) {
      throw new DeviceError("ValueError", "WatchDogTimer.timeout must be greater than 0");
    }
    if (this.runningMode === "RESET" && mode !== "RESET") {
      throw new DeviceError(
        "TypeError",
        "WatchDogTimer.mode cannot be changed once set to WatchDogMode.RESET",
      );
    }
    this.runningMode = mode;
    this.start();
  }

  /** @throws DeviceError ValueError */
  feed(): void {
    if (this.runningMode === null) {
      throw new DeviceError("ValueError", "WatchDogTimer is not currently running");
    }
    this.start();
  }

  stop(): void {
    this.runningMode = null;
    this.expiresMs = Infinity;
  }

  /** Whether WatchDogTimeout is to be raised, which it is once. @throws Reset */
  expired(): boolean {
    if (this.expiresMs === Infinity || this.clock.nowMs() < this.expiresMs) return false;
    if (this.runningMode === "RESET") this.reset("WATCHDOG");
    this.stop();
    return true;
  }

  private start(): void {
    this.expiresMs =
      this.runningMode === null ? Infinity : this.clock.nowMs() + this.seconds * 1000;
  }
}
