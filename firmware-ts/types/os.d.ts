/** shared-bindings/os: no os.path, no os.environ, no ilistdir. */
declare module "os" {
  /** A value of settings.toml as a string, or `fallback`. */
  export function getenv(key: string): string | null;
  export function getenv(key: string, fallback: string): string;
  /** "/" */
  export const sep: string;
  export class UnameResult {
    private constructor();
    readonly sysname: string;
    readonly nodename: string;
    readonly release: string;
    readonly version: string;
    readonly machine: string;
  }
  export function uname(): UnameResult;
  /** Random bytes of the chip. */
  export function urandom(size: int): Uint8Array;
  /** mode, inode, device, links, user, group, size, and three times in seconds */
  export function stat(path: string): [int, int, int, int, int, int, int, int, int, int];
  export function listdir(path: string): string[];
  /** Sizes in bytes and clusters: f_bsize, f_frsize, f_blocks, f_bfree, …, the longest name. */
  export function statvfs(path: string): [int, int, int, int, int, int, int, int, int, int];
  /** These: @throws OSError EROFS unless the drive is the program's (storage). */
  export function mkdir(path: string): void;
  export function remove(path: string): void;
  export function rmdir(path: string): void;
  /** Onto a file: that one is removed first. */
  export function rename(oldPath: string, newPath: string): void;
  export function sync(): void;
}
