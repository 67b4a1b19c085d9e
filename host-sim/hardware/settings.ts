// settings.toml as CircuitPython reads it (supervisor/shared/settings.c): `KEY = value` lines with
// strings, integers, floats and booleans, comments; no tables, no multi-line strings, no lists.
import { UserError } from "../../transpiler/cli/command";

/** A number, true or false, as it is written in the file. */
export interface BareValue {
  readonly bare: string;
}

/** A string is one in quotes. */
export type SettingValue = string | number | boolean | BareValue;
export type Settings = Record<string, SettingValue>;

export function isSetting(value: unknown): value is SettingValue {
  if (typeof value === "object") return value !== null && "bare" in value;
  return ["string", "number", "boolean"].includes(typeof value);
}

/** As `os.getenv` gives it: always a string (settings_get_raw_vstr). */
export function settingText(settings: Settings, key: string): string | undefined {
  const value = settings[key];
  return typeof value === "object" ? value.bare : value === undefined ? value : String(value);
}

/** As `supervisor.get_setting` gives it (settings_get_obj). */
export function settingValue(
  settings: Settings,
  key: string,
): string | number | boolean | undefined {
  const value = settings[key];
  if (typeof value !== "object") return value;
  if (value.bare === "true" || value.bare === "false") return value.bare === "true";
  return Number(value.bare);
}

const escapes: Readonly<Record<string, string>> = {
  b: "\b",
  r: "\r",
  n: "\n",
  t: "\t",
  v: "\v",
  "\\": "\\",
  '"': '"',
};

const line = /^\s*(?:([A-Za-z0-9_-]+)\s*=\s*(.*?)\s*)?(?:#.*)?$/;
const quoted = /^\s*([A-Za-z0-9_-]+)\s*=\s*"((?:[^"\\]|\\.)*)"\s*(?:#.*)?$/;
const plainValue =
  /^(?:[+-]?(?:\d+|0[xX][0-9a-fA-F]+)|[+-]?\d*\.\d+(?:[eE][+-]?\d+)?|[+-]?\d+[eE][+-]?\d+|true|false)$/;

/** Unicode's scalar values: a half of a surrogate pair is no character. */
const isCharacter = (code: number): boolean =>
  code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);

function unescape(text: string): string | null {
  let bad = false;
  const plain = text.replace(
    /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))/g,
    (_, short: string | undefined, long: string | undefined, other: string | undefined) => {
      if (other === undefined) {
        const code = parseInt(short ?? long ?? "", 16);
        bad ||= !isCharacter(code);
        return bad ? "" : String.fromCodePoint(code);
      }
      bad ||= escapes[other] === undefined;
      return escapes[other] ?? "";
    },
  );
  return bad ? null : plain;
}

function parseLine(text: string): [key: string, value: SettingValue] | null | "malformed" {
  const string = quoted.exec(text);
  if (string?.[1] !== undefined) {
    const value = unescape(string[2] ?? "");
    return value === null ? "malformed" : [string[1], value];
  }
  const other = line.exec(text);
  if (other === null) return "malformed";
  const [, key, value] = other;
  if (key === undefined) return null;
  return value !== undefined && plainValue.test(value) ? [key, { bare: value }] : "malformed";
}

/**
 * @param name shown in the error
 * @throws UserError for a line that CircuitPython would refuse
 */
export function parseSettings(text: string, name = "settings.toml"): Settings {
  const settings: Settings = {};
  text.split(/\r\n|\n/).forEach((content, index) => {
    const parsed = parseLine(content);
    if (parsed === "malformed") {
      throw new UserError(
        `${name}:${index + 1}: not KEY = "text", a number, true or false (CircuitPython reads no other TOML).`,
      );
    }
    if (parsed !== null) settings[parsed[0]] = parsed[1];
  });
  return settings;
}
