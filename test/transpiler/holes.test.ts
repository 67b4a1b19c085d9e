// Arrays that grow to reach a place: what is between is missing. Node, MicroPython and CPython agree.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const CASES: Record<string, string> = {
  "arrays of a length that nothing has filled": `const c = new Array<string>(3); console.log(c.length, c[1]); for (let i = 0; i < c.length; i++) c[i] = "s" + i; console.log(c[1], c);
const n = new Array<number>(5); n[0] = 1; console.log(n[1], n[0], n[1] + 1); const counts = new Array<number>(3); for (const x of [0, 2, 2]) counts[x] = (counts[x] ?? 0) + 1; console.log(counts[0], counts[1], counts[2]);
const memo = new Array<number>(20); const fib = (k: number): number => (k < 2 ? k : (memo[k] ??= fib(k - 1) + fib(k - 2))); console.log(fib(19), memo[3]);`,
  "an array that is made of holes": `const c = new Array<string>(3); console.log(c.length, c[1], c[1] ?? "none"); for (let i = 0; i < c.length; i++) c[i] = "s" + i; console.log(c[2].toUpperCase(), \`\${c[0]}\`); class N { constructor(public v: number) {} } const ns = new Array<N>(2); ns[0] = new N(4); console.log(ns[0].v, ns[1] === undefined, ns[1]?.v);`,
  "null and undefined as numbers": `const vs: unknown[] = [null, undefined, true, "3"]; console.log(vs.map(Number), vs.map((v) => Number(v)), [null, 4].map(Number));`,
  memo: `function fib(n: number, memo: number[] = []): number { if (n <= 1) return n; if (memo[n] !== undefined) return memo[n]; memo[n] = fib(n - 1, memo) + fib(n - 2, memo); return memo[n]; } console.log(fib(30));`,
  memo2: `class Memo { private cache: number[] = []; get(n: number): number { if (n < 2) return n; const hit = this.cache[n]; if (hit !== undefined) return hit; const v = this.get(n - 1) + this.get(n - 2); this.cache[n] = v; return v; } } console.log(new Memo().get(20));`,
  h1: `function put(a: number[], i: number, v: number) { a[i] = v; } const t: number[] = []; put(t, 3, 7); console.log(t.length, t[1], t[3], t.includes(7)); let sum = 0; for (const x of t) sum += x; console.log(sum);`,
  h2: `class Grid { private cells: string[] = []; set(i: number, c: string) { this.cells[i] = c; } at(i: number) { return this.cells[i] ?? "."; } get size() { return this.cells.length; } } const g = new Grid(); g.set(4, "x"); console.log(g.at(0), g.at(4), g.size);`,
  h3: `class Table { #rows: number[] = []; put(i: number, n: number) { this.#rows[i] = (this.#rows[i] ?? 0) + n; return this; } dump() { console.log(this.#rows); } } const t = new Table(); t.put(2, 5).put(2, 1); t.dump(); t.put(0, 1).dump();`,
  h4: `function climb(n: number, memo: number[] = []): number { if (n < 0) return 0; if (n === 0) return 1; if (memo[n]) return memo[n]; return (memo[n] = climb(n - 1, memo) + climb(n - 2, memo)); } console.log(climb(10), climb(35));`,
  h5: `const cache: number[] = []; function sq(n: number): number { return cache[n] ?? (cache[n] = n * n); } console.log(sq(4), sq(4), sq(2), cache.length);`,
  h6: `const counts: number[] = []; for (const n of [3, 1, 3]) { counts[n] = (counts[n] || 0) + 1; } console.log(counts.length, counts[3], counts[2], counts);`,
  h7: `function sieve(n: number) { const composite: boolean[] = []; const out: number[] = []; for (let i = 2; i <= n; i++) { if (composite[i]) continue; out.push(i); for (let j = i * i; j <= n; j += i) composite[j] = true; } return out; } console.log(sieve(30));`,
  hole1: `const a: number[] = []; const b = a; function put(i: number, v: number) { a[i] = v; } put(0, 1); put(3, 9); console.log(b.length, b[1], b[3]);`,
  h8: `class Table { private rows: number[] = []; put(i: number, n: number) { this.rows[i] = n; return this; } } console.log(new Table().put(2, 5));`,
  h9: `class Box { get(n: number): number | undefined { return n > 0 ? n : undefined; } next(n: number): number { return this.get(n - 1)! + 1; } } console.log(new Box().next(3), new Box().next(0));`,
  "an array of holes that is read before it is filled": `const d = new Array<number>(3); console.log(d[1], d[1]! + 1, d.length, d[0] === undefined); d[0] = 5; d[1] = 6; d[2] = 7; console.log(d, d[2]! * 2);`,
  "an array of holes that a loop fills in part": `const c = new Array<number>(3); for (let i = 0; i < 2; i++) c[i] = i; console.log(c[2], c[2] === undefined);`,
  "an array of holes that a loop fills": `const c = new Array<number>(3); for (let i = 0; i < c.length; i++) c[i] = i * 2; console.log(c[1]! + 1, c);`,
};

describe("holes", () => {
  it.each(Object.entries(CASES))("%s", (_, source) => runsAlike(source));
});
