import * as time from "time";

/**
 * Milliseconds since start. An int: seconds in a float lose their milliseconds after about an hour
 * on a board (shared-bindings/time/__init__.c).
 */
export function nowMs(): int {
  return Math.floor(time.monotonicNs() / 1000000);
}
