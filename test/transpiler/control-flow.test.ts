// Jumps, switches, loops and scopes: Node, MicroPython and CPython agree.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const jumps: Record<string, string> = {
  "labelled loops": `outer: for (let i = 0; i < 3; i++) { for (let j = 0; j < 3; j++) { if (j === 1) continue outer; if (i === 2) break outer; console.log(i, j); } } console.log("end");`,
  "three loops": `a: for (const x of [1, 2, 3]) { b: for (const y of [1, 2, 3]) { for (const z of [1, 2, 3]) { if (z === 2) continue b; if (y === 2) continue a; if (x === 3) break a; console.log(x, y, z); } } console.log("after b"); } console.log("end");`,
  "labelled blocks": `let n = 0; blk: { n = 1; if (n > 0) break blk; n = 2; } console.log(n); blk2: { for (const x of [1, 2, 3]) { if (x === 2) break blk2; console.log(x); } console.log("never"); } console.log("end");`,
  "continue in do": `let i = 0; do { i++; if (i === 2) continue; console.log(i); } while (i < 4); do { i--; if (i % 2) continue; if (i < 0) break; console.log("d", i); } while (i-- > 0);`,
  "continue before a finally": `for (let i = 0; i < 6; i = i + 2) { try { if (i === 2) continue; console.log("t", i); } finally { console.log("f", i); } }`,
  "several variables": `for (let i = 0, j = 5; i < j; i++, j--) { if (i === 1) continue; console.log(i, j); } for (let i = 0, n = 3; i < n; i++) console.log(i, n);`,
  "variables from outside": `let k: int; for (k = 0; k < 3; k++) {} console.log(k); let z: int = 0; for (; z < 2; ) { z++; } console.log(z); for (z = 5, k = 1; z > k; z--) ; console.log(z, k);`,
  "jumps out of try": `function f(n: int): string { for (let i = 0; i < 3; i++) { try { if (n === 0) continue; if (n === 1) break; if (n === 2) return "r"; console.log("body", i); } catch { console.log("c"); } finally { console.log("f", i); } } return "end"; } console.log(f(0), f(1), f(2), f(3));`,
  "finally after return": `function f(): string { try { throw new Error("x"); } catch { return "catch"; } finally { console.log("fin"); } } console.log(f()); function g(): int { for (;;) { try { return 1; } finally { break; } } return 2; } console.log(g());`,
};

const switches: Record<string, string> = {
  "fall through": `function f(x: int) { let r = ""; switch (x) { case 1: r += "1"; case 2: r += "2"; break; case 3: r += "3"; default: r += "d"; case 4: r += "4"; } return r; } console.log(f(1), f(2), f(3), f(4), f(5));`,
  "default first": `function f(s: string) { switch (s) { default: console.log("d"); case "a": console.log("a"); break; case "b": console.log("b"); } } f("a"); f("b"); f("c");`,
  "breaks and continues": `for (let i = 0; i < 5; i++) { switch (i) { case 1: continue; case 2: if (i > 0) break; console.log("no"); break; case 3: for (;;) { break; } console.log("three"); break; default: console.log("d", i); } console.log("after", i); }`,
  "breaks in blocks": `function f(x: int) { switch (x) { case 1: { if (x > 5) { break; } else { console.log("else"); } console.log("tail"); break; } case 2: try { if (x === 2) break; console.log("no"); } finally { console.log("fin"); } console.log("no2"); break; case 3: while (true) { if (x > 2) break; } console.log("w"); } console.log("end"); } f(1); f(2); f(3); f(4);`,
  "of true": `function f(x: int) { switch (true) { case x > 10: return "big"; case x > 5: return "mid"; default: return "small"; } } console.log(f(11), f(6), f(1));`,
  "of booleans and null": `function f(b: boolean) { switch (b) { case true: return "T"; case false: return "F"; } } console.log(f(true), f(false)); function g(x: string | null) { switch (x) { case null: return "n"; case "a": return "a"; default: return "o"; } } console.log(g(null), g("a"), g("z"));`,
  "empty, and of calls": `switch (3 as int) { } switch ((console.log("s"), 2 as int)) { default: console.log("only"); } let w = 1; switch (w) { case 1: w = 2; case 2: w = 3; case 3: console.log("w", w); }`,
  "of an enum": `enum Color { Red, Green = 5, Blue } function name(c: Color): string { switch (c) { case Color.Red: return "r"; case Color.Green: return "g"; case Color.Blue: return "b"; } } console.log(name(Color.Red), name(Color.Green), name(Color.Blue));`,
  "labels in order": `let log = ""; function c(n: int): int { log += n; return n; } switch (c(2)) { case c(1): break; case c(2): break; case c(3): break; } console.log(log);`,
};

const iteration: Record<string, string> = {
  "for in": `for (const k in { x: 1, y: 2 }) console.log(k); const r: Record<string, int> = { a: 1, b: 2 }; for (const k in r) { r[k]! += 10; if (k === "a") delete r[k]; } for (const k in r) console.log(k, r[k]!); for (const i in ["p", "q"]) console.log(i + "!");`,
  "texts, maps, entries": `for (const ch of "aé😀b") console.log(ch); for (const [k, v] of new Map([["a", 1], ["b", 2]])) console.log(k, v); for (const [i, s] of ["x", "y"].entries()) console.log(i, s);`,
  "patterns in the head": `const items = [{ id: 1, name: "a" }, { id: 2, name: "b" }]; for (const { id, name } of items) console.log(id, name); for (const [a, , b] of [[1, 2, 3], [4, 5, 6]]) console.log(a!, b!); let last: string; for (last of ["p", "q"]) console.log(last);`,
  "closures of every turn": `const fs: (() => int)[] = []; for (let i = 0; i < 3; i++) fs.push(() => i); for (const x of [1, 2]) { const y = x * 10; fs.push(() => x + y); } for (const f of fs) console.log(f());`,
  "errors in closures": `const gets: (() => string)[] = []; for (const s of ["a", "b"]) { try { throw new Error(s); } catch (e) { gets.push(() => (e as Error).message); } } for (const g of gets) console.log(g());`,
  "callbacks in a loop": `const xs = [3, 1, 2]; for (let i = 0; i < 2; i++) { const off = i; const r = xs.map((x) => x + off); const t = xs.find((x) => x === i + 1); console.log(r.join(), t ?? -1); }`,
};

const scopes: Record<string, string> = {
  using: `class R { constructor(readonly n: string) { console.log("open", n); } [Symbol.dispose]() { console.log("close", this.n); } } function f() { using a = new R("a"); using b = new R("b"); console.log("use", a.n, b.n); return 5; } console.log(f());`,
  "using in loops, with errors and null": `class R implements Disposable { [Symbol.dispose](): void { console.log("close"); } } for (let i = 0; i < 2; i++) { using r = new R(); if (i === 0) continue; console.log(i, r !== null); } try { using r = new R(); throw new Error("x"); } catch (e) { console.log("caught"); } function g(on: boolean) { using r = on ? new R() : null; console.log("g", r === null); } g(true); g(false);`,
  "an exported variable that changes": `export let counter = 0; export function bump() { counter++; } bump(); console.log(counter);`,
  "a search with a label": `function find(grid: number[][], t: number): string { let where = "none"; search: for (let y = 0; y < grid.length; y++) { for (let x = 0; x < grid[y]!.length; x++) { if (grid[y]![x] === t) { where = \`\${x},\${y}\`; break search; } } } return where; } console.log(find([[1, 2], [3, 4]], 3), find([[1]], 9));`,
  "short circuits in order": `const log: string[] = []; const t = (s: string, v: boolean) => { log.push(s); return v; }; if (t("a", true) || t("b", true)) {} if (t("c", false) && t("d", true)) {} const r = t("e", false) || t("f", true); console.log(log.join(""), r);`,
  "labels around switch and do": `outer: while (true) { switch (1 as number) { case 1: break outer; } } console.log("out"); let k = 0; loop: do { k++; for (;;) { if (k < 3) continue loop; break loop; } } while (true); console.log(k);`,
  memoised: `const memo: Record<string, number> = {}; function fib(n: number): number { const k = String(n); return memo[k] ?? (memo[k] = n < 2 ? n : fib(n - 1) + fib(n - 2)); } console.log(fib(20));`,
  "finally in a recursion": `let level = 0; function rec(n: number): number { level++; try { if (n === 0) return level; return rec(n - 1); } finally { level--; } } console.log(rec(3), level);`,
  "a queue": `const q: [number, number][] = [[0, 0]]; let steps = 0; while (q.length) { const [x, y] = q.shift()!; if (steps++ > 3) break; q.push([x + 1, y], [x, y + 1]); } console.log(steps, q.length);`,
  "mutual recursion above": `console.log(f(3)); function f(n: int): int { return n <= 0 ? 0 : g(n - 1) + 1; } function g(n: int): int { return n <= 0 ? 0 : f(n - 1) + 1; }`,
  "functions inside": `function main() { const x = helper(2); console.log(x); function helper(n: int): int { return inner(n) + base; } function inner(n: int): int { return n * 2; } } const base = 100; main();`,
  "a default that is": `const LIM = 3; console.log(early()); function early(k: int = LIM): int { return k; }`,
  "an error in a closure": `try { try { throw new Error("a"); } catch (e) { const get = () => (e as Error).message; console.log(get()); throw e; } } catch (x) { console.log((x as Error).message); }`,
  shadowing: `let x = 1; { let x = 2; { let x = 3; console.log(x); } console.log(x); } console.log(x); for (let x = 0; x < 1; x++) { const x = "in"; console.log(x); } if (true) { const x = "s"; console.log(x); } switch (x) { case 1: { let x = 9; console.log(x); } }`,
  "nonlocal and global": `function outer() { let count = 0; function inc() { count++; function deep() { count += 10; } deep(); } inc(); inc(); return count; } console.log(outer()); let g = 0; function setG() { g = 5; const h = () => { g++; }; h(); } setG(); console.log(g);`,
};

describe.each(Object.entries({ jumps, switches, iteration, scopes }))("%s", (_, table) => {
  it.each(Object.entries(table))("%s", (_, source) => runsAlike(source));
});
