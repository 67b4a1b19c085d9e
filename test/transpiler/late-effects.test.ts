// What runs where nobody calls it: methods that make a text of an object, and comparators that say half of the order.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const programs: Record<string, string> = {
  "less only": `const xs: number[] = []; let seed = 7; for (let i = 0; i < 100; i++) { seed = (seed * 31 + 17) % 101; xs.push(seed); }
console.log([...xs].sort((a, b) => (a < b ? -1 : 0)).join(" "), [...xs].sort((a, b) => (a > b ? 1 : 0)).join(" "));
const ps = xs.map((n, i) => ({ n, i })); console.log(ps.sort((a, b) => (a.n < b.n ? -1 : 0)).map((p) => p.n + ":" + p.i).join(" "));`,
  "less or greater": `const ws: string[] = []; for (let i = 0; i < 80; i++) ws.push("w" + ((i * 37) % 80)); console.log(ws.sort((a, b) => (a > b ? 1 : -1)).join(" "));`,
  "tostring shortens": `class T { constructor(readonly xs: number[]) {} toString(): string { this.xs.pop(); return "T"; } }
const xs = [1, 2, 3]; const t = new T(xs);
for (let i = 0; i < xs.length; i++) { const s = \`\${t}\`; console.log(s, xs[i]); }
const ys = [1, 2]; const u = new T(ys); let i = 1; if (i < ys.length) { const s = "" + u; console.log(s, ys[i]); } 
const zs = [1, 2]; const w = new T(zs); if (i < zs.length) { const s = String(w) + [w].join(); console.log(s, zs[i]); }`,
  "tojson shortens": `class J { constructor(readonly xs: number[]) {} toJSON(): string { this.xs.pop(); return "J"; } }
const xs = [1, 2, 3]; const j = new J(xs); let i = 2; if (i < xs.length) { const s = JSON.stringify(j); console.log(s, xs[i]); }`,
  "utf8 decode": `function decode(data: Uint8Array): string { let s = ""; let i = 0; while (i < data.length) { const b = data[i++]; if (b < 0x80) s += String.fromCharCode(b); else if (b < 0xe0) s += String.fromCharCode(((b & 31) << 6) | (data[i++] & 63)); else if (b < 0xf0) s += String.fromCharCode(((b & 15) << 12) | ((data[i++] & 63) << 6) | (data[i++] & 63)); else { const c = (((b & 7) << 18) | ((data[i++] & 63) << 12) | ((data[i++] & 63) << 6) | (data[i++] & 63)) - 0x10000; s += String.fromCharCode(0xd800 + (c >> 10), 0xdc00 + (c & 0x3ff)); } } return s; }
console.log(decode(new Uint8Array([104, 195, 169, 240, 159, 152, 128])));`,
  "utf16 decode": `function decode(data: Uint8Array): string { let s = ""; for (let i = 0; i + 1 < data.length; i += 2) s += String.fromCharCode(data[i] | (data[i + 1] << 8)); return s; }
console.log(decode(new Uint8Array([104, 0, 105, 0])));`,
};

describe("late effects", () => {
  it.each(Object.entries(programs))("%s", (_, source) => runsAlike(source));
});
