// Searches, sorts and two indexes in one array: what is proven about an index holds, and what is not gets a guard.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const programs: Record<string, string> = {
  "binary search": `function search(sorted: number[], target: number): number {
  let low = 0, high = sorted.length - 1;
  while (low <= high) {
    const mid = (low + high) >> 1;
    if (sorted[mid] === target) return mid;
    if (sorted[mid] < target) low = mid + 1;
    else high = mid - 1;
  }
  return -1;
}
console.log(search([1, 3, 5, 7], 5), search([1, 3], 4), search([], 1));`,
  "lower bound": `function lowerBound(xs: number[], target: number): number {
  let lo = 0; let hi = xs.length;
  while (lo < hi) { const mid = (lo + hi) >>> 1; if (xs[mid] < target) lo = mid + 1; else hi = mid; }
  return lo;
}
console.log(lowerBound([1, 3, 5, 7], 4), lowerBound([1], 9), lowerBound([], 1));`,
  floor: `function search(sorted: number[], target: number): number {
  let left = 0; let right = sorted.length - 1;
  while (left <= right) { const mid = Math.floor((left + right) / 2); const v = sorted[mid]; if (v === target) return mid; if (v < target) left = mid + 1; else right = mid - 1; }
  return -1;
}
console.log(search([1, 3, 5, 7], 7), search([2], 3));`,
  "big sums": `function half(a: number, b: number): number { return (a + b) >> 1; }
console.log(half(2147483647, 1), half(4, 6), half(-4, -7));
let n = 1; for (let i = 0; i < 40; i++) n = n + n; console.log(n >> 1, n | 0, n >>> 1);`,
  "quick sort": `function quickSort(a: number[], lo = 0, hi = a.length - 1): void {
  if (lo >= hi) return;
  const pivot = a[hi];
  let p = lo;
  for (let i = lo; i < hi; i++) if (a[i] < pivot) { [a[i], a[p]] = [a[p], a[i]]; p++; }
  [a[p], a[hi]] = [a[hi], a[p]];
  quickSort(a, lo, p - 1);
  quickSort(a, p + 1, hi);
}
const q = [5, 3, 9, 1, 7, 2]; quickSort(q); console.log(q.join(" "));`,
  "quick sort given": `function partition(a: number[], lo: number, hi: number): number {
  const pivot = a[hi]; let i = lo - 1;
  for (let j = lo; j < hi; j++) { if (a[j] <= pivot) { i++; const t = a[i]; a[i] = a[j]; a[j] = t; } }
  const t = a[i + 1]; a[i + 1] = a[hi]; a[hi] = t;
  return i + 1;
}
function sort(a: number[], lo: number, hi: number): void { if (lo < hi) { const p = partition(a, lo, hi); sort(a, lo, p - 1); sort(a, p + 1, hi); } }
const q = [5, 3, 9, 1, 7, 2]; sort(q, 0, q.length - 1); console.log(q.join(" "));`,
  "move zeroes": `function moveZeroes(xs: number[]): void { let w = 0; for (let r = 0; r < xs.length; r++) { if (xs[r] !== 0) { xs[w] = xs[r]; w++; } } while (w < xs.length) { xs[w] = 0; w++; } }
const z = [0, 1, 0, 3]; moveZeroes(z); console.log(z);`,
  "unique in place": `function unique(xs: number[]): number { if (xs.length === 0) return 0; let w = 1; for (let r = 1; r < xs.length; r++) if (xs[r] !== xs[r - 1]) xs[w++] = xs[r]; return w; }
console.log(unique([1, 1, 2, 3, 3]), unique([]));`,
  heap: `class Heap { private items: number[] = []; push(v: number): void { this.items.push(v); let i = this.items.length - 1; while (i > 0) { const p = (i - 1) >> 1; if (this.items[p] <= this.items[i]) break; [this.items[p], this.items[i]] = [this.items[i], this.items[p]]; i = p; } }
  pop(): number | undefined { if (this.items.length === 0) return undefined; const top = this.items[0]; const last = this.items.pop()!; if (this.items.length > 0) { this.items[0] = last; let i = 0; while (true) { const l = 2 * i + 1, r = l + 1; let s = i; if (l < this.items.length && this.items[l] < this.items[s]) s = l; if (r < this.items.length && this.items[r] < this.items[s]) s = r; if (s === i) break; [this.items[i], this.items[s]] = [this.items[s], this.items[i]]; i = s; } } return top; } }
const h = new Heap(); for (const v of [5, 2, 8, 1]) h.push(v); console.log(h.pop(), h.pop(), h.pop(), h.pop(), h.pop());`,
  "merge sort": `function mergeSort(xs: number[]): number[] { if (xs.length <= 1) return xs; const mid = Math.floor(xs.length / 2); const a = mergeSort(xs.slice(0, mid)), b = mergeSort(xs.slice(mid)); const out: number[] = []; let i = 0, j = 0; while (i < a.length && j < b.length) { if (a[i] <= b[j]) out.push(a[i++]); else out.push(b[j++]); } while (i < a.length) out.push(a[i++]); while (j < b.length) out.push(b[j++]); return out; }
console.log(mergeSort([5, 2, 9, 1]).join(" "));`,
  collatz: `function steps(n: number): number { let s = 0; while (n !== 1) { n = n % 2 === 0 ? n / 2 : 3 * n + 1; s++; } return s; }
console.log(steps(27), steps(1), steps(97));`,
  "quick sort too far": `function sweep(a: number[], lo = 0, hi = a.length - 1): string { let s = ""; for (let i = lo; i <= hi; i++) s += a[i] + " "; if (hi > 1) s += sweep(a, lo, hi - 1); return s; }
console.log(sweep([1, 2, 3]), sweep([1, 2], 0, 3), sweep([1], -1, 1));`,
  "recursion grows": `function up(a: number[], i: number): string { if (i > 4) return ""; return a[i] + " " + up(a, i + 1); }
console.log(up([1, 2, 3], 0));`,
  "recursion shrinks": `function down(a: number[], i: number): string { if (i < -1) return ""; return a[i] + " " + down(a, i - 1); }
console.log(down([1, 2, 3], 2));`,
  followers: `function f(xs: number[]): string { let w = 0; let log = ""; for (let r = 0; r < xs.length; r++) { log += xs[w] + " "; w++; log += xs[w] + " "; if (xs[r] > 1) continue; log += xs[w - 1]; } return log + w; }
console.log(f([1, 2, 3]));
function g(xs: number[]): string { let w = 1; let log = ""; for (let r = 0; r < xs.length; r++) { log += xs[w] + " "; w++; } return log; }
console.log(g([1, 2, 3]));
function h(xs: number[]): string { let w = 0; let log = ""; for (let k = 0; k < 2; k++) for (let r = 0; r < xs.length; r++) { log += xs[w] + " "; w++; } return log; }
console.log(h([1, 2]));
function j(xs: number[]): string { let w = 0; let log = ""; for (let r = 0; r < xs.length; r++) { for (let k = 0; k < 2; k++) w++; log += xs[w] + " "; } return log; }
console.log(j([1, 2, 3]));
function m(xs: number[], lo: number, hi: number): string { let p = lo; for (let i = lo; i < hi; i++) p++; return xs[p] + " " + xs[hi]; }
console.log(m([1, 2, 3], 0, 2), m([1, 2, 3], 2, 0), m([1, 2, 3], 5, 1));`,
  "followers reset": `function f(xs: number[]): string { let w = 0; let log = ""; w = 2; for (let r = 0; r < xs.length; r++) { log += xs[w] + " "; w++; } return log; }
console.log(f([1, 2, 3]));`,
  "followers behind": `function f(xs: number[], n: number): string { let w = 0; for (let r = 0; r < n; r++) { if (r % 2) w++; } if (n > xs.length) return "far " + xs[w]; return String(xs[w]) + xs[n - 1]; }
console.log(f([1, 2], 1), f([1, 2], 9), f([1, 2], 0), f([], 0));`,
  "defaults by name": `function pick(xs: number[], at = xs.length - 1): number { return xs[at]; }
console.log(pick([1, 2, 3]), pick([1, 2, 3], 0), pick([]), pick([4], 3));
function slice(xs: number[], n = 3): string { let s = ""; for (let i = 0; i < n; i++) s += xs[i]; return s; }
console.log(slice([1, 2, 3]), slice([1]));`,
  "middle of wild": `function mid(xs: number[], lo: number, hi: number): string { const m = (lo + hi) >> 1; return m + ":" + xs[m]; }
console.log(mid([1, 2, 3], 0, 2), mid([1], 0, 2147483647), mid([1], 2147483647, 2147483647), mid([1, 2], -3, 1));`,
  merge: `function merge(a: number[], b: number[]): number[] { const out: number[] = []; let i = 0, j = 0; while (i < a.length && j < b.length) { if (a[i] <= b[j]) out.push(a[i++]); else out.push(b[j++]); } while (i < a.length) out.push(a[i++]); while (j < b.length) out.push(b[j++]); return out; }
console.log(merge([1, 4], [2, 3, 9]).join(" "));`,
  calls: `let n = 0; function show(x: number): void { console.log(x, n); } show(n++); 
function g(): void { let k = 5; const f = (x: number): void => { console.log(x, k); }; f(k++); let m = 1; console.log(m++); console.log(m); console.log(m++, m); console.log([m++].map((x) => x + m)); }
g();`,
  throws: `function f(): number { let i = 0; try { const xs: number[] = []; xs.push(i++); JSON.parse("x" + i++); } catch { return i; } return -1; } console.log(f());`,
  optional: `function f(cb?: (n: number) => void): number { let i = 0; cb?.(i++); if (cb) cb(i++); return i; } console.log(f(), f((n) => console.log(n)));`,
};

describe("proofs", () => {
  it.each(Object.entries(programs))("%s", (_, source) => runsAlike(source));
});
