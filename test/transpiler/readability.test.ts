// Emitted Python reads as if written by hand: comments where they belong, black's line breaks, PEP 8's imports.
import { describe, expect, it } from "vitest";
import { transpile } from "../../transpiler/index";
import { emitText } from "./run-alike";

const x = "x".repeat(40);

const texts: [what: string, source: string, python: string][] = [
  [
    "JSDoc of fields goes above their assignment",
    `/** A lamp. */\nclass Lamp {\n  /** Whether it shines. */\n  on = 0;\n  /** Where it hangs. */\n  readonly place: string;\n\n  constructor(\n    place: string,\n    /** In watts. */\n    readonly power: int,\n  ) {\n    this.place = place;\n  }\n}\nconsole.log(new Lamp("hall", 5).power);\n`,
    `class Lamp:\n    """A lamp."""\n\n    def __init__(self, place, power):\n        # In watts.\n        self.power = power\n        # Whether it shines.\n        self.on = 0\n        # Where it hangs.\n        self.place = place\n\n\nprint(Lamp("hall", 5).power)\n`,
  ],
  [
    "comments of types go with them, the head of the file stays",
    `// The head.\n\n/** Erased. */\ninterface A {\n  /** Erased. */\n  a: int;\n} // Erased.\nfunction f(one: { /** Erased. */ a: int }): int {\n  return one.a;\n}\n// Kept.\nconsole.log(f({ a: 1 }));\n`,
    `# The head.\n\n\ndef f(one):\n    return one["a"]\n\n\n# Kept.\nprint(f({"a": 1}))\n`,
  ],
  [
    "an overloaded function keeps the JSDoc of its first signature",
    `class A {\n  /** The value. */\n  get(other?: null): string | null;\n  get(other: string): string;\n  get(other: string | null = null): string | null {\n    return other;\n  }\n}\nconsole.log(new A().get("a"));\n`,
    `class A:\n    def get(self, other=None):\n        """The value."""\n        return other\n\n\nprint(A().get("a"))\n`,
  ],
  [
    "docstrings use Python's names and constants",
    `/**\n * True when \`sendFrame\` may be called, or null: \`true\`, \`undefined\`.\n * It is true that fileName stays.\n * @param rootPath - the folder\n * @returns a number\n */\nfunction f(rootPath: string): int {\n  return rootPath.length;\n}\nconsole.log(f(""));\n`,
    `def f(root_path):\n    """True when \`send_frame\` may be called, or None: \`True\`, \`None\`.\n    It is true that fileName stays.\n\n    root_path: the folder\n    Returns a number\n    """\n    return len(root_path)\n\n\nprint(f(""))\n`,
  ],
  [
    "comments inside displays stay above their entries",
    `const r: { a: int; b: int[] } = {\n  // The first.\n  a: 1,\n  b: [\n    // Two.\n    2,\n    3,\n  ],\n};\nconsole.log(r.a);\n`,
    `r = {\n    # The first.\n    "a": 1,\n    "b": [\n        # Two.\n        2,\n        3,\n    ],\n}\nprint(r["a"])\n`,
  ],
  [
    "a chain of calls breaks before its dots",
    `const ${x} = "a";\nconst b = ${x}.replace("a", "b").replace("c", "d").replace("e", "f").toLowerCase();\nconsole.log(b);\n`,
    `${x} = "a"\nb = (\n    ${x}.replace("a", "b", 1)\n    .replace("c", "d", 1)\n    .replace("e", "f", 1)\n    .lower()\n)\nprint(b)\n`,
  ],
  [
    "what is broken inside brackets is in parentheses, the only argument needs none",
    `const ${x}: int = 1;\nconst ${x}y: int = 2;\nconst r = { sum: ${x} + ${x}y * ${x}, now: ${x} / 1000 };\nconsole.log(${x} * 2000 + ${x}y * 3000);\n`,
    `${x} = 1\n${x}y = 2\nr = {\n    "sum": (\n        ${x}\n        + ${x}y * ${x}\n    ),\n    "now": ${x} / 1000,\n}\nprint(\n    ${x} * 2000\n    + ${x}y * 3000\n)\n`,
  ],
  [
    "quotes that save a backslash, text of an error without str, digits as black has them",
    `function f(value: string): string {\n  try {\n    throw new ValueError(\`"\${value}"\`);\n  } catch (error) {\n    if (!(error instanceof ValueError)) throw error;\n    return \`\${error.message}\${0xff}\`;\n  }\n}\nconsole.log(f("a"), "abc".slice(0, -1));\n`,
    `def f(value):\n    try:\n        raise ValueError(f'"{value}"')\n    except ValueError as error:\n        return f"{error}{0xFF}"\n\n\nprint(f("a"), "abc"[:-1])\n`,
  ],
];

describe("emitted text", () => {
  it.each(texts)("%s", (_, source, python) => expect(emitText(source)).toBe(python));
});

function entryOf(files: Record<string, string>): string {
  const options = { entry: "main.ts", packages: { taipan_http: "http" } };
  const { modules, diagnostics } = transpile(files, options);
  expect(diagnostics).toEqual([]);
  return modules.find(({ path }) => path === "main.py")?.text ?? "";
}

describe("imports", () => {
  const main = `import { b } from "./b";\nimport { a } from "./a";\nimport { EAGAIN } from "errno";\nimport * as time from "time";\nconsole.log(a, b, EAGAIN, time.monotonicNs(), Math.floor(a / 0.3));\n`;

  it("stand in PEP 8's groups, each sorted", () => {
    const files = { "main.ts": main, "a.ts": "export const a = 1;", "b.ts": "export const b = 2;" };
    expect(entryOf(files)).toBe(
      `import time\nfrom errno import EAGAIN\nfrom math import floor\n\nfrom a import a\nfrom b import b\n\nprint(a, b, EAGAIN, time.monotonic_ns(), floor(a / 0.3))\n`,
    );
  });

  it("keep their order where the modules do something", () => {
    const files = {
      "main.ts": main,
      "a.ts": `export const a = 1; console.log("a");`,
      "b.ts": `export const b = 2; console.log("b");`,
    };
    expect(entryOf(files)).toContain("from b import b\nfrom a import a\n");
  });

  it("are relative last", () => {
    const { modules } = transpile(
      {
        "main.ts": `import { f } from "taipan_http"; console.log(f());`,
        "http/index.ts": `import { text } from "./text"; import * as json from "json"; export function f(): string { return json.dumps(text); }`,
        "http/text.ts": `export const text = "t";`,
      },
      { entry: "main.ts", packages: { taipan_http: "http" } },
    );
    expect(modules.find(({ path }) => path === "taipan_http/__init__.py")?.text).toMatch(
      /^import json\n\nfrom \.text import text\n/,
    );
  });
});

it("leaves docstrings out when asked to", () => {
  const source = `/** The head. */\nclass A {\n  /** One. */\n  f(): int {\n    return 1; // Kept.\n  }\n  /** Nothing. */\n  g(): void {}\n}\nconsole.log(new A().f());\n`;
  const { modules } = transpile({ "main.ts": source }, { entry: "main.ts", docstrings: false });
  expect(modules[0]?.text).toBe(
    `class A:\n    def f(self):\n        return 1  # Kept.\n\n    def g(self):\n        pass\n\n\nprint(A().f())\n`,
  );
});
