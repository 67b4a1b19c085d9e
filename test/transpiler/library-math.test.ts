// Math: the digits that V8 prints, from the same steps (transpiler/runtime/float-helpers.ts).
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const cases: Record<string, string> = {
  "sines of a circle": `for (let d = -720; d <= 720; d += 15) { const r = (d * Math.PI) / 180; console.log(d, Math.sin(r), Math.cos(r), Math.tan(r)); }`,
  "a random number from a sine": `let seed = 1; function random(): number { const x = Math.sin(seed++) * 10000; return x - Math.floor(x); } for (let i = 0; i < 60; i++) console.log(random());`,
  "sines of large numbers": `for (const x of [1e5, 823549, 823550, 1e6, 123456789, 1e15, 2 ** 60, 1e22, -1e9]) console.log(Math.sin(x), Math.cos(x), Math.tan(x));`,
  "inverse functions": `for (let x = -1; x <= 1; x += 0.0625) console.log(Math.asin(x), Math.acos(x), Math.atan(x * 5), Math.atan2(x, 0.3), Math.atan2(-1, x));`,
  "exponentials and logarithms": `for (let x = -20; x <= 20; x += 1.25) console.log(Math.exp(x), Math.expm1(x / 9), Math.log(x + 21), Math.log1p(x + 20.5), Math.log2(x + 22), Math.log10(x + 23));`,
  "hyperbolic functions": `for (let x = -3; x <= 3; x += 0.375) console.log(Math.sinh(x), Math.cosh(x), Math.tanh(x), Math.asinh(x), Math.acosh(x + 5), Math.atanh(x / 4));`,
  powers: `for (const b of [0.1, 0.5, 1.05, 1.1, 2, 3, 7, 10, 99.5]) for (const e of [-3, -0.5, 0.5, 1 / 3, 1.5, 10, 12.34, 25, 100]) console.log(b ** e);`,
  "powers of ints": `for (let b = 2; b < 20; b++) for (let e = 0; e < 30; e += 3) console.log(b ** e, Math.pow(b, -e));`,
  "the ends of powers": `for (const b of [0, -0, 1, -1, 2, -2, 0.5, -8, NaN, Infinity, -Infinity]) for (const e of [0, 1, -1, 2, 3, -3, 0.5, 1 / 3, 1e10, -1e300, NaN, Infinity, -Infinity]) console.log(b, e, b ** e);`,
  "the ends of functions": `for (const x of [0, -0, 1, -1, 2, 1e-10, 1e-320, 709.7, 709.8, -746, 1e300, NaN, Infinity, -Infinity]) console.log(Math.sin(x), Math.atan(x), Math.acos(x), Math.exp(x), Math.expm1(x), Math.log(x), Math.log1p(x), Math.log2(x), Math.log10(x), Math.cosh(x), Math.sinh(x), Math.tanh(x), Math.asinh(x), Math.acosh(x), Math.atanh(x), Math.cbrt(x));`,
  "compound interest": `let sum = 1000; for (let year = 1; year <= 30; year++) sum = 1000 * Math.pow(1 + 0.05 / 12, 12 * year); console.log(sum, sum.toFixed(2));`,
  "whole logarithms": `for (const n of [1, 2, 8, 10, 100, 1000, 1024, 1e6, 1e15]) console.log(Math.log2(n), Math.log10(n), Math.floor(Math.log(n) / Math.log(10)), Math.floor(Math.log(n) / Math.log(2)));`,
  "a rounded zero keeps its sign": `function cents(x: number): number { return Math.round(x * 100) / 100; } console.log(cents(-0.001), cents(0.001), cents(1.005)); for (const x of [0.5, -0.2, -0]) console.log(Math.round(x), Math.floor(x), Math.max(x, 0), Math.min(0, x));`,
  "whole and large": `console.log(Math.trunc(1e300), Math.floor(1e300) === 1e300, Math.round(1e21), Math.ceil(123456789012345680000), Math.floor(-1e22));`,
  "tests of numbers as callbacks": `const xs = [1, 1.5, NaN, Infinity]; console.log(xs.filter(Number.isInteger), xs.some(Number.isNaN), xs.every(Number.isFinite), xs.map(Number.isSafeInteger), xs.findIndex(Number.isNaN));`,
};

describe("Math gives the same digits", () => {
  for (const [name, source] of Object.entries(cases)) it(name, () => runsAlike(source));
});
