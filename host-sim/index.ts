// `taipan/sim`: what the simulator offers to tests.
export { compareEngines } from "./test-bench/compare-engines";
export { VirtualBoard } from "./test-bench/virtual-board";

export type { Comparison } from "./test-bench/compare-engines";
export type { EngineName, ProgramEnd } from "./engines/engine";
export type { DriveAccess } from "./hardware/drive";
export type { Fault } from "./hardware/faults";
export type { Resources } from "./hardware/chip";
export type { MdnsService } from "./hardware/mdns";
export type { Settings } from "./hardware/settings";
export type { VirtualBoardOptions } from "./test-bench/board-options";
export type { RequestOptions, VirtualResponse } from "./test-bench/http-exchange";
export type { Frame } from "./test-bench/multipart-reader";
export type { ConsoleLine } from "./test-bench/observed-board";
export type { ProgramSource } from "./test-bench/program-of";
export type { Replay, ReplayOptions } from "./test-bench/replay";
export type { ResponseHead } from "./test-bench/response-reader";
export type { Viewer } from "./test-bench/viewer";
export type { I2CDevice, SpiDevice } from "./test-bench/virtual-buses";
export type { VirtualUart } from "./test-bench/virtual-uart";
export type { CardSource, VirtualCard } from "./test-bench/virtual-card";
export type { VirtualPin } from "./test-bench/virtual-pin";
export type { Arrival, VirtualClient } from "./test-bench/virtual-client";
export type { VirtualServer } from "./test-bench/virtual-server";
export type { Datagram, VirtualUdp } from "./test-bench/virtual-udp";
export type { Message, VirtualWebSocket } from "./test-bench/web-socket";
export type { LinkOptions } from "./world/link";
