// Functions that are kept in arrays and handed to others, and numbers that go through them.
import { describe, expect, it } from "vitest";
import { emitText, runsAlike } from "./run-alike";

const programs: Record<string, string> = {
  "pipeline array": `const steps: ((v: number) => number)[] = [];
for (let i = 1; i <= 3; i++) steps.push((v) => v * i);
let value = 1.5;
for (const step of steps) value = step(value);
console.log(value, steps.map((s) => s(2)).join(" "));`,
  "pipeline grows": `const steps: ((v: number) => number)[] = [];
for (let i = 1; i <= 3; i++) steps.push((v) => v * 1000003);
let value = 1;
for (let turn = 0; turn < 5; turn++) for (const step of steps) value = step(value);
console.log(value);`,
  "element grows": `const ops = [(v: number) => v + v, (v: number) => v * 3];
let x = 1;
for (let i = 0; i < 80; i++) x = ops[i % 2](x);
console.log(x, \`\${x}\`);`,
  "visited grows": `const ops = [(v: number) => v + v, (v: number) => v * 3];
let x = 1;
for (let i = 0; i < 40; i++) ops.forEach((op) => { x = op(x); });
console.log(x);`,
  "double in a loop": `const double = (v: number): number => v * 2;
let x = 1;
for (let i = 0; i < 70; i++) x = double(x);
console.log(x);`,
  "two functions in a circle": `function up(v: number): number { return v * 3; }
function add(v: number): number { return up(v) + 1; }
let x = 1;
for (let i = 0; i < 50; i++) x = add(x);
console.log(x);`,
  "sum by function": `const plus = (a: number, b: number): number => a + b;
let a = 1, b = 1;
for (let i = 0; i < 90; i++) { const c = plus(a, b); a = b; b = c; }
console.log(a, b);`,
  "mod by function": `const wrap = (v: number): number => v % 1000;
let x = 7;
for (let i = 0; i < 90; i++) x = wrap(x) * x + 1;
console.log(x);`,
  mapping: `const makers = [1, 2.5].map((k) => (v: number) => v * k);
console.log(makers[0](2), makers[1](2), \`\${makers[0](0.5)}\`);`,
  "map of map": `const table = [1, 2].map((row) => [3, 4].map((col) => () => row * col + 0.5));
console.log(table[1][0](), table[0][1]());`,
  "element assigned": `const hooks: ((v: number) => string)[] = [(v) => \`\${v}\`];
hooks[0] = (v) => \`<\${v}>\`;
hooks[1] = (v) => \`[\${v / 2}]\`;
console.log(hooks[0](0.5), hooks[1](3));`,
  swapped: `const fs = [(v: number) => \`a\${v}\`, (v: number) => \`b\${v}\`];
[fs[0], fs[1]] = [fs[1], fs[0]];
console.log(fs[0](1), fs[1](0.5));`,
  aliased: `const fs: ((v: number) => string)[] = [];
const alias = fs;
function register(list: ((v: number) => string)[], f: (v: number) => string): void { list.push(f); }
register(alias, (v) => \`x\${v}\`);
register(fs, (v) => \`y\${v * 2}\`);
console.log(fs[0](0.5), alias[1](0.25));`,
  "in record": `const bus = { handlers: [] as ((v: number) => string)[] };
bus.handlers.push((v) => \`h\${v}\`);
const other = (v: number) => \`o\${v}\`;
bus.handlers.push(other);
console.log(bus.handlers.map((h) => h(0.5)).join(), other(1));`,
  spread: `const base = [(v: number) => v + 1];
const all = [...base, (v: number) => v / 2];
console.log(all.map((f) => f(3)));`,
  found: `const fs = [(v: number) => v + 1, (v: number) => v * 2.5];
const found = fs.find((f) => f(2) === 5);
console.log(found?.(3), fs.at(-1)?.(1), fs.pop()?.(4));`,
  "reduce compose": `const pipe = (...fns: ((v: number) => number)[]) => (v: number) => fns.reduce((acc, f) => f(acc), v);
const grow = pipe((v) => v * 1e6, (v) => v * 1e6, (v) => v * 1e6);
console.log(grow(3), pipe((v) => v / 4, Math.floor)(10));`,
  nullable: `let handler: ((v: number) => string) | null = null;
function fire(v: number): string { return handler ? handler(v) : "none"; }
console.log(fire(1));
handler = (v) => \`h\${v}\`;
console.log(fire(0.5));`,
  default: `function apply(v: number, f: (v: number) => number = (x) => x * 2): number { return f(v); }
console.log(apply(1), apply(0.5), apply(3, (x) => x / 2));`,
  conditional: `const inc = (v: number) => v + 1, half = (v: number) => v / 2;
const pick = (even: boolean) => (even ? half : inc);
let n = 27; let count = 0;
while (n !== 1 && count < 20) { n = pick(n % 2 === 0)(n); count++; }
console.log(n, count);`,
  "and or": `const f = (v: number) => \`\${v}\`;
const maybe = (on: boolean) => on && f;
const g = maybe(true);
console.log(g && g(0.5), (maybe(false) || f)(1));`,
  recursion: `function fact(n: number): number { return n <= 1 ? 1 : n * fact(n - 1); }
const pow = (b: number, e: number): number => (e === 0 ? 1 : b * pow(b, e - 1));
console.log(fact(25), pow(7, 30), pow(2, 10));`,
  "counter limit float": `let seen = "";
for (let i = 0.5; i < 3; i++) seen += \` \${i}\`;
for (let i = 0; i < 2.5; i++) seen += \` \${i}\`;
console.log(seen);`,
  "counter of large limit": `const limit = 2 ** 53;
let turns = 0;
const last: number[] = [];
for (let k = 0; k < limit; k++) { if (++turns > 3) break; last.push(k * 1000); }
console.log(last);`,
  "chosen twice": `const scale = (k: number) => (v: number) => v * k;
const s1 = scale(2), s2 = scale(0.5);
console.log(\`\${s1(3)} \${s2(3)} \${s1(s2(3))} \${s2(s1(s1(1)))}\`);`,
  church: `type Church = (f: (v: number) => number) => (v: number) => number;
const two: Church = (f) => (v) => f(f(v));
const times = (a: Church, b: Church): Church => (f) => a(b(f));
const sixteen = times(times(two, two), times(two, two));
console.log(sixteen((v) => v * 16)(1), sixteen((v) => v + 1)(0));`,
  "memo chain": `let chain = (v: number): number => v;
for (let i = 0; i < 45; i++) { const prev = chain; chain = (v) => prev(v) * 3; }
console.log(chain(1), chain(0.5));`,
  middleware: `type Next = () => string;
type Middleware = (path: string, next: Next) => string;
const stack: Middleware[] = [];
stack.push((path, next) => \`[\${next()}]\`);
stack.push((path, next) => path.length > 3 ? next() : "short");
function run(path: string, index = 0): string {
  const layer = stack[index];
  return layer === undefined ? path : layer(path, () => run(path, index + 1));
}
console.log(run("/abc"), run("/a"));`,
  "conditional push": `const fs: ((n: number) => number)[] = [];
const add = (on: boolean, f: (n: number) => number) => { if (on) fs.push(f); };
add(true, (n) => n / 2); add(false, (n) => n * 2); add(true, (n) => n + 1);
console.log(fs.map((f) => f(3)));`,
  "returned array param": `const wrapAll = (fs: ((n: number) => number)[]) => fs.map((f) => (n: number) => f(n) + 0.5);
const w = wrapAll([(n) => n, (n) => n * 2]);
console.log(w[0](1), w[1](2));`,
  "shadow holder": `function outer(f: (n: number) => string) { { const f = (n: number) => \`in\${n}\`; console.log(f(0.5)); } return f(1); }
console.log(outer((n) => \`out\${n}\`));`,
  "bounded by limit": `function build(n: number) { const out: (() => number)[] = []; for (let i = 0; i < n; i++) out.push(() => i * i * i); return out; }
console.log(build(4).map((f) => f()), build(3000000 > 2 ? 3 : 0)[2]());`,
  "nested mult": `const k = (n: number) => n * 1000;
console.log(k(k(k(k(k(k(k(1))))))));`,
  "param updated": `function clampUp(n: number): number { n = n < 10 ? 10 : n; return n * 2; }
console.log(clampUp(3), clampUp(20), clampUp(1.5));`,
  "negative zero": `const neg = (n: number) => -n;
const fs = [neg, (n: number) => n * -1];
console.log(fs.map((f) => f(0)), Object.is(neg(0), -0), 1 / neg(0));`,
  "a variable of the type of another reassigned": `let op = (v: number) => \`\${v}\`;
const other = (v: number) => \`<\${v}>\`;
const call = (f: (v: number) => string) => f(2);
console.log(call(other));
op = other;
console.log(op(0.5));`,
  "a variable of the type of another record": `let obj = { fmt: (v: number) => \`\${v}\` };
const call = (f: (v: number) => string) => f(2);
console.log(call((v) => \`\${v}!\`));
obj = { fmt: (v: number) => \`<\${v}>\` };
console.log(obj.fmt(0.5));`,
  "a variable of the type of another result": `let op = () => 1;
const half = () => 0.5;
console.log(\`\${op()}\`);
op = half;
console.log(\`\${op()}\`);`,
  "numbers of one function, minus zero": `function mul(a: number, b: number) { return a * b; }
console.log(mul(0, -5), mul(-0, 5), mul(-3, 0), mul(3, 0));
console.log(\`\${mul(3, 0)} \${mul(2, 2)}\`, [mul(3, 0)], 1 / mul(3, 0), String(mul(4, 0)));`,
  "numbers of one function, float and int": `function half(a: number) { return a / 2; }
function either(a: number, on: boolean) { return on ? a : a / 2; }
const xs = [1, 2, 3];
console.log(\`\${half(4)} \${either(4, true)} \${either(3, false)}\`, xs[half(2)], xs[either(1, true)], half(4) | 0, half(6).toString(), JSON.stringify([half(8), either(2, true)]));`,
  "numbers of one function, scaled": `const scale = (v: number, k: number) => v * k;
console.log(\`\${scale(2, 3)} \${scale(2, 0.5)}\`, "ab".repeat(scale(1, 2)), "abc".slice(scale(1, 1)), scale(0.5, 4) === 2, [1, 2, 3].indexOf(scale(1, 2)));`,
  "numbers of one function, power": `const pow = (b: number, e: number) => b ** e;
console.log(\`\${pow(2, 3)} \${pow(2, -1)} \${pow(10, 20)} \${pow(10, 22)}\`, pow(2, 4) % 3, pow(2, 5) >> 1);`,
  "numbers of one function, mod neg": `const mod = (a: number, b: number) => a % b;
console.log(\`\${mod(5, 3)} \${mod(-4, 2)} \${mod(4, 0)}\`, mod(7, 4) * 1, 1 / mod(-4, 2));`,
  "numbers of one function, sqrt": `const root = (v: number) => Math.sqrt(v);
const r = (v: number) => Math.round(v);
console.log(\`\${root(4)} \${r(2.5)} \${r(-0.4)} \${r(3)}\`, [1, 2, 3][root(1)], 1 / r(-0.2));`,
  "numbers of one function, big": `const add = (a: number, b: number) => a + b;
console.log(add(1, 2), \`\${add(2 ** 53, 1)}\`, add(9e15, 9e15), \`\${add(3, 4)}\`, \`\${add(0.1, 0.2)}\`);`,
  "numbers of one function, parse": `const num = (s: string) => Number(s);
const inc = (v: number) => v + 1;
console.log(\`\${inc(num("4"))} \${inc(1)} \${inc(0.5)} \${num("5")}\`, "x".repeat(inc(2)), inc(NaN));`,
  "numbers of one function, neg": `const neg = (v: number) => -v;
console.log(\`\${neg(3)} \${neg(0)} \${neg(-2)}\`, Object.is(neg(0), -0), [neg(0), neg(1)]);`,
  "numbers of one function, cond": `const max = (a: number, b: number) => (a > b ? a : b);
console.log(\`\${max(1, 2)} \${max(1.5, 2)} \${max(0.5, 0.25)}\`, "ab"[max(0, 1)], max(3, 2) & 1);`,
  "numbers of one function, nested": `const f = (v: number) => v * 2, g = (v: number) => f(v) / 2, h = (v: number) => g(g(v));
console.log(\`\${f(2)} \${g(3)} \${h(4)} \${f(0.25)} \${g(f(2))}\`);`,
  "numbers of one function, minmax map key": `const k = (v: number) => v / 1;
const m = new Map([[1, "a"], [2, "b"]]);
console.log(m.get(k(1)), m.get(k(2)), { [k(1)]: 3 }, \`\${k(4)}\`);`,
  "numbers of one function, missing arg": `const opt = (a: number, b?: number) => (b === undefined ? a : a / b);
console.log(\`\${opt(4)} \${opt(4, 2)} \${opt(5, 2)}\`);`,
};

describe("functions that are kept", () => {
  it.each(Object.entries(programs))("%s", (_, source) => runsAlike(source));

  it("what is composed once does not grow", () => {
    const text = emitText(`const compose =
  (outer: (v: number) => number, inner: (v: number) => number) =>
  (value: number): number => outer(inner(value));
const handlers: ((v: number) => number)[] = [];
for (let i = 0; i < 5; i++) handlers.push((value) => value * i + 1);
const composed = compose(handlers[2], handlers[3]);
let total = 0;
for (let now = 0; now < 9; now++) total += composed(now % 7);
for (const handler of handlers) total += handler(total % 11);
console.log(String(total));`);
    expect(text).toContain("lambda value, i=i: value * i + 1");
    expect(text).toContain("total += handler(total % 11)");
    expect(text).not.toContain("as_double");
  });
});
