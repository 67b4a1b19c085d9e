// What is thrown may be anything; what the language throws itself says what JavaScript says.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const cases: Record<string, string> = {
  "a string": `try { throw "boom"; } catch (e) { if (typeof e === "string") console.log(e.toUpperCase()); console.log(typeof e, String(e), \`\${e}\`); }`,
  "an object": `try { throw { code: 404, text: "not found" }; } catch (e) { const err = e as { code: number; text: string }; console.log(err.code, err.text); }`,
  number: `function f(n: number) { if (n > 1) throw n; return n; } try { f(1); f(42); } catch (e) { console.log(typeof e === "number" ? e + 1 : "other", e instanceof Error); }`,
  "an instance of no error": `class Failure { constructor(readonly code: number) {} } class Sub extends Failure {}
try { throw new Sub(3); } catch (e) { if (e instanceof Failure) console.log("failure", e.code, e instanceof Sub); else throw e; }`,
  "all kinds": `function run(k: string) { if (k === "s") throw "text"; if (k === "e") throw new TypeError("type"); if (k === "n") throw 7; if (k === "b") throw false; return "fine"; }
for (const k of ["s", "e", "n", "b", "x"]) { try { console.log(run(k)); } catch (e) { if (e instanceof TypeError) console.log("T", e.message); else if (typeof e === "string") console.log("S", e); else console.log("?", String(e)); } finally { console.log("-"); } }`,
  rethrow: `try { try { throw "a"; } catch (e) { console.log("inner", e === "a"); throw e; } } catch (e2) { console.log("outer", e2 === "a"); }`,
  "kept and thrown": `function wrap<T>(f: () => T): T { let err: unknown; try { return f(); } catch (e) { err = e; } throw err; } try { wrap(() => { throw "x"; }); } catch (e) { console.log(String(e)); } try { wrap(() => { throw new Error("y"); }); } catch (e) { console.log(String(e)); }`,
  "a promise rejected by a string": `async function main() { try { await Promise.reject("text"); } catch (e) { console.log(String(e), typeof e === "string"); } try { await new Promise((_, reject) => setTimeout(() => reject("late"), 1)); } catch (e) { console.log(e === "late"); } try { await new Promise<void>((_, reject) => reject()); } catch (e) { console.log(e === undefined); } }
main();`,
  "from async": `async function f() { throw "s"; } f().catch((e) => console.log(e === "s")); f().then(() => 1, (e: string) => { console.log(e.length); return 2; }).then((v) => console.log(v));`,
  "uncaught string": `console.log("a"); throw "fatal";`,
  "uncaught object": `function f() { throw { code: 1 }; } console.log("x"); f(); console.log("y");`,
  "caught and kept": `const later: (() => void)[] = []; for (const v of ["a", "b"]) { try { throw v; } catch (e) { later.push(() => console.log(e === v)); } } later.forEach((f) => f());`,
  settled: `async function main() { const rs = await Promise.allSettled([Promise.resolve(1), Promise.reject("no"), Promise.reject(new Error("err"))]); for (const r of rs) { if (r.status === "rejected") console.log(r.reason instanceof Error ? r.reason.message : r.reason === "no"); else console.log(r.value); } } main();`,
  "into a generator": `function* g() { try { yield 1; } catch (e) { console.log(e === "stop"); } } const it = g(); it.next(); it.throw("stop");`,
  "an enum": `enum Code { A = 1, B } try { throw Code.B; } catch (e) { if (e === Code.B) console.log("B"); }`,
  "given to a function": `function msg(e: unknown): string { if (e instanceof Error) return e.message; if (typeof e === "string") return e; return "unknown"; } try { throw "s1"; } catch (e) { console.log(msg(e)); } try { throw new Error("e1"); } catch (e) { console.log(msg(e)); } try { throw 3; } catch (e) { console.log(msg(e)); }`,
  "through finally": `function f() { try { throw "first"; } finally { console.log("cleanup"); } } try { f(); } catch (e) { console.log(e === "first"); }`,
  "in an executor": `new Promise(() => { throw "in exec"; }).catch((e) => console.log(e === "in exec")); Promise.reject(5).finally(() => console.log("fin")).catch((e: number) => console.log(e + 1));`,
  "members of nothing": `interface User { name: string; address?: { city: string } } const users: User[] = [{ name: "a" }];
function find(n: string): User | undefined { return users.find((u) => u.name === n); }
try { console.log(find("z")!.name); } catch (e) { console.log((e as Error).message, e instanceof TypeError); }
try { console.log(users[5].name); } catch (e) { console.log((e as Error).message); }
try { users[7].name = "x"; } catch (e) { console.log((e as Error).message); }
try { console.log(users[0].address!.city); } catch (e) { console.log(String(e)); }
try { console.log(find("q")!.name.toUpperCase()); } catch (e) { if (e instanceof Error) console.log(e.name + ": " + e.message); }`,
  "calls of nothing": `const h: Record<string, (n: number) => number> = { a: (n) => n }; function call(k: string) { return h[k](1); }
try { call("zz"); } catch (e) { console.log((e as Error).message); } try { h["b"](2); } catch (e) { console.log((e as Error).message); } try { h.c(2); } catch (e) { console.log((e as Error).message); }`,
  "fields of classes": `class Svc { cb?: (n: number) => void; conn: { send(s: string): void } | null = null; run() { this.cb!(1); } go() { this.conn!.send("x"); } } const s = new Svc();
try { s.run(); } catch (e) { console.log((e as Error).message); } try { s.go(); } catch (e) { console.log((e as Error).message); }`,
  "values of a Map": `const m = new Map<string, number[]>(); try { for (const x of m.get("k")!) console.log(x); } catch (e) { console.log(e instanceof TypeError); } try { m.get("k")!.push(1); } catch (e) { console.log((e as Error).message); } try { console.log(m.get("a")!.length); } catch (e) { console.log((e as Error).message); } try { console.log(m.get("a")![0]); } catch (e) { console.log((e as Error).message); }`,
  null: `let x: { v: number } | null = null; function reset() { x = null; } try { reset(); console.log(x!.v); } catch (e) { console.log((e as Error).message); }`,
  "after await": `async function load(id: number): Promise<{ n: string } | undefined> { return id === 1 ? { n: "one" } : undefined; } async function main() { try { console.log((await load(1))!.n); console.log((await load(2))!.n); } catch (e) { console.log("failed:", (e as Error).message); } } main();`,
  rows: `const grid = [[1, 2], [3, 4]]; function at(r: number, c: number) { return grid[r][c]; } try { console.log(at(0, 1)); console.log(at(5, 1)); } catch (err) { console.log(\`\${(err as Error).message}\`); } try { grid[9][0] = 1; } catch (e) { console.log((e as Error).message); }`,
  "in a callback": `function safe<T>(f: () => T, fallback: T): T { try { return f(); } catch (e) { console.log("warn " + (e as Error).message); return fallback; } } const cfg: { db?: { host: string } } = {}; console.log(safe(() => cfg.db!.host, "localhost"));`,
  chains: `class Node1 { next: Node1 | null = null; constructor(public v: number) {} } const n = new Node1(1); try { console.log(n.next!.v); } catch (e) { console.log((e as Error).message); } try { n.next!.next!.v = 3; } catch (e) { console.log((e as Error).message); }`,
  strings: `const { a } = { a: undefined as string | undefined }; try { console.log(a!.length); } catch (e) { console.log((e as Error).message); } const words = ["x"]; try { console.log(words[3].toUpperCase()); } catch (e) { console.log((e as Error).message); } try { console.log(words.find((w) => w === "q")!.length); } catch (e) { console.log((e as Error).message); }`,
  interfaces: `interface Shape { area(): number } const shapes: (Shape | null)[] = [null]; try { shapes[0]!.area(); } catch (e) { console.log((e as Error).message); } const u = undefined as unknown as Shape; try { u.area(); } catch (e) { console.log((e as Error).message); }`,
  "fields not set": `class T { name!: string; items!: string[]; show() { return this.name.length; } add() { this.items.push("x"); } } try { new T().show(); } catch (e) { console.log((e as Error).message); } try { new T().add(); } catch (e) { console.log((e as Error).message); }`,
  "called by the base's constructor": `class A { constructor() { this.setup(); } setup() { console.log("A"); } } class B extends A { v = 5; setup() { console.log("B", this.v); } } const b = new B(); console.log(b.v);`,
  "asked for an Error": `function divide(a: number, b: number): number { if (b === 0) throw new Error("Division by zero"); return a / b; }
try { console.log(divide(10, 2)); console.log(divide(1, 0)); } catch (error) { if (error instanceof Error) { console.log(\`Caught: \${error.message}\`); } else { console.log("Unknown", error); } }`,
  "shown where it is none": `class F { constructor(public code: number) {} } function run(k: number) { switch (k) { case 0: throw "text"; case 1: throw 42; case 2: throw { code: 1, why: "x" }; case 3: throw new F(7); case 4: throw true; default: throw new Error("e"); } } for (let k = 0; k < 6; k++) { try { run(k); } catch (e) { if (e instanceof Error) { console.log("Error", e.message); continue; } console.log("Other:", e); } }`,
  "a text of anything": `function describe(e: unknown): string { if (e instanceof TypeError) return "type " + e.message; if (e instanceof Error) return "error " + e.message; return "unknown " + String(e); }
console.log(describe(new TypeError("t")), describe(new Error("e")), describe("str"), describe(5), describe([1, "a"]), describe({ a: 1 }), describe(true), describe(undefined));`,
  "what a promise failed by": `Promise.reject(new Error("boom")).catch((e) => console.log(e.message, e.name, e instanceof Error)); Promise.reject(new RangeError("r")).then(() => 1, (err) => console.log("E: " + err.message));`,
  "values of any kind": `const log = (...parts: unknown[]) => parts.map((p) => String(p)).join(" "); console.log(log(1, "a", true, 2.5, [1, 2], { x: 1 })); function show<T>(x: T): string { return \`<\${x}>\`; } console.log(show(1), show("s"), show(false)); class Q { toString() { return "Q!"; } } console.log(show(new Q()), String(new Q() as unknown));`,
  "a function that tells": `function err(e: unknown) { const m = e instanceof Error ? e.message : String(e); return m; } try { throw "x"; } catch (e) { console.log(err(e)); } `,
  "values of any type are shown beside errors that are not": `function describe(e: unknown): string { if (e instanceof Error) return e.message; if (typeof e === "string") return e; return String(e); } function show(x: unknown) { console.log("value:", x, JSON.stringify(x)); } show({ a: 1 }); show([1, "x"]); show(null); show(undefined); try { throw new RangeError("r"); } catch (e) { console.log(describe(e)); }`,
  "what is parsed is shown where errors are caught": `function tryParse(s: string): unknown { try { return JSON.parse(s); } catch (e) { return (e as SyntaxError).name; } } console.log(tryParse("[1,2]"), tryParse("{bad"), tryParse('{"a":{"b":null}}'));`,
  "values of a logger beside errors": `const log = (...args: unknown[]) => console.log("[log]", ...args); class Invalid extends Error { constructor(public field: string, message: string) { super(message); this.name = "Invalid"; } } function validate(o: { age: number }) { if (o.age < 0) throw new Invalid("age", "negative"); return o; } for (const age of [1, -1]) { try { log("ok", validate({ age })); } catch (e) { if (e instanceof Invalid) log("bad", e.field, e.message); else throw e; } }`,
};

describe("what is thrown", () => {
  it.each(Object.entries(cases))("%s", (_, source) => runsAlike(source));
});
