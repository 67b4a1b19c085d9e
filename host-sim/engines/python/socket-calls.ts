// The part of `_chip` behind socketpool and select.
import type { Chip } from "../../hardware/chip";
import { pollSockets } from "../../hardware/socket-poll";
import type { VirtualMachine } from "./virtual-machine";

export function socketCalls(chip: Chip, vm: VirtualMachine) {
  const { sockets, waiting } = chip;
  const { datagrams } = sockets;
  return {
    datagram_create: () => datagrams.create(),
    datagram_connect: (number: number, host: string, port: number) =>
      datagrams.connect(number, host, port),
    datagram_send: (number: number, address: number, length: number) =>
      datagrams.send(number, vm.bytes(address, length)),
    datagram_send_to: (
      number: number,
      host: string,
      port: number,
      address: number,
      length: number,
    ) => datagrams.sendTo(number, host, port, vm.bytes(address, length)),
    datagram_receive: (number: number, address: number, length: number) =>
      datagrams.receive(number, vm.bytes(address, length)),
    datagram_host: () => datagrams.source.host,
    datagram_port: () => datagrams.source.port,
    socket_create: () => sockets.create(),
    socket_timeout: (number: number, ms: number) => sockets.setTimeout(number, ms),
    socket_bind: (number: number, port: number) => sockets.bind(number, port),
    socket_resolve: (host: string) => sockets.resolve(host) ?? "",
    socket_connect: (number: number, address: string, port: number) =>
      sockets.connect(number, address, port),
    socket_listen: (number: number, backlog: number) => sockets.listen(number, backlog),
    socket_accept: (number: number, closedTimeoutMs: number) =>
      sockets.accept(number, closedTimeoutMs),
    socket_option: (number: number, level: number, option: number) =>
      sockets.setOption(number, level, option),
    socket_host: (number: number) => sockets.peer(number).host,
    socket_port: (number: number) => sockets.peer(number).port,
    socket_receive: (number: number, address: number, length: number) =>
      sockets.receive(number, vm.bytes(address, length)),
    socket_send: (number: number, address: number, length: number) =>
      sockets.send(number, vm.bytes(address, length)),
    socket_close: (number: number) => sockets.close(number),
    poll: (address: number, count: number, timeoutMs: number) =>
      pollSockets(sockets, waiting, vm.int16s(address, 3 * count), timeoutMs),
  };
}
