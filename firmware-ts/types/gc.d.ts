/** py/modgc.c */
declare module "gc" {
  /** Frees what nothing refers to any more, and with it the pins of a camera that failed. */
  export function collect(): void;
}
