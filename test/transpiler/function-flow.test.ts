// Functions that functions give: their calls are known where the values can be followed.
import { describe, expect, it } from "vitest";
import { emitText, runsAlike } from "./run-alike";

const programs: Record<string, string> = {
  counter: `function makeCounter(step: number) { let n = 0; return () => { n += step; return n; }; }
const a = makeCounter(1), b = makeCounter(0.5);
console.log(\`\${a()} \${b()} \${a()} \${b()}\`);`,
  "typed result": `function mk(k: number): (v: number) => number { return (v) => v / k; }
const half = mk(2);
console.log(\`\${half(3)} \${half(4)} \${mk(4)(2)}\`);`,
  "two returns": `function pick(c: boolean): () => number { if (c) return () => 1; return () => 1.5; }
const p = pick(true), q = pick(false);
console.log(\`\${p()} \${q()}\`);`,
  "maybe parameter": `function orElse(f: (() => number) | null): () => number { if (f) return f; return () => 1; }
const g = orElse(() => 0.5), h = orElse(null);
console.log(\`\${g()} \${h()}\`);`,
  curried: `const add = (x: number) => (y: number) => (z: number) => x + y + z;
const add1 = add(1), add12 = add1(0.5);
console.log(\`\${add12(1)} \${add(1)(2)(3)} \${add1(2)(0.25)}\`);`,
  "escapes by array": `function mk2() { return (v: number) => v + 1; }
const f2 = mk2(); const list = [f2];
console.log(\`\${list[0](0.5)} \${f2(1)}\`);`,
  "escapes by record": `function mk3() { return (v: number) => \`\${v}\`; }
const f3 = mk3(); const rec = { run: f3 };
console.log(rec.run(0.5), f3(1));`,
  "escapes by argument": `function mk4() { return (v: number) => \`\${v}\`; }
const f4 = mk4(); function call(fn: (v: number) => string) { return fn(2.5); }
console.log(f4(1), call(f4), [1.25].map(f4).join(), [0.5].map((x) => f4(x)).join());`,
  "escapes by direct argument": `function mk5() { return (v: number) => \`\${v}\`; }
console.log([0.5, 1].map(mk5()).join(), mk5()(3));`,
  "inner named": `function mk6() { function inner(v: number): string { return \`\${v}\`; } return inner; }
const f6 = mk6(); console.log(f6(1), f6(0.5));
const mk7 = () => { const inner = (v: number) => \`\${v}\`; return inner; };
console.log(mk7()(2), mk7()(0.25));`,
  "self returning": `function chain(n: number): (m: number) => string { return (m) => (m > 2 ? \`\${n + m}\` : chain(n + 0.5)(m + 1)); }
console.log(chain(0)(0));`,
  "let holder": `let f8 = ((k: number) => (v: number) => \`\${v * k}\`)(1);
console.log(f8(2)); f8 = (v) => \`\${v}!\`; console.log(f8(0.5));`,
  recursion: `const fib = (memo: Map<number, number>) => { const go = (n: number): number => { if (n < 2) return n; const m = memo.get(n); if (m !== undefined) return m; const r = go(n - 1) + go(n - 2); memo.set(n, r); return r; }; return go; };
console.log(\`\${fib(new Map())(50)} \${fib(new Map())(90)}\`);`,
  "compose big": `const compose = (f: (v: number) => number, g: (v: number) => number) => (v: number) => f(g(v));
let dbl = (v: number) => v * 2; let c = dbl; for (let i = 0; i < 60; i++) c = compose(c, dbl);
console.log(c(1), c(3));`,
  once: `function once<T>(fn: () => T): () => T { let done = false; let v: T; return () => { if (!done) { v = fn(); done = true; } return v; }; }
const o1 = once(() => 1), o2 = once(() => 0.5), o3 = once(() => "s");
console.log(\`\${o1()} \${o2()} \${o1()} \${o3()}\`);`,
  memo: `function memoize(fn: (n: number) => number) { const cache = new Map<number, number>(); return (n: number): number => { const hit = cache.get(n); if (hit !== undefined) return hit; const r = fn(n); cache.set(n, r); return r; }; }
const sq = memoize((n) => n * n), hf = memoize((n) => n / 2);
console.log(\`\${sq(3)} \${hf(3)} \${sq(0.5)} \${hf(4)}\`);`,
  "default maker": `function mk9(fn = () => 1) { return () => fn(); }
console.log(\`\${mk9()()} \${mk9(() => 2.5)()}\`);`,
  "optional call": `function mk10(on: boolean): (() => number) | undefined { return on ? () => 1.5 : undefined; }
const m10 = mk10(true); console.log(\`\${m10?.()} \${mk10(false)?.()}\`);`,
  exported: `export function mk11() { return (v: number) => \`\${v}\`; }
const f11 = mk11(); console.log(f11(1));`,
  bank: `function account(balance: number) { return { deposit: (n: number) => (balance += n), get: () => balance }; }
const acc = account(10); acc.deposit(0.5); console.log(\`\${acc.get()}\`);`,
  "iife maker": `const idGen = (() => { let id = 0; return () => ++id; })();
console.log(\`\${idGen()} \${idGen()}\`);
const scaler = ((k: number) => (v: number) => v * k)(0.5); console.log(\`\${scaler(3)} \${scaler(4)}\`);`,
  debounce: `function debounce(ticks: number, handler: (v: number) => number) { let last = -ticks; return (now: number, v: number) => { if (now - last < ticks) return 0; last = now; return handler(v); }; }
const press = debounce(5, (v) => v / 2); let sum = 0; for (let t = 0; t < 20; t += 1.5) sum += press(t, t * 3); console.log(\`\${sum}\`);`,
  "rest target": `const mk12 = () => (...vs: number[]) => vs.map((v) => \`\${v}\`).join("+");
const f12 = mk12(); console.log(f12(1, 0.5, 3), f12(...[2, 2.5]));`,
  "spread call": `const mk13 = (k: number) => (a: number, b: number) => \`\${a * k} \${b}\`;
const f13 = mk13(2); console.log(f13(...([0.5, 1] as const)));`,
  "returned twice": `function outer() { const f = (v: number) => \`\${v}\`; return f; }
const o = outer(); const again = o; console.log(again(0.5), o(1));`,
  "conditional callee": `const cf = (b: boolean) => (b ? (v: number) => \`\${v}\` : (v: number) => \`<\${v}>\`);
console.log(cf(true)(1), cf(false)(0.5));`,
  "alias type": `const ty1 = () => (v: number) => \`\${v}\`;
const u1 = ty1(); const u2: typeof u1 = (v) => \`[\${v}]\`; console.log(u1(1), u2(0.5));`,
  "generator maker": `function gen(k: number) { return function* () { yield k; yield k / 2; }; }
console.log([...gen(3)()].map((v) => \`\${v}\`).join());`,
  "async maker": `const later = (k: number) => async (v: number) => v / k;
const l2 = later(2); l2(3).then((r) => console.log(\`\${r}\`)); (async () => console.log(\`\${await later(4)(2)}\`))();`,
  "variables of turns": `type Handler = (value: number) => number;
const handlers: Handler[] = [];
for (let i = 0; i < 3; i++) handlers.push((value) => value * i);
console.log(handlers.map((h) => h(2)).join());
type Wide = (a: number, b: number) => number;
const wide: Wide[] = [];
for (let i = 0; i < 3; i++) wide.push((a) => a + i);
for (const h of handlers) wide.push(h);
console.log(wide.map((w) => w(10, 20)).join());
const more: Wide[] = handlers;
console.log(more.map((w) => w(1, 99)).join());
function callTwo(f: Wide) { return f(3, 77); }
console.log(handlers.map(callTwo).join(), handlers.map((h) => callTwo(h)).join());
const rec = { run: handlers[1] as Wide };
console.log(rec.run(5, 6));
const opt: ((a: number, b?: number) => number)[] = [];
for (const k of [1, 2]) opt.push((a, b) => a + (b ?? k));
console.log(opt.map((o) => o(1)).join(), opt.map((o) => o(1, 5)).join());
for (const k of [1, 2]) setTimeout(() => console.log(k), k);
const subs = new Map<string, () => string>();
for (const n of ["a", "b"]) subs.set(n, () => n + "!");
console.log([...subs.values()].map((f) => f()).join());
const any: Function[] = [];
for (const n of [1, 2]) { const h: Handler = (v) => v + n; console.log([5, 6].map(h).join()); }
const cbs: (() => number)[] = [];
for (let i = 0; i < 3; i++) { let j = i * 2; cbs.push(() => j++); }
console.log(cbs.map((c) => c() + c()).join());
const made = [1, 2].map((n) => (v: number) => v + n);
console.log(made.map((f) => f(1)).join());
const byName: Record<string, Handler> = {};
for (const n of ["x", "yy"]) byName[n] = (v) => v * n.length;
console.log([3, 4].map(byName["yy"]).join(), Object.values(byName).map((f) => [1].map(f)[0]).join());
const list2: Wide[] = Object.values(byName);
console.log(list2[0](2, 50));`,
};

describe("functions that are followed", () => {
  it.each(Object.entries(programs))("%s", (_, source) => runsAlike(source));

  it("what calls a counter adds ints", () => {
    const text = emitText(
      `function makeCounter(step: number): () => number { let n = 0; return () => { n += step; return n; }; }
const next = makeCounter(2);
let total = 0;
for (let i = 0; i < 9; i++) total += next();
console.log(\`\${total}\`);`,
    );
    expect(text).toContain("total += next()");
    expect(text).toContain('print(f"{total}")');
  });

  it("a variable of a turn goes along as a parameter with a default", () => {
    const text = emitText(
      "const handlers: ((value: number) => number)[] = [];\nfor (let i = 0; i < 3; i++) handlers.push((value) => value * i);\nfor (const one of handlers) console.log(one(2));",
    );
    expect(text).toContain("lambda value, i=i: value * i");
  });
});
