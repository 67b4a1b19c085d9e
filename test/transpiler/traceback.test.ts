// Lines of a board's console: frames of tracebacks are told in TypeScript too, the rest is left alone.
import { expect, test } from "vitest";
import { transpile } from "../../transpiler/index";
import { knownModule, sourceMapOf } from "../../transpiler/program/source-map";
import { withTypeScriptLine, withTypeScriptPlace } from "../../transpiler/program/traceback";

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

test("a source map leads back to the line, and to the name that the function has there", () => {
  const files = {
    "main.ts": `import { sendFrame } from "./live-feed";\n\n\nsendFrame(1);\n`,
    "live-feed.ts": `/** Sends. */\nexport function sendFrame(rate: int): void {\n  const limit = 0;\n\n  throw new Error(\`\${rate + limit}\`);\n}\n`,
  };
  const { modules } = transpile(files, { entry: "main.ts" });
  const known = new Map(
    modules.map(({ path, map }) => {
      const module = knownModule(sourceMapOf(path, map, files));
      expect(module.map, path).toEqual(map);
      return [path, module];
    }),
  );
  const feed = modules.find(({ path }) => path === "live_feed.py")?.text.split("\n") ?? [];
  const line = 1 + feed.findIndex((text) => text.includes("raise"));
  const frame = `  File "/live_feed.py", line ${line}, in send_frame`;
  expect(withTypeScriptLine(frame, known)).toEqual([
    `${frame}  ← live-feed.ts:5 in sendFrame`,
    "    throw new Error(`${rate + limit}`);",
  ]);
  expect(withTypeScriptLine("Error: 1", known)).toEqual(["Error: 1"]);
  expect(withTypeScriptLine('  File "other.py", line 1, in f', known)).toHaveLength(1);
});
