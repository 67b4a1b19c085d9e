// The worker's end of the thread boundary: the chip's clock, network and camera feed, all fed by
// one message port that is emptied whenever the doorbell has rung.
import { performance } from "node:perf_hooks";
import { receiveMessageOnPort, type MessagePort } from "node:worker_threads";
import type { Chip } from "../hardware/chip";
import type { PictureFeed } from "../hardware/camera";
import type { Clock } from "../hardware/clock";
import type { ConnectionId, Network } from "../hardware/network";
import type { InterruptRequest } from "../hardware/waiting";
import type { ToMain, ToWorker } from "./messages";
import type { SharedState } from "./shared-state";

/** Atomics.wait takes no longer times as a number of milliseconds without end. */
const longestSleepMs = 60_000;

export class WorkerLink implements Clock, Network, PictureFeed, InterruptRequest {
  private readonly startMs = performance.now();
  private readonly sent = new Map<ConnectionId, number>();
  private ringsSeen = 0;
  /** How many cameras there have been. */
  private cameras = 0;
  private chip: Chip | null = null;

  constructor(
    private readonly port: MessagePort,
    private readonly shared: SharedState,
    private readonly timeFactor: number,
  ) {}

  /** The chip to which everything that comes from outside is told. */
  attach(chip: Chip): void {
    this.chip = chip;
  }

  post(message: ToMain, transfer: ArrayBuffer[] = []): void {
    this.port.postMessage(message, transfer);
  }

  // Clock

  nowMs(): number {
    return (performance.now() - this.startMs) * this.timeFactor;
  }

  catchUp(): void {
    const rings = this.shared.rings;
    if (rings === this.ringsSeen) return;
    this.ringsSeen = rings;
    for (;;) {
      const received = receiveMessageOnPort(this.port);
      if (received === undefined) return;
      this.deliver(received.message as ToWorker);
    }
  }

  foundNothing(): void {
    // Time passes here without being told to.
  }

  advance(deadlineMs: number): void {
    const milliseconds = Math.min((deadlineMs - this.nowMs()) / this.timeFactor, longestSleepMs);
    if (milliseconds > 0) this.shared.sleep(this.ringsSeen, milliseconds);
    this.catchUp();
  }

  private deliver(message: ToWorker): void {
    const { chip } = this;
    if (chip === null) return;
    switch (message.type) {
      case "incoming":
        return chip.sockets.incoming(
          message.listener,
          message.connection,
          message.host,
          message.port,
        );
      case "received":
        return chip.sockets.received(message.connection, message.bytes);
      case "finished":
        return chip.sockets.finished(message.connection);
      case "reset":
        return chip.sockets.wasReset(message.connection);
      case "picture":
        this.shared.pictureUnderway(-1);
        // Made for an earlier camera, or before the program took the one with the same number.
        if (message.camera !== this.cameras) return;
        if (message.number !== this.shared.picturesTaken + 1) return;
        return chip.camera.picture(message.bytes);
      case "resources":
        return this.post({
          type: "resources",
          request: message.request,
          resources: chip.resources(),
        });
    }
  }

  // Network

  listen(listener: number, port: number): void {
    this.post({ type: "listen", listener, port });
  }

  unlisten(listener: number): void {
    this.post({ type: "unlisten", listener });
  }

  accept(connection: ConnectionId): void {
    this.sent.set(connection, 0);
    this.post({ type: "accept", connection });
  }

  send(connection: ConnectionId, bytes: Uint8Array): void {
    this.sent.set(connection, ((this.sent.get(connection) ?? 0) + bytes.length) | 0);
    this.post({ type: "send", connection, bytes }, [bytes.buffer as ArrayBuffer]);
  }

  unacknowledged(connection: ConnectionId): number {
    return ((this.sent.get(connection) ?? 0) - this.shared.acknowledged(connection)) | 0;
  }

  consumed(connection: ConnectionId, count: number): void {
    this.post({ type: "consumed", connection, count });
  }

  close(connection: ConnectionId, how: "finish" | "reset"): void {
    this.sent.delete(connection);
    this.post({ type: "close", connection, how });
  }

  // PictureFeed

  start(width: number, height: number): void {
    this.cameras += 1;
    this.post({ type: "cameraOn", camera: this.cameras, width, height });
  }

  stop(): void {
    this.post({ type: "cameraOff" });
  }

  wanted(wanted: boolean): void {
    this.shared.pictureWanted = wanted;
  }

  taken(): void {
    this.shared.pictureTaken();
  }

  // InterruptRequest

  get requested(): boolean {
    return this.shared.interruptRequested;
  }

  delivered(): void {
    this.shared.interruptRequested = false;
  }
}
