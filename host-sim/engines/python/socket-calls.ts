// The part of `_chip` behind socketpool and select.
import type { Chip } from "../../hardware/chip";
import type { VirtualMachine } from "./virtual-machine";

export function socketCalls(chip: Chip, vm: VirtualMachine) {
  const { sockets } = chip;
  return {
    socket_create: () => sockets.create(),
    socket_timeout: (number: number, ms: number) => sockets.setTimeout(number, ms),
    socket_bind: (number: number, port: number) => sockets.bind(number, port),
    socket_listen: (number: number) => sockets.listen(number),
    socket_accept: (number: number) => sockets.accept(number),
    socket_host: (number: number) => sockets.peer(number).host,
    socket_port: (number: number) => sockets.peer(number).port,
    socket_receive: (number: number, address: number, length: number) =>
      sockets.receive(number, vm.bytes(address, length)),
    socket_send: (number: number, address: number, length: number) =>
      sockets.send(number, vm.bytes(address, length)),
    socket_close: (number: number) => sockets.close(number),
    poll: (address: number, count: number, timeoutMs: number) =>
      sockets.poll(vm.int16s(address, 3 * count), timeoutMs),
  };
}
