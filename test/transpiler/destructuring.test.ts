// Patterns: in declarations, parameters, loops and assignments.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const declarations: Record<string, string> = {
  "elements with holes, defaults and rest": `const xs = [1, 2, 3, 4, 5]; const [a, , b = 9, ...rest] = xs; const [p, q, r = 7] = [1, 2]; console.log(a, b, rest, p, q, r);`,
  "elements that are missing": `const xs: number[] = [1]; const [a, b] = xs; console.log(a, b); const [c = 5, d = 6] = xs; console.log(c, d);`,
  "a default that is computed once needed": `let calls = 0; function make(): number { calls += 1; return 7; } const xs = [1]; const [a = make(), b = make()] = xs; console.log(a, b, calls);`,
  members: `const o = { x: 1, y: { z: 2, w: [3, 4] } }; const { x, y: { z, w: [first, second] } } = o; console.log(x, z, first, second);`,
  "renamed, defaulted, rest": `interface O { a: number; b?: string; c: number; d: number } const o: O = { a: 1, c: 3, d: 4 }; const { a: alpha, b = "none", ...rest } = o; console.log(alpha, b, rest);`,
  computed: `const o: Record<string, number> = { one: 1 }; const key = "one"; const { [key]: value, two } = o; console.log(value, two ?? "none");`,
  lengths: `const { length } = [1, 2, 3]; const { length: size } = "four"; console.log(length, size);`,
  "of a result": `function pair(): [string, number] { return ["a", 1]; } function info() { return { ok: true, list: [1, 2] }; } const [s, n] = pair(); const { ok, list: [head] } = info(); console.log(s, n, ok, head);`,
  "of a string": `const [a, b, ...rest] = "hello"; console.log(a, b, rest.join("|")); const [x, y] = "z"; console.log(x, y);`,
  "of a Map": `const m = new Map<string, number>([["a", 1], ["b", 2]]); const [first] = m; const [, [key, value]] = m; console.log(first, key, value);`,
  "of a generator": `function* f() { try { yield 1; yield 2; yield 3; } finally { console.log("closed"); } } const [a, b] = f(); console.log(a, b);`,
  "of an instance": `class P { constructor(public x: number, public lastName: string) {} } const { x, lastName } = new P(1, "n"); console.log(x, lastName);`,
  "of split text": `const [key, value = "none"] = "a".split("="); console.log(key, value); const [h, m] = "10:30".split(":").map(Number); console.log(h + m);`,
};

const parameters: Record<string, string> = {
  members: `function area({ w, h }: { w: number; h: number }): number { return w * h; } console.log(area({ w: 2, h: 3 }));`,
  defaults: `function f({ a = 1, b = "x" }: { a?: number; b?: string }, [c, d = 4]: number[] = [3]): void { console.log(a, b, c, d); } f({}); f({ a: 5 }, [6, 7]);`,
  "a default of the whole": `function f({ a, b }: { a: number; b: number } = { a: 1, b: 2 }): void { console.log(a, b); } f(); f({ a: 3, b: 4 });`,
  "in arrow functions": `const xs = [{ n: 1, t: "a" }, { n: 2, t: "b" }]; console.log(xs.map(({ n }) => n * 2), xs.filter(({ t }) => t === "b").map(({ t, n }) => t + n));`,
  "pairs in callbacks": `const o: Record<string, number> = { a: 1, b: 2 }; console.log(Object.entries(o).map(([k, v]) => k + v).join()); Object.entries(o).forEach(([k, v], i) => console.log(k, v, i));`,
  nested: `function f({ user: { name, tags: [first] } }: { user: { name: string; tags: string[] } }): string { return name + first; } console.log(f({ user: { name: "n", tags: ["t"] } }));`,
  "options in options": `function f({ x = 1, y: { z = 2 } = {} }: { x?: number; y?: { z?: number } } = {}) { return x + z; } console.log(f(), f({ x: 5 }), f({ y: { z: 7 } }));`,
  "options and others": `function g({ a = 1, ...rest }: { a?: number; [k: string]: unknown } = {}) { return [a, Object.keys(rest)]; } console.log(g(), g({ a: 2, b: 3 }));`,
  "options of a callback": `const area = ({ w = 1, h = w }: { w?: number; h?: number } = {}) => w * h; console.log(area(), area({ w: 3 }), [{ w: 2 }, { h: 5 }].map(area), [undefined, { w: 4 }].map((o) => area(o)));`,
  "options of a constructor in options": `class Conn { private opts; constructor(host: string, { port = 80, tls: { ca = "none" } = {} }: { port?: number; tls?: { ca?: string } } = {}) { this.opts = \`\${host}:\${port}:\${ca}\`; } toString() { return this.opts; } } console.log(\`\${new Conn("h")} \${new Conn("h", { port: 1, tls: { ca: "x" } })}\`);`,
  "options that are kept": `type O = { retries?: number; on?: (n: number) => void }; function run(name: string, { retries = 3, on = () => {} }: O = {}) { for (let i = 0; i < retries; i++) on(i); return name; } const opts: O = { retries: 1, on: (n) => console.log("n", n) }; console.log(run("a"), run("b", opts), run("c", { ...opts, retries: 2 })); const h = run; console.log(h("d", { retries: 0 }));`,
  "a place in options": `function point({ pos: [x, y] = [0, 0], label = "p" }: { pos?: [number, number]; label?: string } = {}) { return \`\${label}(\${x},\${y})\`; } console.log(point(), point({ pos: [1, 2] }), point({ label: "q" }));`,
  "options by a variable": `type O = { port?: number; host?: string }; function connect(name: string, { port = 80, host = "h" }: O = {}): string { return \`\${name}@\${host}:\${port}\`; } const opts: O = { port: 1 }; console.log(connect("a"), connect("b", opts), connect("c", { ...opts, host: "x" }), connect("d", { host: "q" }), connect("e", undefined));`,
  "options by a constant function": `const log = ({ level = "info", msg }: { level?: string; msg?: string } = {}) => { console.log(level, msg); }; log(); log({ msg: "a" }); const base = { level: "warn" }; log(base); log(Object.assign({}, base, { msg: "z" }));`,
  "options of a constructor by a variable": `type O = { port?: number; host?: string }; class Server { readonly url: string; constructor({ port = 80, host = "h" }: O = {}) { this.url = \`\${host}:\${port}\`; } } const o: O = { port: 5 }; console.log(new Server().url, new Server(o).url, new Server({ host: "z" }).url, new Server({ ...o, host: "y" }).url);`,
  "options of a constructor": `class S { v: string; constructor(name: string, { a = 1, b = "x" }: { a?: number; b?: string } = {}) { this.v = name + a + b; } static make(n: string) { return new S(n, { b: "m" }); } } console.log(new S("q").v, S.make("w").v, new S("e", { a: 9 }).v); const list: S[] = [new S("l")]; console.log(list[0]!.v);`,
};

const loops: Record<string, string> = {
  pairs: `for (const [a, b] of [[1, 2], [3, 4]]) console.log(a, b);`,
  members: `for (const { name, age = 0 } of [{ name: "a", age: 1 }, { name: "b" }] as { name: string; age?: number }[]) console.log(name, age);`,
  "entries of a record": `for (const [key, value] of Object.entries({ a: 1, b: 2 })) console.log(key, value);`,
  "entries of an array": `for (const [i, s] of ["x", "y"].entries()) console.log(i, s);`,
  "nested pairs": `const m = new Map<string, [number, number]>([["a", [1, 2]]]); for (const [key, [x, y]] of m) console.log(key, x, y);`,
  "missing parts": `for (const [a, b = "none", ...rest] of [["x"], ["y", "z", "w"]]) console.log(a, b, rest);`,
};

const assignments: Record<string, string> = {
  swap: `let a = 1, b = 2; [a, b] = [b, a]; console.log(a, b); const xs = [1, 2, 3]; [xs[0], xs[2]] = [xs[2], xs[0]]; console.log(xs);`,
  "three at once": `let a = 1, b = 2, c = 3; [a, b, c] = [c, a, b]; console.log(a, b, c);`,
  members:
    `let a = 0, b = "x"; const o = { a: 5, b: "y" }; ({ a, b } = o); console.log(a, b); ({ a: b2.v } = o); console.log(b2.v);`.replace(
      "let a = 0",
      "const b2 = { v: 0 }; let a = 0",
    ),
  "rest and defaults": `let a = 0; let rest: number[] = []; let c = 1; [a, ...rest] = [1, 2, 3]; [c = 9] = []; console.log(a, rest, c);`,
  "of a result": `let s = "", n = 0; function pair(): [string, number] { return ["a", 1]; } [s, n] = pair(); console.log(s, n);`,
  fibonacci: `let [a, b] = [0, 1]; for (let i = 0; i < 10; i++) [a, b] = [b, a + b]; console.log(a, b);`,
  fields: `class P { x = 0; y = 0; set(o: { x: number; y: number }) { ({ x: this.x, y: this.y } = o); } } const p = new P(); p.set({ x: 1, y: 2 }); console.log(p);`,
};

describe.each(Object.entries({ declarations, parameters, loops, assignments }))(
  "%s",
  (_, table) => {
    it.each(Object.entries(table))("%s", (_, source) => runsAlike(source));
  },
);
