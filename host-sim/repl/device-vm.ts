// One life of the VM in the stand-in, from one soft reset to the next: MicroPython with CircuitPython's
// modules in front (circuitpython.py), and a drive that outlives it.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  loadMicroPython,
  type MicroPython,
} from "@micropython/micropython-webassembly-pyscript/micropython.mjs";
import { packageRoot } from "../../transpiler/package-root";
import { ENOENT, errorText } from "../hardware/errno";
import { normalizePath } from "../hardware/file-path";
import { boardTraceback } from "./board-traceback";
import type { Drive } from "./drive";

/** What a piece of code did. */
export interface Execution {
  stdout: Uint8Array;
  /** The traceback; empty when all went well. */
  stderr: string;
  /** The code called microcontroller.reset(): nothing of it is shown, the board is gone. */
  reset: boolean;
}

export interface DeviceOptions {
  /** storage has unsafe_disable_usb_drive, as from CircuitPython 10.3 on. */
  canDisableUsbDrive: boolean;
}

const personalityFile = "<circuitpython>";
/** Bytes of heap, roughly what a board with PSRAM can spare. */
const heapSize = 2 * 1024 * 1024;
/** Bytes for calls, CircuitPython's CIRCUITPY_PYSTACK_SIZE. */
const callStackSize = 2048;

function fromHex(text: string): Uint8Array {
  return Buffer.from(text, "hex");
}

/** Waits without the event loop, as a board does: one program, one thread. */
function sleep(seconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, seconds * 1000);
}

export class DeviceVm {
  private output: Uint8Array[] = [];
  private resetRequested = false;
  private workingDirectory = "";

  private constructor(private readonly python: MicroPython) {}

  static async boot(drive: Drive, options: DeviceOptions): Promise<DeviceVm> {
    const chunks: Uint8Array[] = [];
    const python = await loadMicroPython({
      heapsize: heapSize,
      pystack: callStackSize,
      linebuffer: false,
      stdout: (bytes: Uint8Array) => chunks.push(bytes.slice()),
    });
    const vm = new DeviceVm(python);
    vm.output = chunks;
    python.registerJsModule("_hardware", vm.hardware(drive, options));
    const personality = readFileSync(join(packageRoot, "host-sim/repl/circuitpython.py"), "utf8");
    const quoted = JSON.stringify(personality);
    python.runPython(`exec(compile(${quoted}, "${personalityFile}", "exec"), {})`);
    return vm;
  }

  /** Runs code as the raw REPL does, to its end: nothing else happens in the meantime. */
  execute(code: string): Execution {
    this.output.length = 0;
    let stderr = "";
    try {
      this.python.runPython(code);
    } catch (error) {
      stderr = boardTraceback(error instanceof Error ? error.message : "", personalityFile);
    }
    return { stdout: Buffer.concat(this.output), stderr, reset: this.resetRequested };
  }

  private hardware(
    drive: Drive,
    { canDisableUsbDrive }: DeviceOptions,
  ): Record<string, (...args: never[]) => unknown> {
    const at = (path: string) => normalizePath(path, this.workingDirectory);
    return {
      error_text: errorText,
      open: (path: string, mode: "r" | "w" | "a") => drive.open(at(path), mode),
      read: (handle: number, count: number) =>
        Buffer.from(drive.read(handle, count)).toString("hex"),
      write: (handle: number, hex: string) => drive.write(handle, fromHex(hex)),
      close: (handle: number) => drive.close(handle),
      mode: (path: string) => drive.mode(at(path)),
      size: (path: string) => drive.size(at(path)),
      // "/" can't be in a name, "?" can't either (FAT): no names, and no such directory.
      listdir: (path: string) => drive.list(at(path))?.join("/") ?? "?",
      mkdir: (path: string) => drive.mkdir(at(path)),
      remove: (path: string) => drive.remove(at(path)),
      rmdir: (path: string) => drive.rmdir(at(path)),
      rename: (from: string, to: string) => drive.rename(at(from), at(to)),
      getcwd: () => `/${this.workingDirectory}`,
      chdir: (path: string) => {
        if (drive.mode(at(path)) !== 0x4000) return -ENOENT;
        this.workingDirectory = at(path);
        return 0;
      },
      digest: (algorithm: string, hex: string) =>
        createHash(algorithm).update(fromHex(hex)).digest("hex"),
      readonly: () => drive.readOnly,
      can_disable_usb: () => canDisableUsbDrive,
      disable_usb_drive: () => {
        drive.readOnly = false;
      },
      reset: () => {
        this.resetRequested = true;
      },
      sleep,
      monotonic: () => performance.now() / 1000,
    };
  }
}
