// What a TypeScript programmer reaches for, in programs of a few lines.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const cases: Record<string, string> = {
  "a #name and a private member of the base": `class Base { private id = 1; baseId(): number { return this.id; } }
class Sub extends Base { #id = 2; subId(): number { return this.#id; } }
const s = new Sub(); console.log(s.baseId(), s.subId());`,
  "a #name and a member of a subclass": `class Base { #id = 1; baseId(): number { return this.#id; } }
class Sub extends Base { private _id = 2; subId(): number { return this._id; } }
const s = new Sub(); console.log(s.baseId(), s.subId());`,
  "a static member and one of a subclass's objects": `class Base { static make(): string { return "base"; } }
class Sub extends Base { make(): string { return "sub"; } }
console.log(Sub.make(), new Sub().make(), Base.make());`,
  "a static member of a subclass and one of the base's objects": `class Base { make(): string { return "base"; } static create(): string { return "c"; } }
class Sub extends Base { static make(): string { return "sub " + this.create(); } create(): number { return 3; } }
console.log(Sub.make(), new Sub().make(), new Sub().create(), Base.create());`,
  "a #name of base and subclass": `class A { #n = 1; get #v(): number { return this.#n; } show(): number { return this.#v; } static #n2 = 5; static n2(): number { return A.#n2; } }
class B extends A { #n = 2; get #v(): number { return this.#n * 10; } show2(): number { return this.#v; } has(o: object): boolean { return #n in o; } }
class C extends B { #n = 3; show3(): number { return this.#n++ + this.#n; } }
const c = new C(); console.log(c.show(), c.show2(), c.show3(), c.has(c), A.n2());`,
  "a static field and a field": `class Id { static next = 1; readonly next: number; constructor() { this.next = Id.next++; } static { Id.next = 10; } }
console.log(new Id().next, new Id().next, Id.next);`,
  "static accessors and methods beside those of objects": `class Color { static get name2(): string { return "static"; } get name2(): string { return "own"; } static equals(a: Color, b: Color): boolean { return a.equals(b); } constructor(readonly v: number) {} equals(o: Color): boolean { return this.v === o.v; } static of = (n: number): Color => new Color(n); }
console.log(Color.name2, new Color(1).name2, Color.equals(new Color(1), Color.of(1)));
const [x, y] = [new Color(1), Color.of(2)]; console.log(x, [x, y].every((c) => c.equals(x)));`,
  "a static field and an abstract method": `abstract class Shape { static count = 0; abstract count(): number; constructor() { Shape.count++; } }
class Sq extends Shape { count(): number { return 4; } }
console.log(new Sq().count(), Shape.count, Sq.count);`,
  "an error taken apart": `const { message, name } = new TypeError("x"); console.log(message, name);`,
  "an error that a parameter takes apart": `function show({ message }: Error): string { return message; }
console.log(show(new Error("x")), show(new RangeError("y")));`,
  "a caught error taken apart": `try { throw new TypeError("q"); } catch (e) { if (e instanceof Error) { const { message, name: kind } = e; console.log(message, kind); } }`,
  "defaults of what an error lacks": `const { message = "none", cause = 3 } = new Error("m"); console.log(message, cause);`,
  "errors of an array taken apart": `const errors: Error[] = [new Error("a"), new TypeError("b")];
for (const { name, message } of errors) console.log(name, message);
console.log(errors.map(({ message }) => message).join());`,
  "what was caught taken apart": `function risky(n: number): number { if (n > 2) throw new Error("too big: " + n); return n; }
try { risky(3); } catch (e) { const { message, name } = e as Error; console.log(message, name); }`,
  "a static count and a count": `class Counter { static count = 0; count = 0; hit(): void { this.count++; Counter.count++; } }
const a = new Counter(); const b = new Counter(); a.hit(); a.hit(); b.hit(); console.log(a.count, b.count, Counter.count);`,
  "a caught error as a record of its message": `function risky(n: number): number { if (n > 2) throw new Error("too big: " + n); return n; }
try { risky(3); } catch (e) { console.log((e as { message: string }).message, (e as { name: string; message: string }).name.length); }`,
  "a caught error as a record with a code": `class AppError extends Error { code: string; constructor(m: string, code: string) { super(m); this.code = code; this.name = "AppError"; } }
function risky(n: number): number { if (n > 2) throw new AppError("too big: " + n, "E_BIG"); if (n > 1) throw new RangeError("r"); return n; }
for (const n of [1, 2, 3]) {
  try { risky(n); } catch (e) { const code = (e as { code?: string }).code; console.log(code ?? "none"); console.log((e as { code?: string; message: string }).message, (e as { code: string }).code); }
}`,
  "a caught error as a record with a number": `class HttpError extends Error { constructor(readonly statusCode: number, m: string) { super(m); } }
class Slow extends HttpError { constructor(readonly after: number) { super(429, "slow"); } }
function get(n: number): void { if (n === 0) throw new HttpError(404, "nf"); if (n === 1) throw new Slow(1.5); throw new Error("plain"); }
for (const n of [0, 1, 2]) try { get(n); } catch (e) { const err = e as { statusCode?: number; message: string }; console.log(err.statusCode, err.message); if (err.statusCode === 404) console.log("yes"); else if (err.statusCode !== undefined) console.log(err.statusCode + 1); const { statusCode, message } = e as { statusCode: number; message: string }; console.log(statusCode, message, \`\${statusCode}\`, statusCode > 3); console.log((e as { after?: number }).after); }`,
  "a caught error as of a class that it may not be of": `class AppError extends Error { constructor(m: string, readonly code: string) { super(m); } }
function go(n: number): void { if (n > 1) throw new AppError("m", "c"); throw new Error("plain"); }
for (const n of [1, 2]) { try { go(n); } catch (e) { console.log((e as AppError).code); const err = e as AppError; console.log(err.message, err.code, err.code === undefined); const { code } = e as AppError; console.log(code, \`\${code}\`); } }`,
  "a caught error as of the only class thrown": `class AppError extends Error { constructor(m: string, readonly code: number) { super(m); } info(): string { return this.code + this.message; } }
function go(n: number): void { throw new AppError("m", n * 1.5); }
for (const n of [1, 2]) { try { go(n); } catch (e) { const err = e as AppError; console.log(err.message, err.code, err.info()); } }`,
  "a caught error as one with more": `class AppError extends Error { constructor(m: string, readonly code: string) { super(m); } }
function go(n: number): void { if (n > 1) throw new AppError("m", "c"); throw new Error("plain"); }
for (const n of [1, 2]) { try { go(n); } catch (e) { console.log((e as Error & { code?: string }).code, (e as Error & { code?: string }).message); const err = e as Error & { code: string }; console.log(err.name, err.code); } }`,
  "a caught error as an interface of errors": `interface Coded extends Error { code: string }
class AppError extends Error implements Coded { constructor(m: string, readonly code: string) { super(m); } }
function go(n: number): void { if (n > 1) throw new AppError("m", "c"); throw new Error("plain"); }
for (const n of [1, 2]) { try { go(n); } catch (e) { const err = e as Coded; console.log(err.code, err.message); } }`,
  "a caught error as an interface of data": `interface Failure { code: string; message: string }
class AppError extends Error { constructor(m: string, readonly code: string) { super(m); } }
function go(n: number): void { if (n > 1) throw new AppError("m", "c"); throw new Error("plain"); }
for (const n of [1, 2]) { try { go(n); } catch (e) { const err = e as Failure; console.log(err.code ?? "?", err.message); } }`,
  "a caught error with a code that none has": `try { throw new Error("x"); } catch (e) { console.log((e as { code?: string }).code); if ((e as { code?: string }).code === "ENOENT") console.log("no"); }`,
  "what a promise failed by as a record": `class E2 extends Error { constructor(m: string, readonly code: number) { super(m); } }
async function f(n: number): Promise<void> { if (n) throw new E2("q", 3); throw new Error("plain"); }
async function main(): Promise<void> { try { await f(1); } catch (err) { console.log((err as { code: number }).code); } try { await f(0); } catch (err) { console.log((err as { code: number }).code); } }
main().then(() => f(1)).catch((e) => console.log((e as { message: string }).message));`,
  "a caught error with a getter": `class G extends Error { get code(): string { return "g"; } private secret = 5; get s(): number { return this.secret; } }
function go(n: number): void { if (n > 1) throw new G("x"); throw new TypeError("plain"); }
for (const n of [1, 2]) try { go(n); } catch (e) { console.log((e as { code?: string }).code, (e as G).s, (e as Partial<G>).code); }`,
  "members of a caught error of any type": `class AppError extends Error { constructor(m: string, readonly code: number, readonly info = { a: 1 }) { super(m); } }
function go(n: number): void { if (n > 1) throw new AppError("m", 1.5); throw new Error("plain"); }
for (const n of [1, 2]) try { go(n); } catch (e: any) { console.log(e.code, (e as any).code, e.message, e.code === 1.5, \`\${e.code}\`, e.info?.a, e.info); }
async function f(): Promise<void> { go(2); }
f().catch((e) => console.log(e.code + 1, e.name));`,
  "a ring of a generic class": `class Ring<R> { private buf: R[]; private i = 0; constructor(n: number) { this.buf = new Array<R>(n); } put(r: R): void { this.buf[this.i % this.buf.length] = r; this.i++; } get(k: number): R | undefined { return this.buf[k]; } reset(): void { this.buf = new Array(2); } }
const r = new Ring<string>(3); r.put("a"); r.put("b"); console.log(r.get(0), r.get(1), r.get(2)); r.reset(); console.log(r.get(0));`,
  "a ring that deletes what it gives": `class CircularBuffer<T> { private readonly items: T[]; private head = 0; size = 0; constructor(private readonly capacity: number) { this.items = new Array<T>(capacity); }
 enqueue(v: T): boolean { if (this.size === this.capacity) return false; this.items[(this.head + this.size++) % this.capacity] = v; return true; }
 dequeue(): T | undefined { if (!this.size) return undefined; const v = this.items[this.head]; delete this.items[this.head]; this.head = (this.head + 1) % this.capacity; this.size--; return v; } *[Symbol.iterator](): Generator<T> { for (let i = 0; i < this.size; i++) yield this.items[(this.head + i) % this.capacity]; } }
const b = new CircularBuffer<string>(2); console.log(b.enqueue("a"), b.enqueue("b"), b.enqueue("c"), b.dequeue(), [...b]);`,
  "an array that a loop fills and a function returns": `function mapAll<T, R>(xs: T[], f: (x: T) => R): R[] { const out = new Array<R>(xs.length); for (let i = 0; i < xs.length; i++) out[i] = f(xs[i]); return out; }
console.log(mapAll([1, 2, 3], (x) => x * 2));`,
  "fields read by a key": `class Settings { volume = 1; speed = 2.5; get(key: "volume" | "speed"): number { return this[key]; } total(): number { return (["volume", "speed"] as const).reduce((n, k) => n + this[k], 0); } }
const s = new Settings(); console.log(s.get("speed"), s.get("volume"), s.total()); s.volume = 7.5; console.log(s.get("volume"), s["volume"], \`\${s["speed"]}\`);`,
  "fields read by a generic key": `class Settings { volume = 1; name = "n"; maxSize: number | undefined; read<K extends "volume" | "name" | "maxSize">(key: K): this[K] { return this[key]; } }
const s = new Settings(); console.log(s.read("name"), s.read("volume"), s.read("maxSize")); s.maxSize = 4; console.log(s.read("maxSize"));`,
  "fields of another object by a key": `class Point { constructor(public x: number, public y: number, readonly axisName = "a") {} }
function pluck(p: Point, key: keyof Point): string | number { return p[key]; }
const p = new Point(1, 2); console.log(pluck(p, "x"), pluck(p, "axisName")); for (const k of ["x", "y"] as const) console.log(k, p[k], p[k] * 2);`,
  "a sort by a key": `class Item { constructor(public name: string, public price: number) {} }
const items = [new Item("b", 2), new Item("a", 3.5)]; function by(key: "name" | "price"): string { return [...items].sort((a, b) => (a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : 0)).map((i) => i.name).join(); } console.log(by("name"), by("price"));`,
  "private fields by a key": `class A { private count = 1; protected total = 2; #h = 3; get(k: "count" | "total"): number { return this[k] + this.#h; } } console.log(new A().get("count"), new A().get("total"), new A()["count"]);`,
  "fields written by a key": `class Stats { strength = 10; maxSpeed = 3; luck?: number; private log: string[] = []; boost(k: "strength" | "maxSpeed", by: number): this { this[k] += by; this.log.push(\`\${k}:\${this[k]}\`); return this; } set<K extends "strength" | "luck">(k: K, v: this[K]): void { this[k] = v; } show(): string { return this.log.join(" ") + this.strength * 2 + " " + this.maxSpeed; } }
const s = new Stats(); s.boost("strength", 2).boost("maxSpeed", 0.5); console.log(s.show()); s.set("luck", 7); console.log(s.luck, s.strength / 4, s);`,
  "fields written by overloads": `class Cfg { host = "h"; port = 80; update(key: "host", value: string): void; update(key: "port", value: number): void; update(key: "host" | "port", value: never): void { this[key] = value; } apply(o: { a: "port" }): void { this[o.a]++; } } const c = new Cfg(); c.apply({ a: "port" }); console.log(c.port);`,
  "fields written by the keys of a loop": `class Form { errors: string[] = []; name = ""; email = ""; fill(v: Record<"name" | "email", string>): void { for (const k of ["name", "email"] as const) { this[k] = v[k].trim(); if (!this[k]) this.errors.push(k + " missing"); } } } const f = new Form(); f.fill({ name: " x ", email: "" }); console.log(f.name, f.errors);`,
  "inherited fields by a key": `class B { id = 1; } class C extends B { label = "c"; } function show(c: C, k: "id" | "label"): string { return \`\${k}=\${c[k]}\`; } console.log(show(new C(), "id"), show(new C(), "label"));`,
  "several things used": `class R { constructor(readonly n: string) { console.log("open", n); } [Symbol.dispose](): void { console.log("close", this.n); } }
function f(): void { using a = new R("a"), b = new R("b"); console.log(a.n, b.n); }
f(); { using one = new R("c"), two = new R(one.n + "d"); console.log(two.n); }
function g(): void { using a = new R("x"), b = fail(); console.log(b.n, a.n); } function fail(): R { throw new Error("no"); } try { g(); } catch (e) { console.log((e as Error).message); }`,
  "several things used in functions and loops": `class R { constructor(readonly n: string) { console.log("open", n); } [Symbol.dispose](): void { console.log("close", this.n); } }
function f(k: number): string {
  // both are needed
  using a = new R("a"), b = k > 1 ? new R("b") : null, c = new R("c"); // three
  if (k > 2) return a.n + (b?.n ?? "-");
  for (const x of [1, 2]) { using d = new R("d" + x), e = new R("e" + x); if (x === k) break; console.log(d.n, e.n); }
  return c.n;
}
console.log(f(1)); console.log(f(3)); const g = (): number => { using a = new R("p"), b = new R("q"); return a.n.length + b.n.length; }; console.log(g());`,
};

describe("what people reach for", () => {
  it.each(Object.entries(cases))("%s", (_, source) => runsAlike(source));
});
