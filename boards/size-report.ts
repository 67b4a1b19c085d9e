// How much a bundle takes on a board, part by part.
import { counted } from "../transpiler/diagnostics/report";

/** `lib/taipan_http/server.py` → `lib/taipan_http`, `www/index.html` → `www`, `code.py` → itself. */
function partOf(path: string): string {
  const [top = path, ...rest] = path.split("/");
  return top === "lib" && rest.length > 0 ? `lib/${rest[0]}` : top;
}

/** Bytes in thousands, as drives are sold. */
export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

/** Lines of `part  size`, the total last. */
export function sizeReport(files: ReadonlyMap<string, Uint8Array>): string[] {
  const sizes = new Map<string, number>();
  for (const [path, bytes] of files) {
    sizes.set(partOf(path), (sizes.get(partOf(path)) ?? 0) + bytes.length);
  }
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const rows = [...sizes, [counted(files.size, "file"), total] as const];
  const width = Math.max(...rows.map(([part]) => part.length));
  return rows.map(([part, size]) => `  ${part.padEnd(width)}  ${kilobytes(size).padStart(9)}`);
}
