declare module "gc" {
  export function collect(): void;
}
