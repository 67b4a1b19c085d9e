// Python's tracebacks with the places in TypeScript beside them.
import type { LineMap } from "./line-map";

const FRAME = /^\s*File "(?:\.?\/)?([^"]+)", line (\d+)(?:, in \S+)?\s*$/;

/**
 * `  File "code.py", line 18, in f` → the same and `  ← main.ts:14`. Any other line, and a frame
 * of a file or line that came from no TypeScript, stays as it is.
 * @param maps by path from the root of the board's drive, as `code.py`
 */
export function withTypeScriptPlace(line: string, maps: ReadonlyMap<string, LineMap>): string {
  const [, path, number] = FRAME.exec(line) ?? [];
  const place = path === undefined ? undefined : maps.get(path)?.[Number(number)];
  return place === undefined ? line : `${line.trimEnd()}  ← ${place.file}:${place.line}`;
}
