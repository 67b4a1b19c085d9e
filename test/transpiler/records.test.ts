// Records: their keys, their order, copies of them, and classes where they are data.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const cases: Record<string, string> = {
  "a key that is missing": `const r: Record<string, number> = {}; const xs = ["a"]; const i = xs.length + 2; r[xs[i]!] = 1; console.log(r, Object.keys(r), r["undefined"]);`,
  "a key behind the end of an array": `const r: Record<string, number> = {}; const xs = ["a"]; for (let i = 0; i <= xs.length; i++) r[xs[i]!] = (r[xs[i]!] ?? 0) + 1; console.log(Object.keys(r));`,
  "a key that a Map has not": `const r: Record<string, string> = { a: "x" }; const m = new Map<string, string>(); console.log(r[m.get("q")!], m.get("q")! in r);`,
  "members that come later through any, or by Object.assign": `class Tree { root?: { v: number; l?: any; r?: any }; insert(v: number): boolean { if (!this.root) { this.root = { v }; return true; } let n = this.root; for (;;) { if (v === n.v) return false; const side: "l" | "r" = v < n.v ? "l" : "r"; if (!n[side]) { n[side] = { v }; return true; } n = n[side]; } } }
const t = new Tree(); console.log([5, 3, 8, 3, 1].map((v) => t.insert(v))); console.log(JSON.stringify(t.root));
const u: Record<string, number> = {}; Object.assign(u, { z: 1 }, { y: 2, x: 3, w: 4 }); console.log(u); const o = { zeta: 1 }; Object.assign(o, { m: 2 }); Object.assign(o, { a: 3 }); console.log(o);`,
  "indexes come first": `const r: Record<string, number> = { b: 1, "2": 2, a: 3, "1": 4 }; console.log(Object.keys(r).join(), Object.values(r).join()); for (const [k, v] of Object.entries(r)) console.log(k, v); for (const k in r) console.log(k);`,
  "numbers as keys": `const squares: Record<number, number> = {}; for (let i = 3; i > 0; i--) squares[i] = i * i; console.log(Object.keys(squares), squares[2], squares, 2 in squares, 7 in squares); delete squares[2]; console.log(squares); squares[1.5] = 0; console.log(squares);`,
  "enum keys": `enum Level { Low, High } const names: Record<Level, string> = { [Level.Low]: "low", [Level.High]: "high" }; console.log(names[Level.High], Object.keys(names), names);`,
  assign: `const defaults = { host: "localhost", port: 80, tls: false }; const given: { port?: number; host?: string } = { port: 8080 }; const config = Object.assign({}, defaults, given); console.log(config, defaults.port); const p: { x: number; z?: number } = { x: 1 }; const q = Object.assign(p, { z: 3 }); console.log(q === p, p.z, Object.keys(p)); Object.assign(p, { x: 5 }); console.log(p);`,
  fromEntries: `const prices: [string, number][] = [["apple", 1.5], ["pear", 2]]; const table = Object.fromEntries(prices); console.log(table, Object.fromEntries(Object.entries(table).map(([k, v]) => [k.toUpperCase(), v * 2])), Object.fromEntries(new Map([["a", 1], ["b", 2]])), Object.fromEntries([[3, "x"], [1, "y"]]));`,
  hasOwn: `const user: { name: string; age?: number } = { name: "Al" }; console.log(Object.hasOwn(user, "name"), Object.hasOwn(user, "age"), user.hasOwnProperty("name")); const u: { a?: number } = { a: undefined }; console.log(Object.hasOwn(u, "a"), "a" in u);`,
  is: `const x = { a: 1 }; console.log(Object.is(NaN, NaN), Object.is(0, -0), Object.is("a", "a"), Object.is({}, {}), Object.is(x, x), Object.is(1, 1.5 * 2 - 2));`,
  "spread of what may be nothing": `interface O { a?: number; b?: number } function merge(x: O | undefined, on: boolean): O { return { ...x, ...(on && { b: 2 }) }; } console.log(merge(undefined, true), merge({ a: 1 }, false));`,
  "instances as data": `class Point { constructor(public x: number, public y: number) {} } const p = new Point(1, 2); console.log({ ...p, z: 3 }, Object.keys(p), Object.entries(p), Object.assign({}, p));`,
  "lists of arrays": `console.log(Object.keys(["a", "b"]), Object.entries(["x", "y"]), Object.values([1, 2]));`,
  "group by assignment": `const items = [{ kind: "a", n: 1 }, { kind: "b", n: 2 }, { kind: "a", n: 3 }]; const groups: Record<string, number[]> = {}; for (const { kind, n } of items) (groups[kind] ??= []).push(n); console.log(groups);`,
  "functions in the console": `function foo() {} class A {} class B extends A {} async function later() {} const arrow = () => 1; console.log(foo, A, B, { f: foo, g: () => 2, h() {} }, later, arrow); class W { handler = () => 1; n = 2; } console.log(new W());`,
  "literals with methods in the console": `const o = { n: 1, inc() { this.n++; return this; }, get double() { return this.n * 2; }, f: (x: number) => x }; console.log(o, JSON.stringify(o));`,
  "pick-omit": `
function pick<T extends object, K extends keyof T>(o: T, ...keys: K[]): Pick<T, K> {
  const out = {} as Pick<T, K>;
  for (const k of keys) out[k] = o[k];
  return out;
}
console.log(pick({ a: 1, b: 2, c: 3 }, "a", "c"));
`,
  "deep-clone": `
type Json = string | number | boolean | null | Json[] | { [k: string]: Json };
function clone(x: Json): Json {
  if (Array.isArray(x)) return x.map(clone);
  if (x !== null && typeof x === "object") {
    const out: { [k: string]: Json } = {};
    for (const k of Object.keys(x)) out[k] = clone(x[k]!);
    return out;
  }
  return x;
}
const orig: Json = { a: [1, { b: "x" }], c: null };
const c = clone(orig);
console.log(c, c === orig);
`,
  "deep-equal": `
function deepEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const ka = Object.keys(a), kb = Object.keys(b);
  if (ka.length !== kb.length) return false;
  return ka.every((k) => deepEqual((a as Record<string, unknown>)[k], (b as Record<string, unknown>)[k]));
}
console.log(deepEqual({ a: [1, 2] }, { a: [1, 2] }), deepEqual({ a: 1 }, { a: 2 }));
`,
  "flatten-keys": `
function flatten(o: Record<string, unknown>, prefix = ""): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const [k, v] of Object.entries(o)) {
    const key = prefix ? \`\${prefix}.\${k}\` : k;
    if (typeof v === "object" && v !== null && !Array.isArray(v)) Object.assign(out, flatten(v as Record<string, unknown>, key));
    else out[key] = v;
  }
  return out;
}
console.log(flatten({ a: 1, b: { c: 2, d: { e: "x" } } }));
`,
  "from-iter": `
const s = new Set([3, 1, 3]);
console.log(Array.from(s, (x) => x * 2), Array.from(s).sort((a, b) => a - b), [...s].length, Array.from("hey", (c) => c.charCodeAt(0)));
const m = new Map([["a", 1], ["b", 2]]);
console.log(Array.from(m.keys()), Array.from(m.values()), Array.from(m, ([k, v]) => k + v), [...m.entries()].map(([k]) => k));
console.log(Array.from(m.entries()), Array.from({ length: 3 }), Array.from({ length: 2 }, () => "x"));
`,
  concat2: `
const a = [1, 2];
console.log(a.concat([3], 4), ([] as number[]).concat(...[[1], [2, 3]]), a);
`,
  "join-types": `
console.log([1.5, 2].join(), [true, false].join("/"), [null, undefined, 1].join("-"), [[1, 2], [3]].join(";"), [].join());
console.log(String([1, [2, 3]]), \`\${["a", "b"]}\`, "" + [1, 2], [1, 2].toString());
`,
  queue: `
class Queue<T> {
  private items: T[] = [];
  enqueue(x: T) { this.items.push(x); return this; }
  dequeue(): T | undefined { return this.items.shift(); }
  peek() { return this.items[0]; }
  get size() { return this.items.length; }
}
const q = new Queue<{ id: number }>();
q.enqueue({ id: 1 }).enqueue({ id: 2 });
console.log(q.dequeue(), q.peek(), q.size, q.dequeue()?.id, q.dequeue()?.id);
console.log(q);
`,
  lru: `
class LRU<K, V> {
  private m = new Map<K, V>();
  constructor(private cap: number) {}
  get(k: K): V | undefined {
    if (!this.m.has(k)) return undefined;
    const v = this.m.get(k)!;
    this.m.delete(k);
    this.m.set(k, v);
    return v;
  }
  set(k: K, v: V): void {
    this.m.delete(k);
    this.m.set(k, v);
    if (this.m.size > this.cap) this.m.delete(this.m.keys().next().value!);
  }
  keys() { return [...this.m.keys()]; }
}
const l = new LRU<string, number>(2);
l.set("a", 1); l.set("b", 2); l.get("a"); l.set("c", 3);
console.log(l.keys(), l.get("b"), l);
`,
  tree: `
interface TreeNode { value: number; left?: TreeNode; right?: TreeNode }
function insert(n: TreeNode | undefined, v: number): TreeNode {
  if (!n) return { value: v };
  if (v < n.value) return { ...n, left: insert(n.left, v) };
  return { ...n, right: insert(n.right, v) };
}
let root: TreeNode | undefined;
for (const v of [5, 3, 8, 1]) root = insert(root, v);
console.log(root);
console.log(JSON.stringify(root));
const walk = (n?: TreeNode): number[] => (n ? [...walk(n.left), n.value, ...walk(n.right)] : []);
console.log(walk(root));
`,
  events: `
type Handler = (p: string) => void;
const handlers: { [e: string]: Handler[] } = {};
function on(e: string, h: Handler) { (handlers[e] = handlers[e] || []).push(h); }
function emit(e: string, p: string) { (handlers[e] ?? []).forEach((h) => h(p)); }
on("x", (p) => console.log("1", p)); on("x", (p) => console.log("2", p));
emit("x", "go"); emit("y", "no");
`,
  "nested-update": `
interface S { user: { name: string; address: { city: string; zip?: string } }; items: number[] }
const s: S = { user: { name: "a", address: { city: "x" } }, items: [1] };
const s2: S = { ...s, user: { ...s.user, address: { ...s.user.address, zip: "9" } }, items: [...s.items, 2] };
console.log(s, s2, s.user.address === s2.user.address);
`,
  "numbers-concat": `
const parts = [[1.5], [2]];
const all = ([] as number[]).concat(...parts);
console.log(all, [0].concat(...parts, 3), all.join());
`,
  "a type parameter that may be null": `function pick<T extends string | null>(value: T): string { return \`\${value}\`; } console.log(pick("a"), pick(null));`,
  "a type parameter that may be undefined": `function pick<T extends string | undefined>(value: T): string { return \`\${value}\`; } console.log(pick("a"), pick(undefined));`,
  weak: `
const cache = new WeakMap<object, number>();
const k1 = { a: 1 };
cache.set(k1, 5);
console.log(cache.get(k1), cache.has({}), cache.delete(k1), cache.has(k1));
class N { constructor(public v: number) {} }
const seen = new WeakSet<N>();
const n = new N(1);
seen.add(n);
console.log(seen.has(n), seen.has(new N(1)));
const priv = new WeakMap<N, { secret: string }>();
priv.set(n, { secret: "s" });
console.log(priv.get(n)?.secret);
`,
  freeze: `
const LIMITS = Object.freeze({ low: 1, high: 9 });
console.log(LIMITS.low + LIMITS.high, Object.isFrozen(LIMITS), Object.isFrozen({ a: 1 }), LIMITS);
const days = Object.freeze(["mon", "tue"]);
console.log(days.length, days[0], days.includes("tue"), Object.isFrozen(days), Object.isFrozen(3));
`,
  freeze2: `
const C = Object.freeze({ RED: "r", NEST: Object.freeze({ a: [1] }) } as const);
for (const [k, v] of Object.entries(C)) console.log(k, v);
class P { readonly x: number; constructor(x: number) { this.x = x; Object.freeze(this); } }
console.log(new P(3));
`,
  structured: `
const a = { n: 1, l: [1, { z: 2 }] as (number | { z: number })[], m: new Map([["k", [1]]]), s: new Set([1]) };
const b = structuredClone(a);
b.n = 2; b.l.push(9); b.m.get("k")!.push(5); b.s.add(7);
console.log(a, b, a.l === b.l);
`,
  c2d: `
interface PointLike { x: number; y: number }
class P3 { z = 1; constructor(public x: number, public y: number) {} move(d: number) { this.x += d; } }
function norm(p: PointLike): number { return Math.sqrt(p.x * p.x + p.y * p.y); }
const show = ({ x, y }: PointLike) => \`\${x},\${y}\`;
const p = new P3(3, 4);
console.log(norm(p), show(p), norm({ x: 6, y: 8 }));
p.move(2);
console.log(norm(p), show(p));
`,
  "undefined-props": `
const o: { a?: number; b?: number; c: number | undefined } = { a: undefined, c: undefined };
console.log(Object.keys(o).length, "a" in o, "b" in o, o.a === o.b, JSON.stringify(o), o);
const { a = 1, b = 2, c = 3 } = o;
console.log(a, b, c);
`,
  "fill-objects": `
const grid = Array.from({ length: 2 }, (_, y) => Array.from({ length: 3 }, (_, x) => ({ x, y })));
console.log(grid[1]![2], grid.length, grid[0]!.length, grid);
const shared = Array(2).fill([]) as number[][];
shared[0]!.push(1);
console.log(shared, shared[0] === shared[1]);
`,
  "class-collection": `
class Stack<T> implements Iterable<T> {
  #items: T[] = [];
  push(...xs: T[]) { this.#items.push(...xs); return this.#items.length; }
  pop() { return this.#items.pop(); }
  *[Symbol.iterator]() { for (let i = this.#items.length - 1; i >= 0; i--) yield this.#items[i]!; }
}
const s = new Stack<number>();
console.log(s.push(1, 2, 3), [...s], s.pop(), Math.max(...s), s);
`,
  "json-pretty-nested": `
const doc = { title: "T", sections: [{ h: "A", p: ["x", "y"] }, { h: "B", p: [] }], meta: { n: null, t: true, f: 1.25 } };
console.log(JSON.stringify(doc, null, 2));
const back = JSON.parse(JSON.stringify(doc)) as typeof doc;
console.log(back.sections[0]?.p[1], back.meta.n, back.sections.length, Object.keys(back));
`,
  "json-typed-null": `
interface U { id: number; nick: string | null }
const us = JSON.parse('[{"id":1,"nick":null},{"id":2,"nick":"z"}]') as U[];
console.log(us.map((u) => u.nick ?? "anon"), us[0]!.nick === null, us);
`,
  chain: `
type Row = { id: number; parent: number | null };
const rows: Row[] = [{ id: 1, parent: null }, { id: 2, parent: 1 }];
const byId = new Map(rows.map((r) => [r.id, r]));
console.log(byId.get(2)?.parent, byId.get(3)?.parent, byId.get(1)?.parent);
console.log(rows.find((r) => r.id === 1)?.parent);
`,
  "proto-null": `
const o: { a: number | null; b?: null | string } = { a: null };
console.log(JSON.stringify(o), o, o.b === undefined, o.a === null, Object.entries(o));
const c = structuredClone(o);
console.log(c, { ...o, b: null });
`,
  "assign-null": `
const a: { x: number | null } | null = Math.random() > 2 ? { x: 1 } : null;
const m = { ...a, y: undefined as number | undefined, z: null as number | null };
console.log(m, Object.values(m), JSON.stringify(m), m.y === undefined, m.z === null);
`,
  "map-null": `
const m = new Map<string, number | null>([["a", null], ["b", 2]]);
console.log(m.get("a"), m.get("zz"), m.get("b"), m, [...m.values()], m.get("a") === null, m.get("zz") === undefined);
`,
  "mutate-iter": `
const xs = [1, 2, 3];
for (const x of xs) { if (x < 3) xs.push(x + 10); if (xs.length > 8) break; }
console.log(xs);
xs.forEach((x, i) => { if (i === 0) xs.pop(); });
console.log(xs);
const ys = [1, 2, 3, 4];
ys.forEach((y) => { if (y === 2) ys.splice(1, 1); else console.log(y); });
for (let i = ys.length - 1; i >= 0; i--) if (ys[i]! % 2) ys.splice(i, 1);
console.log(ys);
`,
  "entries-destr": `
const o = { x: 1, y: [2, 3], z: { w: 4 } };
const { y: [, second], z: { w: renamed }, ...rest } = o;
console.log(second, renamed, rest);
for (const { id, tags: [t0 = "none"] = [] } of [{ id: 1, tags: ["q"] }, { id: 2 }] as { id: number; tags?: string[] }[]) console.log(id, t0);
`,
  "fn-in-record": `
const api = { version: 1, handlers: { get: (p: string) => \`GET \${p}\`, post(p: string) { return "POST " + p; } } };
console.log(api.handlers.get("/a"), api.handlers.post("/b"), typeof api.handlers.get, Object.keys(api.handlers));
type Cmd = { name: string; run: (args: string[]) => string };
const cmds: Cmd[] = [{ name: "echo", run: (a) => a.join(" ") }, { name: "count", run: (a) => String(a.length) }];
const table = new Map(cmds.map((c) => [c.name, c]));
console.log(table.get("echo")!.run(["a", "b"]), table.get("count")?.run([]), table.get("zz")?.run([]) ?? "unknown");
`,
  "cond-spread": `
const admin = true, n = 0;
const u = { name: "x", ...(admin ? { role: "admin" } : {}), ...(n > 0 && { n }), tags: [...(admin ? ["a"] : []), "b"] };
console.log(u);
`,
};

describe("records", () => {
  it.each(Object.entries(cases))("%s", (_, source) => runsAlike(source));
});
