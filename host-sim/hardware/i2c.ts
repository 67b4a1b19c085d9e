// I2C buses (shared-bindings/busio/I2C.c): two pins that a camera's sensor may hang on.
import { DeviceError, deinitializedError } from "./device-error";
import type { PinTable } from "./pins";

export interface I2CBus {
  readonly scl: string;
  readonly sda: string;
}

/** The chip has two controllers. */
const controllers = 2;

export class I2CBuses {
  private readonly buses = new Map<number, I2CBus>();
  private nextHandle = 1;

  constructor(private readonly pins: PinTable) {}

  /**
   * @returns the handle of the new bus
   * @throws DeviceError ValueError for a pin in use or when both controllers are
   */
  open(scl: string, sda: string): number {
    if (this.buses.size >= controllers) {
      // ports/espressif/common-hal/busio/I2C.c
      throw new DeviceError("ValueError", "All I2C peripherals are in use");
    }
    this.pins.claim([scl, sda]);
    const handle = this.nextHandle++;
    this.buses.set(handle, { scl, sda });
    return handle;
  }

  /** @throws DeviceError ValueError after `close` */
  get(handle: number): I2CBus {
    const bus = this.buses.get(handle);
    if (bus === undefined) throw deinitializedError();
    return bus;
  }

  close(handle: number): void {
    const bus = this.buses.get(handle);
    if (bus === undefined) return;
    this.buses.delete(handle);
    this.pins.release([bus.scl, bus.sda]);
  }

  closeAll(): void {
    this.buses.clear();
  }
}
