// Programs of several files: what they import, in which order, under which names.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";
import type { ProgramFiles } from "./support/outcome";

const cases: Record<string, string | ProgramFiles> = {
  basic: {
    "main.ts": `import { add, PI as pi } from "./math";
import def, { type T, named } from "./def";
import * as util from "./util";
import "./side";
const t: T = { a: 1 };
console.log(add(1, 2), pi, def(3), named, util.up("x"), t.a);`,
    "math.ts": `export const PI = 3.14; export function add(a: number, b: number) { return a + b; }`,
    "def.ts": `export default function twice(n: number) { return n * 2; } export const named = "n"; export type T = { a: number };`,
    "util.ts": `export function up(s: string) { return s.toUpperCase(); } console.log("util loaded");`,
    "side.ts": `console.log("side effect");`,
  },
  reexp: {
    "main.ts": `import { a, B, ns, dflt } from "./lib";
console.log(a, new B().x, ns.y, dflt);`,
    "lib/index.ts": `export { a } from "./a"; export { A as B } from "./a"; export * as ns from "./c"; export { default as dflt } from "./d"; export * from "./c";`,
    "lib/a.ts": `export const a = 1; export class A { x = 2; }`,
    "lib/c.ts": `export const y = 3;`,
    "lib/d.ts": `export default "dd";`,
  },
  defclass: {
    "main.ts": `import Shape, { makeShape } from "./shape"; import conf from "./conf"; import arrow from "./arrow";
console.log(new Shape(2).area(), makeShape(3).area(), conf.port, arrow(4));`,
    "shape.ts": `export default class Shape { constructor(private s: number) {} area() { return this.s ** 2; } } export const makeShape = (n: number) => new Shape(n);`,
    "conf.ts": `const conf = { port: 80, host: "h" }; export default conf;`,
    "arrow.ts": `export default (n: number) => n + 1;`,
  },
  files: {
    "main.ts": `import { v } from "./list"; import { w } from "./lambda"; import { z } from "./my-file"; console.log(v, w, z);`,
    "list.ts": `export const v = 1;`,
    "lambda.ts": `export const w = 2;`,
    "my-file.ts": `export const z = 3;`,
  },
  order: {
    "main.ts": `import { b } from "./b"; import { a } from "./a"; console.log("main", a, b);`,
    "a.ts": `console.log("a"); export const a = 1;`,
    "b.ts": `import { a } from "./a"; console.log("b", a); export const b = a + 1;`,
  },
  typeonly: {
    "main.ts": `import type { User } from "./types"; import { Role, type Id } from "./types"; const u: User = { id: 1 as Id, role: Role.Admin }; console.log(u.id, u.role, Role[Role.Admin]);`,
    "types.ts": `export type Id = number; export enum Role { User, Admin } export interface User { id: Id; role: Role } `,
  },
  folders: {
    "main.ts": `import { svc } from "./services/user-service"; import { fmt } from "./utils"; console.log(fmt(svc.get(1)));`,
    "services/user-service.ts": `import { db } from "../db/store"; export const svc = { get: (n: number) => db.get(n) ?? "none" };`,
    "db/store.ts": `export const db = new Map<number, string>([[1, "one"]]);`,
    "utils/index.ts": `export * from "./fmt";`,
    "utils/fmt.ts": `export const fmt = (s: string) => \`<\${s}>\`;`,
  },
  exporteq: {
    "main.ts": `import { x as y, f } from "./m"; console.log(y, f());`,
    "m.ts": `const x = 1; function f() { return x; } export { x, f };`,
  },
  clash: {
    "main.ts": `import { get as getA } from "./a"; import { get as getB } from "./b"; console.log(getA(), getB());`,
    "a.ts": `export const get = () => "a";`,
    "b.ts": `export const get = () => "b";`,
  },
  jsext: {
    "main.ts": `import { x } from "./m.js"; console.log(x);`,
    "m.ts": `export const x = 1;`,
  },
  defaultas: {
    "main.ts": `import { default as q, r } from "./m"; console.log(q, r);`,
    "m.ts": `const r = 5; export { r, r as default };`,
  },
  modnull: {
    "main.ts": `import { find } from "./store"; import type { Rec } from "./store"; const r: Rec | null = find("a"); console.log(r?.name ?? "none", find("zz")); import * as s from "./store"; console.log(s.count(), s.DEFAULTS.size);`,
    "store.ts": `export interface Rec { name: string } const data = new Map<string, Rec>([["a", { name: "A" }]]); export function find(k: string): Rec | null { return data.get(k) ?? null; } export const count = () => data.size; export const DEFAULTS = { size: 3 } as const; export default data;`,
  },
  modclass: {
    "main.ts": `import { Dog } from "./animals/dog"; import { Animal, type Sound } from "./animals"; const xs: Animal[] = [new Dog("rex"), Animal.create("cat")]; const snd: Sound = "meow"; for (const a of xs) console.log(a.describe(), a instanceof Dog); console.log(snd, Animal.count);`,
    "animals/index.ts": `export { Animal } from "./base"; export type { Sound } from "./base"; export { Dog } from "./dog";`,
    "animals/base.ts": `export type Sound = "woof" | "meow"; export class Animal { static count = 0; constructor(protected name: string) { Animal.count++; } static create(n: string) { return new Animal(n); } describe() { return \`animal \${this.name}\`; } }`,
    "animals/dog.ts": `import { Animal } from "./base"; export class Dog extends Animal { override describe() { return super.describe() + " (dog)"; } }`,
  },
  modstate: {
    "main.ts": `import { increment, getCount, reset } from "./counter"; import { log } from "./logger"; increment(); increment(); log(\`count \${getCount()}\`); reset(); log(\`count \${getCount()}\`);`,
    "counter.ts": `import { log } from "./logger"; let count = 0; export const increment = (): number => { count += 1; log("inc"); return count; }; export const getCount = () => count; export function reset() { count = 0; }`,
    "logger.ts": `const lines: string[] = []; export function log(m: string) { lines.push(m); console.log(\`\${lines.length}: \${m}\`); }`,
  },
  moddefault: {
    "main.ts": `import config, { Level, type Config } from "./config"; import createLogger from "./create-logger"; const c: Config = { ...config, level: Level.Debug }; const logger = createLogger("app", c); logger.info("hi"); logger.debug("dbg");`,
    "config.ts": `export enum Level { Error, Info, Debug } export interface Config { level: Level; prefix: string } const config: Config = { level: Level.Info, prefix: ">" }; export default config;`,
    "create-logger.ts": `import { Level, type Config } from "./config"; export default function createLogger(name: string, { level, prefix }: Config) { const at = (l: Level, m: string) => { if (l <= level) console.log(\`\${prefix} [\${name}] \${Level[l]}: \${m}\`); }; return { info: (m: string) => at(Level.Info, m), debug: (m: string) => at(Level.Debug, m) }; }`,
  },
  modasync: {
    "main.ts": `import { fetchAll } from "./api"; async function main() { try { console.log(await fetchAll(["a", "b"])); await fetchAll(["a", "bad"]); } catch (e) { console.log((e as Error).message); } } main();`,
    "api.ts": `import { sleep } from "./time"; async function fetchOne(k: string): Promise<string> { await sleep(1); if (k === "bad") throw new Error("cannot fetch " + k); return k.toUpperCase(); } export const fetchAll = (ks: string[]) => Promise.all(ks.map(fetchOne));`,
    "time.ts": `export const sleep = (ms: number) => new Promise<void>((r) => setTimeout(r, ms));`,
  },
};

describe("programs of several files", () => {
  it.each(Object.entries(cases))("%s", (_, source) => runsAlike(source));
});
