// Looks at the kernel's queues as long as there is something to learn from them, and no oftener
// than their price allows.
import type { Connection } from "./connection";
import { KernelQueues } from "./kernel-queue";

/** A look takes at most this part of one core. */
const share = 0.1;
/** Milliseconds between two looks: a peer's acknowledgement takes about as long. */
const quickestMs = 5;
/** More would be felt as a pause of a viewer that is not trusted. */
const slowestMs = 50;

export class Acknowledgements {
  private readonly watched = new Set<Connection>();
  private looking = false;

  /** Looks for the acknowledgement of what `connection` sent. */
  watch(connection: Connection): void {
    if (!KernelQueues.available) return;
    this.watched.add(connection);
    if (!this.looking) void this.lookUntilSettled();
  }

  forget(connection: Connection): void {
    this.watched.delete(connection);
  }

  private async lookUntilSettled(): Promise<void> {
    this.looking = true;
    let pauseMs = quickestMs;
    while (this.watched.size > 0) {
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      const connections = [...this.watched];
      const results = connections.map((connection) => connection.look());
      const startMs = performance.now();
      const queues = await KernelQueues.look(connections.map(({ family }) => family));
      const tookMs = performance.now() - startMs;
      for (const result of results) result(queues);
      for (const connection of connections) {
        if (!connection.unsettled) this.watched.delete(connection);
      }
      pauseMs = Math.min(slowestMs, Math.max(quickestMs, tookMs / share));
    }
    this.looking = false;
  }
}
