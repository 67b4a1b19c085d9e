// Line maps as source maps (ECMA-426): what debuggers and `taipan traceback` read on the host. A
// board gets none. Python's tracebacks tell lines alone, so each line has one mapping, at its begin.
import { SourceMap, type SourceMapPayload } from "node:module";
import type { LineMap } from "./line-map";

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** ECMA-426 §7: groups of five bits, least significant first, the sign in the last bit. */
function variableLength(value: number): string {
  let left = value < 0 ? (-value << 1) | 1 : value << 1;
  let digits = "";
  do {
    const group = left & 31;
    left >>>= 5;
    digits += BASE64[left > 0 ? group | 32 : group];
  } while (left > 0);
  return digits;
}

/**
 * @param path of the Python file
 * @param texts TypeScript by file name
 */
export function sourceMapOf(
  path: string,
  map: LineMap,
  texts: Readonly<Record<string, string>>,
): SourceMapPayload {
  const sources = [...new Set(Object.values(map).map(({ file }) => file))];
  const lines: string[] = [];
  let [source, line] = [0, 0];
  const last = Math.max(0, ...Object.keys(map).map(Number));
  for (let number = 1; number <= last; number++) {
    const place = map[number];
    if (place === undefined) {
      lines.push("");
      continue;
    }
    const index = sources.indexOf(place.file);
    const steps = [0, index - source, place.line - 1 - line, 0];
    lines.push(steps.map(variableLength).join(""));
    [source, line] = [index, place.line - 1];
  }
  return {
    version: 3,
    file: path,
    sourceRoot: "",
    sources,
    sourcesContent: sources.map((file) => texts[file] ?? ""),
    names: [],
    mappings: lines.join(";"),
  };
}

/** A line map that came from disk, with the sources that it names. */
export interface KnownModule {
  readonly map: LineMap;
  readonly texts: Readonly<Record<string, string>>;
}

export function knownModule(payload: SourceMapPayload): KnownModule {
  const found = new SourceMap(payload);
  const map: LineMap = {};
  payload.mappings.split(";").forEach((_, index) => {
    const entry = found.findEntry(index, 0);
    if ("originalSource" in entry && entry.generatedLine === index)
      map[index + 1] = { file: entry.originalSource, line: entry.originalLine + 1 };
  });
  const texts = payload.sources.map((file, i) => [file, payload.sourcesContent[i] ?? ""] as const);
  return { map, texts: Object.fromEntries(texts) };
}
