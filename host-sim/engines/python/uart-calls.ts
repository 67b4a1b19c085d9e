// The part of `_chip` behind busio.UART.
import type { Chip } from "../../hardware/chip";
import type { UartOptions } from "../../hardware/uart";
import type { VirtualMachine } from "./virtual-machine";

export function uartCalls({ uarts }: Chip, vm: VirtualMachine) {
  return {
    uart_open: (options: string) => uarts.construct(JSON.parse(options) as UartOptions),
    uart_close: (handle: number) => uarts.deinit(handle),
    uart_read: (handle: number, address: number, length: number) =>
      uarts.read(handle, vm.bytes(address, length)),
    uart_write: (handle: number, address: number, length: number) =>
      uarts.write(handle, Uint8Array.from(vm.bytes(address, length))),
    uart_waiting: (handle: number) => uarts.get(handle).received.length,
    uart_baudrate: (handle: number) => uarts.get(handle).baudrate,
    uart_set_baudrate: (handle: number, baudrate: number) => uarts.setBaudrate(handle, baudrate),
    uart_timeout: (handle: number) => uarts.get(handle).timeout,
    uart_set_timeout: (handle: number, seconds: number) => uarts.setTimeout(handle, seconds),
    uart_reset_input: (handle: number) => uarts.resetInput(handle),
  };
}
