// `busio.UART` for programs in JavaScript.
import { EAGAIN } from "../../hardware/errno";
import type { Uarts } from "../../hardware/uart";
import type { Pin } from "./pin";
import type { Realm } from "./realm";

export interface UartSettings {
  baudrate?: number;
  bits?: number;
  stop?: number;
  timeout?: number;
  receiverBufferSize?: number;
}

/** How much `read` without a size asks for at once. */
const readAllBytes = 256;
const lineFeed = 10;

export class UartBase {
  handle: number;

  constructor(
    private readonly realm: Realm,
    private readonly uarts: Uarts,
    tx: Pin | null,
    rx: Pin | null,
    settings: UartSettings,
  ) {
    const { baudrate = 9600, bits = 8, stop = 1, timeout = 1 } = settings;
    const bufferSize = settings.receiverBufferSize ?? 64;
    const pins = { tx: tx?.gpio ?? null, rx: rx?.gpio ?? null };
    const options = { ...pins, baudrate, bits, stop, timeout, bufferSize };
    this.handle = realm.checked(realm.device(() => uarts.construct(options)));
  }

  deinit(): void {
    this.uarts.deinit(this.handle);
    this.handle = 0;
  }

  /** Until it is full or nothing comes in time: mp_stream_rw in py/stream.c. */
  readinto(buffer: ArrayBufferView): number | null {
    const into = new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
    let total = 0;
    while (total < into.length) {
      const part = into.subarray(total);
      const answer = this.realm.device(() => this.uarts.read(this.handle, part));
      if (answer === -EAGAIN) return total > 0 ? total : null;
      total += this.realm.checked(answer);
    }
    return total;
  }

  read(size?: number): Uint8Array | null {
    const bytes: number[] = [];
    for (;;) {
      const part = new Uint8Array(size ?? readAllBytes);
      const count = this.readinto(part);
      if (count !== null) bytes.push(...part.subarray(0, count));
      if (size !== undefined || count === null) return this.found(bytes);
    }
  }

  readline(): Uint8Array | null {
    const bytes: number[] = [];
    const byte = new Uint8Array(1);
    while (bytes.at(-1) !== lineFeed && this.readinto(byte) !== null) bytes.push(byte[0] ?? 0);
    return this.found(bytes);
  }

  write(buffer: ArrayBufferView): number {
    const bytes = Uint8Array.from(
      new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength),
    );
    return this.realm.checked(this.realm.device(() => this.uarts.write(this.handle, bytes)));
  }

  get inWaiting(): number {
    return this.realm.device(() => this.uarts.get(this.handle).received.length);
  }

  get baudrate(): number {
    return this.realm.device(() => this.uarts.get(this.handle).baudrate);
  }

  set baudrate(baudrate: number) {
    this.realm.device(() => this.uarts.setBaudrate(this.handle, baudrate));
  }

  get timeout(): number {
    return this.realm.device(() => this.uarts.get(this.handle).timeout);
  }

  set timeout(seconds: number) {
    this.realm.device(() => this.uarts.setTimeout(this.handle, seconds));
  }

  resetInputBuffer(): void {
    this.realm.device(() => this.uarts.resetInput(this.handle));
  }

  private found(bytes: number[]): Uint8Array | null {
    if (bytes.length === 0) return null;
    return this.realm.prelude.bytes(Uint8Array.from(bytes).buffer, 0, bytes.length);
  }
}
