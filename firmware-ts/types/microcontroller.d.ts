/** shared-bindings/microcontroller */
declare module "microcontroller" {
  export class Pin {
    private constructor();
  }
  /** Restarts the board at once, as its reset button does. */
  export function reset(): never;
}
