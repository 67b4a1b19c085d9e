// A stand-in for a board with CircuitPython, for tests of what uploads to one: its raw REPL on a TCP
// port, to which mpremote connects as `socket://127.0.0.1:PORT`. Strict: what a board lacks, it lacks.
// While code runs nothing else does, so a program that never ends can't be interrupted here. One at a
// time in a thread: the VM keeps its state in globals of JavaScript.
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { DeviceVm, type Execution } from "./device-vm";
import { Drive, type DriveOperation, type DriveOptions } from "./drive";
import { RawRepl } from "./raw-repl";

export interface RawReplBoardOptions extends DriveOptions {
  /** storage.unsafe_disable_usb_drive is there and makes the drive writable. Default: false. */
  canDisableUsbDrive?: boolean;
}

export type BoardOperation = DriveOperation | { name: "soft reset" | "restart" | "run code.py" };

export class RawReplBoard {
  private static inUse = false;
  /** Real resets since the start. */
  restarts = 0;
  /** What changed the board, in order. */
  readonly operations: BoardOperation[] = [];
  private readonly drive: Drive;
  private readonly canDisableUsbDrive: boolean;
  private readonly server: Server = createServer((socket) => this.accept(socket));
  private readonly usbHasDrive: boolean;
  private vm: DeviceVm | null = null;
  private repl: RawRepl;
  private client: Socket | null = null;
  private received: Promise<void> = Promise.resolve();

  private constructor({ canDisableUsbDrive = false, ...drive }: RawReplBoardOptions) {
    this.drive = new Drive(drive, (operation) => this.operations.push(operation));
    this.usbHasDrive = this.drive.readOnly;
    this.canDisableUsbDrive = canDisableUsbDrive;
    this.repl = this.powerUp();
  }

  /** Listens on a free port of the loopback interface. */
  static async start(options: RawReplBoardOptions = {}): Promise<RawReplBoard> {
    if (RawReplBoard.inUse)
      throw new Error("A RawReplBoard is open in this thread: close() it first.");
    RawReplBoard.inUse = true;
    const board = new RawReplBoard(options);
    await new Promise<void>((resolve) => board.server.listen(0, "127.0.0.1", resolve));
    return board;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** As mpremote takes it. */
  get address(): string {
    return `socket://127.0.0.1:${this.port}`;
  }

  /** All files, by path from the root without a slash in front. */
  files(): Map<string, Uint8Array> {
    return this.drive.contents();
  }

  async close(): Promise<void> {
    this.client?.destroy();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
    await this.received;
    RawReplBoard.inUse = false;
  }

  /** As a serial port does, it serves one at a time. */
  private accept(socket: Socket): void {
    if (this.client !== null) {
      socket.destroy();
      return;
    }
    this.client = socket;
    socket.setNoDelay(true);
    socket.on("data", (bytes) => {
      this.received = this.received.then(() => this.receive(socket, bytes));
    });
    socket.on("error", () => socket.destroy());
    socket.on("close", () => {
      if (this.client === socket) this.client = null;
    });
  }

  private async receive(socket: Socket, bytes: Uint8Array): Promise<void> {
    for (const byte of bytes) {
      // After a reset the rest of what was sent is lost.
      if (this.client !== socket) return;
      await this.repl.receive(byte);
    }
  }

  private powerUp(): RawRepl {
    this.vm = null;
    this.drive.closeAll();
    this.runProgram();
    const machine = {
      execute: (code: string): Execution => {
        if (this.vm === null) throw new Error("code before the raw REPL was entered");
        return this.vm.execute(code);
      },
      boot: async () => {
        this.drive.closeAll();
        this.vm = await DeviceVm.boot(this.drive, { canDisableUsbDrive: this.canDisableUsbDrive });
      },
      runProgram: () => this.runProgram(),
      reset: () => this.restart(),
      log: (name: "soft reset") => this.operations.push({ name }),
    };
    return new RawRepl(machine, (bytes) => this.client?.write(bytes), this.hasProgram);
  }

  private get hasProgram(): boolean {
    return this.drive.mode("code.py") > 0;
  }

  /** Only noted: what the program does is the simulator's business. */
  private runProgram(): void {
    if (this.hasProgram) this.operations.push({ name: "run code.py" });
  }

  private restart(): void {
    this.restarts += 1;
    this.operations.push({ name: "restart" });
    this.drive.readOnly = this.usbHasDrive;
    this.client?.destroy();
    this.client = null;
    this.repl = this.powerUp();
  }
}
