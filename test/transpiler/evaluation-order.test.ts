// What runs when: both sides evaluate the parts of an assignment in JavaScript's order.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const TRACE = `let s = ""; function key(): string { s += "k"; return "key"; } function value(): int { s += "v"; return 1; }`;

const order: Record<string, string> = {
  "a place that changes what it stands in": `const ys = [1, 2, 3]; ys[ys.push(9) - 1]++; console.log(ys); ys[ys.push(9) - 1] += 2; console.log(ys); ys[ys.length - 1] = ys.pop()!; console.log(ys);
const o: Record<string, number> = { a: 1, b: 2 }; const ks = ["a", "b", "a"]; o[ks.pop()!]++; o[ks.pop()!] += 3; o[ks.pop()!] ||= 5; console.log(o, ks);
const g = [[1], [2]]; g[g.length - 1][0] = g.pop()![0] * 5; console.log(g); const rec: Record<string, number> = {}; const names = ["a", "b"]; rec[names[0]] = names.shift()!.length; console.log(rec, names);`,
  "a place that the value changes": `const st = [1, 2, 3, 4]; while (st.length > 1) st[st.length - 2] += st.pop()!; console.log(st);
const stack: number[] = []; for (const t of ["3", "4", "+", "2", "*"]) { if (t === "+") stack[stack.length - 2] += stack.pop()!; else if (t === "*") stack[stack.length - 2] *= stack.pop()!; else stack.push(Number(t)); } console.log(stack);`,
  "a map's key before its value": `${TRACE} const m = new Map<string, int>(); m.set(key(), value()); console.log(s, m.get("key") ?? 0);`,
  "a record's key before its value": `${TRACE} const r: Record<string, int> = {}; r[key()] = value(); console.log(s);`,
  "an object before what its field gets": `${TRACE} class A { x: int = 0; } const one = new A(); function target(): A { s += "t"; return one; } target().x = value(); console.log(s, one.x);`,
  "a key that the value changes": `class A { count = 0; names: Record<string, int> = {}; next(): int { this.count += 1; return this.count; } run(): void { this.names[String(this.count)] = this.next(); } } const a = new A(); a.run(); console.log(a.names["0"] ?? -1, a.names["1"] ?? -1);`,
  "an object that the value replaces": `class A { xs: Record<string, int> = {}; fresh(): int { this.xs = {}; return 1; } run(): void { this.xs["a"] = this.fresh(); } } const a = new A(); const old = a.xs; a.run(); console.log(old["a"] ?? -1, a.xs["a"] ?? -1);`,
  "a key once where it is read and written": `${TRACE} const r: Record<string, int> = { key: 1 }; r[key()] += 2; r[key()]++; console.log(s, r["key"] ?? 0);`,
  "all values before the first is pushed": `const a: int[] = []; function n(): int { return a.length; } a.push(n(), n()); console.log(a.join());`,
  "a separator that is made after the list": `function f(a: number[], s: string[]) { return a.join(",") + s.join("-"); } let i = 0; const get = () => [i++, i++]; console.log(f(get(), [String(i++), String(i)])); const sep = () => { i = 100; return "|"; }; console.log([i, i].map((x) => x + i).join(sep()), i);`,
  "operands of library calls": `const log: string[] = []; const t = <T>(n: string, v: T): T => { log.push(n); return v; }; t("arr", [1, 2]).join(t("sep", ",")); t("s", "abc").indexOf(t("x", "c")); t("m", new Map<string, number>()).get(t("k", "k")); t("arr2", [3]).includes(t("v", 3)); t("i", "abc").startsWith(t("p", "a")); Math.max(t("m1", 1), t("m2", 2)); \`\${t("a", 1)}\${t("b", 2)}\`; t("arr3", [1, 2, 3])[t("ix", 1)]; t("p1", "5").padStart(t("p2", 3), t("p3", "0")); t("r1", "aa").replace(t("r2", "a"), t("r3", "b")); t("o1", 5) % t("o2", -3); t("d1", 5) / t("d2", 2); t("q1", 2) ** t("q2", 3); t("c1", "a") < t("c2", "b"); t("sp", "a,b").split(t("sp2", ",")); t("sl", [1, 2, 3]).slice(t("sl1", 0), t("sl2", 1)); t("n", 3.14159).toFixed(t("dig", 2)); t("inc", "abc").includes(t("inc2", "b")); t("rep", "x").repeat(t("cnt", 2)); console.log(log.join(" "));`,
  "an initializer that is taken apart, once": `let s = ""; const t = <T>(n: string, v: T): T => { s += n; return v; }; const [x = t("x", 1), y = t("y", 2)] = [t("a", 9), undefined]; const [[p], q = 3] = [[t("b", 1)], t("c", 4)]; console.log(s, x, y, p, q);`,
  "a getter that counts, as an index": `let n = 0; const o = { get next() { return ++n; }, list: [10, 20, 30] }; o.list[o.next - 1] += o.next; o.list[o.next - 1]++; console.log(o.list, n);`,
  "a getter that counts, beside what it changes": `class Ids { private last = 0; get next(): number { this.last += 1; return this.last; } get peek() { return this.last; } } const ids = new Ids(); let i = 0; const f = (...xs: number[]) => xs.join(); console.log(f(ids.next, i++, ids.next), f(ids.peek, ids.next, ids.peek), i); const r: Record<string, number> = {}; r["k" + ids.next] = ids.next; console.log(r);`,
  "what a getter changes": `let n = 1; const o = { get twice() { n *= 2; return n; } }; const xs = [n, o.twice, n, o.twice, n]; let sum = n; sum += o.twice + n; console.log(xs, sum);`,
  "an iterator that is spread, then asked": `const it = new Map([["a", 1], ["b", 2], ["c", 3]]).entries(); console.log(it.next().value); console.log([...it], it.next().done); const keys = new Set([1, 2, 3])[Symbol.iterator](); keys.next(); console.log([...keys], [...keys].length);`,
  "a generator that is spread, then asked": `function* count() { yield 1; yield 2; yield 3; } const g = count(); console.log([...g], g.next().done); const h = count(); const f = (xs: number[], done: boolean | undefined) => xs.join() + done; console.log(f([...h], h.next().done));`,
  "a list that is spread, then changed": `class Bag { xs = [1, 2, 3]; *[Symbol.iterator]() { yield* this.xs; } drop(x: number): boolean { const at = this.xs.indexOf(x); if (at >= 0) this.xs.splice(at, 1); return at >= 0; } } const b = new Bag(); console.log([...b], b.drop(1), [...b], b.drop(9)); let n = 0; const m = { a: 1 }; console.log({ ...m }, (m.a = 2), { ...m, n: n++ });`,
  "what is shown beside a record of calls": `
    const log: number[] = [];
    const t = (n: number) => { log.push(n); return n; };
    console.log(log, { a: t(3), b: t(4) });
  `,
  "what is shown beside calls in all kinds of literals": `
    const log: number[] = [];
    const t = (n: number) => { log.push(n); return n; };
    const r = { log, x: t(1) };
    console.log([log, [t(2)]], r, { ...r, y: t(3) });
  `,
  "a Map that is shown beside what fills it": `
    const m = new Map<string, number>();
    const put = (k: string, v: number) => { m.set(k, v); return v; };
    console.log(m, [put("a", 1)], { b: put("b", 2) });
  `,
  "a list that functions which call each other fill": `
    const log: number[] = [];
    function even(n: number): boolean { const r = n === 0 ? true : odd(n - 1); log.push(n); return r; }
    function odd(n: number): boolean { return n === 0 ? false : even(n - 1); }
    console.log(log, even(4));
    console.log(log, odd(3));
  `,
  "`in` and texts of objects before what changes them": `
    const seen: Record<string, number> = {};
    const put = (k: string) => { seen[k] = 1; return k; };
    console.log("a" in seen, seen, put("a"), "a" in seen, put("b"));
    let i = 0;
    console.log("c" in seen, i++, put("c"), i, "c" in seen);
  `,
  "a list as text before what changes it": `
    const xs = [1, 2];
    const add = (n: number) => { xs.push(n); return n; };
    let n = 0;
    console.log("s" + xs, n++, add(3), \`\${xs}\`, (n += add(4)), xs + "!");
    const text = \`\${xs}\${n++}\` + xs + add(7) + xs;
    console.log(text);
  `,
  "fields before the defaults of parameters": `
    let n = 0;
    class Item { id = ++n; constructor(public label = \`item\${++n}\`) {} }
    console.log(new Item(), new Item("x"), new Item());
  `,
  "fields before parts of a parameter": `
    const order: string[] = [];
    const mark = (s: string): string => { order.push(s); return s; };
    class Opts { a = mark("a"); b: string; constructor({ x = mark("x"), y = mark("y") }: { x?: string; y?: string } = {}) { this.b = x + y; } }
    console.log(new Opts(), new Opts({ x: "1" }), order.join());
  `,
  "fields of a base before its defaults": `
    const seq: string[] = [];
    const s = (x: string) => { seq.push(x); return x.length; };
    class A { x = s("A.x"); constructor(p = s("A.p")) { s("A body" + p); } }
    class B extends A { y = s("B.y"); constructor(q = s("B.q"), r = s("B.r" + q)) { super(r); s("B body"); } }
    class C extends B { z = s("C.z"); }
    new C(); new B(1); new A(); console.log(seq);
  `,
  "what a generator is given, in literals": `
    function* g(): Generator<string, string, number> {
      const a = (yield "a") + (yield "b");
      const o = { x: yield "c", y: [yield "d"], z: [[yield "e", yield "f"]] };
      const t = [1, yield "g"];
      return JSON.stringify([a, o, t]);
    }
    const it = g(); let r = it.next(), i = 0; while (!r.done) { console.log(r.value); r = it.next(++i); } console.log(r.value);
  `,
  "what a generator is given, in calls and tests": `
    function* g(): Generator<number, void, number> {
      console.log(yield 1);
      console.log(yield 2, yield 3);
      const xs: number[] = [];
      xs.push(yield 4);
      xs.push(yield 5, yield 6);
      console.log(Math.max(yield 7, yield 8), \`\${yield 9}\`, xs);
      if ((yield 10) > 0) console.log("yes");
      const m = new Map<string, number>([["k", yield 11]]);
      console.log(m, (yield 12) > 3 ? "a" : "b");
      for (const x of [yield 13, yield 14]) console.log(x);
      while ((yield 15) < 20) console.log("again");
      switch (yield 16) { case 1: console.log("one"); break; default: console.log("other"); }
    }
    const it = g(); let r = it.next(), i = 0; while (!r.done) { r = it.next(++i); }
  `,
  "what another generator returns, in literals": `
    function* inner(): Generator<number, number, unknown> { yield 1; return 5; }
    function* g(): Generator<number, number, unknown> {
      const o = { v: yield* inner(), w: [yield* inner()] };
      console.log(o);
      console.log(yield* inner());
      const f = (n: number) => n * 2;
      return f(yield* inner()) + (yield* inner());
    }
    const it = g(); let r = it.next(); while (!r.done) r = it.next(); console.log(r.value);
  `,
};

describe("order of evaluation", () => {
  it.each(Object.entries(order))("%s", (_, source) => runsAlike(source));
});
