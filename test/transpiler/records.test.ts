// Records: their keys, their order, copies of them, and classes where they are data.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const cases: Record<string, string> = {
  "indexes come first": `const r: Record<string, number> = { b: 1, "2": 2, a: 3, "1": 4 }; console.log(Object.keys(r).join(), Object.values(r).join()); for (const [k, v] of Object.entries(r)) console.log(k, v); for (const k in r) console.log(k);`,
  "numbers as keys": `const squares: Record<number, number> = {}; for (let i = 3; i > 0; i--) squares[i] = i * i; console.log(Object.keys(squares), squares[2], squares, 2 in squares, 7 in squares); delete squares[2]; console.log(squares); squares[1.5] = 0; console.log(squares);`,
  "enum keys": `enum Level { Low, High } const names: Record<Level, string> = { [Level.Low]: "low", [Level.High]: "high" }; console.log(names[Level.High], Object.keys(names), names);`,
  assign: `const defaults = { host: "localhost", port: 80, tls: false }; const given: { port?: number; host?: string } = { port: 8080 }; const config = Object.assign({}, defaults, given); console.log(config, defaults.port); const p: { x: number; z?: number } = { x: 1 }; const q = Object.assign(p, { z: 3 }); console.log(q === p, p.z, Object.keys(p)); Object.assign(p, { x: 5 }); console.log(p);`,
  fromEntries: `const prices: [string, number][] = [["apple", 1.5], ["pear", 2]]; const table = Object.fromEntries(prices); console.log(table, Object.fromEntries(Object.entries(table).map(([k, v]) => [k.toUpperCase(), v * 2])), Object.fromEntries(new Map([["a", 1], ["b", 2]])), Object.fromEntries([[3, "x"], [1, "y"]]));`,
  hasOwn: `const user: { name: string; age?: number } = { name: "Al" }; console.log(Object.hasOwn(user, "name"), Object.hasOwn(user, "age"), user.hasOwnProperty("name")); const u: { a?: number } = { a: undefined }; console.log(Object.hasOwn(u, "a"), "a" in u);`,
  is: `const x = { a: 1 }; console.log(Object.is(NaN, NaN), Object.is(0, -0), Object.is("a", "a"), Object.is({}, {}), Object.is(x, x), Object.is(1, 1.5 * 2 - 2));`,
  "spread of what may be nothing": `interface O { a?: number; b?: number } function merge(x: O | undefined, on: boolean): O { return { ...x, ...(on && { b: 2 }) }; } console.log(merge(undefined, true), merge({ a: 1 }, false));`,
  "instances as data": `class Point { constructor(public x: number, public y: number) {} } const p = new Point(1, 2); console.log({ ...p, z: 3 }, Object.keys(p), Object.entries(p), Object.assign({}, p));`,
  "lists of arrays": `console.log(Object.keys(["a", "b"]), Object.entries(["x", "y"]), Object.values([1, 2]));`,
  "group by assignment": `const items = [{ kind: "a", n: 1 }, { kind: "b", n: 2 }, { kind: "a", n: 3 }]; const groups: Record<string, number[]> = {}; for (const { kind, n } of items) (groups[kind] ??= []).push(n); console.log(groups);`,
  "functions in the console": `function foo() {} class A {} class B extends A {} async function later() {} const arrow = () => 1; console.log(foo, A, B, { f: foo, g: () => 2, h() {} }, later, arrow); class W { handler = () => 1; n = 2; } console.log(new W());`,
  "literals with methods in the console": `const o = { n: 1, inc() { this.n++; return this; }, get double() { return this.n * 2; }, f: (x: number) => x }; console.log(o, JSON.stringify(o));`,
};

describe("records", () => {
  it.each(Object.entries(cases))("%s", (_, source) => runsAlike(source));
});
