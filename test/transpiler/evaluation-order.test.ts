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
};

describe("order of evaluation", () => {
  it.each(Object.entries(order))("%s", (_, source) => runsAlike(source));
});
