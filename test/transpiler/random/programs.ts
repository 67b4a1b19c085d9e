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
  fc.oneof(any("number"), any("string"), any("boolean")).map((value) => `console.log(${value});`),
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
function run(n0: number, n1: number, n2: number, s0: string, s1: string, b0: boolean, b1: boolean, xs: number[], ys: number[], words: string[]): void {
`;

const TAIL = `
  console.log(n0, n1, n2, s0, s1, b0, b1, point.x, point.y, counts.size);
  for (const x of xs) console.log(x);
  console.log(ys.length, words.join("|"));
}
run(1, 2, 3, "a", "bc", true, false, [1, 2, 3], [4.5], ["x", "y"]);
run(-7, 0, 100, "", "Hello, World", false, false, [], [0, -1, 5], []);
`;

export const program: Arbitrary<string> = fc
  .array(statement(2), { minLength: 1, maxLength: 6 })
  .map((statements) => `${HEAD}${statements.map((line) => `  ${line}`).join("\n")}${TAIL}`);
