// The methods of arrays in all their forms. Node, MicroPython and CPython agree.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const CASES: Record<string, string> = {
  "arrays of a length, functions of any form": `console.log(Array.from({ length: 3 }, (_, n) => { let c = n; c++; return c; }), Array.from({ length: 2 }, (_) => { const xs: number[] = []; xs.push(1); return xs; }), Array.from({ length: 2 }, () => { const x = 5; return x; }));
const row = (_: unknown, i: number): number => { const q = i * 2; return q; }; console.log(Array.from({ length: 3 }, row)); function mk(_v: undefined, i: number): string { return "r" + i; } console.log(Array.from({ length: 3 }, mk)); console.log(Array.from({ length: 2 }, function (_, k) { return k; }), Array.from({ length: 2 }, (v, i) => { const t = v === undefined ? "u" : "d"; return t + i; }));`,
  "a-push": String.raw`const a: number[] = []; console.log(a.push(1, 2), a.push(...[3, 4]), a.join("|"), a.unshift(9, 8), a.join()); a.push(5, 6); a.push(...a); console.log(a.join());`,
  "a-pop": String.raw`const a: string[] = []; console.log(a.pop(), a.shift(), a.length); const b = [1, 2, 3]; console.log(b.pop(), b.shift(), b.join());`,
  "a-splice": String.raw`const a = [1, 2, 3, 4, 5]; console.log(a.splice(1, 2).join(), a.join(), a.splice(-1).join(), a.join(), a.splice(1, 0, 7, 8, 9).join(), a.join(), a.splice(10, 1).length, a.splice(0).join(), a.length, a.splice(0, 0, 1, 2).length, a.splice(0, 100).join());`,
  "a-slice": String.raw`const a = [1, 2, 3, 4, 5]; console.log(a.slice().join(), a.slice(2).join(), a.slice(-2).join(), a.slice(1, -1).join(), a.slice(-3, -1).join(), a.slice(3, 1).length, a.slice(undefined, 2).join()); function f(s: number, e?: number) { return a.slice(s, e).join(); } console.log(f(1), f(1, 3), f(1.7), f(-2));`,
  "a-concat": String.raw`const a = [1, 2]; console.log(a.concat(3, 4).join(), a.concat([3], [4, 5]).join(), a.concat().join(), a.concat([3], 4).join());`,
  "a-join": String.raw`console.log([null, undefined, 1, "a", true, 2.5].join("-"), [[1, 2], [3]].join(";"), [1.5, 2, NaN, Infinity, 1e21].join(), [].join(), [null].join(), [true, false].join(" "));`,
  "a-reverse": String.raw`const a = [1, 2, 3]; console.log(a.toReversed().join(), a.join(), a.reverse().join(), a.join()); a.reverse(); console.log(a.join());`,
  "a-index": String.raw`const a = [1, 2, 3, 2, NaN]; console.log(a.indexOf(2), a.indexOf(2, 2), a.indexOf(2, -2), a.lastIndexOf(2), a.lastIndexOf(2, 2), a.lastIndexOf(2, -3), a.indexOf(NaN), a.includes(NaN), a.includes(2, 4), a.indexOf(9), a.includes(1, -1));`,
  "a-index2": String.raw`const xs: (number | boolean | string)[] = [1, true, "1", 0, false, ""]; console.log(xs.indexOf(true), xs.indexOf(1), xs.indexOf("1"), xs.indexOf(false), xs.indexOf(0), xs.includes(""), xs.lastIndexOf(true));`,
  "a-objs": String.raw`const o = { a: 1 }; const os = [{ a: 1 }, o]; console.log(os.indexOf(o), os.includes({ a: 1 }), os.includes(o), [[1], [2]].indexOf([1]));`,
  "a-find": String.raw`const a = [5, 12, 8, 130, 44]; console.log(a.find((x) => x > 10), a.findIndex((x) => x > 10), a.findLast((x) => x > 10), a.findLastIndex((x) => x > 200), a.find((x, i) => i === 2), a.findLast((x, i, all) => i === all.length - 2), a.find((x) => x > 1000), a.findLastIndex((x, i) => i < 2));`,
  "a-find2": String.raw`const people = [{ n: "a", age: 3 }, { n: "b", age: 30 }]; console.log(people.find((p) => p.age > 10)?.n, people.find((p) => { const q = p.age; return q > 100; })?.n ?? "none"); function old(p: { age: number }) { return p.age > 10; } console.log(people.findIndex(old), people.some(old), people.every(old), people.filter(old).length);`,
  "a-map": String.raw`console.log([1, 2, 3].map((x) => x * 2).join(), [1, 2, 3].map((x, i) => x * i).join(), [1, 2].map((x, i, all) => all.length + i).join(), ["1", "2"].map(Number).join(), [1, 2].map(String).join("+"), [1, 0, 3].filter(Boolean).join(), ["a", "", "b"].filter(Boolean).join(), [0, 1].map(Boolean).length);`,
  "a-map2": String.raw`function dbl(x: number) { return x * 2; } const f = dbl; const fs = { t: (x: number) => x + 1 }; console.log([1, 2].map(dbl).join(), [1, 2].map(f).join(), [1, 2].map(fs.t).join(), [1, 2].map(() => 7).join(), [1, 2].map(function (x) { return -x; }).join()); const mk = (n: number) => (x: number) => x + n; console.log([1, 2].map(mk(5)).join());`,
  "a-mapblock": String.raw`const r = [1, 2, 3].map((x) => { if (x > 1) { return "big"; } return "small"; }); console.log(r.join()); const t = [1, 2, 3].filter((x) => { const y = x % 2; return y === 1; }); console.log(t.join());`,
  "a-destr": String.raw`const es: [string, number][] = [["a", 1], ["b", 2]]; console.log(es.map(([k, v]) => k + v).join(), es.filter(([, v]) => v > 1).length, [{ a: 1, b: 2 }].map(({ a, b }) => a + b).join()); es.forEach(([k, v], i) => console.log(k, v, i));`,
  "a-foreach2": String.raw`function total(xs: number[]) { let t = 0; xs.forEach((x) => { t += x; }); return t; } console.log(total([1, 2, 3])); const fns: (() => number)[] = []; [1, 2, 3].forEach((x) => { fns.push(() => x); }); console.log(fns.map((f) => f()).join());`,
  "a-foreach3": String.raw`const xs = [1, 2, 3]; xs.forEach((x) => { if (x < 3) xs.push(x * 10); console.log(x); }); console.log(xs.join()); const ys = [1, 2, 3, 4]; ys.forEach((y) => { if (y === 1) ys.shift(); console.log(y); }); console.log([1, 2].map((x) => { xs.push(x); return xs.length; }).join());`,
  "a-reduce": String.raw`console.log([1, 2, 3].reduce((a, b) => a + b), [1, 2, 3].reduce((a, b) => a + b, 10), ["a", "b"].reduce((a, b) => a + b, ""), ["a", "b", "c"].reduceRight((a, b) => a + b), [1, 2].reduce((a, x, i) => a + x * i, 0), [[1], [2, 3]].reduce((a, b) => a.concat(b), []).join(), [1, 2].reduce((a, x, i, all) => a + all.length, 0)); try { ([] as number[]).reduce((a, b) => a + b); } catch (e) { console.log("empty"); }`,
  "a-reduce2": String.raw`const c = ["a", "b", "a"].reduce((m, k) => { m[k] = (m[k] ?? 0) + 1; return m; }, {} as Record<string, number>); console.log(c["a"], c["b"]); const g = [1, 2, 3, 4].reduce<number[][]>((acc, x) => { acc[x % 2].push(x); return acc; }, [[], []]); console.log(g.join(" | ")); console.log([3, 1, 2].reduce((a, b) => Math.max(a, b), -Infinity), [1, 2, 3, 4].reduce((a, b) => a * b, 1));`,
  "a-flat": String.raw`console.log([1, [2, [3, [4]]]].flat().length, [[1, 2], [3]].flat().join(), [1, 2].flatMap((x) => [x, x * 2]).join(), ["a b", "c"].flatMap((s) => s.split(" ")).join(), [1, 2, 3].flatMap((x) => x === 2 ? [] : x).join(), [[1, [2]], [3]].flat(2).join(), [[[1]]].flat(Infinity).join());`,
  "a-fill": String.raw`console.log([1, 2, 3].fill(0).join(), [1, 2, 3].fill(9, 1).join(), [1, 2, 3, 4].fill(9, 1, 3).join(), [1, 2, 3].fill(9, -1).join(), new Array(3).fill(0).join(), Array(2).fill("x").join(), new Array<number>(2).fill(1).map((x) => x + 1).join(), [1, 2, 3, 4, 5].copyWithin(0, 3).join(), [1, 2, 3, 4, 5].copyWithin(1, 3, 4).join());`,
  "a-from": String.raw`console.log(Array.from("abc").join("-"), Array.from([1, 2], (x) => x * 2).join(), Array.from(new Set([1, 1, 2])).join(), Array.of(7, 8).join(), Array.from(new Map([["a", 1]]).keys()).join(), Array.isArray([1]), Array.isArray("a"), Array.from([1, 2].entries()).length, Array.from("12", Number).join(), [...Array(3).keys()].join(), Array.from(Array(3).keys()).join());`,
  "a-keys": String.raw`for (const i of ["a", "b"].keys()) console.log(i); for (const [i, v] of ["a", "b"].entries()) console.log(i, v); for (const v of ["a"].values()) console.log(v); console.log([...["x", "y"].entries()].map(([i, v]) => i + v).join());`,
  "a-sort": String.raw`console.log(["b", "a", "C"].sort().join(), [10, 9, 1, 100].sort().join(), [3, 1, 2].sort((a, b) => a - b).join(), [3, 1, 2].sort((a, b) => b - a).join(), ["bb", "a", "ccc"].sort((a, b) => a.length - b.length).join(), [true, false].sort().join(), [1.5, -1, 10].sort().join(), ["a", undefined, "B"].sort().join(), [3, undefined, 1].sort((a, b) => (a as number) - (b as number)).join());`,
  "a-sort2": String.raw`const ps = [{ n: "x", a: 2 }, { n: "y", a: 1 }, { n: "z", a: 2 }, { n: "w", a: 1 }]; console.log(ps.toSorted((p, q) => p.a - q.a).map((p) => p.n).join(""), ps.map((p) => p.n).join("")); ps.sort((p, q) => q.a - p.a || p.n.localeCompare(q.n)); console.log(ps.map((p) => p.n).join("")); const w = ["b", "a"]; w.sort(); console.log(w.join(), w.toSorted((a, b) => (a < b ? 1 : -1)).join(), [2, 1].toSorted().join()); function cmp(a: number, b: number) { return a - b; } console.log([3, 2].sort(cmp).join());`,
  "a-with": String.raw`console.log([1, 2, 3].with(1, 9).join(), [1, 2, 3].with(-1, 9).join(), [1, 2, 3].toSpliced(1, 1).join(), [1, 2, 3].toSpliced(1, 1, 8, 9).join(), [1, 2, 3].toSpliced(1).join()); try { [1].with(5, 0); } catch (e) { console.log("range"); }`,
  "a-at": String.raw`const a = [1, 2, 3]; const i: number = -2; console.log(a.at(0), a.at(-1), a.at(i), a.at(5), a.at(-9), a.at(1.9), ([] as number[]).at(-1));`,
  "a-length": String.raw`const a = [1, 2, 3]; a.length = 1; console.log(a.join()); a.length = 0; console.log(a.length); const b = [1, 2, 3]; b.length--; console.log(b.join()); b.length -= 1; console.log(b.join());`,
  "a-grow": String.raw`const a: number[] = []; a[0] = 1; a[a.length] = 2; a[2] = 3; console.log(a.join(), a.length, a[9], a[-1]); for (let i = 0; i < 5; i++) a[i] = i * i; console.log(a.join()); const fib: number[] = [0, 1]; for (let i = 2; i < 10; i++) fib[i] = fib[i - 1] + fib[i - 2]; console.log(fib.join());`,
  "a-grow2": String.raw`const memo: number[] = []; function fib(n: number): number { if (n < 2) return n; if (memo[n] !== undefined) return memo[n]; const r = fib(n - 1) + fib(n - 2); memo[n] = r; return r; } console.log(fib(30));`,
  "a-grow3": String.raw`const grid: string[][] = []; for (let y = 0; y < 2; y++) { grid[y] = []; for (let x = 0; x < 3; x++) grid[y][x] = x === y ? "#" : "."; } console.log(grid.map((r) => r.join("")).join("|"));`,
  "a-swap": String.raw`const a = [3, 1, 2]; function swap(xs: number[], i: number, j: number) { const t = xs[i]; xs[i] = xs[j]; xs[j] = t; } swap(a, 0, 2); console.log(a.join()); [a[0], a[1]] = [a[1], a[0]]; console.log(a.join());`,
  "a-bubble": String.raw`function bubble(xs: number[]): number[] { const a = xs.slice(); for (let i = 0; i < a.length; i++) for (let j = 0; j < a.length - i - 1; j++) if (a[j] > a[j + 1]) { const t = a[j]; a[j] = a[j + 1]; a[j + 1] = t; } return a; } console.log(bubble([5, 2, 9, 1]).join());`,
  "a-iter-mut": String.raw`const a = [1, 2, 3]; for (const x of a) { if (x < 3) a.push(x + 2); console.log(x); } const q = [1]; while (q.length > 0) { const x = q.shift()!; if (x < 4) q.push(x * 2, x * 3); console.log(x); }`,
  "a-tuple": String.raw`const t: [number, string] = [1, "a"]; console.log(t.length, t.map((x) => String(x)).join(), t.slice(1).join(), t.indexOf("a"), [...t].length, t.includes(1), t.concat([2]).length); t.forEach((x) => console.log(x));`,
  "a-nested": String.raw`const m = [[1, 2], [3, 4]]; console.log(m.map((r) => r.map((x) => x * 2)).join(";"), m[0].map((_, j) => m.map((r) => r[j])).join(";"), m.some((r) => r.includes(3)), m.flat().reduce((a, b) => a + b, 0), m.every((r) => r.every((x) => x > 0)));`,
  "a-chain": String.raw`const words = "the quick brown the fox".split(" "); const uniq = [...new Set(words)]; console.log(uniq.length, words.filter((w, i) => words.indexOf(w) === i).join(), words.map((w) => w[0].toUpperCase() + w.slice(1)).join(" "), words.map((w) => w.length).filter((n) => n > 3).join());`,
  "a-guard": String.raw`const xs: (string | null)[] = ["a", null, "b"]; const ys = xs.filter((x): x is string => x !== null); console.log(ys.map((y) => y.toUpperCase()).join()); const zs = xs.filter(Boolean) as string[]; console.log(zs.length);`,
  "a-iterator": String.raw`const it = [1, 2][Symbol.iterator](); console.log(it.next().value, it.next().done, it.next().done);`,
  "a-optional": String.raw`const xs: number[] | undefined = [1, 2] as number[] | undefined; console.log(xs?.map((x) => x + 1).join(), xs?.length, xs?.includes(2), xs?.filter((x, i) => i > 0).join()); const ys = undefined as number[] | undefined; console.log(ys?.map((x) => x).length, ys?.[0]);`,
  "a-spread": String.raw`console.log(Math.max(...[1, 5, 3]), [...[1, 2], ...[3]].join(), [..."ab"].join("-"), String.fromCharCode(...[72, 105]));`,
  "ranges, chunks and pairs":
    'const range = (a: number, b: number) => Array.from({ length: b - a }, (_, i) => a + i); console.log(range(2, 5).join()); const chunk = <T>(xs: T[], n: number): T[][] => { const r: T[][] = []; for (let i = 0; i < xs.length; i += n) r.push(xs.slice(i, i + n)); return r; }; console.log(chunk([1, 2, 3, 4, 5], 2).map((c) => c.join("")).join("|")); const zip = (a: number[], b: string[]) => a.map((x, i) => `${x}${b[i]}`); console.log(zip([1, 2], ["a", "b"]).join());',
  "an average": String.raw`const nums = [1, 2, 3, 4]; const avg = nums.reduce((a, b) => a + b, 0) / nums.length; console.log(avg, Math.min(...nums), nums.filter((n) => n % 2 === 0).map((n) => n ** 2).reduce((a, b) => a + b));`,
  "even and odd apart": String.raw`const [ev, od] = [1, 2, 3, 4].reduce<[number[], number[]]>(([e, o], x) => x % 2 ? [e, [...o, x]] : [[...e, x], o], [[], []]); console.log(ev.join(), od.join());`,
  "holes 1": `
const a: number[] = [];
a[3] = 1;
console.log(a.length, a[0], a);
a[1] = 7;
console.log(a);
`,
  "holes 2": `
const a = [1, 2, 3];
delete a[1];
console.log(a, a.length, a[1]);
`,
  "holes 3": `
const a = [1, , 3];
console.log(a, a.length);
console.log([, 1], [1, , , 2]);
`,
  "holes 4": `
const a = new Array<number>(5);
for (let i = 0; i < 5; i++) a[i] = i * i;
console.log(a, a.length);
const b = new Array(3);
console.log(b, new Array(2), b.length, JSON.stringify(b));
`,
  "holes 5": `
const sparse: number[] = [1];
sparse.length = 3;
console.log(sparse, sparse.length, sparse.join("-"));
sparse.length = 1;
console.log(sparse);
`,
  "holes 6": `
const counts: number[] = [];
for (const x of [3, 1, 3]) counts[x] = (counts[x] ?? 0) + 1;
console.log(counts);
for (const c of counts) console.log(c);
`,
  "holes 9": `
const buckets: string[][] = [];
for (const w of ["a", "bb", "a"]) { const k = w.length - 1; buckets[k] ??= []; buckets[k]!.push(w); }
console.log(buckets);
`,
  "holes 10": `
const a = [1, 2];
a[2] = 3; a[3] = 4;
console.log(a.map((x) => x * 2));
const b: string[] = [];
b[0] = "x"; b[1] = "y";
console.log(b.map((s) => s.toUpperCase()));
`,
  knapsack: `
const w = [1, 3, 4], v = [15, 20, 30];
const dp: number[][] = [];
for (let i = 0; i <= 3; i++) {
  dp[i] = [];
  for (let c = 0; c <= 4; c++) {
    if (i === 0 || c === 0) dp[i]![c] = 0;
    else if (w[i - 1]! > c) dp[i]![c] = dp[i - 1]![c]!;
    else dp[i]![c] = Math.max(dp[i - 1]![c]!, v[i - 1]! + dp[i - 1]![c - w[i - 1]!]!);
  }
}
console.log(dp[3]![4], dp);
`,
  "a binary search": `
function search<T>(xs: readonly T[], x: T): number {
  let lo = 0, hi = xs.length - 1;
  while (lo <= hi) {
    const mid = (lo + hi) >> 1;
    if (xs[mid] === x) return mid;
    if (xs[mid]! < x) lo = mid + 1; else hi = mid - 1;
  }
  return -1;
}
console.log(search([1, 3, 5, 7], 5), search(["a", "c"], "b"));
`,
  matrices: `
type Matrix = number[][];
const idm = (n: number): Matrix => Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)));
console.log(idm(3));
const tr = (m: Matrix) => m.reduce((s, r, i) => s + r[i]!, 0);
console.log(tr(idm(4)), tr([[1.5, 2], [3, 4]]));
`,
  "sorting what may be no number": `
const cases = [[2, 2, NaN], [3, NaN, 1, 2], [NaN, 2, 1], [5, NaN, 4, NaN, 3, 9], [1, 2]];
for (const xs of cases) console.log([...xs].sort((a, b) => a - b), [...xs].sort((a, b) => b - a), xs.toSorted((a, b) => a - b));
const read = ["3", "x", "1", "2"].map(Number);
read.sort((a, b) => a - b);
console.log(read);
`,
  "what a comparison is asked": `
const seen: string[] = [];
const xs = [5, 3, 8, 1, 9, 2].sort((a, b) => { seen.push(a + "?" + b); return a - b; });
console.log(xs, seen.join(" "));
console.log([4, 3, 2, 1].sort((a, b) => { console.log(a, b); return a - b; }));
console.log(["b", "a", "c"].sort(() => 0), [1, 2, 3, 4].sort(() => -1), [1, 2, 3, 4].sort(() => 1));
const many = Array.from({ length: 150 }, (_, i) => ({ key: (i * 37) % 11, i })).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
console.log(many.map(({ key, i }) => key + ":" + i).join());
`,
  "a longest increasing subsequence": `
function lis(a: number[]): number[] {
  const tails: number[] = [];
  a.forEach((x, i) => {
    let lo = 0, hi = tails.length;
    while (lo < hi) { const m = (lo + hi) >>> 1; if (a[tails[m]] < x) lo = m + 1; else hi = m; }
    tails[lo] = i;
  });
  return tails;
}
console.log(lis([10, 9, 2, 5, 3, 7, 101, 18]), lis([]));
`,
  "a member that may be missing, in what is joined": `
const counts = (vs: number[]) => Object.values(vs.reduce<Record<number, number>>((m, v) => ({ ...m, [v]: (m[v] ?? 0) + 1 }), {})).sort((a, b) => b - a).join("");
console.log(counts([1, 2, 1, 3, 1]), counts([]));
const m = new Map([["a", 1]]);
console.log([m.get("a") ?? 0, m.get("b") ?? 7].map((x) => x + 1), [...Array(m.get("z") ?? 2).keys()].map((x) => x * 2));
`,
};

describe("arrays", () => {
  it.each(Object.entries(CASES))("%s", (_, source) => runsAlike(source));
});
