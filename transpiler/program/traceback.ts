// Python's tracebacks with the places in TypeScript beside them.
import { pythonName } from "../naming/names";
import type { LineMap } from "./line-map";
import type { KnownModule } from "./source-map";

const FRAME = /^\s*File "(?:\.?\/)?([^"]+)", line (\d+)(?:, in (\S+))?\s*$/;

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

/** What `python` is called in the TypeScript; the name itself where nothing became it. */
function nameIn(text: string, python: string): string {
  const names = text.match(/#?[\p{ID_Start}$_][\p{ID_Continue}$]*/gu) ?? [];
  return names.find((name) => pythonName(name) === python) ?? python;
}

/** The same with the function's name and, below, the line of TypeScript itself. */
export function withTypeScriptLine(
  line: string,
  modules: ReadonlyMap<string, KnownModule>,
): string[] {
  const [, path = "", number, inside] = FRAME.exec(line) ?? [];
  const known = modules.get(path) ?? modules.get(path.replace(/^.*\/lib\//, "lib/"));
  const place = known?.map[Number(number)];
  if (known === undefined || place === undefined) return [line];
  const text = known.texts[place.file] ?? "";
  const isFunction = inside !== undefined && /^\w+$/u.test(inside);
  const name = isFunction ? ` in ${nameIn(text, inside)}` : "";
  const source = text.split(/\r\n|[\n\r\u2028\u2029]/)[place.line - 1]?.trim() ?? "";
  const told = `${line.trimEnd()}  ← ${place.file}:${place.line}${name}`;
  return source === "" ? [told] : [told, `    ${source}`];
}
