// The library: arrays, maps, records, bytes. Node, MicroPython and CPython agree.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const arrays: Record<string, string> = {
  "push, length, index": `const a: int[] = []; a.push(1); a.push(2, 3); console.log(a.length); if (a.length > 1) console.log(a[1]);`,
  "index outside": `const a = ["x"]; const i: int = 4; console.log(a[i] ?? "none", a[i - 5] ?? "before");`,
  "store inside": `const a = ["x", "y"]; for (let i = 0; i < a.length; i++) a[i] = a[i] + "!"; console.log(a.join());`,
  "pop and shift": `const a = ["x", "y"]; console.log(a.pop() ?? "none", a.shift() ?? "none", a.pop() ?? "none", a.shift() ?? "none");`,
  unshift: `const a = ["x"]; a.unshift("w"); console.log(a.join());`,
  slice: `const a = [1, 2, 3, 4]; console.log(a.slice(1, 3).join(), a.slice(-2).join(), a.slice().length);`,
  "a slice is a copy": `const a = ["x"]; const b = a.slice(); b.push("y"); console.log(a.length, b.length);`,
  "splice removes": `const a = ["x", "y", "z"]; a.splice(1, 1); console.log(a.join()); const gone = a.splice(-1, 1); console.log(gone.join(), a.join());`,
  "splice inserts": `const a = ["x", "z"]; a.splice(1, 0, "y"); console.log(a.join());`,
  "indexOf and includes": `const a = ["x", "y", "x"]; console.log(a.indexOf("y"), a.indexOf("q"), a.lastIndexOf("x"), a.includes("x") ? 1 : 0);`,
  "includes by identity": `const a = [[1], [2]]; const b = [1]; console.log(a.includes(b) ? "found" : "other");`,
  "map, filter": `const a = [1, 2, 3]; console.log(a.map((n) => n * n).join(), a.filter((n) => n !== 2).join(), a.map((n, i) => n * i).join());`,
  "map with a block": `console.log([1, 2].map((n) => { const m = n + 1; return m * m; }).length);`,
  "filter by a nullable": `const a: (string[] | null)[] = [[], null]; console.log(a.filter((x) => x !== null).length);`,
  "closures made by map": `const fs = [1, 2, 3].map((n) => (): int => n); for (const f of fs) console.log(f());`,
  "map of a nullable": `function get(n: int): string[] | null { return n > 0 ? ["a", "b"] : null; } console.log((get(0) ?? ["x"]).map((s) => s + "!").join(), (get(1) ?? []).filter((s) => s !== "a").join(), (get(1) ?? []).some((s) => s === "a") ? 1 : 0);`,
  "some, every": `const a = [1, 2]; console.log(a.some((n) => n > 1) ? 1 : 0, a.every((n) => n > 1) ? 1 : 0, ([] as int[]).every((n) => n > 1) ? 1 : 0);`,
  "find, findIndex": `const a = ["aa", "b"]; console.log(a.find((s) => s.length === 1) ?? "none", a.findIndex((s) => s === "q"));`,
  "join of ints": `console.log([1, 2, 3].join("-"), ([] as int[]).join() + ".");`,
  "concat and spread": `const a = [1, 2]; console.log(a.concat([3]).join(), [0, ...a, 9].join(), [...a].length);`,
  "concat leaves the array": `let a = ["x"]; const b = a; a = a.concat(["y"]); console.log(a.length, b.length);`,
  "a callback's parameter hides a builtin that is needed": `console.log([1, 2].map((str) => String(str)).join(), [["a"]].map((list) => [...list].length).join());`,
  reverse: `const a = ["x", "y", "z"]; a.reverse(); console.log(a.join(""));`,
  "sort is stable": `const a = ["b1", "a1", "b2", "a2"]; a.sort((x, y) => (x.slice(0, 1) < y.slice(0, 1) ? -1 : x.slice(0, 1) > y.slice(0, 1) ? 1 : 0)); console.log(a.join());`,
  "sort of ints": `const a = [10, 9, 1]; a.sort((x, y) => x - y); console.log(a.join());`,
  "toSorted leaves the array": `const a = [3, 1, 2]; const b = a.toSorted((x, y) => y - x); console.log(a.join(), b.join());`,
  clearing: `const a = ["x"]; a.length = 0; console.log(a.length);`,
  at: `const a = ["x", "y"]; console.log(a.at(-1) ?? "none", a.at(0) ?? "none", a.at(5) ?? "none");`,
  tuples: `function f(): [string, int] { return ["a", 1]; } const t = f(); console.log(t[0], t[1], t.length);`,
  "arrays of arrays": `const grid: int[][] = [[1, 2], [3, 4]]; for (const row of grid) console.log(row.map((n) => String(n)).join(" "));`,
  "Array.from": `console.log(Array.from("abc").length);`,
};

const maps: Record<string, string> = {
  "set, get, has, size": `const m = new Map<string, int>(); m.set("a", 1); console.log(m.get("a") ?? 0, m.get("b") ?? 0, m.has("a") ? 1 : 0, m.size);`,
  "order of insertion": `const m = new Map<string, int>(); for (const k of ["z", "a", "m", "b"]) m.set(k, 1); m.delete("a"); m.set("a", 2); m.set("z", 3); for (const [k, v] of m) console.log(k, v);`,
  "keys and values": `const m = new Map<string, int>([["b", 1], ["a", 2]]); for (const k of m.keys()) console.log(k); for (const v of m.values()) console.log(v); console.log([...m.keys()].join());`,
  "delete says whether": `const m = new Map<string, int>([["a", 1]]); console.log(m.delete("a") ? 1 : 0, m.delete("a") ? 1 : 0); m.delete("x"); m.clear(); console.log(m.size);`,
  "deleting while iterating a copy": `const m = new Map<string, int>([["a", 1], ["b", 2]]); for (const k of [...m.keys()]) if (k === "a") m.delete(k); console.log(m.size);`,
  sets: `const s = new Set<string>(); s.add("a"); s.add("a"); console.log(s.size, s.has("a") ? 1 : 0, s.delete("a") ? 1 : 0, s.size);`,
  "set of an array": `const s = new Set(["x", "y", "x"]); s.delete("q"); console.log(s.size);`,
  "null as a value": `const m = new Map<string, string | null>(); m.set("a", null); console.log(m.get("a") ?? "none", m.has("a") ? 1 : 0);`,
};

const records: Record<string, string> = {
  members: `interface R { a: int; b?: string } const r: R = { a: 1 }; r.b = "set"; r.a += 2; console.log(r.a, r.b ?? "none");`,
  shorthand: `const a: int = 1; const r = { a, "content-type": "x" }; console.log(r.a, r["content-type"]);`,
  "missing member": `const r: Record<string, string> = { a: "1" }; console.log(r["a"] ?? "none", r["b"] ?? "none", r.c ?? "none");`,
  "in and delete": `const r: Record<string, string> = { a: "1", b: "2" }; delete r["a"]; console.log("a" in r ? 1 : 0, "b" in r ? 1 : 0);`,
  "keys in order": `const r: Record<string, int> = { z: 1, a: 2, m: 3 }; r["b"] = 4; console.log(Object.keys(r).join(), Object.values(r).length); for (const [k, v] of Object.entries(r)) console.log(k, v);`,
  spread: `const a = { x: "1", y: "2" }; const b = { ...a, y: "3" }; console.log(b.x, b.y, a.y);`,
  nested: `const r = { inner: { list: [1, 2] } }; console.log(r.inner.list.length);`,
  "functions in records": `const r: { f: (n: int) => int } = { f: (n) => n + 1 }; console.log(r.f(1));`,
  "names that are keywords": `const r = { from: "a", class: "b", def: "c" }; console.log(r.from, r.class, r.def);`,
  "records in arrays": `const rs: { n: int }[] = [{ n: 1 }, { n: 2 }]; console.log(rs.map((r) => String(r.n)).join());`,
};

const bytes: Record<string, string> = {
  "length and index": `const b = new Uint8Array(3); b[1] = 7; for (let i = 0; i < b.length; i++) console.log(b[i]);`,
  "bytes wrap": `const b = new Uint8Array(2); const n: int = 300; b[0] = n; b[1] = -1; console.log(b[0] ?? -1, b[1] ?? -1);`,
  "stores outside do nothing": `const b = new Uint8Array(1); const i: int = 5; b[i] = 1; console.log(b.length, b[i] ?? "none");`,
  "subarray shares": `const b = new Uint8Array(4); const part = b.subarray(1, 3); part[0] = 9; console.log(b[1] ?? 0, part.length);`,
  "slice copies": `const b = new Uint8Array(4); const part = b.slice(1, 3); part[0] = 9; console.log(b[1] ?? 0, part.length);`,
  "slice of a part copies": `const b = new Uint8Array(4); const part = b.subarray(0, 2).slice(); part[0] = 9; console.log(b[0] ?? 0);`,
  set: `const b = new Uint8Array(5); const s = new TextEncoder().encode("abc"); b.set(s, 1); console.log(b[0] ?? 0, b[1] ?? 0, b[3] ?? 0, b.length);`,
  "set beyond the end": `const b = new Uint8Array(2); try { b.set(new TextEncoder().encode("abc"), 1); } catch { console.log("refused"); } console.log(b.length);`,
  "of values": `const b = new Uint8Array([1, 2, 255]); console.log(b.length, b[2] ?? 0);`,
  "encode and decode": `const b = new TextEncoder().encode("aé€"); console.log(b.length, new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(b));`,
  "decode drops the byte order mark": `const b = new Uint8Array([0xef, 0xbb, 0xbf, 65]); console.log(new TextDecoder("utf-8", { fatal: true }).decode(b).length, new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(b).length);`,
  "decode refuses": `try { new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(new Uint8Array([0xff, 0xfe])); console.log("decoded"); } catch { console.log("refused"); }`,
  indexOf: `const b = new TextEncoder().encode("a\\nb\\n"); console.log(b.indexOf(10), b.indexOf(10, 2), b.indexOf(7), b.subarray(2).indexOf(10));`,
  iteration: `for (const n of new Uint8Array([3, 4])) console.log(n);`,
  "exclusive or with a mask": `const b = new Uint8Array([1, 2, 3]); const mask = new Uint8Array([255, 15]); for (let i = 0; i < b.length; i++) b[i] ^= mask[i & 1]; for (const n of b) console.log(n);`,
  checksum: `let sum: int = 0; for (const n of new TextEncoder().encode("hello")) sum = (sum * 31 + n) & 0xffff; console.log(sum);`,
  "empty bytes are something": `function f(b: Uint8Array | null): string { return b === null ? "none" : String(b.length); } console.log(f(new Uint8Array(0)), f(null));`,
};

describe.each(Object.entries({ arrays, maps, records, bytes }))("%s", (_, table) => {
  it.each(Object.entries(table))("%s", (_, source) => runsAlike(source));
});
