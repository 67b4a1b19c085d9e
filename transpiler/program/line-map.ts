// From a line of emitted Python back to TypeScript, for tracebacks.
import type { PrintedLine } from "../python/document";

/**
 * Python line (from 1) → the TypeScript that it comes from. Lines without an entry, as empty ones,
 * belong to none.
 */
export type LineMap = Record<number, { file: string; line: number }>;

export function lineMapOf(lines: readonly PrintedLine[]): LineMap {
  const map: LineMap = {};
  lines.forEach(({ origin }, index) => {
    if (origin !== undefined) map[index + 1] = { file: origin.file, line: origin.line };
  });
  return map;
}
