// What runs on a board, and in which order: main.c of CircuitPython. boot.py, then code.py, and that
// again after every soft reload, until the program has ended for good.
import type { Chip } from "../hardware/chip";
import { circuitPythonVersion } from "../hardware/version";
import type { Code, CodeEnd, Engine, FirmwareProgram, ProgramEnd } from "./engine";

/** In the order in which they are looked for. */
const bootFiles = ["boot.py", "boot.txt"];
export const codeFiles = ["code.txt", "code.py", "main.py", "main.txt"];
/** Where what boot.py says is to be read: USB comes after it (CIRCUITPY_BOOT_OUTPUT_FILE). */
const bootOutput = "boot_out.txt";
/** From the end of one run to the next, about. */
const reloadMs = 300;

export interface MainLoopEvents {
  print(line: string): void;
  /** A soft reload: what was open is closed, the board goes on. */
  reloaded?(): void;
  /** boot.py has printed a line, which no console shows. */
  bootPrinted?(line: string): void;
}

export interface Engines {
  /** Runs the program's script, or code.py. */
  engine: Engine;
  /** Runs everything else: what is written by hand is Python on either engine. */
  python: Engine;
}

export class MainLoop {
  constructor(
    private readonly chip: Chip,
    private readonly engines: Engines,
    private readonly program: FirmwareProgram,
    private readonly events: MainLoopEvents,
  ) {}

  /**
   * @returns how the last run ended
   * @throws PowerLoss, Reset
   */
  async run(): Promise<ProgramEnd> {
    const { chip, events } = this;
    chip.start();
    await this.boot();
    chip.storage.usbIsUp = true;
    for (;;) {
      const end = await this.runCode();
      if (end !== "reload") {
        if (chip.waiting.watchdog.mode !== null) chip.waiting.until(() => false, -1);
        return end;
      }
      events.reloaded?.();
      if (chip.sleep(reloadMs) < 0) return { status: 0, restart: false };
    }
  }

  /** run_boot_py */
  private async boot(): Promise<void> {
    const { drive } = this.chip.storage;
    const lines = this.versionLines();
    const file = this.firstOf(bootFiles);
    if (file !== undefined) {
      lines.push(`${file} output:`);
      const end = await this.runFile({ file }, (line) => {
        lines.push(line);
        this.events.bootPrinted?.(line);
      });
      this.remember(end);
    }
    drive.writeByFirmware(bootOutput, Buffer.from(`${lines.join("\r\n")}\r\n`));
  }

  private versionLines(): string[] {
    const { board, processor } = this.chip;
    return [
      `Adafruit CircuitPython ${circuitPythonVersion}; ${board.name} with ${board.mcu}`,
      `Board ID:${board.id}`,
      `UID:${Buffer.from(processor.uid).toString("hex").toUpperCase()}`,
    ];
  }

  /** run_code_py */
  private async runCode(): Promise<ProgramEnd | "reload"> {
    const { supervisor } = this.chip;
    const next = supervisor.beginRun();
    const end = await this.runFile(this.codeToRun(next), (line) => this.events.print(line));
    this.remember(end);
    if (end.outcome === "reload") supervisor.runReason = "SUPERVISOR_RELOAD";
    const { outcome } = end;
    const follows = supervisor.endRun(next, outcome === "interrupted" ? "error" : outcome);
    // Whoever presses Ctrl+C here wants the board to stop.
    if (follows && outcome !== "interrupted") return "reload";
    return { status: outcome === "error" ? 1 : 0, restart: false };
  }

  private codeToRun(next: ReturnType<Chip["supervisor"]["beginRun"]>): Code | null {
    const workingDirectory = next?.workingDirectory ?? undefined;
    const where = workingDirectory === undefined ? {} : { workingDirectory };
    if (next?.filename) {
      const file = this.firstOf([next.filename]);
      if (file !== undefined) return { file, ...where };
      this.events.print(`${next.filename} not found.`);
    }
    const file = this.firstOf(codeFiles);
    const { javascript } = this.program;
    if (javascript !== undefined) return { file: "code.py", javascript, ...where };
    return file === undefined ? null : { file, ...where };
  }

  private async runFile(code: Code | null, print: (line: string) => void): Promise<CodeEnd> {
    if (code === null) return { outcome: "success", traceback: "" };
    const { engine, python } = this.engines;
    const end = await (code.javascript === undefined ? python : engine).run(this.chip, code, print);
    this.chip.endOfProgram();
    // watchdog_reset in shared-module/watchdog: it resets a board whose program has failed.
    const { watchdog } = this.chip.waiting;
    if (watchdog.mode !== "RESET" || end.outcome !== "error") watchdog.stop();
    return end;
  }

  /** cleanup_after_vm: a reload leaves no traceback. */
  private remember({ traceback }: CodeEnd): void {
    this.chip.supervisor.previousTraceback = traceback === "" ? null : traceback;
  }

  private firstOf(files: readonly string[]): string | undefined {
    const { contents } = this.chip.storage.drive;
    return files.find((file) => contents.has(file.replace(/^\//, "")));
  }
}
