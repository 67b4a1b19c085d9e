/** shared-bindings/os: no os.path, no os.environ, no ilistdir. */
declare module "os" {
  /** A value of settings.toml as a string, or `fallback`. */
  export function getenv(key: string): string | null;
  export function getenv(key: string, fallback: string): string;
  /** mode, inode, device, links, user, group, size, and three times in seconds */
  export function stat(path: string): [int, int, int, int, int, int, int, int, int, int];
  export function listdir(path: string): string[];
}
