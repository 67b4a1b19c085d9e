// Exceptions on the console, in CircuitPython's form, with the lines of the TypeScript sources.
import { SourceMap } from "node:module";
import { scriptName, type Realm } from "./realm";

/** The source map of the script that runs; there is one program in a worker. */
let sourceMap: SourceMap | null = null;

const mapComment = /\/\/# sourceMappingURL=data:application\/json;base64,([A-Za-z0-9+/=]+)\s*$/;

/** Takes the map out of a bundled script's last line. */
export function useSourceMap(script: string): void {
  const encoded = mapComment.exec(script)?.[1];
  sourceMap =
    encoded === undefined
      ? null
      : new SourceMap(JSON.parse(Buffer.from(encoded, "base64").toString()));
}

const frame = new RegExp(`^\\s+at (?:async )?(?:(.+?) \\()?${scriptName}:(\\d+):(\\d+)\\)?$`);

function describeFrame(line: string): string | null {
  const [, name, row, column] = frame.exec(line) ?? [];
  if (row === undefined || column === undefined) return null;
  const entry = sourceMap?.findEntry(Number(row) - 1, Number(column) - 1);
  const known = entry !== undefined && "originalSource" in entry;
  const file = known ? entry.originalSource.replace(/^\w+:/, "") : scriptName;
  const where = known ? entry.originalLine + 1 : row;
  const inside = name === undefined || name === "Object.<anonymous>" ? "<module>" : name;
  return `  File "${file}", line ${where}, in ${inside}`;
}

/** `traceback.format_exception`, without line ends. */
export function formatException(error: unknown): string[] {
  if (!(typeof error === "object" && error !== null && "stack" in error)) return [String(error)];
  const { name, message, stack } = error as Error;
  const frames = String(stack)
    .split("\n")
    .map(describeFrame)
    .filter((line) => line !== null);
  const head = frames.length === 0 ? [] : ["Traceback (most recent call last):"];
  return [...head, ...frames.reverse(), `${name}: ${message}`];
}

export function printException(realm: Realm, error: unknown): void {
  for (const line of formatException(error)) realm.print(line);
}
