// The objects of a program that are hardware: each has a number, until its deinit.
import { deinitializedError } from "./device-error";

export class Handles<Device> {
  private readonly devices = new Map<number, Device>();
  private next = 1;

  add(device: Device): number {
    this.devices.set(this.next, device);
    return this.next++;
  }

  /** @throws DeviceError ValueError after `remove` */
  get(handle: number): Device {
    const device = this.devices.get(handle);
    if (device === undefined) throw deinitializedError();
    return device;
  }

  has(handle: number): boolean {
    return this.devices.has(handle);
  }

  /** Does nothing the second time: deinit may be called twice. */
  remove(handle: number): Device | undefined {
    const device = this.devices.get(handle);
    this.devices.delete(handle);
    return device;
  }

  all(): Device[] {
    return [...this.devices.values()];
  }

  clear(): void {
    this.devices.clear();
  }
}
