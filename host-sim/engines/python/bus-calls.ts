// The part of `_chip` behind busio.
import type { Chip } from "../../hardware/chip";
import type { VirtualMachine } from "./virtual-machine";

/** None crosses as "". */
const pinOf = (gpio: string): string | null => (gpio === "" ? null : gpio);

function i2cCalls({ buses }: Chip, vm: VirtualMachine) {
  return {
    i2c_open: (scl: string, sda: string) => buses.open(scl, sda),
    i2c_close: (handle: number) => buses.close(handle),
    i2c_check: (handle: number) => void buses.get(handle),
    i2c_try_lock: (handle: number) => buses.tryLock(handle),
    i2c_unlock: (handle: number) => buses.unlock(handle),
    i2c_scan: (handle: number) => JSON.stringify(buses.scan(handle)),
    i2c_write: (handle: number, device: number, address: number, length: number) =>
      buses.write(handle, device, Uint8Array.from(vm.bytes(address, length))),
    i2c_read: (handle: number, device: number, address: number, length: number) =>
      buses.read(handle, device, vm.bytes(address, length)),
  };
}

function spiCalls({ spi }: Chip, vm: VirtualMachine) {
  return {
    spi_open: (clock: string, mosi: string, miso: string) =>
      spi.construct(clock, pinOf(mosi), pinOf(miso)),
    spi_close: (handle: number) => spi.deinit(handle),
    spi_try_lock: (handle: number) => spi.tryLock(handle),
    spi_unlock: (handle: number) => spi.unlock(handle),
    spi_configure: (handle: number, baud: number, polarity: number, phase: number, bits: number) =>
      spi.configure(handle, baud, polarity, phase, bits),
    spi_frequency: (handle: number) => spi.frequency(handle),
    spi_write: (handle: number, address: number, length: number) =>
      spi.write(handle, Uint8Array.from(vm.bytes(address, length))),
    spi_read: (handle: number, address: number, length: number, value: number) =>
      spi.read(handle, vm.bytes(address, length), value),
    spi_transfer: (
      handle: number,
      outAddress: number,
      outLength: number,
      inAddress: number,
      inLength: number,
    ) => spi.transfer(handle, vm.bytes(outAddress, outLength), vm.bytes(inAddress, inLength)),
  };
}

export function busCalls(chip: Chip, vm: VirtualMachine) {
  return { ...i2cCalls(chip, vm), ...spiCalls(chip, vm) };
}
