/** shared-bindings/traceback */
declare module "traceback" {
  /** Prints the exception and where it came from on the console. */
  export function printException(exception: unknown): void;
  /** The same as lines with their ends. */
  export function formatException(exception: unknown): string[];
}
