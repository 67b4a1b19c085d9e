// Functions of JavaScript's library as values.
import { describe, test } from "vitest";
import { runsAlike } from "./run-alike";

describe("functions of the library are values like any other", () => {
  const programs: Record<string, string> = {
    "in a table of operations": `
      const ops: Record<string, (a: number, b: number) => number> = { "+": (a, b) => a + b, max: Math.max, min: Math.min, pow: Math.pow, "**": Math.pow };
      for (const k of Object.keys(ops)) console.log(k, ops[k]!(2, 5), ops[k]!(0.5, 3) / 2);
    `,
    "in an array": `
      const fs = [Math.abs, (n: number) => -n, Number, Math.sqrt, Math.floor];
      console.log(fs.map((f) => f(-2.5)), fs.map((f) => f(4)), fs[3]!(9) / 2, [1, 2, 3][fs[4]!(1.5)]);
    `,
    "given to functions that take one": `
      function integrate(f: (x: number) => number, a: number, b: number, n = 100) { const h = (b - a) / n; let s = 0; for (let i = 0; i < n; i++) s += f(a + (i + 0.5) * h); return s * h; }
      console.log(integrate(Math.sin, 0, Math.PI).toFixed(6), integrate((x) => x * x, 0, 3).toFixed(6), integrate(Math.exp, 0, 1, 10).toFixed(4), integrate(Math.abs, -1, 1).toFixed(2));
    `,
    "as converters": `
      type Conv<T> = (s: string) => T;
      const convs: { num: Conv<number>; int: Conv<number>; flo: Conv<number>; str: Conv<string>; bool: Conv<boolean> } = { num: Number, int: parseInt, flo: parseFloat, str: String, bool: Boolean };
      console.log(convs.num("1.5"), convs.int("12px"), convs.flo("3.14abc"), convs.str("x"), convs.bool(""), convs.num(""), convs.int("x"));
    `,
    "parseInt that takes the index for a radix": `
      console.log(["10", "10", "10", "10"].map(parseInt), ["1.5", "x"].map(parseFloat), ["1", "b"].map(Number), ["1"].map(Number.parseFloat));
    `,
    "Number, String and Boolean over values of several kinds": `
      const vals: (string | number | boolean)[] = ["1", 2, true, "", "x", false, 0.5];
      console.log(vals.map(Number), vals.map(String), vals.filter(Boolean), vals.map(Boolean));
      const more: (string | null)[] = ["5", null];
      console.log(more.map(Number));
      const u: (number | undefined)[] = [1, undefined];
      console.log(u.map(Number), u.map(Boolean));
    `,
    "numbers of any value": `
      const v: any = "42"; const w: string | number = Math.random() > 2 ? 1 : "7";
      console.log(Number(v) + 1, +w + 1, -w, Number(w) * 2);
    `,
    "numbers of null, lists and records of unknown type": `
      const values: unknown[] = [true, [], "", null, [7], ["x"], [1, 2], {}, undefined];
      console.log(values.map((v) => Number(v)), values.map(Number));
    `,
    "chosen by name": `
      const rounders = { up: Math.ceil, down: Math.floor, near: Math.round, cut: Math.trunc };
      type R = keyof typeof rounders;
      const apply = (r: R, n: number) => rounders[r](n);
      console.log((["up", "down", "near", "cut"] as R[]).map((r) => apply(r, -2.5)), rounders.up(1.2), Object.keys(rounders).map((k) => rounders[k as R](7.5)));
    `,
    "taken out of Math, Number and console": `
      const { max, min, PI, floor, sqrt } = Math;
      const { log } = console;
      log(max(1, 2, 3), min(4, 2), PI.toFixed(3), floor(2.7), sqrt(16), max(...[4, 9, 2]));
      const { isInteger, MAX_SAFE_INTEGER } = Number;
      log(isInteger(5), MAX_SAFE_INTEGER, floor(9.9) % 4, sqrt(2) / 2);
    `,
    composed: `
      const compose = <T>(...fns: ((x: T) => T)[]) => (x: T) => fns.reduceRight((acc, f) => f(acc), x);
      console.log(compose(Math.sqrt, Math.abs)(-16), compose(Math.floor, (x: number) => x / 2)(7));
      const pipe = (x: number, ...fs: Array<(n: number) => number>) => fs.reduce((a, f) => f(a), x);
      console.log(pipe(-9.5, Math.abs, Math.floor, Math.sqrt));
    `,
    "as a default": `
      function format(n: number, round: (n: number) => number = Math.round) { return round(n); }
      console.log(format(2.5), format(2.5, Math.floor), format(-0.4));
      class Gauge { constructor(private readonly fn: (x: number) => number = Math.abs) {} read(x: number) { return this.fn(x); } }
      console.log(new Gauge().read(-3), new Gauge(Math.cbrt).read(27));
    `,
    "named functions in Array.from": `
      function sq(_: unknown, i: number) { return i * i; }
      const idx = (_v: undefined, i: number) => i + 1;
      console.log(Array.from({ length: 5 }, sq), Array.from([1, 2, 3], String), Array.from("123", Number), Array.from({ length: 3 }, idx), Array.from(new Set(["1", "2"]), parseFloat));
      const limit = 2; let id = 0;
      async function worker() { const me = id++; await null; return me; }
      Promise.all(Array.from({ length: limit }, worker)).then((r) => console.log(r));
    `,
    "Math.random": `
      const rng: () => number = Math.random;
      const x = rng(); console.log(x >= 0 && x < 1);
      function shuffle<T>(xs: T[], rnd: () => number = Math.random) { const a = [...xs]; for (let i = a.length - 1; i > 0; i--) { const j = Math.floor(rnd() * (i + 1)); [a[i], a[j]] = [a[j]!, a[i]!]; } return a; }
      console.log(shuffle([1, 2, 3]).sort(), shuffle([1, 2, 3], () => 0));
    `,
    "with a zero below zero": `
      console.log([-0.4, 0.4].map(Math.round), [Math.round].map((f) => f(-0.2)), [Math.max].map((f) => f()));
    `,
    "parseInt and parseFloat called by a function of the program": `
      function mapAll(xs: string[], f: (s: string) => number) { return xs.map((x) => f(x)); }
      console.log(mapAll(["10", "10"], parseInt), mapAll(["1"], parseFloat));
    `,
    "Number of null and undefined": `
      const more: (string | null | undefined)[] = ["5", null, undefined];
      console.log(more.map(Number), more.filter(Boolean), more.map((x) => Number(x)));
      const s: string | null = more[1] as string | null;
      console.log(Number(s));
    `,
  };
  test.each(Object.entries(programs))("%s", (_, source) => runsAlike(source));
});

describe("what programs reach for now and then", () => {
  const programs: Record<string, string> = {
    "methods of NaN and Infinity": `
      console.log(NaN.toFixed(), Infinity.toFixed(1), NaN.toString(), (0 / 0).toFixed(2), Infinity.toString(), -Infinity);
    `,
    "texts in addresses": `
      console.log(encodeURIComponent("a b&c/d?é=€"), decodeURIComponent("a%20b%26%C3%A9"), encodeURI("http://x/a b?q=é#h"), decodeURI("http://x/a%20b%3Fq"));
      const params: Record<string, string | number> = { q: "tea & milk", page: 2 };
      const query = Object.entries(params).map(([k, v]) => \`\${encodeURIComponent(k)}=\${encodeURIComponent(v)}\`).join("&");
      console.log(query, query.split("&").map((p) => p.split("=").map(decodeURIComponent)).length);
      for (const bad of ["%", "%zz", "%C3", "a%2", "%C3%28"]) { try { console.log(decodeURIComponent(bad)); } catch (e) { console.log((e as Error).name, (e as Error).message, e instanceof URIError); } }
      console.log(decodeURIComponent("%41%42c%"+"20d"), decodeURIComponent(""), encodeURIComponent("AZaz09-_.!~*'()\\u0000\\n\\""));
    `,
    "a Set as an Iterable": `
      function sum(xs: Iterable<number>) { let t = 0; for (const x of xs) t += x; return t; }
      function first<T>(xs: Iterable<T>): T | undefined { for (const x of xs) return x; return undefined; }
      function* take<T>(xs: Iterable<T>, n: number) { let i = 0; for (const x of xs) { if (i++ >= n) return; yield x; } }
      const toList = <T>(xs: Iterable<T>): T[] => [...xs];
      const s = new Set([3, 1, 2]);
      console.log(sum(s), sum([1, 2]), sum(new Map([["a", 1]]).values()), first(s), [...take(s, 2)], toList(s), toList("ab"), Math.max(...toList(s)));
      class Bag<T> { private items: T[] = []; addAll(xs: Iterable<T>) { for (const x of xs) this.items.push(x); return this; } get size() { return this.items.length; } }
      console.log(new Bag<number>().addAll(s).addAll([1]).size);
    `,
    "a Map as an Iterable": `
      function show(xs: Iterable<[string, number]>) { for (const [k, v] of xs) console.log(k, v); for (const e of xs) console.log(e); }
      const m = new Map([["a", 1], ["b", 2]]);
      show(m); show([["c", 3]]); show(Object.entries({ d: 4 }));
      const invert = (xs: Iterable<readonly [string, number]>) => new Map([...xs].map(([k, v]) => [v, k]));
      console.log(invert(m));
      function groupBy<K, V>(xs: Iterable<V>, key: (v: V) => K) { const out = new Map<K, V[]>(); for (const x of xs) { const k = key(x); const l = out.get(k); if (l) l.push(x); else out.set(k, [x]); } return out; }
      console.log(groupBy(new Set([1, 2, 3]), (n) => n % 2), groupBy(m, ([, v]) => v > 1));
    `,
    "instanceof Array, Object and Function": `
      class A {}
      const xs: (number[] | string)[] = [[1], "a"];
      console.log(xs.map((x) => x instanceof Array), new A() instanceof Object, [] instanceof Array, (() => 1) instanceof Function, [1] instanceof Object);
      function kind(x: unknown) { return x instanceof Array ? "array" : typeof x; }
      console.log(kind([1]), kind("s"), kind({}));
    `,
    "computed keys beside methods": `
      const k = "dyn", n = 7, neg = -1;
      const o = { k, [k]: 1, [k + n]: 2, ["x" + neg]: 3, n, f(x: number) { return x + n; }, [\`m\${n}\`]: () => "m" };
      console.log(Object.keys(o), o.f(3), o.dyn);
      const make = (id: number) => ({ id, ["key" + id]: id * 2, say() { return "hi " + id; } });
      console.log(make(3).say(), make(3).id, Object.keys(make(4)));
      const h = { ["a" + 1](x: number) { return x; }, b: 2 };
      console.log(Object.keys(h), h["b"]);
    `,
    "members whose name is a text in brackets": `
      class C { ["m"]() { return 1; } ["x"] = 5; static ["s"] = 3; [\`t\`]() { return "t"; } get ["g"]() { return this.x; } }
      console.log(new C().m(), C.s, new C().t(), new C().x, new C().g, new C());
      const lit = { ["plain"]: 1, ["fn"]() { return this.plain; } };
      console.log(lit.fn(), lit.plain);
    `,
  };
  test.each(Object.entries(programs))("%s", (_, source) => runsAlike(source));
});
