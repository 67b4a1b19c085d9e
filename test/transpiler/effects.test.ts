// Assignments and steps whose value is used: statements in Python, in JavaScript's order.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const values: Record<string, string> = {
  "an assignment as an argument": `let i = 0; const a = [0, 0, 0]; function f(n: int): int { return n * 10 + i; } let x = 0; if (a.length > 2) { a[0] = f(x = 3); } console.log(a.join(), x, i);`,
  "counting fields": `class C { n = 0; next() { return this.n++; } pre() { return ++this.n; } } const c = new C(); console.log(c.next(), c.next(), c.pre(), c.n);`,
  "a compound assignment in brackets": `let i = 1; const b = (i += 5) * 2; console.log(i, b);`,
  "steps on both sides": `let i = 5; const y = i++ + ++i; console.log(i, y); const z = i-- - --i; console.log(i, z);`,
  "steps as arguments": `let x = 5; const f = (a: int, b: int) => a * 10 + b; console.log(f(x++, x++));`,
  "in conditions": `let a = 0, b = 0; if ((a = 3) > 2 && (b = 4) > 3) console.log(a, b); if ((a = 1) > 2 && (b = 9) > 3) console.log("no"); console.log(a, b);`,
  "in branches": `let n = 0; const t = true as boolean; const r = t ? n++ : n--; console.log(r ?? 0, n); const s = t || n++ > 0; console.log(s === true ? "t" : "f", n); const u = t && n++ > 0; console.log(u ? 1 : 0, n);`,
  "in arrow functions": `let n = 0; const inc = () => n++; console.log(inc(), inc(), n); const g = (x: int) => (n = x); console.log(g(7), n);`,
  chains: `let a: int, b: int, c: int; a = b = c = 5; console.log(a, b, c); a = b = c + 1; console.log(a, b, c);`,
  "in templates": `let i = 0; console.log(\`\${i++} \${i++} \${i}\`);`,
  "a variable added to itself": `let n = 1; n += n++ + ++n; console.log(n); n = n++; console.log(n);`,
  "in indexes": `let i = 0; const a = [1, 2, 3]; const x = a[i++]! + a[i++]! * a[i]!; console.log(x, i);`,
  "in a loop's test": `let i = 0, j = 10; while (i++ < --j) { if (i === 2) continue; console.log(i, j); } console.log(i, j);`,
  "in do and for": `let i = 0; do { console.log(i); } while (++i < 3); for (let k = 0, m = 0; (m = k * 2) < 6; k++) console.log(k, m);`,
  "the comma operator": `let n = 0; const v = (n++, n++, n * 10); console.log(v, n);`,
  text: `let s = ""; const t = (s += "a") + (s += "b"); console.log(s, t);`,
  "in a default": `function f(a: int, b = a++ + 1) { return \`\${a} \${b}\`; } console.log(f(1), f(1, 2));`,
  "counting down to zero": `let n = 3; let r = ""; while (n-- > 0) r += n; console.log(r ?? 0, n);`,
  "in closures": `function g(): int { let n = 0; const up = () => { return ++n; }; return up() + up() * 10 + n; } console.log(g());`,
  "setters and getters": `class P { v = 1; get w() { return this.v * 2; } set w(x: int) { this.v = x; } } const p = new P(); const r = (p.w = 5); console.log(r ?? 0, p.w); const q = ++p.w; console.log(q, p.w); const t = p.w++; console.log(t, p.w);`,
  "calls before steps": `let i = 0; function f() { i = 10; return 1; } const x = i + f() + i++; console.log(x, i);`,
  "operands that change": `let a = 1, b = 2; const c = a + (a = 5) + b + (b = a) + a; console.log(a, b, c);`,
  "in a switch": `switch (((x) => x)(2)) { case 2: console.log("two"); } let s = 1; switch (s++) { case 1: console.log("one", s); }`,
  "in an or": `let n = 0; function f(x: int) { if (n++ > 2 || x++ > 5) return \`\${n} \${x}\`; return x; } console.log(f(1), f(6), f(1), f(1));`,
  "in else if": `let x = 1; if (x++ > 5) console.log("a"); else if (x++ > 1) console.log("b", x); else console.log("c");`,
  void: `let n = 5; const f = void n++; console.log(f === undefined ? 1 : 0, n); void 0; void console.log("x");`,
  "under unary operators": `let b = false; const c = !(b = true); console.log(b ? 1 : 0, c ? 1 : 0); let d = 0; const e = -(d += 2); console.log(d, e);`,
  "functions by index": `let i = 0; const f = [(x: int) => x + 1, (x: int) => x * 2]; console.log(f[i++]!(i++), f[i - 1]!(5), i);`,
  "short circuits as statements": `let a = 1; a > 0 && console.log("yes"); a < 0 || console.log("or"); a ? a++ : a--; console.log(a); let z: int | null = null; z ?? console.log("null");`,
  "in fields": `let id = 0; class A { id = id++; static count = 0; n = ++A.count; } const x = new A(), y = new A(); console.log(x.id, y.id, y.n, id, A.count);`,
  "reading a text by index": `function f(): string { let i = 0; const s = "abc"; let r = ""; while (i < s.length) { const c = s[i++]!; if (c === "b") continue; r += c; } return r; } console.log(f());`,
  "in or and and": `let x = 0; const y = x || (x = 4); console.log(x, y); const z = x && (x = 0); console.log(x, z); const n: string | null = null as string | null; let log = 0; console.log(n ?? (log++, "d"), log);`,
  "logical assignments used": `const o: { n?: number; s: string } = { s: "" }; const m: Record<string, number[]> = {}; (m["k"] ??= []).push(1); (m["k"] ??= []).push(2); console.log(m, (o.n ??= 9) + 1, (o.s ||= "dflt").length, (o.n &&= 3), o); let calls = 0; const key = () => { calls++; return "z"; }; (m[key()] ??= [7]).push(8); console.log(m, calls);`,
  "patterns used": `let a = 1, b = 2; const res = ([a, b] = [7, 8]); console.log(res, a, b); while (([a, b] = [b, a - 1])[0] > 3) console.log(a, b);`,
  "in optional chains": `class A { seen: number[] = []; f(n: number): number { this.seen.push(n); return n * 2; } } function g(v: A | null): void { let i = 0; v?.f(i++); const r = v?.f(++i); console.log(i, r, v?.seen[i++], i); } g(new A()); g(null);`,
};

describe("effects inside expressions", () => {
  it.each(Object.entries(values))("%s", (_, source) => runsAlike(source));
});
