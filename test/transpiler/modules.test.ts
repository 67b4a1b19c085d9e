// Which file each module becomes, and how one imports another.
import { describe, expect, test } from "vitest";
import { transpile } from "../../transpiler/index";
import { runsAlike } from "./run-alike";
import type { ProgramFiles } from "./support/outcome";

function emitted(files: Record<string, string>, packages: Record<string, string> = {}) {
  const [entry = ""] = Object.keys(files);
  const { modules, diagnostics } = transpile(files, { entry, packages });
  expect(diagnostics).toEqual([]);
  return Object.fromEntries(modules.map(({ path, text }) => [path, text]));
}

test("an entry inside a package's folder is a module of its own and imports the package by name", () => {
  const modules = emitted(
    {
      "led/code.ts": `import { blink } from "./blink-led"; blink();`,
      "led/blink-led.ts": `import { PIN } from "./pins"; export function blink(): void { console.log(PIN); }`,
      "led/pins.ts": `export const PIN = 3;`,
    },
    { taipan_led: "led" },
  );
  expect(modules["code.py"]).toContain("from taipan_led.blink_led import blink\n");
  expect(modules["taipan_led/blink_led.py"]).toContain("from .pins import PIN\n");
  expect(Object.keys(modules).sort()).toEqual([
    "code.py",
    "taipan_led/blink_led.py",
    "taipan_led/pins.py",
  ]);
});

test("modules beside an entry are imported by their path", () => {
  const modules = emitted({
    "main.ts": `import { area } from "./shapes/square"; console.log(area(2));`,
    "shapes/square.ts": `export const area = (side: int): int => side * side;`,
  });
  expect(modules["main.py"]).toContain("from shapes.square import area\n");
  expect(Object.keys(modules).sort()).toEqual(["main.py", "shapes/square.py"]);
});

test("an entry may have the name of a board's module: a bundle calls it code.py", () => {
  expect(Object.keys(emitted({ "time.ts": `console.log("a");` }))).toEqual(["time.py"]);
});

describe("modules run as in Node", () => {
  const programs: Record<string, ProgramFiles> = {
    "imports first, wherever they stand": {
      "main.ts": `console.log("main start"); import "./b"; import { a } from "./a"; const x = 1; import { log } from "./log"; log("main body " + a + x);`,
      "a.ts": `import { log } from "./log"; log("a loads"); export const a = "A";`,
      "b.ts": `import { log } from "./log"; log("b loads"); import { a } from "./a"; log("b after " + a);`,
      "log.ts": `console.log("log module"); export function log(s: string) { console.log("[log]", s); }`,
    },
    "what is exported by default, through the namespace": {
      "main.ts": `import * as fmt from "./fmt"; import def, { show } from "./fmt"; console.log(fmt.show(1), fmt.default, def === fmt.default, show(2));`,
      "fmt.ts": `export const show = (n: number) => "<" + n + ">"; export default "fmt v1";`,
    },
    "a function that is exported by default, through the namespace": {
      "main.ts": `import * as area from "./area"; import * as shape from "./shape"; console.log(area.default(2), new shape.default(3).size, area.str("x"));`,
      "area.ts": `export default function area(side: number) { return side * side; } export const str = (s: string) => s + "!";`,
      "shape.ts": `export default class Shape { constructor(readonly size: number) {} }`,
    },
  };
  test.each(Object.entries(programs))("%s", (_, files) => runsAlike(files));
});

test("modules in folders of one's own may have any name", () => {
  const modules = emitted({
    "main.ts": `import { now } from "./own/time"; import { b } from "./own"; now(); b();`,
    "own/time.ts": `export function now(): void { console.log("now"); }`,
    "own/index.ts": `export function b(): void { console.log("b"); }`,
  });
  expect(Object.keys(modules).sort()).toEqual(["main.py", "own/__init__.py", "own/time.py"]);
});
