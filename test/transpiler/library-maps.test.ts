// Maps and Sets: order, keys of any kind, changes while they run. Node, MicroPython and CPython agree.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const CASES: Record<string, string> = {
  "a set taken apart, a call that may be none": `const [first] = new Set([7, 8]); console.log(first); const o: { [k: string]: () => number } = { a: () => 1 }; console.log(o.b?.() ?? "none");`,
  m1: String.raw`const m = new Map<string, number>([["z", 1], ["a", 2]]); m.set("k", 3).set("j", 4); m.delete("z"); for (const [k, v] of m) console.log(k, v); console.log([...m.keys()].join(), [...m.values()].join(), m.size, m.get("q"), m.has("a")); m.forEach((v, k) => console.log(k, v)); for (const [k, v] of m.entries()) console.log(k, v);`,
  m2: String.raw`const s = new Set([3, 1, 3, 2]); s.add(5).add(6); console.log([...s].join(), s.has(1), s.size); s.delete(3); for (const v of s) console.log(v); s.forEach((v) => console.log("f", v)); console.log(s.delete(9), s.delete(1)); s.clear(); console.log(s.size);`,
  m4: String.raw`const o = { a: 1 }; const m = new Map<object, number>(); m.set(o, 1); m.set({ a: 1 }, 2); console.log(m.size, m.get(o), m.has({ a: 1 })); const s = new Set<number[]>(); const xs = [1]; s.add(xs); s.add([1]); console.log(s.size, s.has(xs));`,
  m5: String.raw`const s = new Set([NaN, NaN, 0, -0, 1, 1.0]); console.log(s.size, s.has(NaN), s.has(0)); const m = new Map<number, string>([[NaN, "x"]]); console.log(m.get(NaN));`,
  computedNaN: `const m = new Map<number, string>(); m.set(Number("x"), "a"); m.set(parseInt("q"), "b"); console.log(m.size, m.get(NaN), m.has(0 / 0));`,
  m7: String.raw`const m = new Map([["a", 1]]); const it = m.keys(); m.set("b", 2); console.log([...it].join(), [...it].length); const it2 = m.entries(); console.log(it2.next().value, it2.next().done, it2.next().done);`,
  m8: String.raw`const counts = new Map<string, number>(); for (const w of "a b a c b a".split(" ")) counts.set(w, (counts.get(w) ?? 0) + 1); console.log([...counts].map(([k, v]) => k + v).join()); const sorted = [...counts.entries()].sort((a, b) => b[1] - a[1]); console.log(sorted[0][0], sorted[0][1]); console.log(new Map([...counts].filter(([, v]) => v > 1)).size);`,
  m9: String.raw`const a = new Set([1, 2, 3]), b = new Set([2, 3, 4]); console.log([...a].filter((x) => b.has(x)).join(), [...new Set([...a, ...b])].join(), new Set("hello").size, [...new Set("hello")].join("")); const c = new Set(a); c.add(9); console.log(a.size, c.size, new Map(new Map([["x", 1]])).get("x"));`,
  m11: String.raw`class Cache<K, V> { private m = new Map<K, V>(); constructor(private cap: number) {} get(k: K): V | undefined { const v = this.m.get(k); if (v !== undefined) { this.m.delete(k); this.m.set(k, v); } return v; } set(k: K, v: V) { if (this.m.size >= this.cap) { const first = this.m.keys().next().value as K; this.m.delete(first); } this.m.set(k, v); } keys() { return [...this.m.keys()]; } } const c = new Cache<string, number>(2); c.set("a", 1); c.set("b", 2); c.get("a"); c.set("c", 3); console.log(c.keys().join());`,
  m13: String.raw`const m = new Map<string, Map<string, number>>(); m.set("x", new Map([["y", 1]])); console.log(m.get("x")?.get("y"), m.get("q")?.get("y") ?? "none", m.get("x")!.size); const e = new Map<string, number>(); for (const [k, v] of e) console.log(k, v); console.log(e.size, [...e].length); m.clear(); console.log(m.size);`,
  m14: String.raw`const g = new Map<number, Set<number>>(); const edge = (a: number, b: number) => { if (!g.has(a)) g.set(a, new Set()); g.get(a)!.add(b); }; edge(1, 2); edge(1, 3); edge(2, 3); const visit = (n: number, seen = new Set<number>()): number[] => { if (seen.has(n)) return []; seen.add(n); return [n, ...[...(g.get(n) ?? [])].flatMap((x) => visit(x, seen))]; }; console.log(visit(1).join());`,
  m15: String.raw`const s = new Set<string>(["b", "a"]); console.log(Array.from(s).sort().join(), [...s].map((x) => x + "!").join(), s.size > 0 ? "some" : "none"); for (const [a, b] of s.entries()) console.log(a, b); console.log(Math.max(...new Set([1, 5])));`,
};

describe("maps and sets", () => {
  it.each(Object.entries(CASES))("%s", (_, source) => runsAlike(source));
});
