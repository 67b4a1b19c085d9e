// Errors: JavaScript's classes, those of a program, what they say.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const cases: Record<string, string> = {
  "classes told apart": `try { throw new TypeError("bad"); } catch (e) { if (e instanceof TypeError) console.log("T", e.message, e.name, String(e)); } try { throw new RangeError("r"); } catch (e) { console.log(e instanceof TypeError, e instanceof RangeError, e instanceof Error); }`,
  "names and messages of all classes": `for (const mk of [() => new Error("a"), () => new SyntaxError("b"), () => new ReferenceError("c"), () => new URIError("d"), () => new EvalError("e"), () => new Error()]) { try { throw mk(); } catch (e) { console.log(\`\${e}\`, (e as Error).name, (e as Error).message); } }`,
  "custom errors": `class HttpError extends Error { status: number; constructor(status: number, message: string) { super(message); this.name = "HttpError"; this.status = status; } } class NotFound extends HttpError { constructor(what: string) { super(404, what + " not found"); this.name = "NotFound"; } get isClient(): boolean { return this.status < 500; } } try { throw new NotFound("page"); } catch (e) { if (e instanceof HttpError) { console.log(e.name, e.message, e.status, String(e), \`\${e}\`); if (e instanceof NotFound) console.log(e.isClient); } }`,
  "catch String(e)": `try { throw new Error("x"); } catch (e) { console.log(String(e)); console.log(\`\${e}\`); }`,
  "rethrow finally": `function f(): string { try { try { throw new RangeError("r"); } catch (e) { if (e instanceof TypeError) return "t"; throw e; } finally { console.log("fin"); } } catch (e) { return e instanceof Error ? e.name : "?"; } } console.log(f());`,
  cause: `try { try { throw new Error("inner"); } catch (e) { throw new Error("outer", { cause: e }); } } catch (e) { if (e instanceof Error) { console.log(e.message, e.cause instanceof Error ? e.cause.message : "none"); } }`,
  "a member of null": `interface N { v: { w: number } | null } const n = { v: null } as N; try { console.log(n.v!.w); } catch (e) { console.log(e instanceof TypeError, e instanceof Error); }`,
  "an error of the library": `try { const n = -1; console.log("x".repeat(n)); } catch (e) { console.log(e instanceof RangeError); }`,
  "an error in a function": `function parse(s: string): number { const n = Number(s); if (Number.isNaN(n)) throw new TypeError(\`not a number: \${s}\`); return n; } for (const s of ["1", "x"]) { try { console.log(parse(s)); } catch (e) { if (e instanceof TypeError) console.log("TypeError:", e.message); else throw e; } finally { console.log("done", s); } }`,
  "finally order": `function f(): string { const log: string[] = []; try { log.push("t"); throw new Error("e"); } catch { log.push("c"); } finally { log.push("f"); } return log.join(); } console.log(f());`,
  "result type": `type Result<T> = { ok: true; value: T } | { ok: false; error: Error }; function attempt<T>(f: () => T): Result<T> { try { return { ok: true, value: f() }; } catch (e) { return { ok: false, error: e instanceof Error ? e : new Error(String(e)) }; } } const r = attempt(() => { throw new RangeError("no"); }); console.log(r.ok ? "ok" : r.error.message, r.ok ? "" : r.error.name); const r2 = attempt(() => 5); console.log(r2.ok ? r2.value : "x");`,
  "a subclass without a constructor": `class ParseError extends SyntaxError {} class DbError extends Error { override name = "DbError"; constructor(message: string, public readonly code: number = 500) { super(message); } } try { throw new ParseError("p"); } catch (e) { console.log(e instanceof SyntaxError, e instanceof ParseError, e instanceof Error ? e.name + ":" + e.message : ""); } try { throw new DbError("db"); } catch (e) { if (e instanceof DbError) console.log(e.name, e.code, e.message, \`\${e}\`); }`,
  "a name that the constructor sets": `class AppError extends Error { constructor(m: string) { super(m); this.name = this.constructor.name; } } class NetError extends AppError {} try { throw new NetError("down"); } catch (e) { if (e instanceof AppError) console.log(e.name, String(e)); }`,
  "error new.target": `class AppError extends Error { constructor(m: string) { super(m); this.name = new.target.name; Object.setPrototypeOf(this, new.target.prototype); } } try { throw new AppError("x"); } catch (e) { console.log((e as Error).name, e instanceof AppError); }`,
  "error message override": `class E1 extends Error { override get message(): string { return "computed"; } } class E2 extends Error { constructor(readonly field: string) { super(); this.message = \`bad \${field}\`; } } try { throw new E2("f"); } catch (e) { if (e instanceof Error) console.log(e.message); }`,
  "error toString": `class E3 extends Error { override toString(): string { return "E3!" + this.message; } } console.log(String(new E3("m")), \`\${new E3("n")}\`, "" + new Error("z"));`,
  "error in array": `const errs: Error[] = []; for (const n of [1, 2]) { try { if (n === 2) throw new RangeError("r" + n); } catch (e) { if (e instanceof Error) errs.push(e); } } console.log(errs.length, errs.map((e) => e.message).join(), errs[0]!.name);`,
  "return error": `function div(a: number, b: number): number | Error { if (b === 0) return new Error("div by zero"); return a / b; } const d = div(1, 0); console.log(d instanceof Error ? d.message : d); const e = div(4, 2); console.log(e instanceof Error ? e.message : e);`,
  "null call": `interface A { f?: () => void } const a: A = {}; try { a.f!(); } catch (e) { console.log(e instanceof TypeError); }`,
  "array undefined member": `const xs: { n: number }[] = []; try { console.log(xs[3]!.n); } catch (e) { console.log(e instanceof TypeError); }`,
  "nested try": `function lvl3(): void { throw new Error("deep"); } function lvl2(): void { try { lvl3(); } finally { console.log("cleanup"); } } try { lvl2(); } catch (e) { console.log((e as Error).message); }`,
  "catch without binding + continue": `const out: string[] = []; for (const x of ["1", "b", "3"]) { try { if (x === "b") throw new Error("skip"); out.push(x); } catch { continue; } finally { out.push("f"); } } console.log(out.join());`,
  "members of an Error are set": `const e = new Error("msg"); e.name = "Custom"; console.log(e.toString()); e.message = "changed"; console.log(String(e), e.constructor.name);`,
  "an interface of errors": `interface CodedError extends Error { code?: string }
const e: CodedError = new Error("file"); e.code = "ENOENT"; console.log(e.code, e.message);
try { throw e; } catch (x) { const y = x as CodedError; console.log(y.code); }`,
  "names of classes": `const errs: Error[] = [new Error("a"), new TypeError("b"), new RangeError("c"), new SyntaxError("d")]; class My extends TypeError {} errs.push(new My("e"));
for (const e of errs) console.log(e.constructor.name, e.name, e instanceof TypeError);`,
  aggregate: `const e = new AggregateError([new Error("a"), new TypeError("b")], "many");
console.log(e.message, e.errors.length, e.name, e instanceof AggregateError, e instanceof Error); for (const x of e.errors) { if (x instanceof Error) console.log(x.message); } console.log(String(new AggregateError([])));`,
  "Promise.any": `async function main() { try { await Promise.any([Promise.reject(new Error("a")), Promise.reject(new Error("b"))]); } catch (e) { if (e instanceof AggregateError) console.log(e.errors.length, e.message, e.name, e.errors.map((x: Error) => x.message).join()); } } main();`,
  recursion: `function down(n: number): number { return down(n + 1) + 1; }
try { down(0); } catch (e) { console.log(e instanceof RangeError, e instanceof Error); if (e instanceof RangeError) console.log(e.message, e.name, String(e)); }`,
  "recursion of a method": `class T { depth = 0; go(): void { this.depth++; this.go(); } } const t = new T(); try { t.go(); } catch (e) { console.log((e as Error).message, t.depth > 50); }`,
  any: `try { throw new Error("m"); } catch (e: any) { console.log(e.message, e.name); console.log("Error: " + e.message); }`,
  toString: `class ValidationError extends Error { constructor(message: string, readonly field: string) { super(message); this.name = "ValidationError"; } }
const v = new ValidationError("bad", "age"); console.log(v.toString(), new TypeError("x").toString()); class P { x = 1; } console.log(new P().toString());`,
  "a chain of causes": `function rootCause(e: Error): Error { return e.cause instanceof Error ? rootCause(e.cause) : e; } const e = new Error("top", { cause: new TypeError("mid", { cause: new RangeError("root") }) }); console.log(rootCause(e).message, rootCause(e).constructor.name, (e.cause as Error).constructor.name);`,
  "classes of errors that extend each other": `abstract class AppError extends Error { abstract readonly code: number; constructor(m: string) { super(m); this.name = new.target.name; } describe() { return \`[\${this.code}] \${this.name}: \${this.message}\`; } } class NotFound extends AppError { readonly code = 404; } class Denied extends AppError { readonly code = 403; constructor() { super("denied"); } } for (const e of [new NotFound("page"), new Denied()]) console.log(e.describe(), e instanceof AppError, e instanceof NotFound);`,
  "a message that is set": `class E extends Error { override message = "fixed"; } console.log(new E().message, String(new E("x"))); class F extends Error { override get message() { return "getter"; } } console.log(new F().message);`,
  "a message that may be missing": `function fail(msg?: string): never { throw new Error(msg); } try { fail(); } catch (e) { console.log((e as Error).message === "", String(e)); } try { fail("x"); } catch (e) { console.log(String(e)); }`,
};

describe("errors", () => {
  it.each(Object.entries(cases))("%s", (_, source) => runsAlike(source));
});
