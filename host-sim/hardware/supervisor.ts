// What CircuitPython's supervisor knows of one start of the board: kept over soft reloads, lost with
// every reset (shared-bindings/supervisor, main.c).
import { DeviceError } from "./device-error";
import type { Drive } from "./drive";

/** Why this run began (shared-bindings/supervisor/RunReason.c). */
export type RunReason = "STARTUP" | "AUTO_RELOAD" | "SUPERVISOR_RELOAD" | "REPL_RELOAD";
export const runReasons: readonly RunReason[] = [
  "STARTUP",
  "AUTO_RELOAD",
  "SUPERVISOR_RELOAD",
  "REPL_RELOAD",
];

/** shared-bindings/supervisor/SafeModeReason.c; safe mode itself is not simulated. */
export const safeModeReasons = [
  ...["NONE", "BROWNOUT", "FLASH_WRITE_FAIL", "GC_ALLOC_OUTSIDE_VM", "HARD_FAULT"],
  ...["INTERRUPT_ERROR", "NLR_JUMP_FAIL", "NO_CIRCUITPY", "NO_HEAP", "PROGRAMMATIC"],
  ...["SDK_FATAL_ERROR", "STACK_OVERFLOW", "USB_BOOT_DEVICE_NOT_INTERFACE_ZERO"],
  ...["USB_TOO_MANY_ENDPOINTS", "USB_TOO_MANY_INTERFACE_NAMES", "USER", "WATCHDOG"],
] as const;

/** What supervisor.set_next_code_file was given. */
export interface NextCodeFile {
  /** Null: the usual search. */
  filename: string | null;
  workingDirectory: string | null;
  reloadOnSuccess: boolean;
  reloadOnError: boolean;
  stickyOnSuccess: boolean;
  stickyOnError: boolean;
  stickyOnReload: boolean;
}

/** How a run of a file ended. */
export type Outcome = "success" | "error" | "reload";

export class Supervisor {
  runReason: RunReason = "STARTUP";
  autoreload = true;
  bleWorkflow = true;
  /** supervisor/shared/status_leds.c */
  private brightness = 63;
  /** The status bar, which no console here shows. */
  readonly statusBar = { console: true, display: true };
  /** Of the run before this one; null where it had none. */
  previousTraceback: string | null = null;
  private next: NextCodeFile | null = null;
  private isNewlySet = false;

  constructor(private readonly drive: Drive) {}

  get rgbStatusBrightness(): number {
    return this.brightness;
  }

  /** @throws DeviceError ValueError */
  set rgbStatusBrightness(level: number) {
    if (level < 0 || level > 255) {
      throw new DeviceError("ValueError", "brightness must be 0-255");
    }
    this.brightness = level;
  }

  /** @throws DeviceError ValueError (supervisor_set_next_code_file) */
  setNextCodeFile(next: NextCodeFile): void {
    if (!this.exists(next.filename)) throw new DeviceError("ValueError", "File not found");
    if (!this.exists(next.workingDirectory)) {
      throw new DeviceError("ValueError", "Invalid working_directory");
    }
    const { reloadOnSuccess, reloadOnError, ...rest } = next;
    const { stickyOnSuccess, stickyOnError, stickyOnReload } = rest;
    const options = [
      reloadOnSuccess,
      reloadOnError,
      stickyOnSuccess,
      stickyOnError,
      stickyOnReload,
    ];
    const isUsual = !next.filename && !options.includes(true);
    this.next = isUsual ? null : next;
    this.isNewlySet = !isUsual;
  }

  /** A run begins. @returns what was set for it */
  beginRun(): NextCodeFile | null {
    this.isNewlySet = false;
    return this.next;
  }

  /**
   * A run that began with `next` has ended (run_code_py in main.c).
   * @returns whether the next one follows at once
   */
  endRun(next: NextCodeFile | null, outcome: Outcome): boolean {
    const sticks = {
      success: this.next?.stickyOnSuccess,
      error: this.next?.stickyOnError,
      reload: this.next?.stickyOnReload,
    }[outcome];
    if (!this.isNewlySet && sticks !== true) this.next = null;
    if (outcome === "reload") return true;
    return (outcome === "success" ? next?.reloadOnSuccess : next?.reloadOnError) ?? false;
  }

  private exists(path: string | null): boolean {
    if (path === null) return true;
    try {
      this.drive.status(path);
      return true;
    } catch {
      return false;
    }
  }
}
