// What a person reads of a program's problems: the place, the code around it, why, and the advice.
import { describe, expect, it, test } from "vitest";
import { coloursFor, noColours, terminalColours } from "../../transpiler/diagnostics/colours";
import { codeFrame } from "../../transpiler/diagnostics/frame";
import { report } from "../../transpiler/diagnostics/report";
import { transpile } from "../../transpiler/index";

function told(files: Record<string, string>): string {
  return report(transpile(files, { entry: "main.ts" }).diagnostics, files);
}

test("a refusal shows its lines and its advice", () => {
  const source = `// Sizes.\nconst size = { width: 1 };\n\nexport * from "time";\nconsole.log(size.width);\n`;
  expect(told({ "main.ts": source })).toBe(
    `main.ts:4:1 - error TPY4007: This form of export has no counterpart in Python.
  2 | const size = { width: 1 };
  3 |
  4 | export * from "time";
    | ^^^^^^^^^^^^^^^^^^^^^
  5 | console.log(size.width);
  6 |
  instead: Use named exports.

1 problem in 1 file.`,
  );
});

test("TypeScript's errors look the same", () => {
  const files = {
    "main.ts": `import { b } from "./b";\nconst a: string = b;\n`,
    "b.ts": `export const b = 1;\nlet c: boolean = "";\n`,
  };
  expect(told(files)).toBe(
    `b.ts:2:5 - error TS2322: Type 'string' is not assignable to type 'boolean'.
  1 | export const b = 1;
  2 | let c: boolean = "";
    |     ^
  3 |

main.ts:2:7 - error TS2322: Type 'number' is not assignable to type 'string'.
  1 | import { b } from "./b";
  2 | const a: string = b;
    |       ^
  3 |

2 problems in 2 files.`,
  );
});

test("what has no file has no frame", () => {
  expect(told({})).toBe(
    `main.ts:1:1 - error TS6053: There is no file "main.ts" to begin with.\n\n1 problem in 1 file.`,
  );
});

describe("a frame", () => {
  const at = (line: number, column: number, endColumn = column, endLine = line) => ({
    file: "main.ts",
    ...{ line, column, endLine, endColumn },
  });
  const frame = (source: string, range: ReturnType<typeof at>) =>
    codeFrame(source, range, noColours);

  it("ends with the line where the place goes on", () => {
    expect(frame("if (a) {\n  b();\n}", at(1, 1, 2, 3)).slice(0, 2)).toEqual([
      "  1 | if (a) {",
      "    | ^^^^^^^^",
    ]);
  });

  it("marks one place where nothing is", () => {
    expect(frame("let a =", at(1, 8))).toEqual(["  1 | let a =", "    |        ^"]);
  });

  it("keeps tabs, and counts columns as a terminal does", () => {
    expect(frame('\tf("日本", e\u0301, 😀, x);', at(1, 18, 19))).toEqual([
      '  1 | \tf("日本", e\u0301, 😀, x);',
      "    | \t                 ^",
    ]);
  });

  it("shows what would move the cursor as a mark", () => {
    expect(frame('const a = "\u001b[2J";', at(1, 1, 6))[0]).toBe('  1 | const a = "\ufffd[2J";');
  });

  it("of a long line is the part around the place", () => {
    const [row = "", carets = ""] = frame(`${"a + ".repeat(100)}b;`, at(1, 401, 402));
    expect(row.length).toBeLessThan(120);
    expect(row).toMatch(/^ {2}1 \| ….* b;$/);
    expect(carets.indexOf("^")).toBe(row.indexOf("b"));
  });

  it("widens for numbers of two digits", () => {
    expect(frame("\n".repeat(8) + "a\nb", at(9, 1, 2))).toEqual([
      "   7 |",
      "   8 |",
      "   9 | a",
      "     | ^",
      "  10 | b",
    ]);
  });

  it("counts lines as TypeScript does", () => {
    expect(frame("a\r\nb\u2028c\rd", at(4, 1, 2)).at(-2)).toBe("  4 | d");
  });

  it("of a place that is not there is nothing", () => {
    expect(frame("a", at(7, 1))).toEqual([]);
  });
});

describe("colours", () => {
  const terminal = { isTTY: true };
  it.each([
    [terminal, {}, terminalColours],
    [{}, {}, noColours],
    [terminal, { NO_COLOR: "1" }, noColours],
    [terminal, { NO_COLOR: "" }, terminalColours],
    [terminal, { TERM: "dumb" }, noColours],
    [{}, { FORCE_COLOR: "1" }, terminalColours],
    [{}, { FORCE_COLOR: "1", NO_COLOR: "1" }, terminalColours],
    [terminal, { FORCE_COLOR: "0" }, noColours],
  ])("%j %j", (stream, environment, colours) => {
    expect(coloursFor(stream, environment)).toBe(colours);
  });

  it("end where they begin", () => {
    const files = { "main.ts": `export * from "time";\n` };
    const { diagnostics } = transpile(files, { entry: "main.ts" });
    const text = report(diagnostics, files, terminalColours);
    expect(text).toContain("\u001b[91merror TPY4007\u001b[0m: This form");
    expect(text.split(/\p{Cc}\[\d+m/u).join("")).toBe(report(diagnostics, files));
  });
});
