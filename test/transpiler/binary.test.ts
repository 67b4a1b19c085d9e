// Bytes, views on them, text of them, and clocks.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const bytes: Record<string, string> = {
  "stores wrap": `const b = new Uint8Array(3); b[0] = 256; b[1] = -1; console.log(b[0], b[1]); b[2] += 300; console.log(b[2]); console.log(b);`,
  "of an array that does not fit": `const b = new Uint8Array([300, -1, 2.7]); console.log(b[0], b[1], b[2]);`,
  "of arrays": `const xs = [1, 2, 3]; const b = new Uint8Array(xs); console.log(b.length, b[1]); const c = Uint8Array.from([4, 5]); console.log(c[1]); const d = Uint8Array.of(7, 8); console.log(d.length);`,
  "subarray shares": `const b = new Uint8Array([1, 2, 3, 4]); const s = b.subarray(1, 3); s[0] = 9; console.log(b[1], s.length); console.log(s.slice(0, 1)[0], b.subarray(-2)[0]);`,
  fill: `const b = new Uint8Array([1,2,3]); b.fill(7); console.log(b.join(",")); b.fill(1, 1, 2); console.log(b.join("-"));`,
  "includes and indexOf": `const b = new Uint8Array([1,2,3]); console.log(b.includes(2), b.indexOf(3), b.indexOf(9), b.lastIndexOf(1));`,
  iteration: `const b = new Uint8Array([3,1,2]); for (const x of b) console.log(x); b.forEach((x, i) => console.log(i, x)); console.log([...b].length, Array.from(b).join());`,
  "methods of arrays": `const b = new Uint8Array([3,1,2]); b.sort(); console.log(b.join()); b.reverse(); console.log(b.join());  console.log(b.map((x) => x * 100).join(), b.filter((x) => x > 1).length, b.reduce((a, x) => a + x, 0), b.some((x) => x > 2), b.every((x) => x > 0), b.find((x) => x > 1));`,
  "out of range": `const b = new Uint8Array(2); console.log(b[5] ?? "none"); b[5] = 1; console.log(b.length, b[5] === undefined); const i = 7; b[i] = 3; console.log(b[i]);`,
  set: `const b = new Uint8Array(4); b.set([1, 2], 2); b.set(new Uint8Array([9])); console.log(b.join()); try { b.set([1,2,3], 3); } catch (e) { console.log("range"); }`,
  "ArrayBuffer and DataView": `const buf = new ArrayBuffer(8); const v = new DataView(buf); v.setUint16(0, 0x1234); v.setUint16(2, 0x1234, true); v.setInt8(4, -2); const u = new Uint8Array(buf); console.log(u.join()); console.log(v.getUint16(0), v.getInt16(2, true), v.getUint8(4), v.getInt8(4), buf.byteLength);`,
  "DataView of floats": `const v = new DataView(new ArrayBuffer(16)); v.setFloat32(0, 1.5); v.setFloat64(8, Math.PI, true); console.log(v.getFloat32(0), v.getFloat64(8, true), v.getUint32(0).toString(16)); v.setInt32(4, -5); console.log(v.getInt32(4), v.getUint32(4)); try { v.getUint32(14); } catch { console.log("range"); }`,
  text: `const t = new TextEncoder().encode("héllo"); console.log(t.length, t[1]); console.log(new TextDecoder().decode(t)); const d = new TextDecoder("utf-8"); console.log(d.decode(new Uint8Array([104, 105])));`,
  "coders that are kept": `const e = new TextEncoder(); const bytes = e.encode("abc"); console.log(bytes); console.log(new TextDecoder().decode(bytes.subarray(1)));`,
  "a checksum": `function checksum(data: Uint8Array): number { let sum = 0; for (let i = 0; i < data.length; i++) sum = (sum + data[i]) & 0xff; return sum; } console.log(checksum(new Uint8Array([200, 100, 7])));`,
  "a CRC": `function crc(data: Uint8Array): number { let c = 0xffffffff; for (const b of data) { c ^= b; for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1; } return (c ^ 0xffffffff) >>> 0; } console.log(crc(new TextEncoder().encode("123456789")).toString(16));`,
  "the buffer of a field, beside parts of it": `class Packet { private buf = new Uint8Array(8); private view = new DataView(this.buf.buffer); private at = 0; u16(n: number): this { this.view.setUint16(this.at, n); this.at += 2; return this; } done(): Uint8Array { return this.buf.subarray(0, this.at); } } console.log([...new Packet().u16(0x1234).u16(7).done()]);`,
  "the buffer of a parameter, beside parts of it": `function encode(id: number, body: string): Uint8Array { const b = new TextEncoder().encode(body), out = new Uint8Array(4 + b.length), v = new DataView(out.buffer); v.setUint16(0, id); out[3] = b.length; out.set(b, 4); return out; } function decode(b: Uint8Array) { const v = new DataView(b.buffer, b.byteOffset); return [v.getUint16(0), new TextDecoder().decode(b.subarray(4, 4 + b[3])), b.buffer.byteLength]; } console.log(decode(encode(513, "hello")));`,
  "the buffer that a method is given": `class Codec { read(b: Uint8Array) { return new DataView(b.buffer, b.byteOffset + 1, 2).getInt16(0); } tail(b: Uint8Array) { return b.subarray(1); } } const c = new Codec(); console.log(c.read(new Uint8Array([1, 255, 254])), c.tail(new Uint8Array([1, 2])));`,
  "the buffer of what a constructor is given": `class Frame { constructor(readonly raw: Uint8Array) {} header() { return new DataView(this.raw.buffer, 0, 2).getUint16(0); } body() { return this.raw.subarray(2); } } const f = new Frame(new Uint8Array([0, 9, 7, 7])); console.log(f.header(), f.body());`,
  clocks: `const t = Date.now(); console.log(t > 1600000000000, Number.isInteger(t)); const p = performance.now(); console.log(p >= 0, performance.now() >= p);`,
  "waiting by the clock": `const start = Date.now(); let n = 0; while (Date.now() - start < 3) n++; console.log(n > 0);`,
};

describe("bytes", () => {
  it.each(Object.entries(bytes))("%s", (_, source) => runsAlike(source));
});
