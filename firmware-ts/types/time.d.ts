/** shared-bindings/time */
declare module "time" {
  /** Seconds since start. Loses its milliseconds after about an hour on a board. */
  export function monotonic(): float;
  /** Nanoseconds since start. */
  export function monotonicNs(): int;
  export function sleep(seconds: number): void;
}
