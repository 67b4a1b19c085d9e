// Programs twice as long may take twice as long: what any analysis does for a place must not go
// through all that stands before it.
import { describe, expect, it } from "vitest";
import { transpile } from "../../transpiler/index";

const repeated = (count: number, part: (index: number) => string, separator = "\n") =>
  Array.from({ length: count }, (_, index) => part(index)).join(separator);

const programs: [name: string, program: (size: number) => string][] = [
  [
    "a sum",
    (size) =>
      `let a = 1; const b = 2.5;\nconsole.log(${repeated(size, (i) => "ab"[i % 2]!, " + ")});`,
  ],
  [
    "a conjunction",
    (size) =>
      `const t: boolean = Math.random() < 2;\nconsole.log(${repeated(size, () => "t", " && ")});`,
  ],
  [
    "constants that follow from each other",
    (size) =>
      `const v0 = 1;\n${repeated(size, (i) => `const v${i + 1} = v${i} + 1;`)}\nconsole.log(v${size});`,
  ],
  [
    "conditions that leave",
    (size) =>
      `function f(x: number): number {\n${repeated(size, (i) => `if (x === ${i}) return ${i} + x;`)}\nreturn -1; }\nconsole.log(f(2));`,
  ],
];

describe("long programs", () => {
  // It took minutes, when every place asked about every other one.
  it.each(programs)("%s", (_, program) => {
    const { diagnostics } = transpile({ "main.ts": program(380) }, { entry: "main.ts" });
    expect(diagnostics).toEqual([]);
  });
});
