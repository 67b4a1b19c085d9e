// Object literals with methods, and what implements an interface.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const cases: Record<string, string> = {
  "iterator literal": `class R { constructor(private a: number, private b: number) {} [Symbol.iterator](): Iterator<number> { let c = this.a; const end = this.b; return { next(): IteratorResult<number> { if (c <= end) return { value: c++, done: false }; return { value: undefined, done: true }; } }; } } for (const x of new R(1, 3)) console.log(x);`,
  implements: `interface Animal { name: string; speak(): string } class Dog implements Animal { constructor(public name: string) {} speak(): string { return this.name + " woof"; } } function talk(a: Animal): void { console.log(a.speak(), a.name); } talk(new Dog("rex")); const cat: Animal = { name: "tom", speak() { return this.name + " meow"; } }; talk(cat);`,
  "literal methods": `const o = { n: 1, inc() { this.n++; return this; }, get double() { return this.n * 2; }, set val(v: number) { this.n = v; } }; o.inc().inc(); console.log(o.n, o.double); o.val = 10; console.log(o.double);`,
  "factory methods": `function counter(start: number) { let n = start; return { inc() { n += 1; return n; }, reset() { n = start; } , get value() { return n; } }; } const c = counter(5); c.inc(); console.log(c.inc(), c.value); c.reset(); console.log(c.value);`,
  visitor: `interface Visitor<R> { num(n: number): R; add(a: Expr, b: Expr): R } abstract class Expr { abstract accept<R>(v: Visitor<R>): R } class Num extends Expr { constructor(readonly n: number) { super(); } accept<R>(v: Visitor<R>): R { return v.num(this.n); } } class Add extends Expr { constructor(readonly a: Expr, readonly b: Expr) { super(); } accept<R>(v: Visitor<R>): R { return v.add(this.a, this.b); } } const show: Visitor<string> = { num: (n) => String(n), add: (a, b) => \`(\${a.accept(show)} + \${b.accept(show)})\` }; class Eval implements Visitor<number> { num(n: number): number { return n; } add(a: Expr, b: Expr): number { return a.accept(this) + b.accept(this); } } const e = new Add(new Num(1), new Add(new Num(2), new Num(3))); console.log(e.accept(show), e.accept(new Eval()));`,
  "optional methods": `interface Plugin1 { name: string; init?(): void; run(x: number): number } const p: Plugin1 = { name: "p", run(x) { return x + 1; } }; p.init?.(); console.log(p.run(1)); const ps: Plugin1[] = [p, { name: "q", init() { console.log("init q"); }, run: (x) => x * 2 }]; for (const q of ps) { q.init?.(); console.log(q.name, q.run(5)); }`,
  "console class literal": `const o = { n: 1, f() { return this.n; } }; console.log(o.f()); const q = { a: 1, g: () => 2 }; console.log(q.g());`,
  "literal closure this nested": `const obj = { items: ["a", "b"], prefix: ">", all() { return this.items.map((x) => this.prefix + x).join(" "); } }; console.log(obj.all());`,
  "literal in function arg": `interface L { log(m: string): void } function run(l: L): void { l.log("x"); } run({ log(m) { console.log("L", m); } }); run({ log: (m) => console.log("arrow", m) }); class C implements L { log(m: string): void { console.log("C", m); } } run(new C());`,
  "array of literals": `interface Shape { area(): number; name: string } const shapes: Shape[] = [{ name: "sq", area() { return 4; } }, { name: "c", area: () => 3 }]; for (const s of shapes) console.log(s.name, s.area());`,
  "strategy record": `type Op = (a: number, b: number) => number; const ops: Record<string, Op> = { add(a, b) { return a + b; }, sub: (a, b) => a - b }; console.log(ops["add"]!(1, 2), ops["sub"]!(5, 3)); const f = ops["nope"]; console.log(f === undefined);`,
  "iter literal while": `const it = { i: 0, next(): IteratorResult<number> { this.i++; return this.i <= 2 ? { value: this.i, done: false } : { value: undefined, done: true }; }, [Symbol.iterator]() { return this; } }; for (const x of it) console.log(x);`,
  "nested literal methods": `const app = { state: { count: 0 }, inc() { this.state.count++; return this; }, view() { return \`count=\${this.state.count}\`; } }; console.log(app.inc().inc().view());`,
  "getter only": `const circle = { r: 2, get area() { return this.r * this.r * 3; }, get label() { return "c" + this.area; } }; circle.r = 3; console.log(circle.area, circle.label);`,
  observer: `interface Observer1<T> { update(v: T): void } class Subject<T> { private obs: Observer1<T>[] = []; sub(o: Observer1<T>): void { this.obs.push(o); } unsub(o: Observer1<T>): void { const i = this.obs.indexOf(o); if (i >= 0) this.obs.splice(i, 1); } fire(v: T): void { for (const o of this.obs) o.update(v); } } const s = new Subject<number>(); const o1 = { update(v: number) { console.log("o1", v); } }; const o2: Observer1<number> = { update: (v) => console.log("o2", v) }; s.sub(o1); s.sub(o2); s.fire(1); s.unsub(o1); s.fire(2);`,
  "closures counters indep": `const mk = () => { let c = 0; return { next: () => c++, peek: () => c }; }; const a = mk(), b = mk(); a.next(); a.next(); b.next(); console.log(a.peek(), b.peek());`,
};

describe("object literals", () => {
  it.each(Object.entries(cases))("%s", (_, source) => runsAlike(source));
});
