// Values whose type says little: their truth, equality and `typeof` are JavaScript's.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const truth: Record<string, string> = {
  "of a union": `function f(v: string | number | boolean | null | undefined | string[]): string { return v ? "yes" : "no"; } console.log(f(""), f(0), f(NaN), f(false), f(null), f(undefined), f([]), f("a"), f(1), f(true), f(["x"]));`,
  "of anything": `const f = (x: unknown): boolean => !!x; console.log(f([]), f({}), f(""), f(0), f("0"), f(null), f(() => 1), f(new Map()), f(NaN));`,
  "of what is always there": `const a: number[] = []; if (a) console.log("array"); const o = {}; console.log(!o, !!o, o ? 1 : 2);`,
  Boolean: `console.log(Boolean(0), Boolean("a"), Boolean([]), Boolean({}), Boolean(null), Boolean(NaN), Boolean()); const s: string = "x"; if (Boolean(s) && !Boolean("")) console.log("both");`,
  "filter(Boolean)": `const values: (string | number | null)[] = ["", 0, null, "x", 3, NaN]; console.log(values.filter(Boolean), values.map((v) => !!v), values.map((v) => Boolean(v)));`,
  "of a double negation": `const s: string = "abc"; const n: number = 5; const b = !!s; console.log(b, !!n, [s].map((t) => !!t));`,
  "and, or of a union": `function f(v: string | number[] | null) { return v || "none"; } console.log(f(""), f([]), f(null), f("a")); function g(v: number | boolean) { return v && "some"; } console.log(g(0), g(NaN), g(false), g(2));`,
  "of a missing element": `const a: number[] = []; if (a[0]!) console.log("there"); else console.log("missing"); const b: boolean[] = []; console.log(!!b[3]!);`,
};

const equality: Record<string, string> = {
  "of mixed plain values": `type V = string | number | boolean | null; function f(a: V, b: V): boolean { return a === b; } console.log(f(1, true), f(0, false), f("1", 1), f(null, 0), f(NaN, NaN), f(1, 1), f(true, true), f("a", "a"));`,
  "of anything": `const f = (a: unknown, b: unknown) => a === b; const o = { x: 1 }; console.log(f(o, o), f({}, {}), f(1, 1), f(1, true), f("a", "a"), f([], []), f(null, null), f(NaN, NaN), f(0, -0));`,
  "of objects and plain values": `const a = ["x"]; const f = (v: string | string[]) => v === a; console.log(f(a), f(["x"]), f("x"));`,
  "in a switch": `function f(v: string | number | boolean | null): string { switch (v) { case 1: return "one"; case true: return "true"; case "1": return "text"; case null: return "null"; case 0: return "zero"; case false: return "false"; default: return "other"; } } console.log(f(1), f(true), f("1"), f(null), f(0), f(false), f("x"));`,
  "loose, with null": `function f(a?: string | null): boolean { return a == null; } console.log(f(), f(null), f(""), 1 != null);`,
  "loose, of one kind": `const s: string = "a"; const n: number = 2; console.log(s == "a", n != 2, s == "b");`,
  "with null and undefined at once": `function isDefined<T>(v: T | null | undefined): v is T { return v !== null && v !== undefined; } console.log([1, null, 2, undefined, 0].filter(isDefined)); const f = (v?: string | null): string => { if (v === undefined || v === null) return "none"; return v; }; console.log(f("a"), f(null), f()); const g = (n: number, v?: string | null) => n > 1 && v !== null && v !== undefined && v.length > 0; console.log(g(2, "x"), g(2, null), g(2), g(0, "x"), g(2, "")); const h = (v?: number | null) => (typeof v !== "undefined" && v !== null ? v + 1 : 0); console.log(h(), h(null), h(4));`,
  "with what its type leaves out": `const a: number[] = [1]; console.log(a[3] === null, a[3] === undefined, a[0] === undefined);`,
};

const types: Record<string, string> = {
  "typeof as a value": `const all: unknown[] = [1, "a", true, undefined, {}, [], () => 1, NaN]; for (const v of all) console.log(typeof v); const t = typeof all[0]; console.log(t, \`\${typeof all[1]}\`);`,
  "typeof of null": `const all: (string | null)[] = ["a", null]; console.log(all.map((v) => typeof v)); const n: unknown = null; console.log(typeof n === "object", typeof n === "undefined", n === null);`,
  "typeof in a switch": `function f(v: unknown): string { switch (typeof v) { case "number": return "n" + v.toFixed(1); case "string": return "s" + v.length; case "boolean": return v ? "yes" : "no"; case "object": return v === null ? "null" : "object"; case "function": return "function"; default: return "?"; } } console.log(f(1), f("ab"), f(false), f(null), f({}), f([1]), f(() => 1));`,
  "typeof of a number or a boolean": `function f(v: number | boolean | string): string { if (typeof v === "number") return "number"; return typeof v == "boolean" ? "boolean" : "string"; } console.log(f(1), f(true), f("x"), f(0.5));`,
  "typeof of two": `const same = (a: string | number, b: string | number) => typeof a === typeof b; console.log(same(1, 2), same("a", 1));`,
  "a type guard": `const isText = (v: unknown): v is string => typeof v === "string"; const all: unknown[] = [1, "a", null, "b"]; console.log(all.filter(isText).map((s) => s.toUpperCase()));`,
  "an assertion": `function assertNumber(v: unknown): asserts v is number { if (typeof v !== "number") throw new TypeError("no number"); } const x: unknown = 5; assertNumber(x); console.log(x + 1); try { assertNumber("q"); } catch (e) { console.log(e instanceof TypeError); }`,
};

const missing: Record<string, string> = {
  "in arithmetic": `const a: number[] = [1]; console.log(a[3]! + 1, a[3] - 1, 2 * a[3], a[3] / 2, a[3] % 2, a[3] ** 2, -a[3], +a[3], ~a[3], a[3] | 4, a[3] & 1, a[0] + 1);`,
  "of records": `const r: Record<string, number> = { x: 1 }; console.log(r["y"] * 2, r.x + 1, r["z"] > 1, r["z"] < 1, r["z"] >= 0, r["z"] === 1); r["q"]++; r["w"] += 5; r["e"] |= 3; console.log(r);`,
  "of Math": `const a: number[] = [1]; const u = a.find((v) => v > 10); console.log(u! - 1, Math.max(a[4], 2), Math.floor(a[9] / 2), Math.abs(a[9]), Math.round(a[9]!), Math.min(a[0], 3));`,
  "beyond the end of a loop": `function sum(xs: number[], n: number): number { let s = 0; for (let i = 0; i < n; i++) s += xs[i]; return s; } console.log(sum([1, 2], 2), sum([1, 2], 3));`,
  "of a list that grows": `const fib = [0, 1]; for (let i = 2; i < 10; i++) fib.push(fib[i - 1] + fib[i - 2]); console.log(fib.join());`,
  "null is 0": `const n: number | null = null as number | null; console.log(n! + 1, n! * 2, n! < 1, Math.max(n!, -1));`,
  "null and undefined at once": `const both = (n: number): number | null | undefined => (n > 1 ? n : n > 0 ? null : undefined); for (const n of [2, 1, 0]) console.log(both(n)! + 1, both(n)! < 1, both(n)! | 3, Math.max(both(n)!, -1), -both(n)!);`,
  "of a Map": `const m = new Map<string, number>([["a", 1]]); console.log(m.get("a")! + 1, m.get("b")! + 1); m.set("a", m.get("a")! + 1); console.log(m);`,
};

const conversions: Record<string, string> = {
  "of text by operators": `console.log(~~"12", ~"3", -"5", +"1e3");`,
  "by functions of Math that are handed over": `console.log([1.5, -2.5, -0.2].map(Math.round), [-1, 2].map(Math.abs), [1.7].map(Math.trunc), [4, -0.5].map(Math.ceil), ["12abc", "", "7"].map(Number));`,
  "members of generic records keep their order": `interface Ok<T> { ok: true; value: T } type Result<T> = Ok<T> | { ok: false; error: string }; const ok = <T>(value: T): Result<T> => ({ ok: true, value }); const map = <T, U>(r: Result<T>, f: (t: T) => U): Result<U> => (r.ok ? { ok: true, value: f(r.value) } : r); console.log(ok(3), map(ok("a"), (s) => s.length)); function wrap<T>(v: T) { return { zeta: v, alpha: [v] }; } console.log(wrap(1));`,
};

const order: Record<string, string> = {
  "the console shows what its arguments are when all are known": `const xs = [1, 2, 3]; console.log(xs, xs.reverse()); console.log(xs, xs.pop(), xs); const m = new Map<string, number>(); console.log(m, m.set("a", 1), m.size); function add(v: number): number { xs.push(v); return xs.length; } console.log("x", xs, add(5), 1 + add(6)); const p = { w: 2 }; console.log(p, (p.w = 5), p.w++);`,
  "what is spread is read before": `const xs = [1, 2]; console.log([...xs, (xs[0] = 5), ...xs]); function f(...n: number[]): string { return n.join(); } console.log(f(...xs, xs.push(4), ...xs)); console.log(f(...xs, (xs[0] = 8), ...xs)); let i = 0; console.log(f(i++, ...xs, i++), f(...xs.map((v) => v + i), i++));`,
};

const tuples: Record<string, string> = {
  "that change": `const t: [number, string] = [1, "a"]; t[0] = 5; t[1] += "b"; t[0]++; const same = t; console.log(t, same === t, t.length, t[1].length); const xs: [number, number] = [1, 2]; [xs[0], xs[1]] = [xs[1], xs[0]]; console.log(xs, xs.map((v) => v * 2), [...xs, 3]);`,
  "given as arrays": `const t: [number, number] = [1, 2]; const xs: number[] = t; xs.push(4); console.log(t.length, xs, Array.isArray(t));`,
  "with optional parts and a rest": `type O = [string, number?]; const a: O = ["a"]; const b: O = ["b", 2]; console.log(a, b, a[1], b[1], a.length); type R = [string, ...number[]]; const r: R = ["s", 1, 2]; const [h, ...t] = r; console.log(h, t, r[9], r[1] + 1);`,
};

const filled: Record<string, string> = {
  "with numbers": `const dp = Array(5).fill(0); dp[0] = 1; for (let i = 1; i < 5; i++) dp[i] = dp[i - 1] * i + (dp[i - 2] ?? 0); console.log(dp, dp[1] + 1); const ways = new Array(4).fill(0); ways[0] = 1; for (let a = 1; a <= 3; a++) ways[a] += ways[a - 1]; console.log(ways);`,
  "with text and booleans": `const names = new Array(2).fill(""); names[1] += "x"; console.log(names, names[1].length); const seen = Array(3).fill(false); seen[1] = true; console.log(seen.filter((v) => v).length); const any = Array(2).fill(null); any[0] = 5; console.log(any);`,
  "in two dimensions": `const d = Array.from({ length: 3 }, (_, i) => [i, ...Array(2).fill(0)]); d[1][1] = Math.min(d[0][1] + 1, d[1][0] + 1); console.log(d); const g: number[][] = new Array(2).fill(0).map(() => new Array(2).fill(7)); console.log(g); const typed: string[] = new Array(2).fill("-"); console.log(typed.join(""));`,
};

const indexes: Record<string, string> = {
  "of for … in": `const a = [1, 2, 3]; for (const i in a) console.log(i, a[i]); for (const i in a) a[i] *= 2; console.log(a);`,
};

const variables: Record<string, string> = {
  var: `var a = 1; var b = a + 1; a = b * 2; console.log(a, b); function f(): number { var sum = 0; for (var i = 0; i < 4; i++) sum += i; return sum; } console.log(f());`,
};

describe.each(
  Object.entries({
    truth,
    equality,
    types,
    missing,
    conversions,
    order,
    tuples,
    filled,
    indexes,
    variables,
  }),
)("%s", (_, table) => {
  it.each(Object.entries(table))("%s", (_, source) => runsAlike(source));
});
