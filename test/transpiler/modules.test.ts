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
    "enums of another module by value": {
      "main.ts": `import * as u from "./u"; import { Kind as K } from "./u"; console.log(u.Kind[1], u.Kind.B, Object.keys(u.Kind), Object.values(u.Col), K[0], K.C); const name = "B" as keyof typeof u.Kind; console.log(u.Kind[name]); function label(k: u.Kind): string { return u.Kind[k].toLowerCase(); } console.log(label(u.Kind.C));`,
      "u.ts": `export enum Kind { A, B, C } export enum Col { Red = "r" }`,
    },
    "an export renamed to the default": {
      "main.ts": `import make, { other } from "./s"; import * as s from "./s"; console.log(make("x"), other(), s.default("q"));`,
      "s.ts": `export { makeNamed as default, other } from "./r";`,
      "r.ts": `export function makeNamed(name: string) { return name + "!"; } export function other() { return 2; }`,
    },
    "a default renamed": {
      "main.ts": `import { made, again } from "./s"; console.log(made(1), again);`,
      "s.ts": `export { default as made, value as again } from "./r";`,
      "r.ts": `export default function (n: number) { return n + 1; } export const value = 3;`,
    },
    "a module exported as a member": {
      "main.ts": `import * as all from "./s"; console.log(all.inner.a, all.inner.f(2));`,
      "s.ts": `export * as inner from "./r";`,
      "r.ts": `export const a = 1; export const f = (n: number) => n + a;`,
    },
    "exports that the module between renames": {
      "main.ts": `import * as s from "./s"; import * as r from "./r"; console.log(s.other(1), s.List.length, r.list(2), s.Kind.A, r.Kind.B, s.default); const k: s.Kind = s.Kind.B; console.log(k === r.Kind.B, new s.Box(2).v);`,
      "s.ts": `export { list as other, Kind, Box, names as List, def as default } from "./r";`,
      "r.ts": `export function list(n: number) { return [n]; } export enum Kind { A, B = "b" } export class Box { constructor(readonly v: number) {} } export const names = ["a"]; export const def = 4;`,
    },
    "imports first, wherever they stand": {
      "main.ts": `console.log("main start"); import "./b"; import { a } from "./a"; const x = 1; import { log } from "./log"; log("main body " + a + x);`,
      "a.ts": `import { log } from "./log"; log("a loads"); export const a = "A";`,
      "b.ts": `import { log } from "./log"; log("b loads"); import { a } from "./a"; log("b after " + a);`,
      "log.ts": `console.log("log module"); export function log(s: string) { console.log("[log]", s); }`,
    },
    "variables that change, through a re-export": {
      "main.ts": `import { mode, setMode, total } from "./api"; import * as api from "./api"; import * as st from "./state"; console.log(mode, api.mode, st.mode, total); setMode("b", 2.5); console.log(mode, api.mode, st.mode, total, { mode, total }); function f(): string { const state = "local"; return state + mode; } console.log(f(), mode === "b" ? mode.toUpperCase() : "no");`,
      "api.ts": `export { mode, setMode } from "./state"; export * from "./state";`,
      "state.ts": `export let mode: string = "a"; export let total = 1; export function setMode(m: string, n: number) { mode = m; total += n; }`,
    },
    "a variable that changes as the default export, and under another name": {
      "main.ts": `import count, { bump } from "./counter"; import { x as renamed, y } from "./lib/deep"; bump(); bump(); console.log(count, renamed, y());`,
      "counter.ts": `let n = 0; export function bump() { n++; } export { n as default };`,
      "lib/deep.ts": `let q = "one"; export { q as x }; export const y = () => { q = "two"; return q; };`,
    },
    "a variable that changes in the middle of an expression": {
      "main.ts": `import { n, inc } from "./n"; const add = (a: number, b: number) => a + b; console.log(add(n, inc()), n + inc(), [n, inc(), n], \`\${n}\${inc()}\${n}\`); let i = n; while (n < 10) inc(); console.log(i, n, n / 4, n | 0); for (let k = 0; k < n; k++) if (k === 3) inc(); console.log(n);`,
      "n.ts": `export let n = 0; export const inc = () => ++n;`,
    },
    "containers that are replaced": {
      "main.ts": `import { items, reset, registry, add } from "./store"; add("a"); add("b"); console.log(items, items.length, registry.size); for (const x of items) console.log(x); const old = items; reset(); console.log(items, old, items === old);`,
      "store.ts": `export let items: string[] = []; export let registry = new Map<string, number>(); export function add(s: string) { items.push(s); registry.set(s, items.length); } export function reset() { items = []; registry = new Map(); }`,
    },
    "classes that import each other through the index of their folder": {
      "main.ts": `import { Cat, Dog } from "./animals"; console.log(new Cat().meet(new Dog()), new Dog().meet(new Cat()));`,
      "animals/index.ts": `export { Cat } from "./cat"; export { Dog } from "./dog";`,
      "animals/cat.ts": `import { Dog } from "./index"; export class Cat { meet(other: unknown) { return other instanceof Dog ? "hiss" : "purr"; } }`,
      "animals/dog.ts": `import { Cat } from "."; export class Dog { meet(other: Cat) { return other instanceof Cat ? "bark" : "wag"; } }`,
    },
    "a circle of three modules": {
      "main.ts": `import { a } from "./a"; console.log(a(3));`,
      "a.ts": `import { b } from "./b"; export function a(n: number): string { return n > 0 ? "a" + b(n - 1) : "."; }`,
      "b.ts": `import { c } from "./c"; export const b = (n: number): string => n > 0 ? "b" + c(n - 1) : ".";`,
      "c.ts": `import { a as first } from "./a"; import * as everything from "./a"; export const c = (n: number): string => n > 0 ? "c" + first(n - 1) + typeof everything.a : ".";`,
    },
    "a circle of modules that print while they are loaded": {
      "main.ts": `console.log("main"); import { x } from "./x"; import { y } from "./y"; console.log(x(), y());`,
      "x.ts": `import { y } from "./y"; console.log("load x"); export const x = () => "x" + typeof y;`,
      "y.ts": `import { x } from "./x"; console.log("load y"); export const y = () => "y" + typeof x;`,
    },
    "a base class that makes its subclass": {
      "main.ts": `import { Sub } from "./sub"; console.log(new Sub().make().kind);`,
      "sub.ts": `import { Base } from "./base"; export class Sub extends Base { kind = "sub"; }`,
      "base.ts": `import { Sub } from "./sub"; export class Base { kind = "base"; make(): Base { return new Sub(); } }`,
    },
    "an enum and a variable that changes, in a circle": {
      "main.ts": `import { run } from "./run"; run();`,
      "run.ts": `import { state, next } from "./state"; export enum Mode { Off, On } export function run() { console.log(state, Mode[state]); next(); console.log(state === Mode.On, Mode[state]); }`,
      "state.ts": `import { Mode } from "./run"; export let state: Mode = 0; export function next() { state = Mode.On; console.log(Mode[0], Object.keys(Mode).length); }`,
    },
    "a circle with a module imported for its effects": {
      "main.ts": `import { run } from "./bus"; import "./plugin"; console.log(run());`,
      "bus.ts": `import { plugins } from "./plugin"; export const handlers: (() => string)[] = []; export function run() { return handlers.map((h) => h()).join() + plugins(); }`,
      "plugin.ts": `import { handlers } from "./bus"; export function plugins() { return handlers.length; }`,
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
