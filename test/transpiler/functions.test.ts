// Functions: of any form, their parameters, what they close over.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const cases: Record<string, string> = {
  factory: `function counter() { let n = 0; return { inc: () => ++n, dec: () => --n, get: () => n }; } const c = counter(); c.inc(); c.inc(); c.dec(); console.log(c.get());`,
  "fn props": `const ops: Record<string, (a: number, b: number) => number> = { add: (a, b) => a + b, mul: (a, b) => a * b }; console.log(ops["add"]!(1, 2), ops.mul!(3, 4)); for (const k of Object.keys(ops)) console.log(k, ops[k]!(2, 3));`,
  "fn props2": `interface Handlers { onOpen: (s: string) => string; onClose?: () => void } const h: Handlers = { onOpen: (s) => s + "!" }; console.log(h.onOpen("a")); h.onClose?.(); const h2: Handlers = { ...h, onClose: () => console.log("closed") }; h2.onClose?.();`,
  iife: `const v = (() => { const a = 1; return a + 1; })(); console.log(v); (function () { console.log("iife"); })(); console.log(((x: number) => x * 2)(4));`,
  "recursion arrow": `const fib = (n: number): number => (n < 2 ? n : fib(n - 1) + fib(n - 2)); console.log(fib(10)); const fact = function f(n: number): number { return n <= 1 ? 1 : n * f(n - 1); }; console.log(fact(5));`,
  curry: `const add = (a: number) => (b: number) => (c: number) => a + b + c; console.log(add(1)(2)(3)); function curry(f: (a: number, b: number) => number) { return (a: number) => (b: number) => f(a, b); } console.log(curry((x, y) => x * y)(3)(4));`,
  defaults: `function f(a: number, b = a * 2, c = a + b): string { return [a, b, c].join(); } console.log(f(1), f(1, 5), f(1, undefined, 9));`,
  "default null": `function f(x: string | null = "d"): string { return x === null ? "null" : x; } console.log(f(), f(null), f(undefined), f("v"));`,
  optional: `function g(name?: string): string { return name === undefined ? "none" : name; } console.log(g(), g("x"), g(undefined)); function h(a: number, b?: number): number { return b !== undefined ? a + b : a; } console.log(h(1), h(1, 2));`,
  rest: `function sum(...xs: number[]): number { let t = 0; for (const x of xs) t += x; return t; } console.log(sum(), sum(1, 2), sum(...[1, 2, 3]), sum(0, ...[1], 5)); function j(sep: string, ...parts: string[]): string { return parts.join(sep); } console.log(j("-", "a", "b"));`,
  overloads: `function f(a: string): string; function f(a: number): number; function f(a: string | number): string | number { return typeof a === "string" ? a + "!" : a * 2; } console.log(f("a"), f(2));`,
  "fns in containers": `const fs: (() => number)[] = []; fs.push(() => 1); fs.push(() => 2); let t = 0; for (const f of fs) t += f(); console.log(t, fs[0]!()); const m = new Map<string, (x: number) => number>(); m.set("sq", (x) => x * x); console.log(m.get("sq")!(5), m.get("no")?.(1) ?? "none");`,
  compose: `const compose = <A, B, C>(f: (b: B) => C, g: (a: A) => B) => (a: A): C => f(g(a)); console.log(compose((s: string) => s + "!", (n: number) => "n" + n)(3)); const pipe = (...fs: ((x: number) => number)[]) => (x: number) => fs.reduce((a, f) => f(a), x); console.log(pipe((x) => x + 1, (x) => x * 2)(3));`,
  debounce: `function once<T>(f: () => T): () => T { let done = false; let v: T; return () => { if (!done) { v = f(); done = true; } return v; }; } const o = once(() => { console.log("run"); return 5; }); console.log(o(), o());`,
  "same names": `function f(): number { function g(): number { return 1; } return g(); } function h(): number { function g(): number { return 2; } return g(); } console.log(f(), h());`,
  "undefined to default": `function f(a: number, b: string = "d"): string { return a + b; } const m: string | undefined = [1].length > 5 ? "x" : undefined; console.log(f(1, m)); function g(o: { s?: string }): string { return f(2, o.s); } console.log(g({}), g({ s: "q" }));`,
  "pred passed": `const isEven = (n: number) => n % 2 === 0; function filter1(xs: number[], p: (x: number, i: number) => boolean): number[] { const out: number[] = []; xs.forEach((x, i) => { if (p(x, i)) out.push(x); }); return out; } console.log(filter1([1, 2, 3, 4], isEven).length); function odd(n: number): boolean { return n % 2 === 1; } console.log(filter1([1, 2, 3], odd).length);`,
  "identity kept": `type L = (a: string, b: string) => void; const ls: L[] = []; function on(l: L): void { ls.push(l); } function off(l: L): void { const i = ls.indexOf(l); if (i >= 0) ls.splice(i, 1); } function h(a: string): void { console.log("h", a); } on(h); ls.forEach((l) => l("1", "2")); off(h); console.log(ls.length);`,
  "optional callback": `function run(n: number, cb?: (r: number) => void): number { cb?.(n); if (cb) cb(n + 1); return n; } console.log(run(1), run(2, (r) => console.log("cb", r)));`,
  "fn returning fn w/ rest": `function tag(prefix: string): (...xs: string[]) => string { return (...xs) => prefix + xs.join("+"); } console.log(tag("p")("a", "b"), tag("q")()); const bindLike = (f: (a: number, b: number) => number, a: number) => (b: number) => f(a, b); console.log(bindLike((x, y) => x - y, 10)(3));`,
  "interface with call signature": `interface Fmt { (n: number): string } const f: Fmt = (n) => "#" + n; console.log(f(3)); type Pred<T> = (x: T) => boolean; const not = <T>(p: Pred<T>): Pred<T> => (x) => !p(x); console.log(not((n: number) => n > 3)(2));`,
  "fewer params": `function each(xs: number[], cb: (x: number, i: number) => void): void { for (let i = 0; i < xs.length; i++) cb(xs[i]!, i); } each([1, 2], (x) => console.log(x)); each([1], () => console.log("none")); const log = (x: number) => console.log("v", x); each([5], log); function named(x: number): void { console.log("n", x); } each([6], named);`,
  "type predicate": `function isStr(x: unknown): x is string { return typeof x === "string"; } const xs: (string | number)[] = ["a", 1, "b"]; console.log(xs.filter(isStr).join()); function assert(c: boolean, m: string): asserts c { if (!c) throw new Error(m); } try { assert(false, "no"); } catch (e) { console.log((e as Error).message); }`,
  "names and lengths": `function foo(a: number, b: string) { return a + b; } const bar = (x: number) => x; const baz = function () {}; const named = function inner() {}; class K { static s = 1; m() {} } console.log(foo.name, bar.name, baz.name, named.name, K.name, foo.length, bar.length, K.s);`,
  "optional parameters of an interface": `interface Greeter { greet(name?: string): string } class A implements Greeter { greet() { return "hi"; } } class B implements Greeter { greet(n = "you") { return "hello " + n; } } const gs: Greeter[] = [new A(), new B()]; for (const g of gs) console.log(g.greet(), g.greet("x"));`,
  "optional parameters of a base class": `class Base { run(a: number, b?: number) { return a + (b ?? 0); } } class D extends Base { override run(a: number) { return a * 2; } } const xs: Base[] = [new Base(), new D()]; console.log(xs.map((x) => x.run(3)).join(), xs.map((x) => x.run(3, 4)).join());`,
};

describe("functions", () => {
  it.each(Object.entries(cases))("%s", (_, source) => runsAlike(source));
});
