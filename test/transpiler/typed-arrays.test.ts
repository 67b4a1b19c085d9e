// Arrays of numbers of one size, buffers and views of them.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const cases: Record<string, string> = {
  "stores are cut": `const c = new Uint8ClampedArray(4); c[0] = 300; c[1] = -5; c[2] = 1.5; c[3] = NaN; const a = new Int16Array(3); a[0] = 40000; a[1] = -32769; a[2] = 1.9; console.log(c, a, new Uint16Array([65536, 65535, -1]), new Int32Array([2 ** 31, -1, 2.7]));`,
  "floats are rounded": `const f = new Float32Array([0.1, 1.5, 2]); console.log(f, f[0], f[0] === 0.1, f.map((x) => x * 2), Math.fround(0.1)); const d = new Float64Array(2); d[0] = 0.1; d[1] = -0; console.log(d, d[1]); f[1] = 1e300; console.log(f[1]);`,
  "nothing outside": `const a = new Uint32Array(2); a[5] = 1; console.log(a[5], a[-1], a.length, a.at(-1)); for (let i = 0; i < 4; i++) a[i] = i + 1; console.log(a);`,
  "in place": `const a = new Int32Array([1, 2, 3]); a[0] += 5; a[1]++; a[2] <<= 30; console.log(a, a[0]-- + a[1]); a[2] ^= -1; console.log(a);`,
  methods: `const a = Int16Array.of(5, 3, 9, 1); console.log(a.indexOf(9), a.includes(4), a.toSorted(), a.toReversed(), a.with(0, 7), a.slice(1, -1), a.reduce((x, y) => x + y, 0), a.find((x) => x > 4), a.findLastIndex((x) => x > 2), a.every((x) => x > 0), a.join("-"), a.filter((x) => x > 2), a.map((x) => x * 10000)); a.sort(); console.log(a); a.sort((x, y) => y - x); console.log(a); a.reverse(); a.fill(8, 1, 2); a.copyWithin(0, 2); a.set([1, 2], 1); console.log(a, String(a), [...a, 0], Array.from(a, (x) => x / 2), Math.max(...a));`,
  loops: `const a = new Uint16Array([7, 8]); for (const x of a) console.log(x); for (const [i, x] of a.entries()) console.log(i, x); a.forEach((x, i) => console.log(i, x)); for (const k of a.keys()) console.log(k); const [p, q] = a; console.log(p + q, [...a.values()]);`,
  "shared memory": `const buffer = new ArrayBuffer(8); const bytes = new Uint8Array(buffer); const words = new Uint32Array(buffer); words[0] = 0x01020304; const half = new Uint16Array(buffer, 4, 2); half[1] = 0xabcd; const part = words.subarray(1); part[0] += 1; console.log(bytes, buffer.byteLength, words.length, words.byteLength, half.byteOffset, words.buffer === buffer, Uint16Array.BYTES_PER_ELEMENT, words.BYTES_PER_ELEMENT);`,
  "part of a buffer": `const buffer = new ArrayBuffer(6); const part = new Uint8Array(buffer, 2, 3); part[0] = 9; part.fill(1, 1); console.log(new Uint8Array(buffer), part.length, buffer.slice(2, 4).byteLength, new Uint8Array(buffer.slice(-3)));`,
  "a view of bytes": `const bytes = new Uint8Array([1, 2, 3, 4]); const view = new DataView(bytes.buffer, 1, 2); const all = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength); all.setInt16(2, -2, true); console.log(view.getUint16(0), view.getUint16(0, true), view.byteOffset, view.byteLength, all.getUint32(0).toString(16), bytes);`,
  "a view of a part": `const bytes = new Uint8Array([1, 2, 3, 4]).subarray(1); const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength); console.log(view.getUint8(0), view.byteLength);`,
  "errors of ranges": `for (const make of [() => new Int16Array(-1).length, () => new Uint8Array(-3).length, () => new Uint32Array(new ArrayBuffer(8), 2).length, () => new Uint32Array(new ArrayBuffer(7)).length, () => new DataView(new ArrayBuffer(4)).getUint32(2), () => new Uint8Array(new ArrayBuffer(2), 3).length]) { try { console.log(make()); } catch (error) { console.log(error instanceof RangeError, (error as Error).message); } }`,
  "a table of checksums": `const table = new Uint32Array(256); for (let n = 0; n < 256; n++) { let c = n; for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1; table[n] = c; } function crc32(data: Uint8Array): number { let c = 0xffffffff; for (const b of data) c = table[(c ^ b) & 0xff] ^ (c >>> 8); return (c ^ 0xffffffff) >>> 0; } console.log(crc32(new TextEncoder().encode("123456789")).toString(16));`,
  "bytes as arrays": `const b = new Uint8Array([5, 3, 9, 1]); for (const [i, x] of b.entries()) console.log(i, x); console.log(b.toSorted().join(), b.toReversed(), b.with(1, 300), b.toString(), \`\${b}\`); b.copyWithin(0, 2); b.sort((x, y) => y - x); console.log(b, Uint8Array.from([1, 2], (x) => x * 100), Uint8Array.from(new Set([1, 1, 2])), new Uint8Array(2.7));`,
  "length taken apart": `const { length } = new Int16Array(3); console.log(length);`,
  "made by a function": `console.log(Int16Array.from([0.1, 0.5], (x) => Math.round(x * 32767)), Float32Array.from({ length: 3 }, (_, i) => i / 2), Uint16Array.from(new Set([1, 70000])));`,
  "characters that bytes bring in": `console.log(new TextDecoder().decode(new Uint8Array([240, 159, 152, 128])).length);`,
  "what a later argument changes": `const a = [3, 1]; console.log(a, a.push(2)); console.log(a.sort(), a.reverse()); class P { n = 0; inc() { this.n++; return this; } } const p = new P(); console.log(p, p.inc().n, p); const o = { n: 1 }; console.log(o, o.n++, o); const m = new Map([["a", 1]]); console.log(m, m.set("b", 2).size, m.delete("a"));`,
};

describe("arrays of numbers of one size", () => {
  for (const [name, source] of Object.entries(cases)) it(name, () => runsAlike(source));
});
