// Statements, functions and classes: Node, MicroPython and CPython agree.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const loops: Record<string, string> = {
  "counting up": `for (let i = 0; i < 3; i++) console.log(i);`,
  "counting down": `for (let i = 3; i >= 0; i--) console.log(i);`,
  "counting in steps": `for (let i = 1; i <= 10; i += 4) console.log(i);`,
  "a bound that moves": `const a = [1, 2, 3]; for (let i = 0; i < a.length; i++) { if (i < 2) a.push(9); console.log(a.length); }`,
  "a variable that jumps": `for (let i = 0; i < 6; i++) { if (i === 2) i += 2; console.log(i); }`,
  "continue in a while": `let i: int = 0; while (i < 4) { i += 1; if (i === 2) continue; console.log(i); }`,
  "continue in a loop that steps by hand": `for (let i = 0; i < 8; i = i + 2) { if (i === 2) continue; console.log(i); }`,
  "a value that the loop changes": `let n: int = 1; for (let i = 0; i < 33; i++) n = n << 1; const a = ["x"]; let at: int = 0; while (at < 3) { console.log(a[at] ?? "none", n); at += 1; }`,
  break: `for (let i = 0; i < 8; i++) { if (i === 2) break; console.log(i); }`,
  "for without a header": `let n: int = 0; for (;;) { n += 1; if (n > 2) break; } console.log(n);`,
  "do while": `let n: int = 5; do { console.log(n); n += 1; } while (n < 3);`,
  "for of": `for (const s of ["a", "b"]) console.log(s);`,
  "for of with entries": `for (const [i, s] of ["a", "b"].entries()) console.log(i, s);`,
  "for of with pairs": `const pairs: [string, int][] = [["a", 1], ["b", 2]]; for (const [k, v] of pairs) console.log(k, v);`,
  "an array that grows while it is iterated": `const a = [1, 2]; for (const n of a) { if (a.length < 4) a.push(n + 2); console.log(n); }`,
  "nested loops": `for (let i = 0; i < 2; i++) for (let j = 0; j < 2; j++) console.log(i, j);`,
  "shadowing in blocks": `const x = "outer"; { const x = "inner"; console.log(x); } console.log(x);`,
  "shadowing in loops": `let n: int = 1; for (const n of ["a"]) { console.log(n); } n += 1; console.log(n);`,
  "a let without a value in a loop": `for (let i = 0; i < 2; i++) { let s: string | undefined; if (i === 0) s = "set"; console.log(s === undefined ? "none" : s); }`,
};

const branches: Record<string, string> = {
  "else if": `for (const n of [1, 2, 3]) { if (n === 1) console.log("one"); else if (n === 2) console.log("two"); else console.log("more"); }`,
  "empty branches": `const n: int = 1; if (n === 1) { } else { console.log("no"); } console.log("end");`,
  switch: `function f(s: string): string { switch (s) { case "a": case "b": return "ab"; case "c": { const t = s + s; return t; } default: return "other"; } } console.log(f("a"), f("b"), f("c"), f("d"));`,
  "switch with break": `for (const n of [1, 2, 3]) { let s = ""; switch (n) { case 1: s = "one"; break; case 2: s = "two"; break; } console.log(s + "."); }`,
  "default in the middle": `function f(n: int): string { switch (n) { default: return "other"; case 1: return "one"; } } console.log(f(1), f(2));`,
};

const exceptions: Record<string, string> = {
  "caught by type": `try { throw new ValueError("bad"); } catch (error) { if (!(error instanceof ValueError)) throw error; console.log("value", error.message); }`,
  "chain of types": `function f(n: int): string { try { if (n === 1) throw new ValueError("v"); if (n === 2) throw new KeyError("k"); return "none"; } catch (error) { if (error instanceof ValueError) return "value"; else if (error instanceof KeyError) return "key"; else throw error; } } console.log(f(0), f(1), f(2));`,
  "condition after the type": `function f(n: int): string { try { throw new OSError(n, "no"); } catch (error) { if (!(error instanceof OSError) || error.errno !== 11) throw error; return "again"; } } console.log(f(11)); try { f(5); } catch (error) { if (error instanceof OSError) console.log("passed", error.errno); else throw error; }`,
  anything: `try { throw new RuntimeError("r"); } catch { console.log("caught"); }`,
  "another error in the variable": `try { try { throw new ValueError("a"); } catch (error) { error = new KeyError("b"); throw error; } } catch (error) { if (error instanceof KeyError) console.log("key"); else throw error; }`,
  "finally runs": `function f(): string { try { return "try"; } finally { console.log("finally"); } } console.log(f());`,
  rethrown: `function f(): void { try { throw new ValueError("inner"); } catch (error) { console.log("once"); throw error; } } try { f(); } catch (error) { if (error instanceof ValueError) console.log(error.message); }`,
  "own class": `class HttpError extends Error { constructor(readonly status: int, message: string) { super(message); } } try { throw new HttpError(404, "gone"); } catch (error) { if (!(error instanceof HttpError)) throw error; console.log(error.status, error.message); }`,
  "subclass caught by its base": `try { throw new BrokenPipeError(32, "gone"); } catch (error) { if (error instanceof OSError) { console.log(error.errno); } else throw error; }`,
  nested: `try { try { throw new ValueError("a"); } finally { console.log("inner"); } } catch { console.log("outer"); }`,
};

const functions: Record<string, string> = {
  defaults: `function f(a: int, b: int = 2, s: string = "s"): string { return \`\${a}\${b}\${s}\`; } console.log(f(1), f(1, 3), f(1, 3, "x"));`,
  "a default is made anew": `function f(a: int[] = []): int { a.push(1); return a.length; } console.log(f(), f());`,
  "a default is asked late": `let n: int = 1; function f(a: int = n): int { return a; } n = 5; console.log(f(), f(2));`,
  "undefined is left out": `function f(a: int, b: int = 2, c: int = 3): int { return a * 100 + b * 10 + c; } console.log(f(1, undefined, 4));`,
  options: `function f(a: int, { b = 2, c = "c" }: { b?: int; c?: string } = {}): string { return \`\${a}\${b}\${c}\`; } const b: int = 7; console.log(f(1), f(1, { c: "d" }), f(1, { b }));`,
  "renamed option": `function f({ wide: w = 1 }: { wide?: int } = {}): int { return w; } console.log(f({ wide: 4 }), f());`,
  rest: `function f(first: string, ...rest: string[]): string { rest.push("!"); return first + rest.join(""); } console.log(f("a"), f("a", "b", "c"), f("x", ...["y", "z"]));`,
  lambda: `const twice = (n: int): int => n * 2; console.log(twice(4));`,
  "a function as an argument": `function apply(f: (n: int) => int, n: int): int { return f(n); } console.log(apply((n) => n + 1, 1), apply((n) => { const m = n * 3; return m; }, 2));`,
  "fewer parameters than the caller gives": `function apply(f: (a: string, b: string) => string): string { return f("a", "b"); } console.log(apply((a) => a), apply(() => "none"));`,
  "a name that the missing parameter would get": `const _b = "outer"; function apply(f: (a: string, b: string) => string): string { return f("a", "b"); } console.log(apply((_b) => _b), apply((a) => a + _b));`,
  "handlers take the named arguments that they name": `interface Request { path: string }
/** @kwargs */
type Handler<P = Record<string, string>> = (request: Request, parameters: P) => string | null;
function call(handler: Handler, parameters: Record<string, string>): void { console.log(handler({ path: "/p" }, parameters) ?? "none"); }
function route<P>(handler: Handler<P>, parameters: Record<string, string>): void { call(handler as Handler, parameters); }
route<unknown>(() => null, {});
route<{ id: string }>(() => null, { id: "7" });
route<{ id: string }>((request) => request.path, { id: "7" });
route<{ id: string; name: string }>((request, { id }) => request.path + id, { id: "7", name: "n" });
route<Record<string, string>>((_, { id = "none" }) => id, { name: "n" });
function plain(request: Request): string { return request.path; }
route<unknown>(plain, {});
route<{ id: string }>(plain, { id: "7" });
function named(request: Request, { id }: { id: string }): string { return request.path + id; }
route<{ id: string; name: string }>(named, { id: "7", name: "n" });`,
  "closure over a variable that changes": `let n: int = 1; const get = (): int => n; n = 2; console.log(get());`,
  "closure that assigns": `function counter(): () => int { let n: int = 0; return () => { n += 1; return n; }; } const next = counter(); next(); console.log(next());`,
  "global that is assigned": `let total: int = 0; function add(n: int): void { total += n; } add(2); add(3); console.log(total);`,
  recursion: `function fib(n: int): int { return n < 2 ? n : fib(n - 1) + fib(n - 2); } console.log(fib(10));`,
  "keywords and builtins as names": `function f(len: string, list: string[], from: int): string { const str = "s"; const print = list.length; return len + str + print + from; } console.log(f("a", ["x"], 2));`,
  "a parameter hides a builtin that is needed": `function f(len: string): int { return len.length; } console.log(f("abc"));`,
  "names of helpers as names": `const item = "i"; const xs = ["a"]; const n: int = 3; console.log(item, xs[n] ?? "none");`,
  "destructured array": `const [a, b] = "x=y".split("="); console.log(a, b); const pair: [string, int] = ["p", 1]; const [s, n] = pair; console.log(s, n);`,
  "destructured record": `interface P { x: int; y?: int } const p: P = { x: 1 }; const { x, y = 5 } = p; console.log(x, y);`,
  swap: `let a: int = 1; let b: int = 2; [a, b] = [b, a]; console.log(a, b);`,
  "hoisted use inside a function": `function f(): string { return g(); } function g(): string { return "g"; } console.log(f());`,
};

const classes: Record<string, string> = {
  "fields, methods, getters, setters": `class A { private n: int = 1; get value(): int { return this.n; } set value(v: int) { this.n = v * 2; } add(by: int): void { this.n += by; } } const a = new A(); a.value = 4; a.add(1); console.log(a.value);`,
  "parameter properties": `class A { constructor(readonly x: int, private y: int = 2) {} sum(): int { return this.x + this.y; } } console.log(new A(1).sum(), new A(1, 5).sum());`,
  "private names": `class A { #n: int = 3; get n(): int { return this.#n; } } console.log(new A().n);`,
  inheritance: `class A { constructor(protected name: string) {} hello(): string { return "hello " + this.name; } } class B extends A { constructor() { super("b"); } override hello(): string { return super.hello() + "!"; } } console.log(new B().hello(), new A("a").hello());`,
  "inherited constructor": `class A { constructor(readonly n: int) {} } class B extends A { extra: int = 5; } console.log(new B(2).n, new B(2).extra);`,
  "fields before the body": `class A { xs: int[] = []; n: int; constructor(n: int) { this.n = n; this.xs.push(n); } } console.log(new A(3).xs.length, new A(4).n);`,
  "fields are not shared": `class A { xs: int[] = []; } const a = new A(); a.xs.push(1); console.log(new A().xs.length, a.xs.length);`,
  "a field that a method reads before the constructor sets it": `class A { n?: int; m: int = this.get(); constructor() { this.n = 3; } get(): int { return this.n ?? 7; } } const a = new A(); console.log(a.m, a.n ?? 0);`,
  "members that are named like what Python decorates with": `class A { get property(): int { return 1; } get b(): int { return 2; } static staticmethod(): int { return 3; } static c(): int { return 4; } } const a = new A(); console.log(a.property, a.b, A.staticmethod(), A.c());`,
  "optional field": `class A { name?: string; } const a = new A(); console.log(a.name === undefined ? "none" : a.name); a.name = "set"; console.log(a.name ?? "none");`,
  "static members": `class A { static readonly LIMIT = 4; static make(n: int): A { return new A(n); } constructor(readonly n: int) {} } console.log(A.LIMIT, A.make(3).n);`,
  "constructor options": `class A { readonly text: string; constructor(name: string, { loud = false }: { loud?: boolean } = {}) { this.text = loud ? name.toUpperCase() : name; } } console.log(new A("a").text, new A("a", { loud: true }).text);`,
  "this in arrow functions": `class A { n: int = 1; run(): int { const f = (by: int): int => this.n + by; return f(2); } } console.log(new A().run());`,
  contract: `interface Shape { area(): int } class Square implements Shape { constructor(private side: int) {} area(): int { return this.side * this.side; } } const shapes: Shape[] = [new Square(2), new Square(3)]; for (const shape of shapes) console.log(shape.area());`,
  "a method with fewer parameters than its contract": `interface Sink { put(value: string, at: int): void } class Out implements Sink { put(value: string): void { console.log(value); } } const sink: Sink = new Out(); sink.put("v", 1);`,
  "bound method": `class A { n: int = 7; get(): int { return this.n; } } const a = new A(); const f = a.get.bind(a); console.log(f());`,
  "abstract class": `abstract class A { abstract name(): string; hello(): string { return "I am " + this.name(); } } class B extends A { name(): string { return "B"; } } console.log(new B().hello());`,
  "instances as keys": `class K {} const k = new K(); const m = new Map<K, string>(); m.set(k, "v"); console.log(m.get(k) ?? "none", m.get(new K()) ?? "none");`,
};

describe.each(Object.entries({ loops, branches, exceptions, functions, classes }))(
  "%s",
  (_, table) => {
    it.each(Object.entries(table))("%s", (_, source) => runsAlike(source));
  },
);
