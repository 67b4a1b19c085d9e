// How deep a program may be nested: up to the limit it runs, beyond it is refused by name.
import { describe, expect, it } from "vitest";
import { catalogue } from "../../transpiler/diagnostics/catalogue";
import { transpile } from "../../transpiler/index";
import { runsAlike } from "./run-alike";

const around = (open: string, inner: string, close: string) => (depth: number) =>
  open.repeat(depth) + inner + close.repeat(depth);
const variables = "const n: int = 1; const t: boolean = n > 0; const s = 'x'; let k: int = 0;\n";
const value = (make: (depth: number) => string) => (depth: number) =>
  `${variables}console.log(${make(depth)});`;
const steps = (make: (depth: number) => string) => (depth: number) =>
  `${variables}${make(depth)}\nconsole.log(k);`;

type Nested = (depth: number) => string;

const expressions: [name: string, program: Nested][] = [
  ["parentheses", value(around("(n + ", "1", ")"))],
  ["arrays", value((depth) => `${around("[", "", "]")(depth)}.length`)],
  ["calls", value(around("Math.max(n, ", "2", ")"))],
  ["conditions", value(around("n > 1 ? 1 : ", "2", ""))],
  ["negations", value((depth) => `${around("!", "t", "")(depth)} ? 1 : 2`)],
  ["templates", value((depth) => `${around("`${", "s", "}`")(Math.ceil(depth / 8))}.length`)],
];

const statements: [name: string, program: Nested][] = [
  ["ifs", steps(around("if (n > 0) {\n", "k = 1;", "}\n"))],
  ["loops", steps(around("for (let i = 0; i < 1; i++) {\n", "k = 1;", "}\n"))],
  ["tries", steps(around("try {\n", "k = 1;", "} finally { k = 2; }\n"))],
  ["switches", steps(around("switch (n) { case 1: ", "k = 1;", " break; }\n"))],
  ["functions", steps(around("function f(): void {\n", "k = 1;", "}\nf();\n"))],
];

const chains: [name: string, program: Nested][] = [
  ["sums", value((depth) => Array(depth).fill("n").join(" + "))],
  ["text", value((depth) => `(${Array(depth).fill("s").join(" + ")}).length`)],
  ["conjunctions", value((depth) => `${Array(depth).fill("t").join(" && ")} ? 1 : 2`)],
  ["else if", steps((depth) => `${around("if (n > 1) { k = 1; } else ", "k = 2;", "")(depth)}`)],
  [
    "calls of members",
    value((depth) => `${around("s", ".trim()", "")(1)}${".trim()".repeat(depth / 2)}`),
  ],
];

function refusalsOf(source: string): string[] {
  const { modules, diagnostics } = transpile({ "main.ts": source }, { entry: "main.ts" });
  expect(modules).toEqual([]);
  return diagnostics.map(({ code, message, line }) => `${code} ${line > 0} ${message}`);
}

const refusal = (what: string) => [
  expect.stringContaining(
    `${catalogue.nestedTooDeeply.code} true The program is nested too deeply: ${what}`,
  ),
];

describe("nesting", () => {
  it.each(expressions)("of %s runs at the limit and is refused beyond", async (_, program) => {
    await runsAlike(program(32));
    expect(refusalsOf(program(180))).toEqual(refusal("more than 80 expressions"));
  });

  it.each(statements)("of %s runs at the limit and is refused beyond", async (_, program) => {
    await runsAlike(program(18));
    expect(refusalsOf(program(100))).toEqual(refusal("more than 40 statements"));
  });

  it.each(statements.slice(1, 3))("of %s goes as deep as CPython's blocks", async (_, program) => {
    await runsAlike(program(20));
    expect(refusalsOf(program(21))).toEqual(refusal("more than 20 of Python's blocks"));
  });

  it.each(chains)("in chains of %s runs at the limit and is refused beyond", async (_, program) => {
    await runsAlike(program(350));
    expect(refusalsOf(program(900))).toEqual(refusal("a chain of more than 400 parts"));
  });

  it.each([...expressions.slice(0, 5), ...chains])("of %s without end is refused", (_, program) => {
    expect(refusalsOf(program(9000))).toEqual(refusal(""));
  });
});
