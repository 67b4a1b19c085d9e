// SPI buses (shared-bindings/busio/SPI.c, ports/espressif/common-hal/busio/SPI.c).
import type { BusDevices } from "./bus-devices";
import { checkRange, DeviceError } from "./device-error";
import { Handles } from "./handles";
import type { PinTable } from "./pins";

interface SpiBus {
  readonly clock: string;
  readonly mosi: string | null;
  readonly miso: string | null;
  isLocked: boolean;
  frequency: number;
}

/** SPI2 and SPI3: the first two have the flash and the PSRAM. */
const controllers = 2;
const sourceHertz = 80_000_000;
const startHertz = 250_000;

/** set_spi_config: the highest that the divider gives and that is not above what was asked for. */
const dividedHertz = (baudrate: number): number =>
  Math.floor(sourceHertz / Math.ceil(sourceHertz / baudrate) / 1000) * 1000;

export class SpiBuses {
  private readonly open = new Handles<SpiBus>();

  constructor(
    private readonly pins: PinTable,
    private readonly devices: BusDevices,
  ) {}

  /** @throws DeviceError ValueError for pins in use, without data pins, or without a controller */
  construct(clock: string, mosi: string | null, miso: string | null): number {
    const pins = [clock, mosi, miso].filter((pin) => pin !== null);
    this.pins.checkFree(pins);
    if (mosi === null && miso === null) {
      throw new DeviceError("ValueError", "Must provide MISO or MOSI pin");
    }
    if (this.open.all().length >= controllers) {
      throw new DeviceError("ValueError", "All SPI peripherals are in use");
    }
    this.pins.claim(pins);
    return this.open.add({ clock, mosi, miso, isLocked: false, frequency: startHertz });
  }

  deinit(handle: number): void {
    const bus = this.open.remove(handle);
    if (bus === undefined) return;
    this.pins.release([bus.clock, bus.mosi, bus.miso].filter((pin) => pin !== null));
  }

  endOfProgram(): void {
    this.open.clear();
  }

  /** @throws DeviceError ValueError after `deinit` */
  get(handle: number): Readonly<SpiBus> {
    return this.open.get(handle);
  }

  isOpen(handle: number): boolean {
    return this.open.has(handle);
  }

  tryLock(handle: number): boolean {
    const bus = this.open.get(handle);
    if (bus.isLocked) return false;
    bus.isLocked = true;
    return true;
  }

  unlock(handle: number): void {
    this.open.get(handle).isLocked = false;
  }

  configure(handle: number, baudrate: number, polarity: number, phase: number, bits: number): void {
    const bus = this.locked(handle);
    checkRange("polarity", polarity, 0, 1);
    checkRange("phase", phase, 0, 1);
    checkRange("bits", bits, 8, 9);
    bus.frequency = dividedHertz(baudrate);
  }

  frequency(handle: number): number {
    return this.open.get(handle).frequency;
  }

  /** @throws DeviceError ValueError "No mosi pin" */
  write(handle: number, bytes: Uint8Array): void {
    const bus = this.locked(handle);
    if (bytes.length === 0) return;
    if (bus.mosi === null) throw noPin("mosi");
    this.devices.spiTransfer(bus.clock, bytes);
  }

  /** @throws DeviceError ValueError "No miso pin" */
  read(handle: number, into: Uint8Array, writeValue: number): void {
    const bus = this.locked(handle);
    if (into.length === 0) return;
    if (bus.miso === null) throw noPin("miso");
    this.exchange(bus, new Uint8Array(into.length).fill(bus.mosi === null ? 0 : writeValue), into);
  }

  /** @throws DeviceError ValueError for slices of unequal length, or a pin that is not there */
  transfer(handle: number, out: Uint8Array, into: Uint8Array): void {
    const bus = this.locked(handle);
    if (out.length !== into.length) {
      throw new DeviceError("ValueError", "buffer slices must be of equal length");
    }
    if (out.length === 0) return;
    if (bus.mosi === null) throw noPin("mosi");
    if (bus.miso === null) throw noPin("miso");
    this.exchange(bus, Uint8Array.from(out), into);
  }

  private exchange({ clock }: SpiBus, out: Uint8Array, into: Uint8Array): void {
    const answer = this.devices.spiTransfer(clock, out);
    // A wire that nobody drives: low, as every input here.
    into.fill(0);
    if (answer !== null) into.set(answer.subarray(0, into.length));
  }

  private locked(handle: number): SpiBus {
    const bus = this.open.get(handle);
    if (!bus.isLocked) throw new DeviceError("RuntimeError", "Function requires lock");
    return bus;
  }
}

function noPin(name: string): DeviceError {
  return new DeviceError("ValueError", `No ${name} pin`);
}
