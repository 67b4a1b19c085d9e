/** shared-bindings/supervisor */
declare module "supervisor" {
  /** Why this run began. */
  export class RunReason {
    private constructor();
    static readonly STARTUP: RunReason;
    static readonly AUTO_RELOAD: RunReason;
    static readonly SUPERVISOR_RELOAD: RunReason;
    static readonly REPL_RELOAD: RunReason;
  }
  export class SafeModeReason {
    private constructor();
    /** No safe mode: the only one in which a program runs. */
    static readonly NONE: SafeModeReason;
  }
  export class Runtime {
    private constructor();
    /** False in boot.py, which runs before USB is there. */
    readonly usbConnected: boolean;
    readonly serialConnected: boolean;
    readonly serialBytesAvailable: int;
    readonly runReason: RunReason;
    readonly safeModeReason: SafeModeReason;
    /** Whether a file that a computer writes starts the program again. */
    autoreload: boolean;
    bleWorkflow: boolean;
    /** 0 to 255 */
    rgbStatusBrightness: int;
  }
  export const runtime: Runtime;

  export class StatusBar {
    private constructor();
    console: boolean;
    display: boolean;
  }
  export const statusBar: StatusBar;

  /** Milliseconds, from 0x1fff0000 at start, wrapping at 2**29 (supervisor/__init__.c). */
  export function ticksMs(): int;
  /** Starts code.py again. */
  export function reload(): never;

  export interface NextCodeOptions {
    workingDirectory?: string | null;
    reloadOnSuccess?: boolean;
    reloadOnError?: boolean;
    stickyOnSuccess?: boolean;
    stickyOnError?: boolean;
    stickyOnReload?: boolean;
  }
  /**
   * What the next run begins with instead of code.py; null: code.py again.
   * @kwargs
   * @throws ValueError "File not found"
   */
  export function setNextCodeFile(filename: string | null, options?: NextCodeOptions): void;
  /** Of the exception with which the last run of boot.py or code.py ended; a reset clears it. */
  export function getPreviousTraceback(): string | null;
  /** A value of settings.toml, a string only where it stands in quotes; else null or `fallback`. */
  export function getSetting(key: string): string | float | boolean | null;
  export function getSetting<T>(key: string, fallback: T): string | float | boolean | T;
  /** The terminal on a display, in pixels. */
  export function resetTerminal(xPixels: int, yPixels: int): void;
}
