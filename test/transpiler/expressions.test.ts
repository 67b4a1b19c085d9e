// Expressions: Node, MicroPython and CPython agree.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const numbers: Record<string, string> = {
  "sum, difference, product": `const a: int = 7; const b: int = 3; console.log(a + b, a - b, a * b);`,
  "precedence of mixed operators": `const a: int = 2; console.log((a + 3) * 4 - -a, a - (3 - a), -(a + 1));`,
  "power binds tighter than minus": `const a: int = 3; console.log(-(a ** 2), 2 ** 3 ** 2);`,
  "floor of a quotient": `for (const a of [7, -7, 8]) console.log(Math.floor(a / 2));`,
  "trunc of a quotient": `for (const a of [7, -7, 8]) console.log(Math.trunc(a / 2));`,
  "remainder keeps the sign": `for (const a of [7, -7, 0]) console.log(a % 3);`,
  "remainder of what is not negative": `const text = "abcde"; console.log(text.length % 3);`,
  "division by zero": `function ratio(a: int, b: int): string { return a / b > 5 ? "large" : "small"; } console.log(ratio(1, 0), ratio(-1, 0), ratio(0, 0), ratio(12, 2));`,
  "guarded division": `function mean(total: int, count: int): string { return count > 0 ? (total / count).toFixed(2) : "none"; } console.log(mean(7, 2), mean(1, 0));`,
  toFixed: `console.log((1 / 3).toFixed(3), (2).toFixed(1), (0.5).toFixed(2));`,
  "toString with a radix": `const n: int = 254; console.log(n.toString(16), n.toString(2), n.toString());`,
  "bits of small numbers": `const a = 0x5a; console.log(a & 0x0f, a | 1, a ^ 0xff, a << 2, a >> 4);`,
  "bits of negative numbers": `const a: int = -5; console.log(a & 0xff, a | 1, a ^ 3, a << 2, a >> 1, a >>> 28, ~a);`,
  "shifts over 31 bits": `const a: int = 0x7fffffff; console.log(a << 1, a >> 31, (a << 1) >>> 0);`,
  "hexadecimal literals": `console.log(0xff, 0b101, 0o17, 1_000);`,
  "min, max, abs": `const a: int = -3; console.log(Math.min(a, 2), Math.max(a, 2, 9), Math.abs(a));`,
  rounding: `for (const x of [1.5, 2.5, -1.5, 2.4]) console.log(Math.round(x), Math.floor(x), Math.ceil(x), Math.trunc(x));`,
  "parseInt reads the beginning": `for (const s of ["12", "12abc", "-7", " 5"]) console.log(parseInt(s, 10) + 1 === 13 ? "13" : "other");`,
  "parseInt of no number": `const n = parseInt("x", 10); console.log(Number.isNaN(n) ? "NaN" : "number");`,
  comparison: `const a: int = 3; console.log(a < 4 ? "lt" : "ge", a >= 3 ? "ge" : "lt", "a" < "b" ? "ordered" : "");`,
  "a comparison compared": `const a: int = 1; const b: int = 2; console.log((a < b) === true ? "same" : "other");`,
  "compound assignment": `let a: int = 5; a += 2; a -= 1; a *= 3; a <<= 1; a &= 0xf; a |= 0x10; console.log(a);`,
  "increment and decrement": `let a: int = 5; a++; ++a; a--; console.log(a);`,
};

const strings: Record<string, string> = {
  template: `const n: int = 3; const s = "x"; console.log(\`\${n} of \${s} {braces} "quotes" \${s + s}\`);`,
  "template with quotes inside": `const r: Record<string, string> = { a: "1" }; console.log(\`<\${r["a"]}>\`, \`\${["a", "b"].join(", ")}\`);`,
  "template over lines": "console.log(`a\\nb\\tc\\\\d`);",
  "concatenation of text and int": `const n: int = 4; console.log("n" + n + "m" + (n + 1));`,
  escapes: `console.log("tab\\t|quote\\"|backslash\\\\|é|€|\\u00a0|");`,
  "length and index": `const s = "hello"; for (let i = 0; i < s.length; i++) console.log(s[i]);`,
  "index outside": `const s = "ab"; const i: int = 5; const c = s[i] ?? "none"; console.log(c, s[-1 + 0] ?? "negative");`,
  "indexOf and lastIndexOf": `const s = "banana"; console.log(s.indexOf("an"), s.indexOf("an", 2), s.indexOf("x"), s.lastIndexOf("an"), s.indexOf("b", -2));`,
  "includes, startsWith, endsWith": `const s = "/index.html"; console.log(s.includes("dex") ? 1 : 0, s.startsWith("/") ? 1 : 0, s.endsWith(".htm") ? 1 : 0, s.startsWith("index", 1) ? 1 : 0);`,
  slice: `const s = "abcdef"; console.log(s.slice(1, 3), s.slice(-2), s.slice(0, -1), s.slice(4, 2) + ".", s.slice(10) + ".");`,
  substring: `const s = "abcdef"; const a: int = 4; const b: int = 1; console.log(s.substring(1, 3), s.substring(a, b), s.substring(-3, 2), s.substring(3));`,
  split: `console.log("a,b,,c".split(",").length, "a,b".split(",")[1] ?? "", "abc".split("").join("-"), "a b c".split(" ", 2).join("+"));`,
  trim: `console.log("[" + "  a b \\t\\n".trim() + "]", "[" + " a ".trimStart() + "]", "[" + " a ".trimEnd() + "]");`,
  case: `console.log("Content-Type".toLowerCase(), "get".toUpperCase());`,
  "replace and replaceAll": `console.log("a.b.c".replace(".", "-"), "a.b.c".replaceAll(".", ""));`,
  "toFixed rounds halves away from zero": `console.log((2.5).toFixed(0), (1.25).toFixed(1), (-2.5).toFixed(0), (1.45).toFixed(1), (0.125).toFixed(2), (3.7).toFixed(1), (1 / 0).toFixed(1));`,
  "charCodeAt and fromCharCode": `const s = "AZ"; for (let i = 0; i < s.length; i++) console.log(s.charCodeAt(i), String.fromCharCode((s.charCodeAt(i) & 0x7f) + 1));`,
  "padStart and padEnd": `console.log("7".padStart(3, "0"), "ab".padEnd(5, ".") + "|", "long".padStart(2));`,
  repeat: `console.log("ab".repeat(3), "x".repeat(0) + ".");`,
  "String of an int": `const n: int = 42; console.log(String(n), String("s"));`,
  "iteration by character": `for (const c of "aé€") console.log(c);`,
  charAt: `console.log("abc".charAt(1), "abc".charAt(7) + ".");`,
};

const logic: Record<string, string> = {
  "truth of strings and ints": `for (const s of ["", "x"]) console.log(s ? "yes" : "no"); const n: int = 0; console.log(!n ? "zero" : "other");`,
  "truth of nullable objects": `class A {} function f(a: A | null): string { return a ? "some" : "none"; } console.log(f(null), f(new A()));`,
  "empty arrays are something": `function f(a: string[] | null): string { if (a) return "array"; return "none"; } console.log(f([]), f(null));`,
  "or with a default": `function f(s: string): string { return s || "empty"; } console.log(f(""), f("x"));`,
  "or of nullable objects": `function f(a: int[] | null): int { const b = a || [1, 2]; return b.length; } console.log(f([]), f(null));`,
  "and of values": `function f(s: string): string { return s && s + "!"; } console.log(f("") + ".", f("x"));`,
  coalescing: `function f(s: string | null): string { return s ?? "null"; } console.log(f("") + ".", f(null));`,
  "coalescing a call": `function g(n: int): string | null { return n > 1 ? "big" : null; } function f(n: int): string { return g(n) ?? "small"; } console.log(f(1), f(2));`,
  "coalescing assignment": `let s: string | null = null; s ??= "a"; s ??= "b"; console.log(s);`,
  "logical assignment": `let a = ""; a ||= "x"; a &&= a + "y"; console.log(a);`,
  "optional chaining": `class A { b: string = "b"; c(): string { return "c"; } } function f(a: A | null): string { return (a?.b ?? "-") + (a?.c() ?? "-"); } console.log(f(new A()), f(null));`,
  "optional chaining of a call": `class A { next: A | null = null; name = "n"; } const one = new A(); one.next = new A(); function get(a: A): A | null { return a.next; } console.log(get(one)?.name ?? "none", get(get(one) ?? one)?.name ?? "none");`,
  "optional call": `class A { on: ((s: string) => void) | null = null; } const a = new A(); a.on?.("lost"); a.on = (s) => { console.log(s); }; a.on?.("seen");`,
  "equality of primitives": `const s: string = "a"; console.log(s === "a" ? 1 : 0, s !== "a" ? 1 : 0);`,
  "identity of objects": `const a = [1]; const b = [1]; const c = a; console.log(a === b ? "same" : "other", a === c ? "same" : "other");`,
  "null and undefined": `function f(x?: string): string { return x === undefined ? "undefined" : x; } console.log(f(), f("a"));`,
  typeof: `function f(x: string | int | null): string { if (typeof x === "string") return "string"; if (typeof x === "number") return "number"; return "null"; } console.log(f("a"), f(1), f(null));`,
  instanceof: `class A {} class B extends A {} function f(x: A): string { return x instanceof B ? "B" : "A"; } console.log(f(new A()), f(new B()));`,
  "Array.isArray": `function f(x: string | string[]): string { return Array.isArray(x) ? x.join("+") : x; } console.log(f("a"), f(["b", "c"]));`,
  "nested conditions": `function f(a: int, b: int): string { return a > 0 && b > 0 || a < 0 && !(b < 0) ? "yes" : "no"; } console.log(f(1, 1), f(-1, 1), f(-1, -1), f(1, -1));`,
  "nested conditional expressions": `for (const n of [-1, 0, 1]) console.log(n < 0 ? "minus" : n === 0 ? "zero" : "plus");`,
};

describe.each(Object.entries({ numbers, strings, logic }))("%s", (_, table) => {
  it.each(Object.entries(table))("%s", (_, source) => runsAlike(source));
});
