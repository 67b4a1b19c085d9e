// Functions made in loops: every turn has variables of its own.
import { describe, it, test } from "vitest";
import { runsAlike } from "./run-alike";

const cases: Record<string, string> = {
  "what another method assigns": `class P { tok: number | string | null = null; i = 0; constructor(private src: (number | string)[]) {} next() { this.tok = this.src[this.i++] ?? null; } run() { this.tok = null; this.next(); console.log(this.tok, typeof this.tok, [this.tok]); this.tok = 5; this.next(); console.log(this.tok, typeof this.tok, this.tok + "!"); } } new P([1, "b"]).run();
const st: { v: number | string | null } = { v: null }; const set = (x: number | string) => { st.v = x; }; st.v = null; set("q"); console.log(st.v, typeof st.v, st.v === null); st.v = 1; set("z"); console.log(st.v, typeof st.v, st.v + "?");`,
  "what another function assigns": `let v: number | string = 1; const ch = () => { v = "s"; }; ch(); console.log(v, typeof v, v + "!", [v]);
let items: string[] | null = null; const load = () => { items = ["q"]; }; load(); console.log(items, JSON.stringify(items));
let count: number | "none" = "none"; const inc = () => { count = count === "none" ? 1 : count + 1; }; inc(); inc(); console.log(count, typeof count);
let r: string | null = "a"; const clear = () => { r = null; }; clear(); console.log(r, r === null);
let state: { kind: "off" } | { kind: "on"; level: number } = { kind: "off" }; const toggle = (): void => { state = state.kind === "off" ? { kind: "on", level: 1 } : { kind: "off" }; }; toggle(); console.log(state);`,
  "variables that are called as a member of the class around": `function acct(balance: number) { return { get balance() { return balance; }, deposit(n: number) { balance += n; return this; }, toString() { return \`Balance: \${balance}\`; } }; }
const a = acct(10).deposit(5); console.log(a.balance, \`\${a}\`);
function make(): () => string { let count = 1; const label = "L"; class C { count(): number { return count; } label(): string { return label + count; } bump(): void { count++; } } return () => { const c = new C(); c.bump(); return c.label() + c.count(); }; }
const m = make(); console.log(m(), m());
function outer(size: number) { class Box { get size(): number { return size; } set size(v: number) { size = v; } } return new Box(); } const q = outer(4); q.size += 3; console.log(q.size);
function names() { const helper = (x: number) => x * 2; return { helper(x: number) { return helper(x) + 1; } }; } console.log(names().helper(2));`,
  "changed before it is read": `const fns: (() => number)[] = [];
for (let i = 0; i < 3; i++) { let x = i * 2; x += 1; fns.push(() => x); }
console.log(fns.map((f) => f()).join(","));`,
  "shared by two functions": `const counters: { inc: () => number; dec: () => number }[] = [];
for (const start of [1, 10]) { let n = start; counters.push({ inc: () => ++n, dec: () => { n--; return n; } }); n *= 2; }
console.log(counters[0].inc(), counters[0].inc(), counters[1].inc(), counters[0].dec());`,
  "changed in the function": `function make() { const out: (() => string)[] = []; for (const w of ["a", "b"]) { let s = w; if (s === "a") s = s + "!"; out.push(() => { s += "?"; return s; }); } return out; }
const [p, q] = make(); console.log(p(), p(), q());`,
  "before it has a value": `const fs: (() => number | undefined)[] = []; let k = 0;
while (k < 3) { let last: number | undefined; const read = () => last; fs.push(read); last = k; k++; let y = 0; while ((y = y + 1) < 3) { fs.push(() => y); } }
console.log(fs.map((f) => String(f())).join());`,
  "asynchronous at once": `async function main() { const ps: Promise<number>[] = []; for (let i = 0; i < 3; i++) { let t = i; ps.push((async () => { await null; t += 10; return t; })()); t *= 2; } console.log(await Promise.all(ps)); } main();`,
  "called at once and later": `for (const n of [1, 2]) { let total = 0; [1, 2, 3].forEach((v) => { total += v * n; }); setTimeout(() => { total++; console.log(total); }, 1); total += 100; }`,
  "made in a callback": `const fns: (() => string)[] = []; for (let i = 0; i < 2; i++) { ["a", "b"].forEach((s) => fns.push(() => s + i)); } console.log(fns.map((f) => f()).join());`,
  "an asynchronous function runs on": `for (let i = 0; i < 3; i++) { (async () => { await null; console.log(i); })(); }`,
  "a generator runs on": `const gens: Generator<number>[] = []; for (let i = 0; i < 2; i++) { gens.push((function* () { yield i; yield i * 10; })()); } console.log(gens.map((g) => [...g].join()).join(";"));`,
  "an asynchronous callback": `for (const u of ["x", "y"]) { [1].map(async (n) => { await null; console.log(u, n); }); }`,
  "a function called at once": `const fs: (() => void)[] = []; for (let i = 0; i < 2; i++) { (() => { let z = i; fs.push(() => { z++; console.log(i, z); }); z += 10; })(); } fs.forEach((f) => f());`,
  "a timer": `for (let i = 0; i < 3; i++) { setTimeout(() => console.log(i), 3 - i); }`,
  "a function in a record": `const hs: { [k: string]: () => string } = {}; for (const [k, v] of Object.entries({ a: 1, b: 2 })) { const label = k + v; hs[k] = function () { return label; }; } console.log(hs.a(), hs.b());`,
  "a handler of a class": `class Btn { cb?: () => void; } const bs: Btn[] = []; for (let i = 0; i < 2; i++) { const b = new Btn(); let clicks = 0; b.cb = () => { clicks += 1; console.log(i, clicks); }; bs.push(b); } bs[0].cb?.(); bs[0].cb?.(); bs[1].cb?.();`,
  "a method of a literal": `const os = []; for (let i = 0; i < 2; i++) { let c = 0; os.push({ bump() { c++; return c * 10 + i; } }); } console.log(os[0].bump(), os[0].bump(), os[1].bump());`,
  "the variable of the head": `const fs: (() => string)[] = []; for (let v of ["a", "b"]) { v = v + "!"; fs.push(() => v); } console.log(fs.map((f) => f()).join());`,
  "calls itself": `const fs: (() => number)[] = []; for (const n of [1, 2]) { const fact = (k: number): number => (k <= 1 ? n : k * fact(k - 1)); fs.push(() => fact(3)); } console.log(fs.map((f) => f()).join());`,
  "a function declaration": `const fs: (() => number)[] = []; for (const n of [1, 2]) { function h() { return n * 2; } fs.push(h); fs.push(() => h() + 1); } console.log(fs.map((f) => f()).join());`,
};

describe("closures", () => {
  it.each(Object.entries(cases))("%s", (_, source) => runsAlike(source));
});

describe("every turn of a loop has variables of its own, whoever changes them", () => {
  const programs: Record<string, string> = {
    "a turn that changes its variable": `
      const fs: (() => number)[] = [];
      for (let i = 0; i < 6; i++) { fs.push(() => i); if (i === 1) i++; }
      console.log(fs.map((f) => f()));
    `,
    "functions that change the variable of their turn": `
      const incs: { inc: () => void; get: () => number }[] = [];
      for (let n = 0; n < 2; n++) incs.push({ inc: () => { n += 100; }, get: () => n });
      incs[0]!.inc(); incs[0]!.inc();
      console.log(incs.map((x) => x.get()));
    `,
    "a turn and its functions": `
      const get: (() => number)[] = [], inc: (() => void)[] = [];
      for (let i = 0; i < 6; i++) { get.push(() => i); inc.push(() => { i += 100; }); i++; }
      inc[1]!(); console.log(get.map((g) => g()));
    `,
    "two variables, and continue": `
      const out: (() => string)[] = [];
      for (let i = 0, j = 10; i < j; i += 2, j--) { if (i === 4) continue; out.push(() => \`\${i}:\${j}\`); j--; }
      console.log(out.map((f) => f()).join(" "));
    `,
    "continue through finally": `
      const out: (() => number)[] = [];
      for (let i = 0; i < 5; i++) { try { if (i % 2) continue; out.push(() => i); i += 1; } finally { out.push(() => -i); } }
      console.log(out.map((f) => f()));
    `,
    "no step": `
      const out: (() => number)[] = [];
      for (let i = 0; i < 5;) { out.push(() => i); i++; if (i === 3) continue; i += 0; }
      console.log(out.map((f) => f()));
    `,
    "a loop in a loop": `
      const out: (() => string)[] = [];
      for (let i = 0; i < 3; i++) { for (let j = i; j < 3; j++) { out.push(() => \`\${i}\${j}\`); if (j === 1) j++; } if (i === 0) i++; }
      console.log(out.map((f) => f()).join());
    `,
    "a function made in the condition": `
      const seen: (() => number)[] = [];
      for (let i = 0; seen.push(() => i), i < 2; i++) { }
      console.log(seen.map((f) => f()));
    `,
    "in functions, and later": `
      function make(n: number) { const r: (() => number)[] = []; for (let i = n; i > 0; i--) { r.push(() => i * 2); if (i === 3) { i--; } } return r; }
      console.log(make(5).map((f) => f()), make(2).map((f) => f()));
      async function later() { for (let i = 0; i < 3; i++) { setTimeout(() => { i += 1; console.log(i); }, i); } }
      later();
    `,
    "functions that count": `
      const fs: (() => number)[] = [];
      for (let i = 0; i < 3; i++) fs.push(() => i++);
      console.log(fs.map((f) => f()), fs.map((f) => f()), fs[0]!());
    `,
    "a sum beside the counter": `
      const fs: (() => number)[] = [];
      for (let i = 0, total = 0; i < 4; i++) { total += i; fs.push(() => total); }
      console.log(fs.map((f) => f()));
    `,
    "continue of the outer loop": `
      const fs: (() => number)[] = [];
      outer: for (let i = 0; i < 5; i++) { for (const k of [1, 2]) { if (k === 2) continue outer; fs.push(() => i * k); i += 1; } }
      console.log(fs.map((f) => f()));
    `,
  };
  test.each(Object.entries(programs))("%s", (_, source) => runsAlike(source));
});
