// Every refusal of the catalogue, met by the smallest program that deserves it.
import { describe, expect, it, test } from "vitest";
import { catalogue, type Refusal } from "../../transpiler/diagnostics/catalogue";
import { transpile } from "../../transpiler/index";

type Files = Record<string, string>;

/** A program that imports `files`. */
const importing = (...files: string[]): Files => ({
  "main.ts": files
    .map((file, i) => `import { a as a${i} } from "./${file}"; console.log(a${i});`)
    .join("\n"),
  ...Object.fromEntries(files.map((file) => [`${file}.ts`, `export const a: int = 1;`])),
});

/** Refusal → programs; one of a single file is its text. */
const REFUSED: Record<Refusal, readonly (Files | string)[]> = {
  ambiguousMember: [
    `function f(x: { a: string } | { a: string; b(): void }): string { return x.a; }`,
  ],
  assignmentInExpression: [
    `const o = { x: 1 }; const m = new Map<string, number>(); const a = [...m, (o.x = 2)];`,
  ],
  awaitOfValue: [
    `import { sleep } from "asyncio"; async function f(): Promise<void> { await sleep(1); await 1; }`,
    `async function f(x: { then(f: () => void): void }): Promise<void> { await x; }`,
  ],
  callbackForm: [
    `const read: (text: string) => number = parseInt; const a = ["1", "2"].map(read);`,
    `const a = [1, 2].reduce(Math.max as (a: number, b: number) => number);`,
    `const a = [1, 2].reduceRight((sum, n, i) => sum + n * i, 0);`,
  ],
  circularImport: [
    {
      "main.ts": `import { a } from "./other"; export const b = 1; console.log(a);`,
      "other.ts": `import { b } from "./main"; export const a: int = b;`,
    },
    {
      "main.ts": `import { f } from "./f"; console.log(f());`,
      "f.ts": `import { g } from "./g"; export function f(): int { return 1; } console.log(g());`,
      "g.ts": `import { f } from "./f"; export function g(): int { return f() + 1; }`,
    },
    {
      "main.ts": `import { Base } from "./base"; console.log(new Base());`,
      "base.ts": `import { Sub } from "./sub"; export class Base { make(): Base { return new Sub(); } }`,
      "sub.ts": `import { Base } from "./base"; export class Sub extends Base {}`,
    },
    {
      "main.ts": `import { f } from "./f"; console.log(f());`,
      "f.ts": `import { g } from "./g"; export function f(): int { return g(); }`,
      "g.ts": `export { f } from "./f"; export const g = (): int => 1;`,
    },
  ],
  computedName: [`const k = "a"; class A { [k] = 1; }`],
  defaultedArgument: [
    `import * as time from "time"; function f(a: int | null = 1): int { return a ?? 0; } function g(a?: int): int { return f(a); }`,
    `import * as time from "time"; function f(a: string[] | null = []): int { return a === null ? 0 : 1; } f(null as string[] | null);`,
    `function f({ a = 1 }: { a?: int } = {}): int { return a; } function g(a?: int): int { return f({ a }); }`,
    `import * as time from "time"; function f({ a = [1] }: { a?: int[] | null } = {}): int { return a === null ? 0 : 1; } f({ a: null });`,
  ],
  equality: [
    `function sorted<T, K extends keyof T>(xs: T[], k: K): T[] { return [...xs].sort((a, b) => (a[k] < b[k] ? -1 : 1)); } console.log(sorted([{ tags: ["x"] }, { tags: [] }], "tags"));`,
    `class K { valueOf() { return 1; } } function cmp<T>(a: T, b: T): number { return a < b ? -1 : 1; } console.log([new K()].sort(cmp).length);`,
    `const m = new Map<string, int>([["a", 1]]); for (const a of m) for (const b of m) console.log(a === b);`,
  ],
  exportForm: [`const z = 1; export { z as "a b" };`, `export * from "time";`],
  fallThrough: [
    `function f(n: int): int { return n; } switch (1 as int) { case f(1): console.log(1); case f(2): console.log(2); }`,
  ],
  floatForInt: [`const a: int = 0.5;`, `function f(a: int): void { console.log(a); } f(7 / 2);`],
  floatingPromise: [
    `import "asyncio"; async function f(): Promise<void> { } async function g(): Promise<void> { f(); }`,
  ],
  functionThis: [
    `const f = function (this: { a: string }): string { return this.a; };`,
    `function f(this: { a: string }): string { return this.a; }`,
  ],
  asyncGenerator: [
    `import "asyncio"; async function* f(): AsyncGenerator<int> { yield 1; }`,
    `import "asyncio"; async function f(xs: AsyncIterable<int>): Promise<void> { for await (const x of xs) console.log(x); }`,
  ],
  hiddenModule: [{ "taipan_runtime.ts": `console.log("a");` }],
  handlerName: [
    `interface H {\n/** @kwargs */\n(r: string, p: Record<string, string>): string } const h: H = (r, { class: c }) => r + c;`,
  ],
  iterableMap: [
    `function f(x: Iterable<[string, int]>): void { for (const [k] of x) console.log(k); } const m = new Map<string, int>(); for (const [k] of m) m.delete("a" + k); f(m);`,
  ],
  inheritedMember: [
    `const o: Record<string, number> = { a: 1 }; const key = "to" + "String"; console.log(key in o, "a" in o);`,
    `const r: Record<string, number> = {}; for (const w of ["constructor"]) console.log(r[w]);`,
    `const r: Record<string, number> = {}; console.log("toString" in r);`,
    `const r = { ["a"]: 1, "__proto__": null }; console.log(r.a);`,
  ],
  keyType: [`const s = new Set<[int, int]>();`],
  letterCase: [`const a = "ǆ".toUpperCase();`, `const a = "é".localeCompare("e");`],
  literalOutsideBmp: [`const a = "\\ud800";`],
  looseEquality: [
    `const a = [1, "1"][0]; const b = a == 1;`,
    `const a: string | boolean = "1" as string | boolean; console.log(a == true);`,
  ],
  loopVariableCaptured: [
    `const fs: (() => number)[] = []; for (let [a, b] = [0, 1]; a < 9; [a, b] = [b, a + b]) fs.push(() => a);`,
  ],
  recordChangedInLoop: [
    `const r: Record<string, int> = { a: 1 }; for (const k in r) { delete r["a"]; console.log(k); }`,
  ],
  methodValue: [
    `class A { constructor() { this.f = this.f.bind(this); } f(): int { return 1; } } const a = new A(), b = new A(); console.log(a.f.call(b));`,
    `class A { f(): int { return 1; } } class B extends A { override f(): int { return super.f(); } } console.log(new B().f.call(new A()));`,
    `class A { constructor() { this.f = this.f.bind(this); } f(): int { return 1; } } console.log(new A().f.call(new A()));`,
    `class A { n: int = 1; f(): int { return this.n; } } const a = new A(), b = new A(); const g = a.f.bind(b); console.log(g());`,
    `class A { n: int = 1; f(): int { return this.n; } } const a = new A(); const g = a.f;`,
  ],
  misreadJson: [
    `const p = JSON.parse('{"x":null}') as { x: number }; console.log(p.x + 1);`,
    `const p: { x: number[] } = JSON.parse('{"x":[1,"2"]}'); console.log(p.x);`,
    `const texts = ['{"on":1}']; for (const t of texts) { const p = JSON.parse(t) as { on: boolean }; console.log(p.on === true); }`,
    `class P { x = 1; } const p = JSON.parse(JSON.stringify(new P())) as P; console.log(p.x);`,
    `const o = { m: new Map([["a", 1]]) }; const c = JSON.parse(JSON.stringify(o)) as typeof o; console.log(c.m.get("a"));`,
    `const o = { a: NaN }; const c = JSON.parse(JSON.stringify(o)) as typeof o; console.log(c.a + 1);`,
    `const o = { b: [1, undefined] }; const c = JSON.parse(JSON.stringify(o)) as typeof o; console.log(c.b[1] === null);`,
  ],
  nameCollision: [
    `class E extends Error { args: string[] = []; }`,
    `const fooBar: int = 1; const foo_bar: int = 2;`,
    `class A { fooBar: int = 1; foo_bar: int = 2; }`,
    `class A { #x: int = 1; _x: int = 2; }`,
    `class V extends Error { constructor(readonly value: int) { super("v"); } } try { throw new V(1); } catch (e) { console.log((e as V).value); } try { throw new Error("p"); } catch (e) { console.log((e as V).value); }`,
  ],
  nestedTooDeeply: [
    `const a = ${"[".repeat(100)}${"]".repeat(100)};`,
    `const a = ${"(".repeat(5000)}1${")".repeat(5000)};`,
  ],
  objectMethod: [
    `const b = { n: 1 }; const a = { ...b, f(): int { return 1; } };`,
    `interface A { b: int } const a: A = { get b(): int { return 1; } };`,
    `interface A { n: int; b: () => int } const a: A = { n: 1, b(): int { return this.n; } };`,
  ],
  optionsArgument: [
    `export function f({ a = 1 }: { a?: int } = {}): int { return a; } const o = { a: 2 }; f(o);`,
    `class A { f({ a = 1 }: { a?: int } = {}): int { return a; } } const o = { a: 2 }; new A().f(o);`,
  ],
  placeOutsideBmp: [`const a = "\u{1f600}".slice(1);`],
  parameterCount: [
    `import { sleep } from "time"; function f(h: (a: number, b: string) => void): void { h(1, "b"); } f(sleep);`,
    `interface H {\n/** @kwargs */\n(r: string, s: string, p: { id: string }): string } function f(r: string): string { return r; } const h: H = f;`,
  ],
  optionsFunctionAsValue: [
    `export function f({ a = 1 }: { a?: int } = {}): int { return a; } const g = f;`,
  ],
  promiseValue: [
    `import "asyncio"; async function f(): Promise<int> { return 1; } async function g(): Promise<void> { const p = f(); await p; }`,
  ],
  recordAndClass: [
    `interface F { fly(): string } const xs = [{ fly: () => "x" }]; function go(ps: F[]) { return ps.map((p) => p.fly()); } console.log(go(xs));`,
    `interface Named { name: string } class P { constructor(public name: string) {} } const by = (a: Named, b: Named) => (a.name < b.name ? -1 : 1); console.log([new P("b")].sort(by).length);`,
    `class Point { x = 1; } function clone<T extends object>(o: T): T { return { ...o }; } console.log(clone({ z: 1 }), clone(new Point()));`,
    `interface P { x: int } class A { x: int = 1; } const p: P = new A();`,
    `class C { x: int = 1; } function g(p: { x: int }): void { p.x = 2; } g(new C());`,
  ],
  sameModule: [
    importing("a-b", "aB"),
    importing("sub/a-b", "sub/aB"),
    // A board's drive is FAT: upper and lower case are the same there.
    importing("Feed", "feed"),
    importing("feed", "feed/index"),
    importing("feed", "feed/viewer"),
  ],
  superProperty: [
    `class A { f(): int { return 1; } } class B extends A { override f(): int { const g = super.f; return g(); } }`,
  ],
  topLevelAwait: [
    `import "asyncio"; await (async () => { })(); export {};`,
    { "main.ts": `import "./a"; console.log(1);`, "a.ts": `await null; export {};` },
  ],
  stringOf: [
    `class Oops extends Error {} const held: unknown[] = [new Oops("a")]; console.log(held);`,
    `class Oops extends Error {} Promise.allSettled([Promise.reject(new Oops("a"))]).then((all) => console.log(all));`,
    `function log(x: unknown) { console.log("got", x); } try { throw new Error("q"); } catch (e) { log(e); }`,
    `let last: unknown; try { throw new Error("q"); } catch (e) { last = e; } console.log(last);`,
    `const errors: unknown[] = []; try { throw new Error("w"); } catch (e) { errors.push(e); } console.log(errors);`,
    `interface Logger { log(x: unknown): void } class L implements Logger { log(x: unknown) { console.log(x); } } const l: Logger = new L(); try { throw new Error("s"); } catch (e) { l.log(e); }`,
    `const h = (e: unknown) => { console.log(e); }; Promise.reject(new Error("a")).catch(h);`,
    `Promise.reject(new Error("x")).catch((e) => e).then((v) => console.log(v));`,
    `class Box<T> { constructor(public v: T) {} } console.log(new Box(new Error("x")));`,
    `async function main() { console.log(await Promise.allSettled([Promise.reject(new Error("x"))])); } main();`,
    `function show(v: unknown, n: number): void { console.log(v, n); } show("%s!", 4);`,
    `class C { n = 0; constructor() { this.inc = this.inc.bind(this); } inc() { return ++this.n; } } console.log(new C());`,
    `class W { n: int = 1; valueOf(): int { return this.n; } } const a = "" + new W();`,
    `console.log(new Error("a"));`,
    `console.log(new Map([["a", 1]]).keys(), "abc".matchAll(/b/g));`,
    `function* one() { yield 1; } console.log({ it: one() }, JSON.stringify([one()]));`,
    `async function* one() { yield 1; } function show(x: unknown) { console.log(x); } show(one());`,
    `function show(x: unknown) { console.log(x); } show(new ArrayBuffer(3)); show(1);`,
  ],
  tupleAsArray: [`const m = new Map<string, int>(); for (const pair of m) pair[1] = 5;`],
  typeTest: [
    `function f(a: unknown): boolean { return a instanceof Map; }`,
    `function f(a: unknown): boolean { return a instanceof Exception; }`,
  ],
  undefinedOrNull: [
    `import * as time from "time"; function f(a: string | null | undefined): boolean { return a === null; }`,
    `import * as time from "time"; function f(a: unknown): string { return typeof a; } f(null); f(undefined);`,
    `import * as time from "time"; function f(a: string | null, b?: string): boolean { return a === b; }`,
    `import * as time from "time"; function f(p: { a?: int | null }): void { const { a = 1 } = p; }`,
  ],
  unknownGlobal: [`const a = new Date();`, `const a = new Int8Array(2);`, `const a = [Symbol];`],
  unknownMessage: [
    `const q: { id: number }[] = []; try { const { id } = (q.length > 1 ? q[0] : q[1])!; console.log(id); } catch (e) { console.log((e as Error).message); }`,
  ],
  unknownMember: [
    `class A { static s = 1; } const a = new A(); console.log("s" in a);`,
    `class A { private p = 1; get() { return this.p; } } const a = new A(); console.log("_p" in a);`,
    `function f(b: Uint8Array) { return new DataView(b.buffer).getUint8(0); } console.log(f(new Uint8Array(4).subarray(2)));`,
    `class Frame { constructor(readonly raw: Uint8Array) {} body() { return new Frame(this.raw.subarray(2)); } } console.log(new Frame(new Uint8Array(4)).body().raw.byteOffset);`,
    `const chunks: { data: Uint8Array }[] = []; chunks.push({ data: new Uint8Array(4).subarray(2) }); for (const c of chunks) console.log(new DataView(c.data.buffer, c.data.byteOffset).byteLength);`,
    `function isSized(v: object): boolean { return "size" in v; } console.log(isSized(new Map()));`,
    `const a = [1].copyWithin;`,
    `const a = "a".localeCompare("b", "sv");`,
    `"a".constructor;`,
    `console.log(new Error("a").stack);`,
  ],
  unknownModule: [`import { a } from "nowhere"; console.log(a);`],
  unsupportedPattern: [
    `class A { a = 1; b = 2; } const { a, ...others } = new A();`,
    `const { length, ...others } = [1];`,
    `const [a, ...[[b = 1] = []]] = [1] as unknown as [number, [number]]; console.log(a, b);`,
  ],
  unsupportedSyntax: [
    `function bump(v: unknown, k: string): void { const o = v as Record<string, number>; o[k] += 2; } const r: Record<string, number> = { a: 1 }; const l = [5]; bump(r, "a"); bump(l, "0"); console.log(r, l);`,
    `function bump(v: unknown, k: string): void { const o = v as Record<string, number>; o[k]++; } const r: Record<string, number> = { a: 1 }; const l = [5]; bump(r, "a"); bump(l, "0"); console.log(r, l);`,
    `function drop(v: unknown, k: string): void { const o = v as Record<string, number>; delete o[k]; } const r: Record<string, number> = { a: 1 }; const l = [5]; drop(r, "a"); drop(l, "0"); console.log(r);`,
    `class A { a = 1; b = Object.keys(this).length; c = 3; } console.log(new A().b);`,
    `class A { a = 1; copy = { ...this }; b = 2; } console.log(new A().copy.a);`,
    {
      "main.ts": `import data from "./data.json"; console.log(data.n);`,
      "data.json": `{ "n": 1 }`,
    },
    `const ys = [1, 3, 4]; console.log(ys.map((y, i, all) => { if (i === 0) all.pop(); return y; }), ys);`,
    `class E extends Error { get message() { return "dyn"; } } const e = new E("q"); console.log(e.message);`,
    `const u: string | undefined = Math.abs(1) ? undefined : "a"; console.log(\`\${u} \${u?.length}\`, u + "x", [u, null].join("-"), String(u), u! + 1);`,
    `function add(a: number, b: number): number { return a + b; } const args: [number, number] = [1] as unknown as [number, number]; console.log(add(...args));`,
    `function add(a: number, b: number): number { return a + b; } console.log((add as (a: number, b?: number) => number)(1));`,
    `function f(n: number) { switch (n) { case 1: let x = 5; console.log(x); break; case 2: x = 7; console.log(x); } } f(2);`,
    `function f(n: number) { switch (n) { case 1: class K { v = 1; } console.log(new K().v); break; case 2: console.log(new K().v); } } f(2);`,
    `const n = "7" as unknown as number; console.log(n + 1);`,
    `class P { x = 1; } const p = { x: 4 } as unknown as P; console.log(p.x);`,
    `class A { x = 1; } interface A { y?: number } console.log(new A().y);`,
    `class B { x = 1; } class A extends B { declare y?: string; } console.log(new A().y);`,
    `let v = 1; export function set() { v = 5; } export default v;`,
    `try { throw new Error("a"); } catch (e) { const all = [e as { message: string }]; console.log(all.length); }`,
    `class A { static one?: A; constructor() { if (A.one) return A.one; A.one = this; } } console.log(new A());`,
    `class R { [Symbol.dispose]() { console.log("d"); } } for (using part of [new R()]) console.log(part);`,
    `const o: { g?: { h?: number[] } } = {}; delete o.g?.h; console.log(o);`,
    `const words: string[] = ["a"]; const x = words[4] ?? 0; console.log([x]);`,
    `const words: string[] = ["a"]; const of = (i: number) => words[i] ?? 0; console.log(of(4));`,
    `let n: number | null = 3; const drop = () => { n = null; }; drop(); console.log([n]);`,
    `const frozen = Object.freeze([1, 2]); (frozen as number[]).push(3);`,
    `console.log(String.fromCharCode(0xd83d) + String.fromCharCode(0xde00));`,
    `console.log([0xd83d, 0xde00].map((code) => String.fromCharCode(code)).join(""));`,
    `const hs: (() => number)[] = []; for (var j = 0; j < 2; j++) hs.push(() => j);`,
    `for (var j = 0; j < 2; j++) console.log("x"); console.log(j);`,
    `enum E { A = "a".length, B = A }`,
    `enum E { A } enum E { B = 1 }`,
    `if (true) { var a = 1; } console.log(a);`,
    `namespace N { export const a = 1; }`,
    `const a = /(?<=(x))y/;`,
    `const a = 1n;`,
    `const a = [1, , 2]; const b = a.map((x) => x);`,
    `throw null;`,
    `function d(a: unknown, b: unknown): void { } @d class A { }`,
    `const a = import("./main");`,
    `const a = new Array(3); a.forEach(() => console.log(1));`,
    `function f(): void { new.target; }`,
    `class A { next(): IteratorResult<int> { return { value: 1, done: false }; } return(): IteratorResult<int> { throw new Error("open"); } }`,
  ],
  usedBeforeDefinition: [
    `function set() { q = 5; } try { set(); } catch (e) { console.log((e as Error).name); } let q = 1; console.log(q);`,
    `function t() { return typeof zz; } try { console.log(t()); } catch (e) { console.log((e as Error).name); } const zz = 1;`,
    `f(); function f(): void { new A(); } class A {}`,
    `export { a as b }; const a = 1;`,
  ],
};

function codesOf(program: Files | string): string[] {
  const files = typeof program === "string" ? { "main.ts": program } : program;
  const [entry = ""] = Object.keys(files);
  const { modules, diagnostics } = transpile(files, { entry });
  expect(modules, "nothing is emitted beside a diagnostic").toEqual([]);
  for (const { file, line, column, message } of diagnostics) {
    expect(file in files && line > 0 && column > 0 && !message.includes("\n"), message).toBe(true);
  }
  return diagnostics.map(({ code }) => code);
}

describe("refusals", () => {
  const cases = Object.entries(REFUSED).flatMap(([refusal, programs]) =>
    programs.map((program) => [refusal as Refusal, program] as const),
  );
  it.each(cases)("%s: %s", (refusal, program) => {
    expect(codesOf(program)).toContain(catalogue[refusal].code);
  });
});

describe("all errors", () => {
  it("are reported at once, in order of their places", () => {
    const source = `const a = [1, "1"][0];\nconst b = a == 1;\nnamespace C { export const d = 1; }\n`;
    const { diagnostics } = transpile({ "main.ts": source }, { entry: "main.ts" });
    expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([
      [catalogue.looseEquality.code, 2],
      [catalogue.unsupportedSyntax.code, 3],
    ]);
  });

  it("include TypeScript's own", () => {
    const { modules, diagnostics } = transpile(
      { "main.ts": `const a: string = 1;\nnamespace B { export const b = 2; }` },
      { entry: "main.ts" },
    );
    expect(modules).toEqual([]);
    expect(diagnostics.map(({ code, line, column }) => [code, line, column])).toEqual([
      ["TS2322", 1, 7],
      [catalogue.unsupportedSyntax.code, 2, 1],
    ]);
  });

  it("of syntax stand alone", () => {
    const { diagnostics } = transpile({ "main.ts": `const a = ;` }, { entry: "main.ts" });
    expect(diagnostics.map(({ code }) => code)).toEqual(["TS1109"]);
  });

  it("name a missing entry", () => {
    const { diagnostics } = transpile({}, { entry: "main.ts" });
    expect(diagnostics.map(({ code, file }) => [code, file])).toEqual([["TS6053", "main.ts"]]);
  });

  it("in files that nothing imports are nobody's business", () => {
    const files = { "main.ts": `console.log("a");`, "other.ts": `let a: string = 1;` };
    expect(transpile(files, { entry: "main.ts" }).diagnostics).toEqual([]);
  });
});

describe("what to write instead is told for the case at hand", () => {
  const cases: [string, string][] = [
    [`import { a } from "./nothere"; console.log(a);`, "Check the path"],
    [`const d = new Date(2024, 0, 1); console.log(typeof d);`, "Use `Date.now()`"],
    [`function f(): number { return arguments.length; } console.log(f());`, "`(...values)`"],
    [`function f(): void {} f.count = 0;`, "`let fCount`"],
    [
      `function f(x: string | unknown[] | { length: number }): number { return x.length; }`,
      'if (typeof x === "string")',
    ],
    [`class M extends Map<string, number> {}`, "new Map<K, V>()"],
    [
      `function f(x: unknown): boolean { return x instanceof Object; }`,
      '`typeof x === "object" && x !== null`',
    ],
    [
      `class S { w = 1; h = 2; } const { w, ...r } = new S(); console.log(w, r);`,
      "`const { a, b }",
    ],
    [`namespace N { export const a = 1; } console.log(N.a);`, "import * as Name"],
    [
      `import * as displayio from "displayio"; displayio;`,
      '`/// <reference path="./pins.d.ts" />`',
    ],
    [
      `import { run } from "asyncio"; setTimeout(() => {}, 10); async function f(): Promise<void> {} run(f());`,
      "`await sleep(seconds)` of asyncio",
    ],
    [
      `import { run } from "asyncio"; async function f(): Promise<void> { await new Promise<void>((go) => go()); } run(f());`,
      "`await sleep(seconds)` of asyncio",
    ],
    [`const o = { c: "" }; for (o.c of ["a"]) console.log(o.c);`, "{ o.c = one; … }"],
    [
      `class A { f(): int { return 1; } } class B extends A { f(): int { return 2; } } const b = new B(); const g = b.f.bind(new A());`,
      "(…) => ",
    ],
  ];
  test.each(cases)("%s", (source, advice) => {
    const { diagnostics } = transpile({ "main.ts": source }, { entry: "main.ts" });
    expect(diagnostics.map(({ message }) => message).join("\n")).toContain(advice);
  });
});
