// Whatever is given to the transpiler, it answers with Python that compiles or with diagnostics.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it, test } from "vitest";
import { OWN_FAULT } from "../../transpiler/diagnostics/diagnostic";
import { transpile } from "../../transpiler/index";
import { packageRoot } from "../../transpiler/package-root";

/** The Python of a program; none where it is refused, which is an answer too. */
function answer(source: string): string[] {
  const { modules, diagnostics } = transpile({ "main.ts": source }, { entry: "main.ts" });
  expect(modules.length > 0 || diagnostics.length > 0, "neither Python nor a diagnostic").toBe(
    true,
  );
  expect(diagnostics.filter(({ code }) => code === OWN_FAULT.code)).toEqual([]);
  return modules.map(({ text }) => text);
}

/** CPython's word for what it cannot compile. */
function compileErrors(texts: readonly string[]): string {
  const script = `import json, sys
for text in json.load(sys.stdin):
    try:
        compile(text.encode(), "main.py", "exec")
    except (SyntaxError, ValueError) as error:
        print(error, text)`;
  const { stdout, stderr } = spawnSync("python3", ["-W", "ignore", "-c", script], {
    input: JSON.stringify(texts),
    encoding: "utf8",
  });
  return stdout + stderr;
}

const ODD: Record<string, string> = {
  "nothing at all": "",
  "a comment": "// a",
  "a byte order mark": "\ufeff// a\nconsole.log(1);",
  "line ends of Windows":
    "/**\r\n * A.\r\n */\r\nfunction f(): void {\r\n  console.log(`x\r\ny`);\r\n}\r\nf();\r\n",
  "line ends of a classic Mac": "const a = 1;\rconsole.log(a);\r// b\rconsole.log(2);",
  "Unicode's own line ends":
    "console.log(1);\u2028console.log('x\u2028y'); // x\u2029console.log(3);",
  "form feeds": "console.log(1);\f\vconsole.log(2);",
  "line ends in a comment": "/* a\rb\u2028c\r\nd */ console.log(1);",
  "an encoding of its own": "// -*- coding: rot13 -*-\nconsole.log('é');",
  "an encoding in the second line": "// a\n// vim: fileencoding=utf-16 :\nconsole.log('é');",
  "imports of what every object has":
    'import { a } from "constructor"; import { b } from "toString"; console.log(a, b);',
  "a NUL": "// a\0b\nconsole.log('\0', `\\0`);",
  "half a character": "// \ud800\nconsole.log(1);",
  "names of other scripts":
    "const été = 1; const 变量 = 2; const \ud835\udc9c = 3; console.log(été + 变量 + \ud835\udc9c);",
  "names with marks that join":
    "const a\u200d = 1; const b\u30fbc = 2; console.log(a\u200d, b\u30fbc);",
  "names of Python":
    "const def = 1, None = 2, self = 3, __name__ = 4; console.log(def, None, self, __name__);",
  "a hash bang": "#!/usr/bin/env node\nconsole.log(1);",
  "large numbers": `console.log(${"9".repeat(400)}, 0x${"f".repeat(300)}, 1e-400);`,
  "a long text": `console.log("${"a".repeat(100_000)}".length);`,
  "many arguments": `console.log(${Array(300).fill("1").join(",")});`,
  "a large array": `const a = [${Array(5000).fill("1").join(",")}]; console.log(a.length);`,
  "many functions": `${Array.from({ length: 300 }, (_, i) => `function f${i}(): number { return ${i}; }`).join("\n")} console.log(f3());`,
  "a class that is its own base": "class A extends B {} class B extends A {} console.log(1);",
  "a type that is itself": "type A = A; interface B extends B {} const a: A = 1; console.log(a);",
  "a value of itself": "const a = a; const [b = c, c = b] = []; console.log(a, b, c);",
  "an import of itself": 'import { a } from "./main"; export const a = 1; console.log(a);',
  "imports of nothing":
    'import ""; import "."; import "../../x"; import "/main"; import a from "./main.js"; console.log(a);',
  "jumps to nowhere": "break; console.log(1);",
  "a label of a function": "b: function f() {} f(); console.log(1);",
  "this and super outside": "console.log(this); super.x;",
  "private names of others": "class A { #x = 1; } console.log(new A().#x);",
  "calls of numbers": "(1)(); new 5(); console.log(...5); for (const x of 5) console.log(x);",
  any: "const a: any = 1; console.log(a.b?.c, a + 1, a(), new a(), a[0], ...a);",
  "names that are missing": "class { } function ( { } const a = 1 as; let b: = 2; import from 'x';",
  brackets: "}}}} ((((",
  "half a text": "console.log(`a${",
  "half a comment": "/* a",
  "other languages": "# include <a>\ndef f(x):\n  return x\n",
};

describe("an answer is given to", () => {
  const texts: string[] = [];
  it.each(Object.entries(ODD))("%s", (_, source) => void texts.push(...answer(source)));
  it("in Python that compiles", () => expect(compileErrors(texts)).toBe(""));
});

test("files of any name can be imported", () => {
  for (const name of ["a b", "1", "a'b", "a+b"]) {
    const files = { "main.ts": `import { x } from "./${name}"; console.log(x);` };
    const { modules } = transpile(
      { ...files, [`${name}.ts`]: "export const x = 1;" },
      { entry: "main.ts" },
    );
    expect(modules.length, name).toBe(2);
    expect(compileErrors(modules.map(({ text }) => text))).toBe("");
  }
});

test("an entry that TypeScript passes by is told", () => {
  for (const entry of ["main.js", "main", "main.d.ts", "notes.txt", "constructor"]) {
    const { modules, diagnostics } = transpile({ [entry]: "console.log(1);" }, { entry });
    expect([modules.length, diagnostics.map(({ code }) => code)], entry).toEqual([0, ["TS6054"]]);
  }
  for (const entry of ["../a.ts", "a/../b.ts", "a//b.ts", "a\\b.ts"]) {
    const { diagnostics } = transpile({ [entry]: "console.log(1);" }, { entry });
    expect(
      diagnostics.map(({ code }) => code),
      entry,
    ).toEqual(["TS6053"]);
  }
  const { diagnostics } = transpile({}, { entry: "constructor" });
  expect(diagnostics.map(({ code }) => code)).toEqual(["TS6053"]);
});

test("what hides TypeScript's errors hides none", () => {
  for (const comment of ["@ts-ignore", "@ts-expect-error", "@ts-nocheck"]) {
    const source = `// ${comment}\nconst a: string = 1;\nconsole.log(a);\n`;
    const { diagnostics } = transpile({ "main.ts": source }, { entry: "main.ts" });
    expect(
      diagnostics.map(({ code }) => code),
      comment,
    ).toEqual(["TS2322"]);
  }
});

const sourcesIn = (folder: string): string[] =>
  readdirSync(join(packageRoot, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(packageRoot, folder, name));

/** The same numbers in every run (Numerical Recipes, §7.1). */
function* pseudoRandom(state: number): Generator<number> {
  for (;;) {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    yield state / 2 ** 32;
  }
}

test("the firmware, damaged anywhere", () => {
  const files = ["firmware-ts/http", "firmware-ts/camera"].flatMap(sourcesIn).sort();
  const numbers = pseudoRandom(4);
  const below = (limit: number) => Math.floor(numbers.next().value! * limit);
  const texts: string[] = [];
  for (const file of files) {
    const text = readFileSync(file, "utf8");
    texts.push(...answer(text.slice(0, below(text.length))));
    const lines = text.split("\n");
    lines.splice(below(lines.length), 1 + below(3));
    texts.push(...answer(lines.join("\n")));
  }
  expect(compileErrors(texts)).toBe("");
});

test("a program whose texts may be missing keeps the library", () => {
  const source = `import { Server } from "taipan_http";
const words: string[] = ["a"];
const names = new Map<string, string>();
const all: string[] = [words[3], names.get("x")!];
console.log(all.length, typeof Server);`;
  const sources = sourcesIn("firmware-ts/http").map((file) => [
    relative(packageRoot, file),
    readFileSync(file, "utf8"),
  ]);
  const files = { ...Object.fromEntries(sources), "main.ts": source } as Record<string, string>;
  const packages = { taipan_http: "firmware-ts/http" };
  expect(transpile(files, { entry: "main.ts", packages }).diagnostics).toEqual([]);
});

test("programs that were never meant for it", () => {
  const own = ["transpiler", "boards"].flatMap(sourcesIn).sort();
  const some = own.filter((_, index) => index % 5 === 0);
  const library = ["lib.es5.d.ts", "lib.es2015.symbol.wellknown.d.ts", "lib.es2018.intl.d.ts"].map(
    (name) => join(packageRoot, "node_modules/typescript/lib", name),
  );
  const texts = [...some, ...library].flatMap((file) => answer(readFileSync(file, "utf8")));
  expect(compileErrors(texts)).toBe("");
}, 120_000);

describe("called otherwise than its types say, it tells what it wants", () => {
  const wrong: [unknown[], RegExp][] = [
    [["const a = 1;"], /files is of type string/],
    [[null, { entry: "main.ts" }], /files is null/],
    [[{ "main.ts": 1 }, { entry: "main.ts" }], /the content of "main.ts" is of type number/],
    [[{ "main.ts": "" }], /options is undefined/],
    [[{ "main.ts": "" }, {}], /entry is undefined/],
  ];
  it.each(wrong)("%j", (args, message) => {
    const call = transpile as (...args: unknown[]) => unknown;
    expect(() => call(...args)).toThrow(message);
  });
});
