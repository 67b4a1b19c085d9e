// A program that depends on floats wider than a board's prints something else with `floats: "board"`.
import { describe, expect, it, test } from "vitest";
import { transpile } from "../../transpiler/index";
import { runInCPython } from "./support/run-in-cpython";
import { runInMicroPython } from "./support/run-in-micropython";
import { runInNode } from "./support/run-in-node";

async function linesOnBoard(source: string): Promise<string[]> {
  const { modules, diagnostics } = transpile(
    { "main.ts": source },
    { entry: "main.ts", floats: "board" },
  );
  expect(diagnostics).toEqual([]);
  const { lines, error } = await runInMicroPython(modules);
  expect(error ?? "").toBe("");
  expect((await runInCPython(modules)).lines).toEqual(lines);
  return lines;
}

const ALIKE: Record<string, string> = {
  ints: `let sum = 0; for (let i = 0; i < 1000; i++) sum += i * i; console.log(sum, 2 ** 40, Math.floor(sum / 7), 1 << 20);`,
  "few digits": `console.log(0.5, 0.1, 1.25 * 3, (10 / 3).toFixed(3), Math.round(2.6), Math.sqrt(16), "a" + 1.5);`,
  "a class and a closure": `class Mean { private sum = 0; private count = 0; add(x: number): this { this.sum += x; this.count++; return this; } get value(): number { return this.sum / this.count; } } const m = new Mean().add(1).add(2.5); console.log(m.value, [0.5, 0.25].map((x) => x * 2));`,
};

describe("what does not depend on wide floats is the same", () => {
  for (const [name, source] of Object.entries(ALIKE))
    it(name, async () => {
      expect(await linesOnBoard(source)).toEqual((await runInNode({ "main.ts": source })).lines);
    });
});

const DEPENDING: readonly [string, string, string][] = [
  ["a sum of tenths", `console.log(0.1 + 0.2 === 0.3);`, "true"],
  [
    "milliseconds in a float",
    `const now = 1700000000123 / 1000; console.log(now % 1 > 0);`,
    "false",
  ],
  [
    "a counter in a float",
    `let n = 4194304.5; for (let i = 0; i < 10; i++) n += 0.25; console.log(n);`,
    "4194304",
  ],
  ["a float that is too large", `console.log(1e30 * 1e30);`, "Infinity"],
  [
    "a sine",
    `console.log(Math.sin(1) === 0.8414709848078965, Math.sin(1).toFixed(4));`,
    "true 0.8415",
  ],
];

describe("what depends on them shows it", () => {
  for (const [name, source, printed] of DEPENDING)
    it(name, async () => expect(await linesOnBoard(source)).toEqual([printed]));
});

test("without the option nothing is rounded", () => {
  const { modules } = transpile({ "main.ts": "console.log(0.1 + 0.2);" }, { entry: "main.ts" });
  expect(modules.map(({ text }) => text).join()).not.toContain("board_float");
});
