// Numbers as English writes them, and what the console makes of them.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const cases: Record<string, string> = {
  toLocaleString: `for (const x of [0, 1, 12, 123, 1234, 12345.678, 1234567.891, -1234.5, 0.5, 1.0005, 1.005, 0.0004, -0.0001, 1e21, NaN, Infinity, -0, 999.9995, 2.5]) console.log(x.toLocaleString(), x.toLocaleString("en-US", { maximumFractionDigits: 2 }), x.toLocaleString("en-US", { minimumFractionDigits: 2 }), x.toLocaleString(undefined, { maximumFractionDigits: 0 }), x.toLocaleString("en-US", { style: "currency", currency: "USD" }), x.toLocaleString("en-US", { style: "percent" }), x.toLocaleString("en-US", { minimumIntegerDigits: 2, useGrouping: false }));`,
  "other currencies": `console.log((1234.5).toLocaleString("en-US", { style: "currency", currency: "EUR", maximumFractionDigits: 0 }), (0.256).toLocaleString("en-US", { style: "percent", maximumFractionDigits: 1 }), (5000).toLocaleString("en-US", { style: "currency", currency: "JPY" }));`,
  "order without capitals": `console.log("abc".normalize("NFD").length, "a".localeCompare("A"), "a".localeCompare("A", undefined, { sensitivity: "base" }), ["b", "A", "a"].sort((x, y) => x.localeCompare(y, "en", { sensitivity: "base" })));`,
  "functions of the library in map": `console.log([1.5, 2.5].map(Math.round), [4, 9].map(Math.sqrt), [1, -2].map(Math.abs), ["1", "0x10", ""].map(Number), [1.7].map(Math.floor));`,
  "%d, %f and %i of texts": `console.log("%d %f %i", "0x10", "1.5x", "0x10"); console.log("%d", "42abc", "%s"); console.log(parseInt("-0"));`,
  "a link over nothing": `const a = [1, 2]; console.log(a[5]?.toFixed(2), [..."ab"][5]?.toUpperCase()); const m = new Map([["a", [1]]]); console.log(m.get("z")?.[0], m.get("a")?.[0], m.get("a")?.[9]);`,
  "rows of columns": `const grid = Array.from({ length: 2 }, (_, r) => Array.from({ length: 3 }, (_, c) => r * 3 + c / 2)); console.log(grid);`,
};

describe("numbers in English", () => {
  for (const [name, source] of Object.entries(cases)) it(name, () => runsAlike(source));
});
