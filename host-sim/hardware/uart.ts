// Serial lines (shared-bindings/busio/UART.c, ports/espressif/common-hal/busio/UART.c).
import { checkRange, DeviceError } from "./device-error";
import { EAGAIN } from "./errno";
import { Handles } from "./handles";
import type { PinTable } from "./pins";
import type { Waiting } from "./waiting";

export interface UartOptions {
  tx: string | null;
  rx: string | null;
  baudrate: number;
  bits: number;
  stop: number;
  /** Seconds: for the first byte, and from each to the next. */
  timeout: number;
  bufferSize: number;
}

interface Uart extends Omit<UartOptions, "bufferSize"> {
  readonly capacity: number;
  received: number[];
}

const controllers = 3;
/** UART_HW_FIFO_LEN */
const fifoBytes = 128;

/** What the other end of a line hears. */
export type SerialListener = (tx: string, bytes: Uint8Array) => void;

export class Uarts {
  private readonly open = new Handles<Uart>();

  constructor(
    private readonly pins: PinTable,
    private readonly waiting: Waiting,
    private readonly sent: SerialListener,
  ) {}

  /** @returns the handle, or -errno @throws DeviceError ValueError for pins, ranges, controllers */
  construct({ bufferSize, ...options }: UartOptions): number {
    const { tx, rx, bits, stop, baudrate } = options;
    if (tx === null && rx === null) {
      throw new DeviceError("ValueError", "tx and rx cannot both be None");
    }
    if (tx === rx) throw new DeviceError("ValueError", "Invalid pins");
    const pins = [rx, tx].filter((pin) => pin !== null);
    this.pins.checkFree(pins);
    checkRange("bits", bits, 5, 9);
    checkRange("receiver_buffer_size", bufferSize, 1, 0xffff);
    checkRange("stop", stop, 1, 2);
    checkTimeout(options.timeout);
    // In the port's words, which say bytes.
    if (bits > 8) throw new DeviceError("ValueError", "bytes must be <= 8");
    if (this.open.all().length >= controllers) {
      throw new DeviceError("ValueError", "All UART peripherals are in use");
    }
    this.pins.claim(pins);
    const capacity = (bufferSize <= fifoBytes ? fifoBytes + 8 : bufferSize) + fifoBytes;
    const handle = this.open.add({ ...options, capacity, received: [] });
    if (rx === null) return handle;
    // For the byte of junk that a line begins with.
    const settled = this.waiting.until(() => false, 1 + (1000 * (bits + stop)) / baudrate);
    return settled < 0 ? settled : handle;
  }

  deinit(handle: number): void {
    const uart = this.open.remove(handle);
    if (uart !== undefined) this.pins.release([uart.rx, uart.tx].filter((pin) => pin !== null));
  }

  endOfProgram(): void {
    this.open.clear();
  }

  /** @throws DeviceError ValueError after `deinit` */
  get(handle: number): Readonly<Uart> {
    return this.open.get(handle);
  }

  setBaudrate(handle: number, baudrate: number): void {
    this.open.get(handle).baudrate = baudrate;
  }

  setTimeout(handle: number, seconds: number): void {
    const uart = this.open.get(handle);
    checkTimeout(seconds);
    uart.timeout = seconds;
  }

  resetInput(handle: number): void {
    this.open.get(handle).received = [];
  }

  /** Bytes come in from outside: those for which there is no room are lost, as are all to nobody. */
  arrive(rx: string, bytes: Uint8Array): void {
    for (const uart of this.open.all()) {
      if (uart.rx === rx) uart.received.push(...bytes.subarray(0, roomIn(uart)));
    }
  }

  /** @returns how many, -EAGAIN when none came in time, or -errno */
  read(handle: number, into: Uint8Array): number {
    const uart = this.open.get(handle);
    if (uart.rx === null) throw new DeviceError("ValueError", "No rx pin");
    let total = 0;
    while (total < into.length) {
      const part = uart.received.splice(0, into.length - total);
      into.set(part, total);
      total += part.length;
      if (total === into.length) break;
      const waited = this.waiting.until(() => uart.received.length > 0, uart.timeout * 1000);
      if (waited < 0) return waited;
      if (waited === 0) break;
    }
    return total === 0 && into.length > 0 ? -EAGAIN : total;
  }

  /** Takes as long as the bytes on the wire. @returns how many, or -errno */
  write(handle: number, bytes: Uint8Array): number {
    const { tx, bits, stop, baudrate } = this.open.get(handle);
    if (tx === null) throw new DeviceError("ValueError", "No tx pin");
    const waited = this.waiting.until(
      () => false,
      (1000 * bytes.length * (1 + bits + stop)) / baudrate,
    );
    if (waited < 0) return waited;
    this.sent(tx, bytes);
    return bytes.length;
  }
}

const roomIn = ({ capacity, received }: Uart): number => Math.max(0, capacity - received.length);

/** validate_timeout */
function checkTimeout(seconds: number): void {
  checkRange("timeout", Math.trunc(seconds), 0, 100);
}
