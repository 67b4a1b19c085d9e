// Counting loops that become loops over elements: the index did nothing but read.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const programs: Record<string, string> = {
  characters: `function vowels(text: string): number { let n = 0; for (let i = 0; i < text.length; i++) { if ("aeiou".includes(text.charAt(i))) n++; } return n; }
function sum(text: string): number { let t = 0; for (let i = 0; i < text.length; i++) t = (t * 31 + text.charCodeAt(i)) % 65521; return t; }
function words(text: string): string[] { const out: string[] = []; let cur = ""; for (let i = 0; i < text.length; i++) { const c = text[i]; if (c === " ") { if (cur) out.push(cur); cur = ""; continue; } cur += c; } if (cur) out.push(cur); return out; }
function both(text: string): string { let s = ""; for (let i = 0; i < text.length; i++) { const c = text[i]!; s += c + text.codePointAt(i) + text.at(i); } return s; }
console.log(vowels("education"), sum("taipan"), words("the quick fox"), both("ab"), both(""));`,
  "index too": `function f(text: string): string { let s = ""; for (let i = 0; i < text.length; i++) s += text[i] + i; for (let i = 0; i < text.length; i++) s += text[text.length - 1 - i]; return s; }
console.log(f("abc"));`,
  numbers: `function total(xs: number[]): number { let t = 0; for (let i = 0; i < xs.length; i++) t += xs[i]; return t; }
function largest(values: number[]): number { let m = values[0]; for (let i = 0; i < values.length; i++) { if (values[i] > m) m = values[i]; } return m; }
console.log(total([1, 2, 3]), total([]), largest([3, 9, 2]));`,
  stores: `const xs = [1, 2, 3]; let log = "";
for (let i = 0; i < xs.length; i++) { xs[1] = 9; log += xs[i]; }
for (let i = 0; i < xs.length; i++) { xs[i] += 1; }
for (let i = 0; i < xs.length; i++) { log += xs[i]; xs[2] = 0; log += xs[i]; }
for (let i = 0; i < xs.length; i++) { log += xs[i]; if (xs[i] > 5) xs.reverse(); log += xs[i]; }
console.log(log, xs);`,
  "stores by function": `const xs = [1, 2, 3]; let log = ""; function change(): void { xs[2] = 7; }
for (let i = 0; i < xs.length; i++) { change(); log += xs[i]; }
const other = xs; for (let i = 0; i < xs.length; i++) { other[i] = 0; log += xs[i]; }
console.log(log);`,
  reassigned: `let xs = [1, 2, 3]; let log = "";
for (let i = 0; i < xs.length; i++) { if (i === 1) xs = [7, 8, 9]; log += xs[i]; }
let s = "abc"; for (let i = 0; i < s.length; i++) { log += s[i]; if (s.length < 5) s += "x"; }
console.log(log);`,
  bytes: `function crc(data: Uint8Array): number { let c = 0; for (let i = 0; i < data.length; i++) { c ^= data[i]!; for (let b = 0; b < 8; b++) c = c & 0x80 ? ((c << 1) ^ 7) & 255 : (c << 1) & 255; } return c; }
function hex(data: Uint8Array): string { let s = ""; for (let i = 0; i < data.length; i++) s += data[i].toString(16).padStart(2, "0"); return s; }
const d = new Uint8Array([1, 2, 250]); console.log(crc(d), hex(d));
let seen = ""; for (let i = 0; i < d.length; i++) { d[2] = 9; seen += d[i]; } for (let i = 0; i < d.length; i++) { d.set([5], 1); seen += d[i]; }
const v = new DataView(d.buffer); for (let i = 0; i < d.length; i++) { v.setUint8(2, 77); seen += d[i]; }
function poke(): void { d[2] = 1; } for (let i = 0; i < d.length; i++) { poke(); seen += d[i]; } console.log(seen);`,
  rows: `const grid = [[1, 2], [3, 4], []]; let t = 0;
for (let y = 0; y < grid.length; y++) for (let x = 0; x < grid[y].length; x++) t += grid[y][x];
for (let y = 0; y < grid.length; y++) { let line = ""; for (let x = 0; x < grid[y].length; x++) { line += x === 0 ? grid[y][x] : "," + grid[y][x]; } console.log(line); }
for (let y = 0; y < grid.length; y++) for (let x = 0; x < grid[y].length; x++) grid[y][x] *= 2;
console.log(t, grid);`,
  "rows changed": `const grid = [[1, 2], [3, 4]]; let log = "";
for (let y = 0; y < grid.length; y++) { grid[1] = [8, 9]; for (let x = 0; x < grid[y].length; x++) { log += grid[y][x]; grid[0][1] = 5; } }
console.log(log);`,
  closures: `const fs: (() => string)[] = []; const s = "abc"; for (let i = 0; i < s.length; i++) { fs.push(() => s[i]); } for (let i = 0; i < s.length; i++) { const c = s[i]; fs.push(() => c); } console.log(fs.map((f) => f()).join(""));`,
  names: `const character = "x"; const value = 1; const text = "ab"; let out = ""; const prices = [1, 2]; const price = 5; const status = [1]; const boxes = [4];
for (let i = 0; i < text.length; i++) out += text[i] + character; for (let i = 0; i < prices.length; i++) out += prices[i] + price; for (let i = 0; i < status.length; i++) out += status[i] + value; for (let i = 0; i < boxes.length; i++) out += boxes[i];
for (let i = 0; i < text.length; i++) for (let j = 0; j < text.length; j++) out += text[i] + text[j];
console.log(out);`,
  objects: `interface P { name: string; tags: string[] } const ps: P[] = [{ name: "a", tags: ["x", "y"] }, { name: "b", tags: [] }]; let out = "";
for (let i = 0; i < ps.length; i++) { out += ps[i].name; ps[i].name += "!"; for (let j = 0; j < ps[i].tags.length; j++) out += ps[i].tags[j]; ps[i].tags.push("z"); }
console.log(out, ps[0]);`,
  "missing elements": `const xs = [1, 2]; const ys: number[] = []; ys.push(xs[5]); let out = ""; for (let i = 0; i < ys.length; i++) { out += ys[i] + 1; const y = ys[i]; out += y; } console.log(out);`,
  "break and labels": `const s = "hello world"; let at = ""; outer: for (let i = 0; i < s.length; i++) { for (let j = 0; j < s.length; j++) { if (s[j] === "w") continue outer; if (s[i] === "o") break outer; at += s[j]; } } console.log(at);`,
  "let first": `const s = "abc"; let out = ""; for (let i = 0; i < s.length; i++) { let c = s[i]; if (c === "b") c = "B"; out += c + s[i]; } for (let i = 0; i < s.length; i++) { /* kept */ const c = s[i]; out += c; } for (let i = 0; i < s.length; i++) { const c = s[i], d = s[i]; out += c + d; } console.log(out);`,
  unicode: `const s = "añb€"; let out = ""; for (let i = 0; i < s.length; i++) out += s.charCodeAt(i) + s[i] + ","; console.log(out);
const e = "a😀"; let n = 0; for (let i = 0; i < e.length; i++) n++; console.log(n);`,
  assertions: `const xs: (number | null)[] = [1, null, 3]; let t = 0; for (let i = 0; i < xs.length; i++) { const x = xs[i]; if (x === null) continue; t += x; } for (let i = 0; i < xs.length; i++) { if (xs[i] !== null) t += xs[i]!; } console.log(t);`,
  pops: `const xs = [1, 2, 3, 4]; let out = ""; for (let i = 0; i < xs.length; i++) { out += xs[i]; xs.pop(); } for (let i = 0; i < xs.length; i++) { out += xs[i]; if (xs.length < 4) xs.push(i); } console.log(out);`,
  async: `const xs = [1, 2, 3]; async function f(): Promise<void> { let out = ""; for (let i = 0; i < xs.length; i++) { await null; out += xs[i]; } console.log(out); } f(); xs[2] = 9; `,
  generator: `const xs = [1, 2, 3]; function* g(): Generator<number> { for (let i = 0; i < xs.length; i++) { yield 0; yield xs[i]; } } let out = ""; for (const v of g()) { out += v; xs[2] = 7; } console.log(out);`,
};

describe("loops over elements", () => {
  it.each(Object.entries(programs))("%s", (_, source) => runsAlike(source));
});
