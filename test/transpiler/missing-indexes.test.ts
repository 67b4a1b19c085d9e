// An index or a count that is undefined, or NaN, behind comparisons that do not hold for it.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const programs: Record<string, string> = {
  "miss index": `const xs = [3, 4];
const ys = [0, 0, 0, 7, 8, 9];
function f(i: number): number {
  const v = xs[i];
  if (v < 0) return -1;
  if (v >= ys.length) return -2;
  return ys[v];
}
console.log(f(0), f(5));`,
  "miss param": `const ys = [0, 0, 0, 7, 8, 9];
function f(v: number): number {
  if (v < 0 || v >= ys.length) return -2;
  return ys[v];
}
const xs = [3, 4];
console.log(f(xs[0]), f(xs[2]), f(9));`,
  "miss text": `const s = "abcdef";
function f(v: number): string {
  if (v < 0 || v >= s.length) return "-";
  return s[v];
}
const xs = [3, 4];
console.log(f(xs[0]), f(xs[2]), f(9));`,
  "miss charAt": `const s = "abcdef";
function f(v: number): string {
  if (v < 0 || v >= s.length) return "-";
  return s.charAt(v) + s.slice(v) + "#".repeat(v);
}
const xs = [3, 4];
console.log(f(xs[0]), f(xs[2]), f(9));`,
  "miss bytes": `const s = new Uint8Array([1, 2, 3, 4, 5]);
function f(v: number): number {
  if (v < 0 || v >= s.length) return -1;
  return s[v];
}
const xs = [3, 4];
console.log(f(xs[0]), f(xs[2]), f(9));`,
  "miss div": `function f(v: number): number {
  if (v < 1) return -1;
  return 10 / v + 10 % v + Math.floor(10 / v) + (v >> 1);
}
const xs = [3, 4];
console.log(f(xs[0]), f(xs[2]), f(0));`,
  "miss record": `interface Cfg { size?: number }
function f(c: Cfg): string {
  const v = c.size!;
  if (v < 1) return "small";
  return "x".repeat(v) + v;
}
console.log(f({ size: 3 }), f({ size: 0 }), f({}));`,
  "miss map": `const m = new Map<string, number>([["a", 2]]);
const names = ["zero", "one", "two"];
function f(k: string): string {
  const v = m.get(k) as number;
  if (v < 0 || v > 2) return "?";
  return names[v];
}
console.log(f("a"), f("b"));`,
  "miss store": `const counts = [0, 0, 0];
function f(v: number): void {
  if (v < 0 || v >= counts.length) return;
  counts[v]++;
}
const xs = [1];
f(xs[0]);
console.log(counts);`,
  "else branch": `const names = ["zero", "one", "two"];
const xs = [1];
for (let i = 0; i < 3; i++) {
  const v = xs[i];
  if (v > 2 || v < 0) console.log("out");
  else console.log(names[v]);
}`,
  "while not": `const xs = [5];
let n = xs[1];
let t = 0;
while (!(n < 1)) { n = n - 1; t++; if (t > 3) break; }
console.log(n, t, ["a", "b"][n]);`,
  "guard true": `const ys = [0, 5, 6, 7];
function f(v: number): number {
  if (v >= 0 && v < ys.length) return ys[v];
  return -1;
}
const xs = [3, 1];
console.log(f(xs[0]), f(xs[2]), f(9), f(-1));`,
  "two levels": `const next = [2, 3, 1];
function walk(from: number, steps: number): number {
  let at = from;
  for (let i = 0; i < steps; i++) at = next[at];
  return at;
}
console.log(walk(0, 2), walk(0, 3), walk(1, 2));`,
  "charCode missing": `const idx = [1];
const s = "hello";
for (let i = 0; i < 2; i++) console.log(s.charCodeAt(idx[i]), s.at(idx[i]), s.substring(idx[i]), s.substr(idx[i], 2), s.indexOf("l", idx[i]), s.padStart(idx[i]), s.lastIndexOf("l", idx[i]));`,
  "at missing": `const idx = [1];
const xs = [10, 20, 30];
for (let i = 0; i < 2; i++) console.log(xs.at(idx[i]), xs.slice(idx[i]).join(), xs.slice(0, idx[i]).join(), xs.includes(30));`,
  "for missing step": `const steps = [2]; let n = 0;
for (let i = 0; i < 6; i += steps[0]) n++;
for (let i = 0; i < 6; i += steps[1]) { n++; if (n > 20) break; }
console.log(n);`,
  "else index": `const names = ["a", "b", "c"]; const xs = [1];
for (let i = 0; i < 2; i++) { const v = xs[i]; if (!(v >= 0)) console.log("none", names[v]); else console.log(names[v]); if (v !== 2) console.log(names[v]); if (v === 1) console.log(names[v]); }`,
  "nan guard floor": `function bucket(x: number): number {
  if (x < 0) return -1;
  return Math.floor(x);
}
console.log(bucket(Number("a")), bucket(2.5), bucket(-1));`,
  "nan sqrt": `function root(x: number): number {
  if (x < 0) throw new RangeError("negative");
  return Math.sqrt(x);
}
console.log(root(NaN), root(4));
try { root(-1); } catch (e) { console.log((e as Error).message); }`,
  "nan index": `const xs = [1, 2, 3];
function pick(i: number): number | undefined {
  if (i < 0 || i >= xs.length) return undefined;
  return xs[i];
}
console.log(pick(NaN), pick(1), pick(0.5), pick(3), pick(-1));`,
  "nan index parse": `const xs = [1, 2, 3];
function pick(t: string): number | undefined {
  const i = parseInt(t);
  if (i < 0 || i >= xs.length) return undefined;
  return xs[i];
}
console.log(pick("x"), pick("1"), pick("7"), pick("-1"));`,
  "nan repeat": `function bar(n: number): string {
  if (n < 0) return "neg";
  return "#".repeat(n);
}
console.log(bar(parseInt("z")), bar(3), bar(-2));`,
  "nan missing": `const xs = [3, 4];
function at(i: number): string {
  const v = xs[i];
  if (v < 3) return "small";
  if (v >= 3) return "large " + xs[v];
  return "none " + v;
}
console.log(at(0), at(1), at(2));`,
  "nan while": `function digits(n: number): number {
  let count = 0;
  while (!(n < 1)) { n = Math.floor(n / 10); count++; if (count > 5) break; }
  return count;
}
console.log(digits(1234), digits(NaN), digits(parseInt("q")));`,
  "nan log": `function lg(x: number): string {
  if (x <= 0) return "bad";
  return Math.log(x).toFixed(2) + " " + (10 / x).toFixed(1) + " " + 10 % x;
}
console.log(lg(10), lg(0), lg(NaN), lg(Number("1e400")));`,
  "nan mod": `function wrap(i: number, n: number): number {
  if (i < 0) i = 0;
  return i % n;
}
console.log(wrap(parseInt("x"), 3), wrap(7, 3), wrap(-1, 3), wrap(5, 0));`,
  "nan slice": `function head(s: string, n: number): string {
  if (!(n > 0)) return "";
  return s.slice(0, n);
}
function tail(s: string, n: number): string {
  if (n > 0) return s.slice(n);
  return s.slice(0, 2) + n;
}
console.log(head("hello", parseInt("x")), head("hello", 2), tail("hello", parseInt("x")), tail("hello", 1.5));`,
  "nan else": `function kind(x: number): string {
  if (x < 10) return "low";
  else { const k = x | 0; return "high" + k + "abc"[k]; }
}
console.log(kind(NaN), kind(3), kind(11));`,
  "nan div": `function inv(x: number): string {
  if (x < 1) return "small";
  return String(1 / x);
}
console.log(inv(NaN), inv(4), inv(0));`,
  "nan toString": `function hex(x: number): string {
  if (x < 0) return "-";
  return x.toString(16);
}
console.log(hex(parseInt("x")), hex(255), hex(-1));`,
  "nan array": `function make(n: number): string {
  if (n < 0) return "no";
  try { return new Array(n).fill(0).join(","); } catch (e) { return (e as Error).name; }
}
console.log(make(parseInt("x")), make(3), make(-1));`,
  "nan clamp index": `function clampGet(xs: string[], i: number): string {
  if (i < 0) i = 0;
  if (i > xs.length - 1) i = xs.length - 1;
  return xs[i];
}
console.log(clampGet(["a", "b"], Number("x")), clampGet(["a", "b"], 5), clampGet(["a", "b"], -5));`,
  "nan clamp index2": `function clampGet(xs: string[], t: string): string {
  let i = Number.parseInt(t, 10);
  if (i < 0) i = 0;
  else if (i >= xs.length) i = xs.length - 1;
  return xs[i] ?? "none";
}
console.log(clampGet(["a", "b"], "x"), clampGet(["a", "b"], "5"), clampGet(["a", "b"], "-5"));`,
  "nan pow": `function grow(x: number): string {
  if (x < 1) return "-";
  return String(x ** 2) + Math.round(x) + Math.ceil(x) + Math.trunc(x);
}
console.log(grow(NaN), grow(2), grow(Infinity));`,
  "nan padStart": `function pad(n: number): string {
  if (n < 10) return "0" + n;
  return "" + n;
}
console.log(pad(NaN), pad(3), pad(12));`,
  "nan fromchar": `function chr(n: number): string {
  if (n < 32) return "ctl";
  return String.fromCharCode(n);
}
console.log(JSON.stringify(chr(parseInt("x"))), chr(65), chr(3));`,
  "nan bits": `function mask(n: number): number {
  if (n < 0 || n > 31) return 0;
  return 1 << n;
}
console.log(mask(parseInt("?")), mask(4), mask(40));`,
  "nan charAt": `function at(s: string, n: number): string {
  if (n < 0 || n >= s.length) return "?";
  return s.charAt(n) + s.substring(n) + s.at(n);
}
console.log(at("abc", parseInt("?")), at("abc", 1), at("abc", 9));`,
  "bytes that are stored outside": `const b = new Uint8Array(3);
function store(i: number, v: number): void { b[i] = v; }
store(0, 1); store(3, 2); store(-1, 3); store(2 ** 31, 4); store(2 ** 40, 5); store(2, 300);
const part = b.subarray(1, 3);
for (let i = 0; i < 6; i++) part[i] = i + 1;
console.log(b, part);`,
  "bytes behind the end": `function crc8(data: Uint8Array, start: number, end: number): number {
  let crc = 0;
  for (let i = start; i < end; i++) {
    crc ^= data[i];
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x80 ? ((crc << 1) ^ 0x07) & 0xff : (crc << 1) & 0xff;
  }
  return crc;
}
const word = (data: Uint8Array, at: number): number => (data[at] << 8) | data[at + 1];
const data = Uint8Array.from([1, 2, 3]);
console.log(crc8(data, 0, 3), crc8(data, 1, 6), word(data, 1), word(data, 2), word(data, 3), ~data[3]);`,
};

describe("numbers that are missing or none", () => {
  it.each(Object.entries(programs))("%s", (_, source) => runsAlike(source));
});
