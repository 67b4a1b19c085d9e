// Which file each module becomes, and how one imports another.
import { expect, test } from "vitest";
import { transpile } from "../../transpiler/index";

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

test("modules in folders of one's own may have any name", () => {
  const modules = emitted({
    "main.ts": `import { now } from "./own/time"; import { b } from "./own"; now(); b();`,
    "own/time.ts": `export function now(): void { console.log("now"); }`,
    "own/index.ts": `export function b(): void { console.log("b"); }`,
  });
  expect(Object.keys(modules).sort()).toEqual(["main.py", "own/__init__.py", "own/time.py"]);
});
