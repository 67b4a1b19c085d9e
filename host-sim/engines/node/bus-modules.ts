// `busio` for programs in JavaScript.
import type { Chip } from "../../hardware/chip";
import type { Pin } from "./pin";
import type { Realm } from "./realm";
import { UartBase, type UartSettings } from "./uart";

interface Bounds {
  start?: number;
  end?: number;
}

interface TwoBounds {
  outStart?: number;
  outEnd?: number;
  inStart?: number;
  inEnd?: number;
}

/** normalize_buffer_bounds in shared/runtime/buffer_helper.c: the bytes of the slice themselves. */
function slice(buffer: ArrayBufferView, { start = 0, end }: Bounds = {}): Uint8Array {
  const bytes = new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  return bytes.subarray(start, end ?? bytes.length);
}

class I2CBase {
  handle: number;

  constructor(
    private readonly realm: Realm,
    private readonly buses: Chip["buses"],
    scl: Pin,
    sda: Pin,
  ) {
    this.handle = realm.device(() => buses.open(scl.gpio, sda.gpio));
  }

  deinit(): void {
    this.buses.close(this.handle);
    this.handle = 0;
  }

  tryLock(): boolean {
    return this.realm.device(() => this.buses.tryLock(this.handle));
  }

  unlock(): void {
    this.realm.device(() => this.buses.unlock(this.handle));
  }

  scan(): number[] {
    return this.realm.device(() => this.buses.scan(this.handle));
  }

  readfromInto(address: number, buffer: ArrayBufferView, bounds?: Bounds): void {
    this.realm.device(() => this.buses.read(this.handle, address, slice(buffer, bounds)));
  }

  writeto(address: number, buffer: ArrayBufferView, bounds?: Bounds): void {
    const bytes = Uint8Array.from(slice(buffer, bounds));
    this.realm.device(() => this.buses.write(this.handle, address, bytes));
  }

  writetoThenReadfrom(
    address: number,
    outBuffer: ArrayBufferView,
    inBuffer: ArrayBufferView,
    { outStart = 0, outEnd = Infinity, inStart = 0, inEnd = Infinity }: TwoBounds = {},
  ): void {
    this.writeto(address, outBuffer, { start: outStart, end: outEnd });
    this.readfromInto(address, inBuffer, { start: inStart, end: inEnd });
  }
}

interface SpiSettings {
  baudrate?: number;
  polarity?: number;
  phase?: number;
  bits?: number;
}

class SpiBase {
  handle: number;

  constructor(
    private readonly realm: Realm,
    private readonly spi: Chip["spi"],
    clock: Pin,
    mosi: Pin | null = null,
    miso: Pin | null = null,
  ) {
    this.handle = realm.device(() =>
      spi.construct(clock.gpio, mosi?.gpio ?? null, miso?.gpio ?? null),
    );
  }

  deinit(): void {
    this.spi.deinit(this.handle);
    this.handle = 0;
  }

  tryLock(): boolean {
    return this.realm.device(() => this.spi.tryLock(this.handle));
  }

  unlock(): void {
    this.realm.device(() => this.spi.unlock(this.handle));
  }

  configure({ baudrate = 100_000, polarity = 0, phase = 0, bits = 8 }: SpiSettings = {}): void {
    this.realm.device(() => this.spi.configure(this.handle, baudrate, polarity, phase, bits));
  }

  get frequency(): number {
    return this.realm.device(() => this.spi.frequency(this.handle));
  }

  write(buffer: ArrayBufferView, bounds?: Bounds): void {
    const bytes = Uint8Array.from(slice(buffer, bounds));
    this.realm.device(() => this.spi.write(this.handle, bytes));
  }

  readinto(buffer: ArrayBufferView, options: Bounds & { writeValue?: number } = {}): void {
    const into = slice(buffer, options);
    this.realm.device(() => this.spi.read(this.handle, into, options.writeValue ?? 0));
  }

  writeReadinto(
    outBuffer: ArrayBufferView,
    inBuffer: ArrayBufferView,
    { outStart = 0, outEnd = Infinity, inStart = 0, inEnd = Infinity }: TwoBounds = {},
  ): void {
    const out = slice(outBuffer, { start: outStart, end: outEnd });
    const into = slice(inBuffer, { start: inStart, end: inEnd });
    this.realm.device(() => this.spi.transfer(this.handle, out, into));
  }
}

export function busioModule(realm: Realm, chip: Chip) {
  class I2C extends I2CBase {
    constructor(scl: Pin, sda: Pin) {
      super(realm, chip.buses, scl, sda);
    }
  }
  class SPI extends SpiBase {
    constructor(clock: Pin, mosi?: Pin | null, miso?: Pin | null) {
      super(realm, chip.spi, clock, mosi, miso);
    }
  }
  class UART extends UartBase {
    constructor(tx: Pin | null = null, rx: Pin | null = null, settings: UartSettings = {}) {
      super(realm, chip.uarts, tx, rx, settings);
    }
  }
  return { I2C, SPI, UART };
}
