// The connections that wait for `accept` at a listening socket (lwIP's tcp_listen_input).
import type { ConnectionId } from "./network";

export interface Waiter {
  readonly connection: ConnectionId;
  readonly host: string;
  readonly port: number;
}

export class Backlog {
  private readonly waiters: Waiter[] = [];
  /** lwip_listen: from 1 (for 0, too) to 255. */
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = Math.min(255, Math.max(1, limit));
  }

  get isEmpty(): boolean {
    return this.waiters.length === 0;
  }

  get hasRoom(): boolean {
    return this.waiters.length < this.limit;
  }

  add(waiter: Waiter): void {
    this.waiters.push(waiter);
  }

  /** Takes out who has waited longest. */
  next(): Waiter | undefined {
    return this.waiters.shift();
  }

  remove(connection: ConnectionId): void {
    const index = this.waiters.findIndex((waiter) => waiter.connection === connection);
    if (index >= 0) this.waiters.splice(index, 1);
  }
}
