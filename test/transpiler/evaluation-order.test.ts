// What runs when: both sides evaluate the parts of an assignment in JavaScript's order.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const TRACE = `let s = ""; function key(): string { s += "k"; return "key"; } function value(): int { s += "v"; return 1; }`;

const order: Record<string, string> = {
  "a map's key before its value": `${TRACE} const m = new Map<string, int>(); m.set(key(), value()); console.log(s, m.get("key") ?? 0);`,
  "a record's key before its value": `${TRACE} const r: Record<string, int> = {}; r[key()] = value(); console.log(s);`,
  "an object before what its field gets": `${TRACE} class A { x: int = 0; } const one = new A(); function target(): A { s += "t"; return one; } target().x = value(); console.log(s, one.x);`,
  "a key that the value changes": `class A { count = 0; names: Record<string, int> = {}; next(): int { this.count += 1; return this.count; } run(): void { this.names[String(this.count)] = this.next(); } } const a = new A(); a.run(); console.log(a.names["0"] ?? -1, a.names["1"] ?? -1);`,
  "an object that the value replaces": `class A { xs: Record<string, int> = {}; fresh(): int { this.xs = {}; return 1; } run(): void { this.xs["a"] = this.fresh(); } } const a = new A(); const old = a.xs; a.run(); console.log(old["a"] ?? -1, a.xs["a"] ?? -1);`,
  "a key once where it is read and written": `${TRACE} const r: Record<string, int> = { key: 1 }; r[key()] += 2; r[key()]++; console.log(s, r["key"] ?? 0);`,
  "all values before the first is pushed": `const a: int[] = []; function n(): int { return a.length; } a.push(n(), n()); console.log(a.join());`,
  "a separator that is made after the list": `function f(a: number[], s: string[]) { return a.join(",") + s.join("-"); } let i = 0; const get = () => [i++, i++]; console.log(f(get(), [String(i++), String(i)])); const sep = () => { i = 100; return "|"; }; console.log([i, i].map((x) => x + i).join(sep()), i);`,
  "operands of library calls": `const log: string[] = []; const t = <T>(n: string, v: T): T => { log.push(n); return v; }; t("arr", [1, 2]).join(t("sep", ",")); t("s", "abc").indexOf(t("x", "c")); t("m", new Map<string, number>()).get(t("k", "k")); t("arr2", [3]).includes(t("v", 3)); t("i", "abc").startsWith(t("p", "a")); Math.max(t("m1", 1), t("m2", 2)); \`\${t("a", 1)}\${t("b", 2)}\`; t("arr3", [1, 2, 3])[t("ix", 1)]; t("p1", "5").padStart(t("p2", 3), t("p3", "0")); t("r1", "aa").replace(t("r2", "a"), t("r3", "b")); t("o1", 5) % t("o2", -3); t("d1", 5) / t("d2", 2); t("q1", 2) ** t("q2", 3); t("c1", "a") < t("c2", "b"); t("sp", "a,b").split(t("sp2", ",")); t("sl", [1, 2, 3]).slice(t("sl1", 0), t("sl2", 1)); t("n", 3.14159).toFixed(t("dig", 2)); t("inc", "abc").includes(t("inc2", "b")); t("rep", "x").repeat(t("cnt", 2)); console.log(log.join(" "));`,
};

describe("order of evaluation", () => {
  it.each(Object.entries(order))("%s", (_, source) => runsAlike(source));
});
