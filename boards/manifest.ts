// What a bundle is made of, file by file: what `flash` verifies and a later build cleans up by.
import { createHash } from "node:crypto";

export interface ManifestFile {
  /** From the root of the board's drive, with slashes, without one in front. */
  path: string;
  /** Bytes. */
  size: number;
  /** In hexadecimal. */
  sha256: string;
}

export interface Manifest {
  /** Sorted by path. */
  files: ManifestFile[];
}

export const manifestName = "manifest.json";

export function manifestOf(files: ReadonlyMap<string, Uint8Array>): Manifest {
  const entries = [...files].map(([path, bytes]) => ({
    path,
    size: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  }));
  // By code units: the same order on every machine, whatever its language.
  return { files: entries.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}
