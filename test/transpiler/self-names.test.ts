// Programs that name something self, and keys that run code. Node, MicroPython and CPython agree.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const CASES: Record<string, string> = {
  "self of the file": `const self = "me"; class Q { m() { return self; } } console.log(new Q().m());`,
  "self of a parameter": `function f(self: string) { class Q { m() { return self; } } return new Q().m(); } console.log(f("z"));`,
  "self of a local": `class Q { v = 1; m() { let self = 3; self += this.v; const o = { self, get: () => self + this.v }; return o.get(); } } console.log(new Q().m());`,
  "self in a literal": `const self = { a: 1 }; const o = { self, get() { return self.a; }, b: 2, sum() { return this.b + self.a; } }; console.log(o.get(), o.sum());`,
  "names of Python as classes and members": `class type { id = 1; hash() { return this.id; } } const object = new type(); const range = [object.hash()]; console.log(range, object); const self = "me"; class Q { self = self; def(pass: number) { return pass + 1; } } console.log(new Q().self, new Q().def(1));`,
  "a computed key comes before its value": `const log: string[] = []; const t = (s: string, v: number) => { log.push(s); return v; }; const o = { [\`k\${t("key", 1)}\`]: t("val", 2) }; const arr = [t("a", 1), ...[t("b", 2)], t("c", 3)]; arr[t("idx", 0)] += t("rhs", 5); console.log(log.join(), o, arr); const r = t("l", 0) || t("r", 1); console.log(r, log.length);`,
};

describe("self and computed keys", () => {
  it.each(Object.entries(CASES))("%s", (_, source) => runsAlike(source));
});
