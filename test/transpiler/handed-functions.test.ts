// Functions as values: called with more than they take, methods of the console, recursion that is too deep. Node, MicroPython and CPython agree.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const CASES: Record<string, string> = {
  cond: `function debug(on: boolean) { const out = on ? (s: string) => console.log(s) : () => {}; out("shown"); } debug(true); debug(false);`,
  or: `const table = [(s: string) => console.log("a" + s), () => console.log("none")]; for (const f of table) f("x");`,
  rec: `const ops = { add: (a: number, b: number) => a + b, zero: () => 0 }; for (const k of ["add", "zero"] as const) console.log(ops[k](1, 2));`,
  ret: `function pick(on: boolean) { if (on) return (s: string) => s + "!"; return () => "off"; } console.log(pick(true)("x"), pick(false)("x"));`,
  map: `const m = new Map([["a", (n: number) => n * 2]]); m.set("b", () => 5); console.log(m.get("a")?.(4), m.get("b")?.(4));`,
  nullish: `const handlers: Record<string, ((n: number) => number) | undefined> = {}; const h = handlers["q"] ?? (() => -1); console.log(h(3));`,
  rest: `function count(...xs: unknown[]) { return xs.length; } console.log(count(1, undefined), count(undefined), count(undefined, undefined, 1));`,
  let: `let f = (a: number) => a + 1; console.log(f(1)); f = () => 9; console.log(f(1));`,
  cmds: `const commands = [{ name: "double", run: (n: number) => n * 2 }, { name: "zero", run: () => 0 }]; for (const c of commands) console.log(c.name, c.run(4));`,
  held: `const inc = (n: number) => n + 1; const none = () => 0; const on = false; const f = on ? inc : none; console.log(f(2), none()); const fs = [inc, none]; console.log(fs.map((g) => g(3)));`,
  decl: `function twice(n: number) { return n * 2; } function zero() { return 0; } const fs = [twice, zero]; console.log(fs.map((g) => g(3)), zero());`,
  vals: `const ops = { add: (a: number, b: number) => a + b, neg: (a: number) => -a, one: () => 1 }; for (const op of Object.values(ops)) console.log(op(3, 4)); for (const [k, op] of Object.entries(ops)) console.log(k, op(1, 2)); console.log(ops.one(), ops.neg(2));`,
  nested: `const t = { math: { sq: (n: number) => n * n, k: () => 7 } }; type K = keyof typeof t.math; const key: K = "k"; console.log(t.math[key](), (["sq", "k"] as K[]).map((k) => t.math[k](3)));`,
  letf: `let handler = (e: string) => console.log("got", e); handler("a"); handler = () => console.log("ignored"); handler("b");`,
  deffn: `function make(kind: string) { switch (kind) { case "up": return (s: string) => s.toUpperCase(); case "dup": return (s: string) => s + s; default: return () => "?"; } } console.log(["up", "dup", "x"].map((k) => make(k)("q")));`,
  tupl: `const [a, b] = [(x: number) => x + 1, () => 3]; console.log(a(1), b());`,
  swit: `const noop = () => {}; const log = false ? (s: string) => console.log(s) : noop; log("x"); noop(); console.log("after");`,
  opt: `function run(cb?: (n: number) => void) { const f = cb ?? (() => console.log("default")); f(3); } run(); run((n) => console.log(n));`,
  log1: `Promise.resolve(5).then(console.log); Promise.resolve({ b: 1, a: [1] }).then(console.log);`,
  log2: `[1, 2].forEach(console.log); ["a"].forEach(console.log);`,
  log3: `const log = console.log; log(1, [2]); log("a", { b: 1, a: new Map([[1, 2]]) }); log(); log(true, 1.5, undefined); const e = console.error; e("x");`,
  log4: `const out = { log: console.log }; out.log("x", 3);`,
  log6: `function run(print: (...args: unknown[]) => void) { print("a", 1, [1, "x"], null); } run(console.log);`,
  log7: `class Logger { constructor(private sink: (s: string) => void = console.log) {} info(s: string) { this.sink(\`i \${s}\`); } } new Logger().info("x"); new Logger((s) => console.log(s + "!")).info("y");`,
  log9: `type Sink = (line: string) => void; const sinks: Sink[] = [console.log, (s) => console.log("2:" + s)]; for (const s of sinks) s("hello");`,
  log10: `const m = new Map([["a", 1], ["b", 2]]); m.forEach(console.log); new Set([1, 2]).forEach(console.log);`,
  log11: `function each<T>(xs: T[], f: (x: T) => void) { for (const x of xs) f(x); } each([1, 2.5], console.log); each([{ z: 1, a: "q" }], console.log); each(["s"], console.log);`,
  log12: `class Emitter { private hs: ((v: number) => void)[] = []; on(h: (v: number) => void) { this.hs.push(h); return this; } emit(v: number) { this.hs.forEach((h) => h(v)); } } new Emitter().on(console.log).emit(4);`,
  log13: `setTimeout(console.log, 5, "later"); queueMicrotask(() => console.log("m"));`,
  log17: `function debug(on: boolean) { const out = on ? console.log : () => {}; out("shown"); } debug(true); debug(false);`,
  log18: `const tap = <T>(x: T, f: (x: T) => void = console.log): T => { f(x); return x; }; tap(5); tap("a"); tap([1]);`,
  rec1: `const isEven = (n: number): boolean => n === 0 ? true : isOdd(n - 1); const isOdd = (n: number): boolean => n === 0 ? false : isEven(n - 1); try { console.log(isEven(1e6)); } catch (e) { console.log(e instanceof RangeError, (e as Error).message, String(e)); }`,
  rec2: `class A { v: B | null = null; go(n: number): number { return this.other(n) + 1; } other(n: number): number { return this.go(n + 1); } } class B {} try { new A().go(0); } catch (e) { if (e instanceof Error) console.log(e.name, e.message); }`,
  rec3: `class Node2 { child: Node2; constructor() { this.child = new Node2(); } } try { new Node2(); } catch (e) { console.log((e as Error).message); }`,
  rec5: `class P { get x(): number { return this.x; } } try { console.log(new P().x); } catch (e) { console.log((e as Error).message); }`,
};

describe("functions as values", () => {
  it.each(Object.entries(CASES))("%s", (_, source) => runsAlike(source));
});
