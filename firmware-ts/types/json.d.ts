/** extmod/modjson.c: members in no order, no indent. */
declare module "json" {
  export function dumps(value: unknown): string;
  /** @throws ValueError "syntax error in JSON" */
  export function loads(text: string): unknown;
}
