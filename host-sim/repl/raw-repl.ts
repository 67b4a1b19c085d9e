// The console of a CircuitPython board, byte by byte: the raw REPL with raw-paste, as in MicroPython's
// shared/runtime/pyexec.c, and of the friendly REPL what it takes to get into the raw one.
import type { Execution } from "./device-vm";

/** What the console needs of the board behind it. */
export interface Machine {
  /** Runs code in the VM at hand. */
  execute(code: string): Execution;
  /** A fresh VM: CircuitPython makes one at every soft reset and change of REPL (main.c). */
  boot(): Promise<void>;
  /** Starts code.py, if there is one. */
  runProgram(): void;
  /** The code asked for a real reset. */
  reset(): void;
  log(event: "soft reset"): void;
}

type Mode = "program" | "finished" | "friendly" | "raw" | "paste";

const ctrlA = 0x01;
const ctrlB = 0x02;
const ctrlC = 0x03;
const ctrlD = 0x04;
const ctrlE = 0x05;
const carriageReturn = 0x0d;

/** Half of MICROPY_REPL_STDIN_BUFFER_MAX: what the host may send before it has to wait. */
const pasteWindow = 128;

const banner = "\r\nAdafruit CircuitPython 10.3.0 on 2026-08-21; Stand-in with ESP32S3\r\n>>> ";
const rawBanner = "raw REPL; CTRL-B to exit\r\n>";
const pressAnyKey = "\r\nPress any key to enter the REPL. Use CTRL-D to reload.\r\n";
const interrupted =
  '\r\nTraceback (most recent call last):\r\n  File "code.py", line 1, in <module>\r\n' +
  "KeyboardInterrupt: \r\n\r\nCode done running.\r\n";

export class RawRepl {
  private mode: Mode;
  private line: number[] = [];
  private windowLeft = pasteWindow;

  /** @param send bytes to whoever is connected */
  constructor(
    private readonly machine: Machine,
    private readonly send: (bytes: Uint8Array | string) => void,
    hasProgram: boolean,
  ) {
    this.mode = hasProgram ? "program" : "finished";
  }

  /** Takes one byte from the host; to be awaited before the next. */
  async receive(byte: number): Promise<void> {
    if (this.mode === "program") this.interrupt(byte);
    else if (this.mode === "finished") this.leaveFinished(byte);
    else if (this.mode === "friendly") await this.friendly(byte);
    else if (this.mode === "paste") this.paste(byte);
    else await this.raw(byte);
  }

  private interrupt(byte: number): void {
    if (byte !== ctrlC) return;
    this.send(interrupted + pressAnyKey);
    this.mode = "finished";
  }

  /** The byte that wakes the REPL is swallowed. */
  private leaveFinished(byte: number): void {
    if (byte === ctrlD) this.startProgram();
    else this.enterFriendly();
  }

  private enterFriendly(): void {
    this.mode = "friendly";
    this.send(banner);
  }

  private startProgram(): void {
    this.machine.log("soft reset");
    this.send("\r\nsoft reboot\r\n");
    this.machine.runProgram();
    this.mode = "program";
  }

  /** Text typed here is not run: the stand-in is for programs, which use the raw REPL. */
  private async friendly(byte: number): Promise<void> {
    if (byte === ctrlA) await this.enterRaw();
    else if (byte === ctrlB) this.enterFriendly();
    else if (byte === ctrlD) this.startProgram();
    else if (byte === ctrlC || byte === carriageReturn) this.send("\r\n>>> ");
  }

  private async enterRaw(): Promise<void> {
    await this.machine.boot();
    this.mode = "raw";
    this.line = [];
    this.send(rawBanner);
  }

  private async raw(byte: number): Promise<void> {
    if (byte === ctrlA) this.enterPasteOrRaw();
    else if (byte === ctrlB) this.enterFriendly();
    else if (byte === ctrlC) this.line = [];
    else if (byte === ctrlD) await this.runLine();
    else this.line.push(byte);
  }

  /** Ctrl-E A Ctrl-A asks for raw-paste; with another letter the answer is "understood, but no". */
  private enterPasteOrRaw(): void {
    const [first, second] = this.line;
    const asked = this.line.length === 2 && first === ctrlE;
    this.line = [];
    if (asked && second === "A".charCodeAt(0)) {
      this.mode = "paste";
      this.windowLeft = pasteWindow;
      this.send(Uint8Array.of(0x52, 1, pasteWindow & 0xff, pasteWindow >> 8));
    } else if (asked) {
      this.send("R\x00>");
    } else {
      this.send(rawBanner);
    }
  }

  private async runLine(): Promise<void> {
    if (this.line.length > 0) {
      this.send("OK");
      this.run(this.line);
      return;
    }
    // The mode stays raw, so code.py is not run (main.c).
    this.machine.log("soft reset");
    this.send("OK\r\nsoft reboot\r\n");
    await this.enterRaw();
  }

  /**
   * A board grants the second window with the first, here it is granted at the first byte: over TCP
   * this answer carries the acknowledgement without which the host's Nagle algorithm (pyserial
   * does not switch it off) holds the end of every short command back for 40 ms.
   */
  private paste(byte: number): void {
    if (byte === ctrlC || byte === ctrlD) {
      this.mode = "raw";
      this.send("\x04");
      this.run(byte === ctrlD ? this.line : [...Buffer.from("raise KeyboardInterrupt")]);
      return;
    }
    this.line.push(byte);
    this.windowLeft -= 1;
    if (this.line.length === 1) this.send("\x01");
    if (this.windowLeft > 0) return;
    this.send("\x01");
    this.windowLeft = pasteWindow;
  }

  private run(code: readonly number[]): void {
    this.line = [];
    const { stdout, stderr, reset } = this.machine.execute(Buffer.from(code).toString("utf8"));
    if (reset) {
      this.machine.reset();
      return;
    }
    const shown = Buffer.from(stdout).toString("latin1").replaceAll("\n", "\r\n");
    this.send(Buffer.from(shown, "latin1"));
    this.send(`\x04${stderr.replaceAll("\n", "\r\n")}\x04>`);
  }
}
