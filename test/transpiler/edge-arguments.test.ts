// Methods that are given any number at all: fractions, what is not finite, what is too large.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

/** Runs every expression with every number, and shows what it gives or throws. */
const withNumbers = (declarations: string, expressions: readonly string[]): string =>
  [
    declarations,
    "const numbers: number[] = [0, 1, -1, 2.7, -2.7, NaN, Infinity, -Infinity, 100, 3];",
    ...expressions.map(
      (expression) =>
        `for (const n of numbers) { try { console.log(n, ${expression}); } catch (e) { console.log(n, (e as Error).name, (e as Error).message); } }`,
    ),
  ].join("\n");

const TABLES: Record<string, readonly [string, string]> = {
  strings: [
    `const s = "hello world";`,
    `s.charAt(n) | s.charCodeAt(n) | s.at(n) | s.slice(n) | s.slice(1, n) | s.substring(n, 4) | s.substring(2, n) | s.substr(n, 2) | s.substr(2, n) | s.indexOf("o", n) | s.lastIndexOf("o", n) | s.includes("o", n) | s.startsWith("l", n) | s.endsWith("l", n) | s.padStart(n, "ab") | s.padEnd(n) | s.split("o", n) | s.split("", n) | s.split(/o/, n) | s[n] | "ab".repeat(Math.min(n, 5))`,
  ],
  numbers: [
    ``,
    `(1234.5678).toFixed(n) | (1234.5678).toPrecision(n) | (1234.5678).toExponential(n) | (255).toString(n) | n.toFixed(2) | n.toPrecision(3) | n.toExponential() | n.toString(2) | n.toString(36) | n % 3 | n ** 2 | 2 ** n | n >>> 0 | n << 2 | -n | 0 / n | [n, -n] | ({ n }) | Math.round(n) | Math.hypot(n, 1)`,
  ],
  arrays: [
    `const a = [10, 20, 30, 40];`,
    `a.at(n) | a[n] | a.slice(n) | a.slice(1, n) | a.indexOf(30, n) | a.lastIndexOf(30, n) | a.includes(30, n) | a.with(n, 5) | a.toSpliced(n, 1) | [...a].splice(1, n) | [...a].fill(0, n) | [...a].copyWithin(n, 1)`,
  ],
  bytes: [
    `const b = new Uint8Array([10, 20, 30, 40]); const v = new DataView(b.buffer);`,
    `b.at(n) | b[n] | b.slice(n) | b.slice(1, n) | b.indexOf(30, n) | b.lastIndexOf(30, n) | b.includes(30, n) | b.with(n, 5) | b.slice().fill(0, n) | b.slice().fill(n) | b.slice().fill(7, 1, n) | new Uint8Array(Math.min(n, 5)).length | new Uint8Array([n, -n, n * 3]) | new Int16Array([n * 1000]) | new Float32Array([n]) | new Uint8ClampedArray([n, n * 3]) | v.getUint8(n) | v.getUint16(n) | b.buffer.slice(n).byteLength | new Uint16Array(Math.min(n, 4))`,
  ],
};

describe("any number as an argument", () => {
  for (const [name, [declarations, expressions]] of Object.entries(TABLES))
    it(name, () => runsAlike(withNumbers(declarations, expressions.split(" | "))));
});
