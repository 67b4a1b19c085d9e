// Random well-typed programs: they print much and always end.
import fc, { type Arbitrary } from "fast-check";
import { expression, VARIABLES, type Type } from "./expressions";

const EXPRESSION_DEPTH = 3;

const any = (type: Type) => expression(type, EXPRESSION_DEPTH);
const name = (type: Type) => fc.constantFrom(...VARIABLES[type]);

const assignment = (type: Type): Arbitrary<string> =>
  fc.tuple(name(type), any(type)).map(([target, value]) => `${target} = ${value};`);

/** Statements that contain no others. */
const simple: Arbitrary<string> = fc.oneof(
  ...(["boolean", "number", "numbers", "string", "strings"] as const).map(assignment),
  fc
    .tuple(name("number"), fc.constantFrom("+", "-", "*", "%"), any("number"))
    .map(([target, operator, value]) => `${target} ${operator}= ${value};`),
  fc.tuple(name("string"), any("string")).map(([target, value]) => `${target} += ${value};`),
  fc
    .tuple(name("number"), fc.constantFrom("++", "--"))
    .map(([target, step]) => `${target}${step};`),
  fc.tuple(name("numbers"), any("number")).map(([target, value]) => `${target}.push(${value});`),
  fc
    .tuple(name("number"), name("numbers"))
    .map(([target, from]) => `${target} = ${from}.pop() ?? 7;`),
  fc.tuple(any("string"), any("number")).map(([key, value]) => `counts.set(${key}, ${value});`),
  fc
    .tuple(name("number"), any("string"))
    .map(([target, key]) => `${target} = counts.get(${key}) ?? -1;`),
  fc.tuple(any("number"), any("string")).map(([x, y]) => `point = { ...point, x: ${x}, y: ${y} };`),
  fc.constant("[n0, n1] = [n1, n0];"),
  fc.constant("{ const { x, y } = point; n2 = x; s1 = y; }"),
  fc
    .oneof(any("number"), any("string"), any("boolean"), any("union"))
    .map((value) => `console.log(${value});`),
  fc.tuple(fc.constantFrom("u0", "u1"), any("union")).map(([to, value]) => `${to} = ${value};`),
  fc.tuple(any("number"), any("string")).map(([n, s]) => `items.push({ n: ${n}, s: ${s} });`),
  fc
    .tuple(any("number"), any("string"))
    .map(([n, s]) => `console.log(items, ${n}, opt, ${s}, xs);`),
  fc
    .tuple(any("number"), any("number"))
    .map(([n, k]) => `{ const f = (k: number) => k + ${n}; n1 = f(${k}); }`),
  any("number").map((n) => `makers.push(() => ${n});`),
  fc.constant("{ const { a = n0, b } = opt; n2 = a; s0 = b; }"),
  fc.constant("delete opt.a;"),
  fc.constant("if (makers.length > 0) n0 = makers[makers.length - 1]!();"),
  fc.tuple(name("numbers"), any("numbers")).map(([to, value]) => `[n0 = 1, ...${to}] = ${value};`),
);

const block = (statements: readonly string[]) => `{ ${statements.join(" ")} }`;

/** `depth` blocks inside each other at most; loops run three times at most. */
function statement(depth: number): Arbitrary<string> {
  if (depth <= 0) return simple;
  const inner = fc.array(statement(depth - 1), { minLength: 1, maxLength: 3 }).map(block);
  const counter = `i${depth}`;
  const leave = fc.constantFrom(
    "",
    "",
    `if (${counter} === 1) continue;`,
    `if (${counter} === 2) break;`,
  );
  return fc.oneof(
    { weight: 3, arbitrary: simple },
    fc.tuple(any("boolean"), inner).map(([test, body]) => `if (${test}) ${body}`),
    fc
      .tuple(any("boolean"), inner, inner)
      .map(([test, body, other]) => `if (${test}) ${body} else ${other}`),
    fc
      .tuple(leave, inner)
      .map(
        ([exit, body]) =>
          `for (let ${counter} = 0; ${counter} < 3; ${counter}++) { ${exit} ${body} }`,
      ),
    fc
      .tuple(name("numbers"), inner)
      .map(
        ([values, body]) =>
          `for (const x${depth} of ${values}.slice(0, 3)) { console.log(x${depth}); ${body} }`,
      ),
    fc
      .tuple(any("number"), inner, inner)
      .map(
        ([value, one, other]) =>
          `switch (twice(${value})) { case 0: case 1: ${one} break; case 2: ${other} default: console.log("default"); }`,
      ),
    fc
      .tuple(any("union"), inner, inner, inner)
      .map(
        ([value, one, two, other]) =>
          `switch (${value}) { case null: ${one} case 0: case "a": ${two} break; case 1: { ${other} } default: console.log("other"); }`,
      ),
    fc
      .tuple(any("boolean"), inner)
      .map(([test, body]) => `{ let turns = 0; while (turns++ < 2 && ${test}) ${body} }`),
    fc
      .tuple(any("boolean"), inner)
      .map(([test, body]) => `{ let turns = 0; do ${body} while (${test} && ++turns < 3); }`),
    inner.map((body) => `for (const { n, s } of items.slice(0, 2)) { console.log(n, s); ${body} }`),
    inner.map(
      (body) => `for (const [key, n] of [...counts].slice(0, 2)) { console.log(key, n); ${body} }`,
    ),
    fc
      .tuple(any("boolean"), inner)
      .map(
        ([test, body]) =>
          `outer${depth}: for (let k${depth} = 0; k${depth} < 2; k${depth}++) { for (const y of [1, 2]) { if (${test}) continue outer${depth}; if (n2 > y) break outer${depth}; ${body} } }`,
      ),
    fc
      .tuple(inner, inner)
      .map(
        ([one, two]) =>
          `{ const u = same(u1); if (typeof u === "string") { console.log(u.length); ${one} } else if (u !== null) { console.log(u + 1); ${two} } }`,
      ),
    fc
      .tuple(any("boolean"), inner, inner)
      .map(
        ([test, body, handler]) =>
          `try { if (${test}) throw new Error(s0); ${body} } catch (error) { if (error instanceof Error) console.log(error.message); ${handler} } finally { console.log("finally"); }`,
      ),
  );
}

const HEAD = `
const counts = new Map<string, number>();
let point: { x: number; y: string } = { x: 1, y: "one" };
const twice = (value: number): number => value * 2;
function greet(who: string, much = 1): string { return "hi " + who.repeat(much); }
type U = string | number | null;
interface Item { n: number; s: string }
class Box {
  #count = 0;
  constructor(public value: number) {}
  get twice(): number { return this.value * 2; }
  next(): number { return ++this.#count; }
  add(n: number): number { this.value += n; return this.value; }
  label(s: string): string { return s + this.#count; }
}
let ticks = 0;
const same = (u: U): U => u;
const counter = (): number => ++ticks;
function describe(u: U): string {
  if (typeof u === "string") return u.toUpperCase();
  return u === null ? "nothing" : "#" + u;
}
function run(n0: number, n1: number, n2: number, s0: string, s1: string, b0: boolean, b1: boolean, xs: number[], ys: number[], words: string[], u0: U, u1: U): void {
  const items: Item[] = [{ n: n0, s: s0 }];
  const opt: { a?: number; b: string } = { b: s1 };
  const box = new Box(n1);
  const makers: (() => number)[] = [];
`;

const TAIL = `
  console.log(n0, n1, n2, s0, s1, b0, b1, point.x, point.y, counts.size);
  for (const x of xs) console.log(x);
  console.log(ys.length, words.join("|"), u0, u1, items, opt, box.value, ticks);
}
run(1, 2, 3, "a", "bc", true, false, [1, 2, 3], [4.5], ["x", "y"], 0, "a");
run(-7, 0, 100, "", "Hello, World", false, false, [], [0, -1, 5], [], null, 1.5);
`;

export const program: Arbitrary<string> = fc
  .array(statement(2), { minLength: 1, maxLength: 6 })
  .map((statements) => `${HEAD}${statements.map((line) => `  ${line}`).join("\n")}${TAIL}`);
