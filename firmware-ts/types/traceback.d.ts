/** shared-bindings/traceback */
declare module "traceback" {
  /** Prints the exception and where it came from on the console. */
  export function printException(exception: unknown): void;
}
