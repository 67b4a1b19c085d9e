/** shared-bindings/supervisor */
declare module "supervisor" {
  /** Milliseconds, from 0x1fff0000 at start, wrapping at 2**29 (supervisor/__init__.c). */
  export function ticksMs(): int;
  /** Starts code.py again. */
  export function reload(): never;
}
