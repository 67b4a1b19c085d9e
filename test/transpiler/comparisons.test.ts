// Comparisons of values of several kinds or of an open type, `in`, methods and functions by name, and texts of
// which each branch knows its own.
import { describe, test } from "vitest";
import { runsAlike } from "./run-alike";

const comparisons: Record<string, string> = {
  "keys that are texts or numbers": `
    function smallest<T>(xs: T[], key: (x: T) => string | number): T | undefined { let best: T | undefined; for (const x of xs) if (best === undefined || key(x) < key(best)) best = x; return best; }
    console.log(smallest(["b", "a"], (s) => s), smallest([{ n: 3 }, { n: 2 }], (r) => r.n));
  `,
  "by one key after another": `
    const by = <T>(...fs: ((x: T) => string | number)[]) => (a: T, b: T) => { for (const f of fs) { const x = f(a), y = f(b); if (x < y) return -1; if (x > y) return 1; } return 0; };
    console.log([{ n: "b", v: 1 }, { n: "a", v: 1 }, { n: "c", v: 0 }].sort(by((e) => e.v, (e) => e.n)).map((e) => e.n));
  `,
  "of texts and numbers": `
    const xs: (string | number)[] = ["10", 9, "b", 100, "1"];
    for (const a of xs) for (const b of xs) console.log(a, b, a < b, a <= b, a > b, a >= b);
  `,
  "of texts that may be missing": `
    const words = ["x", "y"];
    for (let i = 0; i < 3; i++) { console.log(words[i] < "y", words[i] >= "x"); }
    const m = new Map<string, string>([["a", "b"]]);
    console.log(m.get("a")! < "c", m.get("z")! < "c");
  `,
  "of what class parameters stand for": `
    class Tree<T> { left?: Tree<T>; right?: Tree<T>; constructor(public value: T) {}
      insert(v: T): this { if (v < this.value) { if (this.left) this.left.insert(v); else this.left = new Tree(v); } else { if (this.right) this.right.insert(v); else this.right = new Tree(v); } return this; }
      *walk(): Generator<T> { if (this.left) yield* this.left.walk(); yield this.value; if (this.right) yield* this.right.walk(); } }
    const t = new Tree(5); [2, 8, 1].forEach((n) => t.insert(n)); console.log([...t.walk()]);
    console.log([...new Tree("m").insert("z").insert("a").walk()].join(""));
  `,
  "of what function parameters stand for": `
    function maxOf<T>(xs: T[]): T | undefined { let m: T = xs[0]; for (const x of xs) if (x > m) m = x; return m; }
    class Box<T> { constructor(public v: T) {} }
    console.log(maxOf([1, 5, 3]), maxOf(["a", "z"]), new Box(new Box(1)).v.v);
  `,
};

const membership: Record<string, string> = {
  "fields, getters and methods": `
    class Opt { a?: number; b = 1; get c() { return 2; } m() { return 3; } }
    const o = new Opt(); console.log("a" in o, "b" in o, "c" in o, "m" in o, "zz" in o);
  `,
  "optional methods": `
    interface A { kind: string; go?(): void } class X implements A { kind = "x"; go() {} } class Y implements A { kind = "y"; }
    const zs: A[] = [new X(), new Y()]; for (const z of zs) console.log(z.kind, "go" in z);
  `,
  "one test after another": `
    function show(v: unknown): string { if (v && typeof v === "object") { if ("id" in v && typeof v.id === "number") return \`#\${v.id}\`; if ("name" in v) return \`@\${String(v.name)}\`; } return "?"; }
    console.log(show({ id: 3 }), show({ name: "n" }), show({ id: "x" }), show(null), show("s"), show([1]));
  `,
  "indexes of a list": `
    const L = ["a", "b", "c"];
    for (const i of [0, 2, 3, -1, 1.5]) console.log(i, i in L);
  `,
  "methods of classes": `
    class Bird { fly() { return "f"; } wings = 2; }
    class Fish { swim() { return "s"; } }
    const isFish = (p: Bird | Fish): p is Fish => "swim" in p;
    for (const a of [new Bird(), new Fish()]) console.log(isFish(a), "wings" in a, isFish(a) ? a.swim() : a.fly());
  `,
  "of values of any type": `
    function code(e: unknown): string { if (typeof e === "object" && e !== null && "code" in e) return "code " + String(e.code); return "none"; }
    class H extends Error { constructor(m: string, readonly code: number) { super(m); } }
    console.log(code({ code: 5 }), code(new H("x", 404)), code(new Error("y")), code(null), code(3), code([1]), code("s"));
  `,
  "of contracts": `
    interface Shape { area(): number } interface Named extends Shape { label: string }
    class A implements Shape { area() { return 1; } } class B implements Named { label = "b"; area() { return 2; } }
    const ss: Shape[] = [new A(), new B()];
    for (const s of ss) if ("label" in s) console.log((s as Named).label); else console.log("plain", s.area());
  `,
  "read after the test": `
    function has(v: unknown) { return typeof v === "object" && v !== null && "name" in v && typeof v.name === "string" ? v.name : "?"; }
    console.log(has({ name: "x" }), has({}), has(1));
  `,
  "the message of anything": `
    function msg(e: unknown): string { if (typeof e === "object" && e !== null && "message" in e) return String(e.message); return "?"; }
    try { throw new RangeError("far"); } catch (e) { console.log(msg(e)); }
    console.log(msg({ message: 3 }), msg({}), msg("s"));
  `,
};

const branches: Record<string, string> = {
  "anything that is there": `
    function f(v: unknown) { if (v) console.log(v); if (v !== null && v !== undefined) console.log("is", v, \`\${String(v)}\`); }
    f("s"); f(1); f([1]); f({ a: 1 });
  `,
  "what `{}` takes": `
    const o = {}; console.log(o, JSON.stringify(o), Object.keys(o).length);
    function g(x: {}) { console.log(x); } g("t"); g(1); g({ a: 1 });
    const m: {} = {}; console.log(m); const arr: {}[] = [{}, {}]; console.log(arr);
  `,
  "a value or a word": `
    function pick(v: unknown) { console.log(v ? v : "none", v === null ? "null" : typeof v === "number" ? v + 1 : "other"); }
    pick(1); pick("s"); pick(0);
  `,
  "the message, or what was thrown": `
    try { throw "x"; } catch (err) { console.log(1, err instanceof Error ? err.message : err); }
  `,
  "the message of every error": `
    try { throw new Error("x"); } catch (err) { console.log(1, err instanceof Error ? err.message : err); }
  `,
  "what a match found, or nothing": `
    function parts(s: string) { const m = s.match(/\\w+/g) ?? []; return m.map((x) => x.toUpperCase()); }
    console.log(parts("a b"), parts(""));
    const all = "x1y2".match(/\\d/g) || [];
    for (const d of all) console.log(d);
    console.log(all.length, all[0], [...all].sort());
    const m = "2024-05".match(/(\\d+)-(\\d+)/) ?? [];
    const [, y, mo] = m;
    console.log(y, mo);
  `,
  "lists that may be empty tuples": `
    type P = [] | [number] | [number, number];
    function f(p: P) { console.log(p.length, p, p[0] ?? -1); }
    f([]); f([1]); f([1, 2]);
  `,
};

const bound: Record<string, string> = {
  "text of each object": `
    class P { constructor(readonly x: number) {} toString() { return \`<\${this.x}>\`; } }
    const ps = [new P(1), new P(2)];
    console.log(ps.map(String), ps.map(String).join(" "), [...new Set(ps)].map(String));
  `,
  "text by an abstract method": `
    abstract class S { abstract toString(): string } class A extends S { toString() { return "A"; } } class B extends S { toString() { return "B"; } }
    const ss: S[] = [new A(), new B()]; console.log(ss.map(String).sort());
  `,
  "methods that a constructor binds": `
    class Greeter { constructor(private greeting: string) { this.greet = this.greet.bind(this); } greet(name: string): string { return \`\${this.greeting}, \${name}\`; } }
    const g = new Greeter("Hi"); const f = g.greet;
    console.log(f("Bob"), ["A", "B"].map(f));
  `,
  "bound methods handed on": `
    class C { n = 0; constructor() { this.inc = this.inc.bind(this); } inc() { this.n++; return this.n; } run(f: () => number) { return f() + f(); } }
    const c = new C(); console.log(c.run(c.inc)); setTimeout(c.inc, 1); setTimeout(() => console.log(c.n), 5);
  `,
};

describe("comparisons", () =>
  test.each(Object.entries(comparisons))("%s", (_, source) => runsAlike(source)));
describe("membership", () =>
  test.each(Object.entries(membership))("%s", (_, source) => runsAlike(source)));
describe("methods by name", () =>
  test.each(Object.entries(bound))("%s", (_, source) => runsAlike(source)));
describe("branches", () =>
  test.each(Object.entries(branches))("%s", (_, source) => runsAlike(source)));
