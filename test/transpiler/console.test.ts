// console.log and its kin: every value as Node shows it.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const plain: Record<string, string> = {
  "no argument": `console.log(); console.log("a");`,
  "several of all plain kinds": `console.log("a", 1, 2.5, true, false, null, undefined);`,
  "info and debug": `console.info("a", 1); console.debug("b"); console.error("c"); console.warn("d", 1.5); console.log("e");`,
  numbers: `console.log(0.1 + 0.2, 1 / 3, 1e-7, 1.0, 100, 0.000001, 123456.789, 1.5 * 3);`,
  "not finite": `const zero = 0; console.log(1 / zero, -1 / zero, zero / zero, NaN, Infinity, -Infinity);`,
  "minus zero": `const a = -0.5; console.log(a * 0, String(a * 0), \`\${a * 0}\`);`,
  "a quotient that is whole": `function half(n: number): number { return n / 2; } console.log(half(4), half(5), \`\${half(8)}\`, "x" + half(2));`,
  booleans: `const a = 1; console.log(a > 0, a < 0, !(a > 0), a > 0 && a < 5, \`\${a > 0}\`, "is " + (a < 0), String(true));`,
  "null and undefined by their types": `const a: string | null = "x".length > 1 ? "a" : null; const b: number | undefined = "x".length > 1 ? 1 : undefined; console.log(a, b, \`\${a} \${b}\`, "" + a + b);`,
  "null and undefined that are there": `const a: string | null = "xy".length > 1 ? "a" : null; const b: number | undefined = "xy".length > 1 ? 1.5 : undefined; console.log(a, b, \`\${a} \${b}\`, "" + a + b);`,
  "unions of plain kinds": `function f(x: string | number | boolean | null) { console.log(x, \`<\${x}>\`, String(x)); } f("a"); f(1); f(2.5); f(true); f(false); f(null);`,
  "an element that is missing": `const a = ["x"]; const n = [1]; const i = 3; console.log(a[i], n[i], \`\${a[i]}\`);`,
  "a result that is nothing": `function f(): void {} console.log(f());`,
  group: `
console.group("outer");
console.log("in", [1, 2]);
console.group();
console.log("deeper\\nlines");
console.log();
console.groupEnd();
console.info({ a: 1 });
console.groupEnd();
console.groupEnd();
console.log("out");
`,
  count: `
console.count(); console.count("x"); console.count(); console.countReset(); console.count();
`,
  dir: `
console.dir({ a: { b: { c: { d: 1 } } } }, { depth: 0 });
console.dir({ a: { b: { c: { d: 1 } } } }, { depth: null });
console.dir("text"); console.dir([1, "a"]);
console.assert(1 === 1, "no");
console.assert([].length > 0, "yes %s", 1);
`,
  format: `
console.log("%s is %d years", "Bob", 42, "extra");
console.log("%i %f %c styled %%", 42.9, 3.5, "css");
console.log("%j and %O", { a: 1, b: [1, null] }, { b: { c: { d: {} } } });
console.log("%s %s", [1, [2]], { a: { b: 1 } }, "end");
console.log("%s", "a", { x: 1 }, ["q"]);
console.log("100%", 5, "50% off");
console.log("%d%% of %s", 50, "all");
console.log("%O", "str", "%s");
`,
  spread: `
const xs = [1, 2.5, 3], names = ["a", "b"];
console.log(...xs);
console.log(...names, "and", ...xs);
console.log(...[{ a: 1 }, { a: 2 }]);
console.log(...new Set(["p", "q"]));
console.log("list:", ...[true, null, "x"]);
`,
};

const templates: Record<string, string> = {
  "a first string that is no template": `const name = "a"; console.log(name, 1); console.log(name + "%", 2); console.log("100%", 3);`,
  "%s": `console.log("%s is %s", "a", 1, "more"); console.log("%s %s", "a"); console.log("%s|%s|%s|%s", 1.5, true, null, undefined);`,
  "%d, %i, %f": `console.log("%d %d %d %d", 42, 1.5, "7", "x"); console.log("%i %i", 42.9, "12px"); console.log("%f %f", 1.5, "2.25");`,
  "%% and %c": `console.log("100%%", 1); console.log("100%%"); console.log("%c styled", "color: red"); console.log("%x %", 1);`,
  "a template from elsewhere": `function log(text: string, value: number) { console.log(text, value); } log("n=%d", 5); log("n", 5); log("50%", 5);`,
};

const inspected: Record<string, string> = {
  arrays: `console.log([1, 2, 3], ["a", "it's"], [true, null, undefined], [], [[1, [2, [3, [4]]]]]);`,
  "an array and a string": `const xs = ["a", "b"]; console.log("xs:", xs, xs.length); console.log(xs, "end");`,
  "many numbers": `const xs: number[] = []; for (let i = 0; i < 120; i++) xs.push(i * i); console.log(xs);`,
  "many strings": `const xs: string[] = []; for (let i = 0; i < 30; i++) xs.push("item " + i); console.log(xs);`,
  fractions: `console.log([0.5, 1, 2.25, -1, 1e-7, 100, 12345.678]);`,
  records: `console.log({ b: 1, a: "x", c: [1, 2], d: { e: { f: { g: 1 } } }, "x-y": true, 2: "two", 1: "one" });`,
  "long records": `console.log({ name: "a fairly long name that takes space", description: "and a description that is long too", n: 1 });`,
  "a record in an array": `const users = [{ name: "Ann", age: 30 }, { name: "Bob", age: 25 }, { name: "Cy", age: 41 }]; console.log(users); console.log(users.map((user) => user.name), users.filter((user) => user.age > 26));`,
  interfaces: `interface Point { x: number; y: number; label?: string } const p: Point = { y: 1, x: 2 }; console.log(p); p.label = "here"; console.log(p); const q: Point = { ...p, x: 5 }; console.log(q);`,
  "members that are undefined": `interface R { a?: number; b: string | undefined } const r: R = { b: undefined }; console.log(r);`,
  "members that are null": `interface R { a: number | null; next: R | null } const r: R = { a: null, next: { a: 1, next: null } }; console.log(r);`,
  classes: `class Point { constructor(public x: number, public y: number) {} } class Named extends Point { name = "n"; private hidden = [1]; #secret = 2; get double() { return this.x * 2; } show() { return this.#secret + this.hidden.length; } } class Empty {} console.log(new Point(1, 2.5), new Named(3, 4), new Empty(), [new Point(0, 0)], { p: new Point(7, 8) });`,
  "fields in camelCase": `class A { firstName: string; lastSeen?: number; constructor() { this.firstName = "x"; } } console.log(new A());`,
  maps: `const m = new Map<string, number>([["a", 1], ["b", 2]]); console.log(m, new Map<string, string>()); const n = new Map<string, number[]>(); n.set("k", [1, 2]); console.log(n, { m });`,
  bytes: `console.log(new Uint8Array([1, 2, 255]), new Uint8Array(0));`,
  nullables: `function f(n: number): number[] | null { return n > 0 ? [n] : null; } console.log(f(0), f(1)); const found = [{ id: 1 }].find((x) => x.id === 2); console.log(found, [{ id: 1 }].find((x) => x.id === 1));`,
  unions: `function show(x: string | number | string[]) { console.log(x); } show("a"); show(1.5); show(["a"]);`,
  unknowns: `function show(x: unknown) { console.log(x); } show("a"); show(1.5); show(["a", { b: true }]); show(undefined);`,
  generics: `function show<T>(x: T): T { console.log(x); return x; } show("a"); show([1, 2]); show({ z: 1, a: 2 });`,
  "strings with lines": `console.log(["a line that is long enough\\nand another one that makes it longer than the limit of it all"], { s: "x\\ty" });`,
  cycles: `interface Node { name: string; self?: Node } const n: Node = { name: "a" }; n.self = n; console.log(n);`,
  "counting words": `const counts: Record<string, number> = {}; for (const w of ["b", "a", "b", "10", "9"]) counts[w] = (counts[w] ?? 0) + 1; console.log(counts);`,
  tuples: `const t: [string, number] = ["a", 1]; console.log(t, [t, t]);`,
  "a bus of callbacks beside values of any type": `class EventBus { private m = new Map<string, Array<(d?: unknown) => void>>(); on(e: string, f: (d?: unknown) => void) { if (!this.m.has(e)) this.m.set(e, []); this.m.get(e)!.push(f); } emit(e: string, d?: unknown) { this.m.get(e)?.forEach((f) => f(d)); } } const b = new EventBus(); b.on("x", (d) => console.log("got", d)); b.emit("x", { a: 1 }); b.emit("x");`,
  "an instance of a subclass as a value of any type": `class P { constructor(public x: number) {} } class Q extends P { y = 2; } const show = (v: unknown) => console.log(v); const p: P = new Q(1); show(p); show([new P(3)]);`,
  "an instance that is thrown": `class P { constructor(public x: number) {} } try { throw new P(4); } catch (e) { if (e instanceof Error) console.log("err"); else console.log(e); }`,
  "an instance that a promise failed by": `class P { constructor(public x: number) {} } Promise.reject(new P(4)).catch((e: unknown) => { if (e instanceof P) console.log(e.x, e); });`,
  "an instance in a generic box": `class P { constructor(public x: number) {} } class Box<T> { constructor(public v: T) {} show() { console.log(this.v, [this.v]); } } new Box(new P(1)).show(); new Box({ p: new P(2) }).show();`,
  "an instance by its contract": `interface Named { name(): string } class A implements Named { k = 1; name() { return "a"; } } const n: Named = new A(); console.log(n); const u: unknown[] = [1]; console.log(u);`,
  "instances among objects": `class P { constructor(public x: number) {} } const all: object[] = [new P(1), { a: 1 }]; console.log(all); const e: {} = new P(5); console.log(e);`,
  "instances that are yielded": `class P { constructor(public x: number) {} } function* g(): Generator<unknown> { yield new P(1); yield [new P(2)]; } for (const v of g()) console.log(v); const m = new Map<string, unknown>([["p", new P(3)]]); console.log(m.get("p"), m);`,
  "instances by names of any type": `class P { constructor(public x: number) {} } const o = { p: new P(9) }; const { p }: { p: unknown } = o; console.log(p); let q: unknown; q = o.p; console.log(q); const f = (): unknown => new P(2); console.log(f()); const r: Record<string, unknown> = { ...o }; console.log(r.p);`,
  "instances put into records and lists": `class P { constructor(public x: number) {} } const r: Record<string, unknown> = {}; r["a"] = new P(1); Object.assign(r, { b: new P(2) }); console.log(r); const xs: unknown[] = []; xs.push(...[new P(3)]); xs.unshift(new P(4)); console.log(xs); const p = new P(6); const s: { p: unknown } = { p }; console.log(s.p);`,
  "instances that are returned": `class P { constructor(public x: number) {} } const mk = (): { p: P }[] => [{ p: new P(1) }]; const ys: unknown[] = mk().map((z) => z.p); console.log(ys); function id<T>(v: T): T { console.log(v); return v; } id(id(new P(7)).x); [new P(8)].forEach(id); async function af(): Promise<unknown> { return new P(10); } af().then((v) => console.log(v));`,
  "instances of any": `class P { constructor(public x: number) {} } class S { static list: any[] = []; static add(v: any) { S.list.push(v); } } S.add(new P(1)); S.add({ n: new P(2) }); console.log(S.list, JSON.stringify(S.list)); const j: any = new P(3); console.log(j); function rest(...a: unknown[]) { console.log(a); } rest(new P(1), "x"); rest(...[new P(2)]);`,
};

describe.each(Object.entries({ plain, templates, inspected }))("%s", (_, table) => {
  it.each(Object.entries(table))("%s", (_, source) => runsAlike(source));
});
