// null and undefined: one value in Python, and two where a program tells them apart.
import { describe, expect, test } from "vitest";
import { emitText, runsAlike } from "./run-alike";

const CASES: Record<string, string> = {
  "what accessors give": `const mk = (items: string[]) => ({ items, get first() { return items[0]; } }); console.log(mk([]).first, mk(["z"]).first);
class Q { private xs: number[] = []; get top(): number { return this.xs[this.xs.length - 1]!; } push(x: number): this { this.xs.push(x); return this; } } console.log(new Q().top, new Q().top + 1, new Q().push(2).top + 1);`,
  "values that may be either": `
    function show(x: string | null | undefined): string { if (x === null) return "null!"; if (x === undefined) return "undef!"; return x; }
    console.log(show(null), show(undefined), show("a"), show(""));
    const xs: (number | null | undefined)[] = [1, null, undefined, 0];
    console.log(xs, xs.map((x) => x ?? -1), xs.map((x) => typeof x), xs.map((x) => String(x)), xs.map((x) => \`\${x}\`).join());
    console.log(xs.join("-"), JSON.stringify(xs), xs.filter((x) => x != null), xs.filter((x) => x !== null).length, xs.indexOf(null), xs.includes(undefined));
    for (const x of xs) console.log(x, x ? "t" : "f", x == null, x === null, x === undefined, !x, x || "or", x && "and");
  `,
  "members, defaults and parameters": `
    interface U { name: string; nick?: string | null; age: number | null | undefined }
    const us: U[] = [{ name: "a", nick: null, age: 3 }, { name: "b", age: undefined }, { name: "c", nick: "x", age: null }];
    for (const u of us) { console.log(u, u.nick, u.age, JSON.stringify(u), u.nick?.length, u.nick ?? "none"); }
    const { nick = "def", age = 7 } = us[0]!; console.log(nick, age);
    const { nick: n1 = "def", age: a1 = 7 } = us[1]!; console.log(n1, a1);
    function f(a: number | null | undefined = 5, b?: string | null) { return [a, b]; }
    console.log(f(), f(undefined), f(null), f(1, null), f(2, undefined), f(3, "x"));
  `,
  JSON: `
    const o = JSON.parse('{"a":null,"b":[1,null],"c":{"d":null}}');
    console.log(o, o.a, o.zzz, o.a === null, o.zzz === undefined, o.b[1], o.b[5], JSON.stringify(o), o.c.d ?? "dflt");
    console.log(JSON.stringify({ x: undefined, y: null, z: [undefined, null] }));
  `,
  "values of a Map, ??=": `
    const m = new Map<string, number | null>([["a", 1], ["b", null]]);
    for (const k of ["a", "b", "c"]) { const v = m.get(k); console.log(k, v, v === null, v === undefined, v == null, v ?? 0, typeof v); }
    console.log(m, [...m.values()], m.get("b")?.toFixed(1));
    let c: { v: number } | null | undefined = undefined; c ??= null; console.log(c); c ??= { v: 1 }; console.log(c, c.v);
  `,
  "type parameters": `
    class Node1<T> { next: Node1<T> | null = null; constructor(public v: T) {} }
    class List<T> { head: Node1<T> | null = null; add(v: T) { const n = new Node1(v); if (!this.head) { this.head = n; return this; } let c = this.head; while (c.next) c = c.next; c.next = n; return this; }
     first(): T | undefined { return this.head?.v; } find(p: (t: T) => boolean): T | undefined { for (let c = this.head; c; c = c.next) if (p(c.v)) return c.v; return undefined; } }
    const l = new List<number | null>().add(1).add(null); console.log(l, l.first(), l.find((x) => x === null), l.find((x) => x === 7), new List<string>().first());
  `,
  "callbacks, elements, pop": `
    const fn = (cb?: ((x: number) => number) | null) => cb?.(3) ?? "no"; console.log(fn(), fn(null), fn((x) => x * 2));
    let state: "on" | null | undefined; console.log(state); state = null; console.log(state, state === null); const box = [state]; console.log(box[0] === null, box[1] === undefined, box.at(-1), box.pop(), box.pop());
  `,
  "keys of a Map, members of any name": `
    const s = new Map<object | null, string>(); s.set(null, "n"); console.log(s.get(null), s.has(null), s.size);
    const w: Record<string, string | null> = { a: "x", b: null }; for (const k of ["a", "b", "c"]) console.log(k, w[k], k in w, w[k] === undefined); console.log(Object.entries(w), { ...w, d: undefined });
  `,
  "sorting by text": `
    console.log([3, null, undefined, 1].sort());
  `,
  "sorting with null alone": `
    console.log(["x", null, "a"].sort(), ["x", null, "a"].toSorted(), [3, null, 1].sort((a, b) => (a ?? 9) - (b ?? 9)));
  `,
  "what errors say": `
    function g(x: { a: number } | null | undefined) { try { return x!.a; } catch (e) { return (e as Error).message; } }
    console.log(g({ a: 1 }), g(null), g(undefined));
  `,
  "chains, switch": `
    const t: { p?: { q: string | null } | null } = { p: { q: null } }; console.log(t.p?.q, t.p?.q?.length, t?.p?.q ?? "dq"); 
    function clear(x: typeof t) { x.p = null; } clear(t); console.log(t.p?.q, t);
    const and1 = t.p && t.p.q; console.log(and1);
    function kind(v: unknown) { switch (v) { case null: return "is null"; case undefined: return "undef"; default: return "other"; } } console.log(kind(t.p), kind(undefined), kind(0));
  `,
  "what a regular expression did not find": `
    const r = /(\\d+)(x)?/.exec("ab12"); console.log(r === null, r?.[1], r?.[2], r?.[3]); const z = "q".match(/\\d/g); console.log(z === null, z?.length ?? "no");
    function opt(s: string): string | null | undefined { const k = /(a)|(b)/.exec(s); return k === null ? null : k[2]; }
    console.log(opt("a"), opt("b"), opt("c"));
  `,
  "what gets to a function that is handed over": `
    function d(v: unknown): string { return v === null ? "null" : v === undefined ? "undef" : typeof v; }
    console.log([1, null, undefined, "s"].map(d));
  `,
  "a wider parameter than the base's": `
    interface Sink { put(v: string | null): void }
    class Any implements Sink { put(v: unknown): void { console.log(v === null ? "null" : v === undefined ? "undefined" : "some"); } }
    const s: Sink = new Any();
    s.put("a"); s.put(null);
    new Any().put(undefined);
  `,
  "what is implemented with a wider parameter": `
    abstract class Base { abstract show(v: number | null): string; go(): string { return this.show(null); } }
    class Sub extends Base { show(v: unknown): string { return String(v === null) + String(v === undefined); } }
    console.log(new Sub().go(), new Sub().show(undefined));
  `,
  "a wider result of what is handed over": `
    function run(f: () => unknown): void { const r = f(); console.log(r === null ? "null" : r === undefined ? "undefined" : "some"); }
    function a(): number | null { return null; }
    function b(): number | undefined { return undefined; }
    function c(): void { console.log("c"); }
    run(a); run(b); run(c); run(() => 5);
  `,
  "functions in a list of narrower ones": `
    type Fn = (v: number | null) => string;
    const describe = (v: unknown): string => (v === undefined ? "undefined" : v === null ? "null" : "some");
    const fns: Fn[] = [describe, (v) => String(v)];
    for (const f of fns) console.log(f(null), f(2));
    console.log(describe(undefined));
  `,
  "`{}` holds anything that is there": `
    const opt: {} | null = "x".length > 0 ? "t" : null;
    console.log(opt);
    if (typeof opt === "string") console.log(opt.length);
    interface Nothing {}
    const n: Nothing = "text";
    console.log(n);
    type Props = {};
    const p: Props = {};
    console.log(p);
    class Holder<P = {}> { constructor(public props: P) {} }
    console.log(new Holder({}), new Holder({ a: 1 }), new Holder<{}>({ b: 2 }));
  `,
  "`??` of what is of unknown type": `
    const pick = (v: unknown) => v ?? "none";
    console.log(pick(null), pick(1), pick(undefined), pick(""));
  `,
  "`??` of a type parameter": `
    function withDefault<T>(value: T, fallback: T): T { return value ?? fallback; }
    console.log(withDefault<number | undefined>(undefined, 3), withDefault("a", "b"));
    class Option<T> { constructor(private v: T) {} or(d: NonNullable<T>): NonNullable<T> { return this.v ?? d; } }
    console.log(new Option<string | null>(null).or("d"), new Option<number | undefined>(4).or(5));
  `,
  "`?.` of a type parameter that may be null": `
    function len<T extends { length: number } | null>(v: T): number { return v?.length ?? -1; }
    console.log(len("abc"), len([1]), len(null));
  `,
  "null in a Map of anything": `
    const cache = new Map<string, unknown>();
    cache.set("a", null); cache.set("b", 2);
    console.log(cache.get("a") ?? "dflt", cache.get("b") ?? "dflt", cache.get("c") ?? "dflt");
    let w: unknown = null;
    w ??= "set";
    console.log(w);
  `,
  "null in a Map of a class with type parameters": `
    class Cache<K, V> { private m = new Map<K, V>(); put(k: K, v: V): this { this.m.set(k, v); return this; } get(k: K, d: V): V { return this.m.get(k) ?? d; } }
    console.log(new Cache<string, number | null>().put("a", null).get("a", 5));
  `,
  "keys of a Map of anything": `
    const o = {}, m = new Map<unknown, string>();
    m.set(1, "num").set("1", "str").set(true, "bool").set(null, "null").set(undefined, "undef").set(NaN, "nan").set(o, "obj").set(0, "zero");
    console.log(m.size, [1, "1", true, null, undefined, NaN, o, {}, -0, false].map((k) => m.get(k)));
  `,
  "keys that may be either": `
    const m = new Map<string | null | undefined, number>([[null, 1], [undefined, 2], ["null", 3]]);
    console.log(m.get(null), m.get(undefined), m.get("null"), m.size);
  `,
  "a search for null and for undefined": `
    const xs = [null, undefined, 1];
    console.log(xs.indexOf(null), xs.indexOf(undefined), xs.includes(undefined), new Set(xs).size);
  `,
};

describe("null and undefined", () => {
  for (const [name, source] of Object.entries(CASES)) test(name, () => runsAlike(source));

  test("are None both where nobody can tell them apart", () => {
    const text = emitText(`
      function first(values: string[]): string | null { return values.length > 0 ? values[0]! : null; }
      console.log(first(["a"]) ?? "none", first([]) === null);
    `);
    expect(text).not.toContain("NULL");
  });
});
