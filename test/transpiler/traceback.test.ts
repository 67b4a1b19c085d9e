// Lines of a board's console: frames of tracebacks are told in TypeScript too, the rest is left alone.
import { expect, test } from "vitest";
import { transpile } from "../../transpiler/index";
import { withTypeScriptPlace } from "../../transpiler/program/traceback";

const maps = new Map([
  ["code.py", { 2: { file: "t/top.ts", line: 5 }, 18: { file: "t/top.ts", line: 14 } }],
  ["lib/taipan_http/server.py", { 7: { file: "firmware-ts/http/server.ts", line: 9 } }],
]);

const cases: [line: string, told: string][] = [
  ['  File "code.py", line 18, in f', '  File "code.py", line 18, in f  ← t/top.ts:14'],
  ['  File "code.py", line 2, in <module>', '  File "code.py", line 2, in <module>  ← t/top.ts:5'],
  // A syntax error names no function; paths may begin at the drive's root; lines end in CR on serial.
  ['  File "code.py", line 2', '  File "code.py", line 2  ← t/top.ts:5'],
  [
    '  File "/lib/taipan_http/server.py", line 7, in poll\r',
    '  File "/lib/taipan_http/server.py", line 7, in poll  ← firmware-ts/http/server.ts:9',
  ],
];

test.each(cases)("%s", (line, told) => {
  expect(withTypeScriptPlace(line, maps)).toBe(told);
});

test.each([
  "",
  "Traceback (most recent call last):",
  'ValueError: File "code.py", line 2, in f',
  '  File "code.py", line 3, in f',
  '  File "boot.py", line 2, in f',
  '  File "code.py", line 2, in f  ← t/top.ts:5',
])("leaves alone: %s", (line) => {
  expect(withTypeScriptPlace(line, maps)).toBe(line);
});

test("fits the maps that transpile makes", () => {
  const source = `\n\nfunction f(): void {\n  throw new Error("a");\n}\nf();\n`;
  const { modules } = transpile({ "main.ts": source }, { entry: "main.ts" });
  const [{ text, map } = { text: "", map: {} }] = modules;
  const line = 1 + text.split("\n").findIndex((content) => content.includes("raise"));
  expect(
    withTypeScriptPlace(`  File "main.py", line ${line}, in f`, new Map([["main.py", map]])),
  ).toMatch(/ +← main\.ts:4$/);
});
