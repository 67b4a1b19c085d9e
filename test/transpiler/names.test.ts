// The one rule for names.
import { describe, expect, it } from "vitest";
import { moduleName, pythonName } from "../../transpiler/naming/names";
import { emitText } from "./run-alike";

describe("names", () => {
  it.each([
    ["sendFrame", "send_frame"],
    ["ipv4Address", "ipv4_address"],
    ["parseURLPath", "parse_url_path"],
    ["recvInto", "recv_into"],
    ["x", "x"],
    ["Server", "Server"],
    ["HTTPServer", "HTTPServer"],
    ["MAX_SIZE", "MAX_SIZE"],
    ["OK_200", "OK_200"],
    ["A", "A"],
    ["from", "from_"],
    ["lambda", "lambda_"],
    ["None", "None_"],
    ["_private", "_private"],
    ["$", "_"],
  ])("%s → %s", (name, python) => expect(pythonName(name)).toBe(python));

  it.each([
    ["multipart-stream.ts", "multipart_stream"],
    ["server.ts", "server"],
    ["import.ts", "import_"],
  ])("module %s → %s", (file, python) => expect(moduleName(file)).toBe(python));
});

describe("names in scopes", () => {
  it.each([
    [
      "locals that hide a builtin are renamed",
      `export function f(): int { const list = [1]; return list.length; }`,
      "list_ = [1]",
    ],
    [
      "parameters keep their name",
      `export function f(id: int, type: string): string { return type + String(id); }`,
      "def f(id, type):",
    ],
    [
      "a builtin behind a parameter is reached another way",
      `export function f(str: int): string { return String(str); }`,
      "return builtins.str(str)",
    ],
    [
      "side by side blocks share a name",
      `export function f(a: string[]): void { for (const s of a) console.log(s); for (const s of a) console.log(s); }`,
      "for s in a:\n        print(s)\n    for s in a:",
    ],
    [
      "a name inside another is told apart",
      `export function f(s: string): void { if (s !== "") { const s = "x"; console.log(s); } }`,
      's_1 = "x"',
    ],
    [
      "members of records keep their spelling",
      `export const r = { fileName: "a" }; console.log(r.fileName);`,
      'r["fileName"]',
    ],
    [
      "private members get an underscore",
      `export class A { private fileName = "a"; #size: int = 1; f(): string { return this.fileName + String(this.#size); } }`,
      "self._file_name + str(self._size)",
    ],
    [
      "@py names protocol methods",
      `export class A {\n/** @py __len__ */\ncount(): int { return 1; } }`,
      "def __len__(self):",
    ],
  ])("%s", (_, source, expected) => expect(emitText(source)).toContain(expected));
});
