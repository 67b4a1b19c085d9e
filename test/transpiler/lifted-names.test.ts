// Functions and temporaries that Python needs a name for: after what they are given to, and unlike
// what else is seen there. Copies of records.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const programs: Record<string, string> = {
  "inner param same": `function makeList() { const list: number[] = []; return (counter: number) => { list.push(counter); return list.length; }; }
const add = makeList(); console.log(add(1), add(2));`,
  "made name used inside": `function makeCounter(counter: number) { return () => { counter += 1; return counter; }; }
console.log(makeCounter(3)());`,
  "outer name used inside": `const counter = 10;
function makeCounter() { let n = 0; return () => { n += counter; return n; }; }
console.log(makeCounter()(), counter);`,
  "compare declared": `function compare(a: number, b: number) { return a - b; }
const xs = [3, 1, 2];
console.log(xs.slice().sort((a, b) => { const d = compare(a, b); return -d; }).join(), xs.slice().sort(compare).join());`,
  "convert nested": `const grid = [[1, 2], [3, 4]];
console.log(grid.map((row) => { const double = row.map((v) => { const w = v * 2; return w; }); return double.join(); }).join("|"));`,
  "handler of handlers": `const handlers: ((n: number) => number)[] = [];
for (let i = 0; i < 3; i++) { handlers.push((n) => { const m = n + i; return m; }); }
for (const handler of handlers) console.log(handler(1));`,
  "loop var shadow": `const devices = [{ id: 1, tags: ["a"] }, { id: 2, tags: ["b"] }];
for (const { id, tags } of devices) { const device = \`d\${id}\`; console.log(device, tags.map((tag) => tag + id).join()); }`,
  "loop closure": `const rows = [{ k: 1 }, { k: 2 }];
const fs: (() => number)[] = [];
for (const { k } of rows) fs.push(() => k);
console.log(fs.map((f) => f()).join());`,
  "nested loops same": `const pairs = [{ a: [1, 2] }, { a: [3] }];
for (const { a } of pairs) for (const { b } of a.map((v) => ({ b: v }))) console.log(a.length, b);`,
  "two loops": `const points = [{ x: 1, y: 2 }];
for (const { x } of points) console.log(x);
for (const { y } of points) console.log(y);`,
  "value name": `const values = [{ a: 1 }, { a: 2 }];
const other = [10, 20];
console.log(values.map(({ a }) => other.map((o) => o + a).join()).join("|"));
for (const { a } of values) console.log(other.map(String).join(), other.filter((v) => v > a).length);`,
  "value inline 2": `const values3 = [{ a: "x" }, { a: "y" }];
const nums = [1, 2];
console.log(values3.map(({ a }) => nums.map(String).join(a)).join("|"));`,
  "then chain": `const p = Promise.resolve(1);
p.then((v) => { const w = v + 1; return w; }).then((v) => { const w = v + 1; console.log(w); }).finally(() => { const z = "end"; console.log(z); });`,
  "param named listener": `class Bus { private listeners = new Map<string, ((d: number) => void)[]>(); on(e: string, listener: (d: number) => void) { const l = this.listeners.get(e) ?? []; l.push(listener); this.listeners.set(e, l); } emit(e: string, d: number) { (this.listeners.get(e) ?? []).forEach((listener) => { const t = d + 1; listener(t); }); } }
const bus = new Bus();
bus.on("a", (d) => { const q = d * 2; console.log("first", q); });
bus.on("a", (d) => { const q = d * 3; console.log("second", q); });
bus.emit("a", 1);`,
  "is wanted": `const is_wanted = 5;
console.log([1, 9].filter((v) => { const big = v > is_wanted; return big; }).join());`,
  "map named": `const start = 3;
new Promise<number>((res) => { const v = start; res(v); }).then((v) => { const main = v; console.log(main + start); });`,
  "main function": `const main = 4;
(async () => { const x = await Promise.resolve(main); console.log(x); })();`,
  "sum singular": `const sums = [{ n: 1 }, { n: 2 }];
for (const { n } of sums) console.log(n, [1, 2].reduce((a, b) => a + b, n));`,
  "items helper": `const items = [{ q: 1 }, { q: 5 }];
const arr = [1, 2];
for (const { q } of items) console.log(arr[q]);`,
  "logs math": `const logs = [{ m: 1 }, { m: 10 }];
for (const { m } of logs) console.log(Math.log(m).toFixed(3), Math.floor(m / 3));
const floors = [{ h: 1.5 }];
for (const { h } of floors) console.log(Math.floor(h));`,
  "object methods named": `const ops = { floor: (x: number) => { const y = Math.floor(x); return y; }, join: (a: string[]) => { const s = a.join("-"); return s; }, item: (a: number[], i: number) => { const v = a[i]; return v; } };
console.log(ops.floor(1.5), ops.join(["a", "b"]), ops.item([1, 2], 1), ops.item([1], 4));`,
  "default fn": `function run(cb = () => { const v = 1; return v; }) { return cb(); }
console.log(run(), run(() => { const v = 2; return v; }));`,
  "class field fn": `class T { private n = 0; tick = () => { this.n += 1; return this.n; }; constructor(tick?: number) { if (tick) this.n = tick; } }
console.log(new T(4).tick(), new T().tick());`,
  "recursion lifted": `const fact = (n: number): number => { if (n < 2) return 1; return n * fact(n - 1); };
function makeFact() { return (n: number): number => { const f = fact(n); return f; }; }
console.log(makeFact()(5));`,
  curried: `const curry = (a: number) => (b: number) => (c: number) => { const s = a + b + c; return s; };
console.log(curry(1)(2)(3));
const deco = (f: (n: number) => number) => { const calls: number[] = []; return (n: number) => { calls.push(n); return f(n) + calls.length; }; };
const d1 = deco((n) => n * 2); d1(1); console.log(d1(5));`,
  "cond fn": `const flag = [1].length > 0;
const act = flag ? () => { const v = "yes"; return v; } : () => { const v = "no"; return v; };
console.log(act());`,
  "fn in array": `const steps = [() => { const v = 1; return v; }, () => { const v = 2; return v; }];
console.log(steps.map((step) => step()).join());
for (const step of steps) console.log(step());`,
  "iife value": `const total = (() => { let t = 0; for (const v of [1, 2]) t += v; return t; })();
console.log(total);`,
  "same names in scopes": `function a() { return [1].map((v) => { const w = v; return w; }); }
function b() { return [2].map((v) => { const w = v + 1; return w; }); }
console.log(a().join(), b().join());`,
  "nested lifted uses outer lifted": `console.log([1, 2].map((v) => { const ws = [v].map((u) => { const t = u * 10; return t; }); return ws[0]; }).join());`,
  "member assign": `class Btn { onClick: (() => void) | null = null; click() { this.onClick?.(); } }
const btn = new Btn(); btn.onClick = () => { const s = "clicked"; console.log(s); }; btn.click();`,
  "set timeout names": `let later = 0;
setTimeout(() => { later += 1; console.log("t", later); }, 1);
setTimeout(() => { later += 1; console.log("t", later); }, 5);`,
  "pop statement": `const st: number[] = [1];
st.pop(); st.pop(); st.shift(); console.log(st.length);
const q: number[][] = [[1]]; q[0].pop(); q[0].pop(); console.log(q);`,
  "map delete stmt": `const mm = new Map<string, number[]>(); mm.get("a")?.push(1); mm.set("a", []); mm.get("a")?.push(1); mm.get("a")!.pop(); mm.get("a")!.pop(); console.log(mm);`,
  "spread record": `type Cfg = { host: string; port: number; class?: string; tags: string[] };
const def: Cfg = { host: "h", port: 1, tags: [] };
const c1 = { ...def, port: 2 }; const c2 = { ...def }; const c3: Cfg = { ...def, class: "k", host: "z" };
console.log(c1, c2, c3, JSON.stringify({ ...c3, tags: ["a"] }), Object.keys({ ...c1, extra: 1 }));
c2.port = 9; console.log(def.port, c1.port, c2.port);`,
  "spread nullable": `function withAll(o?: { a: number }) { return { ...o, b: 2 }; }
console.log(withAll(), withAll({ a: 1 }));`,
  "spread class": `class Pt { constructor(public x: number, public y: number) {} }
const pp = new Pt(1, 2); const cp = { ...pp, y: 5 }; console.log(cp, cp.x);`,
  "spread order": `const log: string[] = []; const f = (s: string) => { log.push(s); return 1; }; const g = () => { log.push("base"); return { a: 0 }; };
const so = { ...g(), b: f("b"), c: f("c") }; console.log(so, log.join());`,
  "spread self kw": `const sk = { self: 1 }; const sk2 = { ...sk, self: 2, cls: 3 }; console.log(sk2.self, sk2.cls, sk2);`,
  "spread map cb": `const people = [{ n: "a", age: 1 }, { n: "b", age: 2 }];
console.log(people.map((p) => ({ ...p, age: p.age + 1 })), people);`,
  "state reducer": `interface S { count: number; log: string[] }
const step2 = (s: S, a: "inc" | "dec"): S => a === "inc" ? { ...s, count: s.count + 1, log: [...s.log, a] } : { ...s, count: s.count - 1 };
console.log((["inc", "inc", "dec"] as const).reduce(step2, { count: 0, log: [] } as S));`,
};

describe("names that the program has not", () => {
  it.each(Object.entries(programs))("%s", (_, source) => runsAlike(source));
});
