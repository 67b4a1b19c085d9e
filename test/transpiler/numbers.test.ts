// Numbers without any annotation: Node, MicroPython and CPython agree to the letter.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const programs: Record<string, string> = {
  "means as text":
    "function avg(xs: number[]): number { let s = 0; for (const x of xs) s += x; return s / xs.length; }\nconsole.log(`${avg([1, 2, 3])}`, String(avg([1, 2])));",
  "operators of mixed signs":
    "const a = 7, b = -3; console.log(String(a % b), String(b % a), String(a / b), String(Math.floor(a / b)), String((a / b) | 0), String(a ** 2), String(2 ** -1));",
  "text to numbers":
    'for (const s of ["42px", "3.14abc", " 12 ", "0x1F", "", "-", "1e3", ".5", "5.", "Infinity", "-Infinityx", "1e", "1_000", "0b101", "12.5e-1z", "abc", "+7", "-0", "  -42abc"]) console.log(s + "|" + parseInt(s) + "|" + parseFloat(s) + "|" + Number(s) + "|" + parseInt(s, 16) + "|" + String(+s) + "|" + isNaN(Number(s)) );',
  "Math: extremes, powers, constants":
    "console.log(String(Math.max()), String(Math.min()), String(Math.max(1, 2, NaN)), String(Math.max(...[1, 5, 2])), String(Math.min(...[1.5, 5, 2])), String(Math.hypot(3, 4)), String(Math.hypot(1, 2, 3)), String(Math.hypot()), String(Math.PI), String(Math.E), String(Math.SQRT2), String(Number.EPSILON), String(Number.MAX_SAFE_INTEGER), String(Number.MIN_VALUE), String(Number.MAX_VALUE), String(Math.atan2(1, 2)), String(Math.pow(2, 0.5)), String(Math.pow(-8, 1 / 3)), String((-2) ** 3), String(2 ** 1024), String((-1) ** 0.5), String(0 ** -1), String(10 ** 20));",
  "an index that is computed":
    'const xs = [10, 20, 30, 40]; const mid = (0 + xs.length) / 2; console.log(String(xs[mid]), xs[mid / 4] === undefined, String(xs[Math.floor(2.7)]), "abc"[4 / 2]);',
  "Map keys 1 and 1.0":
    'const m = new Map<number, string>(); m.set(1, "a"); m.set(4 / 4, "b"); m.set(0.5, "c"); console.log(m.get(1), m.get(2 / 2), m.get(0.5), m.size);',
  "compound division, NaN as a condition":
    'let x: number = 5; x /= 2; console.log(x.toString(), `${x * 2}`); const n = Number("abc"); console.log(n ? "t" : "f", n || 3, isNaN(n), Number.isInteger(5 / 5), Number.isInteger(0.5), Number.isSafeInteger(2 ** 53), isFinite(1 / 0), Number.isFinite(5));',
  "other bases":
    "console.log((255).toString(16), (5).toString(2), (-255).toString(36), (0.5).toString(2), (0.1).toString(3), (3.7).toString(16), (1e21).toString(36), 0xff, 0o17, 0b11, 1_000_000);",
  "remainders and quotients of any sign":
    "for (const a of [5.5, -5.5, 7, -7]) for (const b of [2, -2, 2.5]) console.log(String(a % b), String(a / b), String(Math.floor(a / b)), String(Math.trunc(a / b)), String((a / b) | 0));",
  "a fraction that a spread brings into the ninth parameter":
    "function half(a: number, b: number, c: number, d: number, e: number, f: number, g: number, h: number, i: number): number { return Math.floor(i / 2); } const row: [number, number, number, number, number, number, number, number, number] = [1, 2, 3, 4, 5, 6, 7, 8, 4.5]; console.log(half(1, 2, 3, 4, 5, 6, 7, 8, 9), half(...row));",
  "a factorial beyond 2 ** 53":
    "function fact(n: number): number { return n <= 1 ? 1 : n * fact(n - 1); } console.log(String(fact(5)), String(fact(20)), String(fact(25)));",
  "Fibonacci numbers by a swap":
    "function fib(n: number): number { let a = 0, b = 1; for (let i = 0; i < n; i++) { [a, b] = [b, a + b]; } return a; } console.log(String(fib(10)), String(fib(90)), String(fib(100)));",
  "a linear congruential generator":
    "let seed = 42; function rand(): number { seed = (seed * 1103515245 + 12345) & 0x7fffffff; return seed / 0x7fffffff; } console.log(String(rand()), String(rand()), String(rand()), String(Math.floor(rand() * 100)));",
  "binary search":
    "function search(xs: number[], t: number): number { let lo = 0, hi = xs.length - 1; while (lo <= hi) { const mid = Math.floor((lo + hi) / 2); if (xs[mid] === t) return mid; if (xs[mid] < t) lo = mid + 1; else hi = mid - 1; } return -1; } console.log(search([1, 3, 5, 7], 5), search([1, 2], 9));",
  "greatest common divisor":
    "function gcd(a: number, b: number): number { while (b !== 0) { [a, b] = [b, a % b]; } return a; } console.log(gcd(48, 18), gcd(17, 5));",
  "private fields":
    "class Counter { private n = 0; total = 0; inc(by = 1): void { this.n += by; this.total = this.n / 2; } get value(): number { return this.n; } } const c = new Counter(); c.inc(); c.inc(4); console.log(c.value, c.total);",
  "members of records, int and float":
    "interface P { x: number; y: number } const ps: P[] = [{ x: 1, y: 2 }, { x: 3, y: 4.5 }]; let s = 0; for (const p of ps) s += p.x * p.y; console.log(s, ps[0].x, ps.map((p) => p.y));",
  "counting in a Map":
    'const counts = new Map<string, number>(); for (const w of "a b a".split(" ")) counts.set(w, (counts.get(w) ?? 0) + 1); for (const [k, v] of counts) console.log(k, v);',
  "a product of matrices":
    "const m: number[][] = [[1, 2], [3, 4]]; const t: number[][] = []; for (let i = 0; i < 2; i++) { t.push([]); for (let j = 0; j < 2; j++) { let v = 0; for (let k = 0; k < 2; k++) v += m[i][k] * m[k][j]; t[i].push(v); } } console.log(t);",
  "the sign of zero":
    "const x = 0; console.log(-x, 0 * -1, -4 % 2, Math.round(-0.2), [-0], -0 === 0, 1 / -0);",
  hashes:
    'let h = 5381; for (const ch of "hello world, this is a long text") { h = h * 33 + ch.charCodeAt(0); } console.log(h); let g = 0; for (let i = 0; i < 20; i++) g = (g * 31 + i) % 1000003; console.log(g);',
  "an arrow that calls itself":
    "const fact = (n: number): number => (n < 2 ? 1 : n * fact(n - 1)); console.log(fact(10), fact(22)); const p2 = 2 ** 10, big = 2 ** 60; console.log(p2, big, big + 1);",
  "functions as arguments":
    "function apply(f: (n: number) => number, n: number): number { return f(n); } console.log(apply((n) => n / 2, 3), apply((n) => n * 2, 3), [1, 2, 3].reduce((a, b) => a + b, 0) / 3);",
  "means of floats":
    "const temps = [22.5, 19, 24.5]; const avg = temps.reduce((a, b) => a + b) / temps.length; console.log(avg, avg.toFixed(1), Math.max(...temps), temps.map((t) => t * 9 / 5 + 32));",
  "Collatz and FizzBuzz":
    'for (let i = 1; i <= 15; i++) console.log(i % 15 === 0 ? "FizzBuzz" : i % 3 === 0 ? "Fizz" : i % 5 === 0 ? "Buzz" : i); let n = 27, steps = 0; while (n !== 1) { n = n % 2 === 0 ? n / 2 : 3 * n + 1; steps++; } console.log(steps, n);',
  "digits and primes":
    "function digits(n: number): number { let s = 0; while (n > 0) { s += n % 10; n = Math.floor(n / 10); } return s; } console.log(digits(12345)); function isPrime(n: number): boolean { if (n < 2) return false; for (let i = 2; i * i <= n; i++) if (n % i === 0) return false; return true; } console.log(isPrime(97), isPrime(100));",
  "what functions give that an array was handed":
    'const makers: (() => number)[] = []; makers.push(() => parseInt("x", 10)); let n = 1; n = makers[0]!(); console.log(n, 1); const halves = new Map<string, () => number>(); halves.set("a", () => 0.5); let half = 2; half = halves.get("a")!(); console.log(half * 4, half / half);',
  "a long comparison that is negated":
    'const readings = new Map<string, number>([["living room", 4.5]]); const limits: { livingRoom?: number } = {}; let isBelowTheLimitOfTheRoom = true; if (readings.size > 0) { if (isBelowTheLimitOfTheRoom) isBelowTheLimitOfTheRoom = !(readings.get("living room")! + readings.size < (limits.livingRoom ?? readings.size)); } console.log(isBelowTheLimitOfTheRoom);',
  "the sign of the largest of a spread":
    "function show(n: number, m: number, xs: number[]): void { console.log(Math.max(...xs, m * n), Math.min(m * n, ...xs)); } show(-7, 0, []); show(2, 3, [1]);",
  "a rounded zero of what has effects":
    "const xs: number[] = []; const next = () => { xs.push(xs.length - 0.3); return xs.at(-1)!; }; for (let i = 0; i < 3; i++) console.log(Math.ceil(next()), Math.round(next() - 5.2), Math.trunc(next() / 100), xs.length);",
  "zeros of either sign in order":
    "const n = [3, 0, -1].length > 2 ? 0 : 1; const ys = [0, -1, 5].map((y) => y * n); console.log(ys.sort((a, b) => a - b), [...ys].sort((a, b) => b - a), ys.toSorted((a, b) => a - b)); ys.push(-7, 4, 0); ys.sort((a, b) => b - a); console.log(ys);",
};

describe("numbers of any kind", () => {
  it.each(Object.entries(programs))("%s", (_, source) => runsAlike(source));
});
