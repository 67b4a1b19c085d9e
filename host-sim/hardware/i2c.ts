// I2C buses (shared-bindings/busio/I2C.c, ports/espressif/common-hal/busio/I2C.c).
import type { BusDevices, I2CPins } from "./bus-devices";
import { DeviceError } from "./device-error";
import { ENODEV } from "./errno";
import { Handles } from "./handles";
import type { PinTable } from "./pins";
import type { Wires } from "./wires";

export interface I2CBus extends I2CPins {
  isLocked: boolean;
}

/** The chip has two controllers. */
const controllers = 2;
/** Strapping pins: pulled up they change how the chip starts. */
const strappingPins = ["GPIO45", "GPIO46"];
/** 0b0000xxx and 0b1111xxx are reserved. */
const [firstAddress, lastAddress] = [0x08, 0x77];

export interface I2CSurroundings {
  pins: PinTable;
  wires: Wires;
  devices: BusDevices;
  /** The GPIOs of the bus that a camera's sensor hangs on, with its resistors. */
  cameraBus: readonly string[];
}

export class I2CBuses {
  private readonly buses = new Handles<I2CBus>();

  constructor(private readonly around: I2CSurroundings) {}

  /**
   * @returns the handle of the new bus
   * @throws DeviceError ValueError for a pin in use or when both controllers are, RuntimeError
   *   where nothing pulls the wires up
   */
  open(scl: string, sda: string): number {
    this.around.pins.checkFree([scl, sda]);
    if (strappingPins.includes(scl) || strappingPins.includes(sda)) {
      throw new DeviceError("ValueError", "Invalid pins");
    }
    if (!this.isPulledUp(scl) || !this.isPulledUp(sda)) {
      const text = "No pull up found on SDA or SCL; check your wiring";
      throw new DeviceError("RuntimeError", text);
    }
    if (this.buses.all().length >= controllers) {
      throw new DeviceError("ValueError", "All I2C peripherals are in use");
    }
    this.around.pins.claim([scl, sda]);
    return this.buses.add({ scl, sda, isLocked: false });
  }

  /** @throws DeviceError ValueError after `close` */
  get(handle: number): I2CPins {
    return this.buses.get(handle);
  }

  close(handle: number): void {
    const bus = this.buses.remove(handle);
    if (bus !== undefined) this.around.pins.release([bus.scl, bus.sda]);
  }

  closeAll(): void {
    this.buses.clear();
  }

  tryLock(handle: number): boolean {
    const bus = this.buses.get(handle);
    if (bus.isLocked) return false;
    bus.isLocked = true;
    return true;
  }

  unlock(handle: number): void {
    this.buses.get(handle).isLocked = false;
  }

  /** The addresses at which somebody answers. */
  scan(handle: number): number[] {
    const bus = this.locked(handle);
    const addresses = Array.from(
      { length: lastAddress - firstAddress + 1 },
      (_, index) => firstAddress + index,
    );
    return addresses.filter((address) =>
      this.around.devices.i2cWrite(bus, address, new Uint8Array()),
    );
  }

  /** @throws DeviceError OSError ENODEV when nobody answers */
  write(handle: number, address: number, bytes: Uint8Array): void {
    const bus = this.locked(handle);
    if (!this.around.devices.i2cWrite(bus, address, bytes)) throw nobody();
  }

  /** @throws DeviceError OSError ENODEV when nobody answers, ValueError for no bytes at all */
  read(handle: number, address: number, into: Uint8Array): void {
    const bus = this.locked(handle);
    if (into.length === 0) {
      throw new DeviceError("ValueError", "Buffer must be at least length 1");
    }
    const bytes = this.around.devices.i2cRead(bus, address, into.length);
    if (bytes === null) throw nobody();
    // Nobody pulls the wire down any more: ones.
    into.fill(0xff);
    into.set(bytes.subarray(0, into.length));
  }

  private isPulledUp(gpio: string): boolean {
    const { cameraBus, devices, wires } = this.around;
    return cameraBus.includes(gpio) || devices.pullsUp(gpio) || wires.level(gpio);
  }

  private locked(handle: number): I2CBus {
    const bus = this.buses.get(handle);
    if (!bus.isLocked) throw new DeviceError("RuntimeError", "Function requires lock");
    return bus;
  }
}

function nobody(): DeviceError {
  return new DeviceError("OSError", ENODEV);
}
