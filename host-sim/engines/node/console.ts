// The console of a program: Node's own, so that values look as they do in Node; what the emitted
// Python prints is the same.
import { Console } from "node:console";

const methods = ["log", "info", "debug", "warn", "error", "group", "groupCollapsed"] as const;
const others = ["groupEnd", "count", "countReset", "table", "dir", "assert"] as const;

/** @param print one line. Errors go where all else goes: a board has one console. */
export function programConsole(
  print: (line: string) => void,
): Record<string, (...values: never[]) => unknown> {
  const write = (text: string) => {
    for (const line of text.replace(/\n$/, "").split("\n")) print(line);
    return true;
  };
  const stream = { write } as unknown as NodeJS.WritableStream;
  const own = new Console({ stdout: stream, stderr: stream, ignoreErrors: false });
  const named = [...methods, ...others].map((name) => [name, own[name].bind(own)] as const);
  return Object.fromEntries(named);
}
