// Errors: JavaScript's classes, those of a program, what they say.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const cases: Record<string, string> = {
  errors: `try { throw new TypeError("bad"); } catch (e) { if (e instanceof TypeError) console.log("T", e.message, e.name, String(e)); } try { throw new RangeError("r"); } catch (e) { console.log(e instanceof TypeError, e instanceof RangeError, e instanceof Error); }`,
  errors2: `for (const mk of [() => new Error("a"), () => new SyntaxError("b"), () => new ReferenceError("c"), () => new URIError("d"), () => new EvalError("e"), () => new Error()]) { try { throw mk(); } catch (e) { console.log(\`\${e}\`, (e as Error).name, (e as Error).message); } }`,
  "custom errors": `class HttpError extends Error { status: number; constructor(status: number, message: string) { super(message); this.name = "HttpError"; this.status = status; } } class NotFound extends HttpError { constructor(what: string) { super(404, what + " not found"); this.name = "NotFound"; } get isClient(): boolean { return this.status < 500; } } try { throw new NotFound("page"); } catch (e) { if (e instanceof HttpError) { console.log(e.name, e.message, e.status, String(e), \`\${e}\`); if (e instanceof NotFound) console.log(e.isClient); } }`,
  "catch String(e)": `try { throw new Error("x"); } catch (e) { console.log(String(e)); console.log(\`\${e}\`); }`,
  "rethrow finally": `function f(): string { try { try { throw new RangeError("r"); } catch (e) { if (e instanceof TypeError) return "t"; throw e; } finally { console.log("fin"); } } catch (e) { return e instanceof Error ? e.name : "?"; } } console.log(f());`,
  cause: `try { try { throw new Error("inner"); } catch (e) { throw new Error("outer", { cause: e }); } } catch (e) { if (e instanceof Error) { console.log(e.message, e.cause instanceof Error ? e.cause.message : "none"); } }`,
  "runtime null": `interface N { v: { w: number } | null } const n = { v: null } as N; try { console.log(n.v!.w); } catch (e) { console.log(e instanceof TypeError, e instanceof Error); }`,
  "range error": `try { const n = -1; console.log("x".repeat(n)); } catch (e) { console.log(e instanceof RangeError); }`,
  "error in fn": `function parse(s: string): number { const n = Number(s); if (Number.isNaN(n)) throw new TypeError(\`not a number: \${s}\`); return n; } for (const s of ["1", "x"]) { try { console.log(parse(s)); } catch (e) { if (e instanceof TypeError) console.log("TypeError:", e.message); else throw e; } finally { console.log("done", s); } }`,
  "finally order": `function f(): string { const log: string[] = []; try { log.push("t"); throw new Error("e"); } catch { log.push("c"); } finally { log.push("f"); } return log.join(); } console.log(f());`,
  "result type": `type Result<T> = { ok: true; value: T } | { ok: false; error: Error }; function attempt<T>(f: () => T): Result<T> { try { return { ok: true, value: f() }; } catch (e) { return { ok: false, error: e instanceof Error ? e : new Error(String(e)) }; } } const r = attempt(() => { throw new RangeError("no"); }); console.log(r.ok ? "ok" : r.error.message, r.ok ? "" : r.error.name); const r2 = attempt(() => 5); console.log(r2.ok ? r2.value : "x");`,
};

describe("errors", () => {
  it.each(Object.entries(cases))("%s", (_, source) => runsAlike(source));
});
