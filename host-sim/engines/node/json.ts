// json with the text that MicroPython's makes (extmod/modjson.c, mp_obj_str's print for JSON).
import type { Realm } from "./realm";

function text(value: string): string {
  let quoted = '"';
  for (const character of value) {
    const code = character.codePointAt(0) ?? 0;
    if (character === '"' || character === "\\") quoted += `\\${character}`;
    else if (character === "\n") quoted += "\\n";
    else if (character === "\r") quoted += "\\r";
    else if (character === "\t") quoted += "\\t";
    else if (code < 32) quoted += `\\u${code.toString(16).padStart(4, "0")}`;
    else quoted += character;
  }
  return `${quoted}"`;
}

function members(entries: Iterable<[unknown, unknown]>): string {
  const list = [...entries].map(([key, value]) => `${text(String(key))}: ${dumps(value)}`);
  return `{${list.join(", ")}}`;
}

/** Members come in insertion order; MicroPython's dict has none of its own. */
export function dumps(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "string") return text(value);
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return `[${value.map(dumps).join(", ")}]`;
  // A Map of the program's own realm is no instance of this one's.
  if (Object.prototype.toString.call(value) === "[object Map]") {
    return members(value as Map<unknown, unknown>);
  }
  return members(Object.entries(value));
}

export function jsonModule(realm: Realm): Record<string, unknown> {
  return {
    dumps,
    loads: (source: string) => {
      try {
        return realm.prelude.parseJson(source);
      } catch {
        throw realm.exception("ValueError", "syntax error in JSON");
      }
    },
  };
}
