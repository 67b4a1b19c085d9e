// settings.toml: what CircuitPython reads of TOML, and what it does not.
import { describe, expect, test } from "vitest";
import { parseSettings, settingText, settingValue } from "../../host-sim/hardware/settings";

// The subset that CircuitPython reads: docs/environment.rst, "Details of the toml language subset".
const cases: [name: string, text: string, value: string][] = [
  ["a string", 'KEY = "text"', "text"],
  ["no spaces around the equals sign", 'KEY="text"', "text"],
  ["a comment behind a string", 'KEY = "a # b" # c', "a # b"],
  ["escapes", String.raw`KEY = "a\"b\\c\n\t\r"`, 'a"b\\c\n\t\r'],
  ["a short unicode escape", String.raw`KEY = "\u00e9"`, "é"],
  ["a long unicode escape", String.raw`KEY = "\U0001F40D"`, "🐍"],
  ["an integer", "KEY = 42", "42"],
  ["a signed integer and a comment", "KEY = -7 # why", "-7"],
  ["a float", "KEY = 1.5e3", "1.5e3"],
  ["true", "KEY = true", "true"],
  ["empty lines and comments around", '\n# first\nKEY = "x"\r\n\n', "x"],
];

const refused: [name: string, text: string][] = [
  ["a table", "[section]"],
  ["a string without an end", 'KEY = "text'],
  ["a bare word", "KEY = yes"],
  ["a list", "KEY = [1, 2]"],
  ["single quotes", "KEY = 'text'"],
  ["an escape that TOML has not", String.raw`KEY = "\q"`],
  ["a code point beyond Unicode", String.raw`KEY = "\U00110000"`],
  ["the largest escape that can be written", String.raw`KEY = "\UFFFFFFFF"`],
  ["a half of a surrogate pair", String.raw`KEY = "\ud800"`],
  ["no value", "KEY ="],
];

describe("settings.toml", () => {
  test.each(cases)("%s", (_, text, value) => {
    const settings = parseSettings(text);
    expect(Object.keys(settings)).toEqual(["KEY"]);
    expect(settingText(settings, "KEY")).toBe(value);
  });

  test("what stands in quotes is text, what does not has a kind", () => {
    const settings = parseSettings('A = "42"\nB = 42\nC = true\nD = 0x1F\nE = 1.5e3\nF = "true"');
    const values = [..."ABCDEFG"].map((key) => settingValue(settings, key));
    expect(values).toEqual(["42", 42, true, 31, 1500, "true", undefined]);
    expect(settingText({ port: 8080, debug: false }, "port")).toBe("8080");
  });

  test.each(refused)("refuses %s, with its line", (_, text) => {
    expect(() => parseSettings(`# first\n${text}`, "my.toml")).toThrow(/^my\.toml:2: /);
  });
});
