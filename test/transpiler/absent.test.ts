// What V8 says of a value that is not there, where it is taken apart, spread, run over or called.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const attempt = (statement: string) =>
  `try { ${statement} } catch (e) { console.log((e as Error).name, (e as Error).message); }`;

const TABLES = `const points = new Map<string, { a: number; in: { b: number } }>(); const pairs = new Map<string, [number, number]>();
const rows: number[][] = []; const i = 2; class Box { items: Map<string, number[]> = new Map(); get(k: string): number[] { return this.items.get(k)!; } } const box = new Box();
function find(k: string): number[] { return rows[k.length]!; }\n`;

const statements: Record<string, string> = {
  "a record": `const { a } = points.get("x")!; console.log(a);`,
  "all of a record": `const { ...rest } = points.get("x")!; console.log(rest.a);`,
  "a member with a default": `const { a = 1 } = points.get("x")!; console.log(a);`,
  "members of members": `const { in: { b } } = points.get("x")!; console.log(b);`,
  "an assignment": `let a = 0; ({ a } = points.get("x")!); console.log(a);`,
  "a tuple": `const [a, b] = pairs.get("x")!; console.log(a, b);`,
  "a row": `const [first] = rows[i + 1]!; console.log(first);`,
  "a variable": `const row = rows[5]!; const [first, ...more] = row; console.log(first, more);`,
  "what a function gives": `const [first] = find("ab"); console.log(first);`,
  "an assigned array": `let a = 0; let b = 0; [a, b] = pairs.get("y")!; console.log(a, b);`,
  "a spread in an array": `console.log([0, ...rows[i]!].length);`,
  "a spread of a method's result": `console.log([...box.get("x")].length);`,
  "a spread in a call": `console.log(Math.max(...rows[0]!));`,
  "a spread in push": `const all: number[] = []; all.push(...box.items.get("x")!); console.log(all);`,
  "a loop over a variable": `const row = rows[5]!; for (const n of row) console.log(n);`,
  "a loop over a result": `for (const n of box.items.get("x")!) console.log(n);`,
  "a loop over a function's result": `for (const n of find("abc")) console.log(n);`,
  "a parameter": `const sum = ({ a }: { a: number }): number => a; console.log(sum(points.get("x")!));`,
  "an array as a parameter": `function sum([a, b]: [number, number]): number { return a + b; } console.log(sum(pairs.get("x")!));`,
  "elements of a loop": `const list = [points.get("x")!]; for (const { a } of list) console.log(a);`,
  "pairs of a loop": `const list = [pairs.get("x")!]; for (const [a, b] of list) console.log(a, b);`,
  "nothing makes an empty set": `console.log(new Set(rows[3]!).size);`,
};

describe("what is not there", () => {
  it.each(Object.entries(statements))("%s", (_, statement) =>
    runsAlike(TABLES + attempt(statement)),
  );
});

const RECURSIONS: Record<string, string> = {
  "a member of an interface": `interface Ops { run: (n: number) => number } const ops: Ops = { run: (n) => ops.run(n + 1) + 1 };
${attempt("ops.run(0);")}`,
  "a variable that is assigned": `let go: (n: number) => number; go = (n) => go(n + 1) + 1; ${attempt("go(0);")}`,
  "a method of a literal": `const o = { f(n: number): number { return o.f(n + 1) + 1; } }; ${attempt("o.f(0);")}`,
  "an implementation": `interface Node1 { size(): number } class Loop implements Node1 { constructor(private inner: Node1[] = []) {} add(n: Node1): void { this.inner.push(n); } size(): number { let sum = 1; for (const n of this.inner) sum += n.size(); return sum; } }
const l = new Loop(); l.add(l); ${attempt("console.log(l.size());")}`,
};

describe("recursion without an end", () => {
  it.each(Object.entries(RECURSIONS))("%s", (_, source) => runsAlike(source));
});

const SOURCES = `
class A {
  #t: number[] | undefined = undefined; #i = 0; xs: { value: number }[] = [];
  a() { const { value } = this.xs[this.#i++]!; return value; }
  b() { const { value } = this.xs[(++this.#i + 1)]!; return value; }
  c(i: number) { const { value } = this.xs[-i]!; return value; }
  d(i: number) { const { value } = this.xs[i << 2]!; return value; }
  e() { let n = 0; for (const x of this.#t!) n += x; return n; }
  f() { const { value } = this.#find()!; return value; }
  #find(): { value: number } | undefined { return this.xs.find((x) => x.value > 3); }
  g() { return this.xs[this.#i++]!.value; }
  h() { const { value } = new Map<number, { value: number }>().get(4)!; return value; }
}
const one = new A();
for (const f of [() => one.a(), () => one.b(), () => one.c(1), () => one.d(1), () => one.e(), () => one.f(), () => one.g(), () => one.h()]) {
  try { console.log(f()); } catch (error) { console.log((error as Error).message); }
}
`;

describe("a source of parts", () => {
  it("is named as V8 prints it", () => runsAlike(SOURCES));
});
