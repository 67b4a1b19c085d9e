// async, await, promises and timers: everything in Node's order.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const SLEEP = `const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));\n`;

const functions: Record<string, string> = {
  "they start at once": `async function f(): Promise<void> { console.log("in f"); await null; console.log("later"); } console.log("before"); f(); console.log("after");`,
  "they give values": `async function f(): Promise<number> { return 42; } async function main(): Promise<void> { const x = await f(); console.log(x); console.log((await f()) + (await f())); } main();`,
  arrows: `const f = async (x: number): Promise<number> => x * 2; const g = async (): Promise<void> => { console.log(await f(21)); }; g();`,
  methods: `class Counter { private n = 0; async add(by: number): Promise<number> { await null; this.n += by; return this.n; } static async make(): Promise<Counter> { return new Counter(); } } async function main() { const c = await Counter.make(); console.log(await c.add(2), await c.add(3)); } main();`,
  "inherited methods": `class A { async f(): Promise<string> { return "A"; } } class B extends A { override async f(): Promise<string> { return "B" + (await super.f()); } } new B().f().then((x) => console.log(x));`,
  "function expressions": `const f = async function (a: string, b = "y"): Promise<string> { return a + b; }; f("x").then((v) => console.log(v));`,
  "promises kept and awaited later": `${SLEEP} async function task(id: string, ms: number): Promise<string> { console.log("start", id); await sleep(ms); console.log("end", id); return id; } async function main() { const a = task("a", 20); const b = task("b", 5); console.log("both started"); console.log(await a, await b); } main();`,
  "plain values awaited": `async function main() { console.log(await 1, await "x", await true); const v: number | Promise<number> = 3; console.log(await v); } main(); console.log("first");`,
  "a promise returned takes three turns": `async function f(): Promise<number> { return Promise.resolve(1); } async function g(): Promise<number> { return 2; } f().then((x) => console.log(x)); g().then((x) => console.log(x)); Promise.resolve().then(() => console.log("t1")).then(() => console.log("t2")).then(() => console.log("t3")).then(() => console.log("t4"));`,
  "loops of awaits": `${SLEEP} async function main() { for (let i = 0; i < 3; i++) { await sleep(1); console.log(i); } for (const x of ["a", "b"]) { console.log(await Promise.resolve(x)); } let n = 0; while (n < 2) { n += await Promise.resolve(1); } console.log(n); } main();`,
  interleaved: `async function f(id: string): Promise<void> { for (let i = 0; i < 3; i++) { console.log(id, i); await null; } } f("a"); f("b"); console.log("sync");`,
  "awaits in conditions": `async function ok(x: number): Promise<boolean> { return x > 1; } async function main() { if (await ok(2)) console.log("yes"); console.log((await ok(0)) ? "a" : "b"); const s = (await ok(5)) && "and"; console.log(s); } main();`,
  recursion: `async function fact(n: number): Promise<number> { return n <= 1 ? 1 : n * (await fact(n - 1)); } fact(5).then((v) => console.log(v));`,
  "callbacks in map": `async function main() { const xs = await Promise.all([1, 2, 3].map(async (x) => { await null; return x * x; })); console.log(xs.join(",")); } main();`,
  "await at the top": `const f = async (): Promise<number> => 7;\nconsole.log(await f());\nconst x = await Promise.resolve("x");\nconsole.log(x);\nexport {};`,
  "await at the top lets others run": `${SLEEP} sleep(5).then(() => console.log("five")); Promise.resolve().then(() => console.log("micro")); console.log("a"); await null; console.log("b"); await sleep(10); console.log("c"); export {};`,
};

const errors: Record<string, string> = {
  caught: `async function f(): Promise<void> { throw new Error("bad"); } async function main() { try { await f(); } catch (e) { if (e instanceof Error) console.log(e.message); } finally { console.log("finally"); } } main();`,
  "caught by catch": `async function f(): Promise<number> { throw new Error("r"); } f().catch((e: Error) => { console.log("caught", e.message); }).finally(() => console.log("done"));`,
  "from a nested call": `async function a(): Promise<void> { throw new Error("deep"); } async function b(): Promise<void> { try { await a(); } finally { console.log("b ends"); } } async function c(): Promise<string> { try { await b(); return "no"; } catch { return "yes"; } } c().then((x) => console.log(x));`,
  rejected: `Promise.reject(new Error("no")).catch((e: Error) => console.log(e.message)); new Promise<number>((_, reject) => reject(new Error("r"))).then(() => console.log("never"), (e: Error) => console.log(e.message));`,
  "thrown in an executor": `new Promise<void>(() => { throw new Error("x"); }).catch((e: Error) => console.log(e.message));`,
  "thrown in then": `Promise.resolve(1).then((v) => { if (v === 1) throw new Error("in then"); return v; }).then(() => console.log("skipped")).catch((e: Error) => e.message).then((m) => console.log(m));`,
  "nobody catches it": `async function main(): Promise<void> { console.log("a"); throw new Error("end"); } main(); setTimeout(() => console.log("never"), 5); Promise.resolve().then(() => console.log("micro"));`,
  "handled in time": `const p = Promise.reject(new Error("late")); Promise.resolve().then(() => { p.catch(() => console.log("ok")); });`,
  "in a timer": `setTimeout(() => { console.log("a"); throw new Error("x"); }, 1); setTimeout(() => console.log("never"), 5);`,
  "finally keeps the value": `Promise.resolve(5).finally(() => { console.log("f"); }).then((v) => console.log(v)); Promise.reject(new Error("e")).finally(() => {}).catch((e: Error) => console.log(e.message));`,
  "main().catch": `async function main() { console.log("run"); throw new Error("x"); } main().catch((e) => { console.error(e); console.log("failed"); });`,
  "custom classes": `class HttpError extends Error { constructor(readonly status: number) { super("HTTP"); } } async function get(): Promise<string> { throw new HttpError(404); } get().catch((e) => { if (e instanceof HttpError) console.log(e.status); });`,
};

const combinations: Record<string, string> = {
  all: `${SLEEP} async function v(x: number, ms: number) { await sleep(ms); return x; } Promise.all([v(1, 9), v(2, 1), 3]).then(([a, b, c]) => console.log(a, b, c)); Promise.all([]).then((x) => console.log(x.length));`,
  "all fails": `Promise.all([Promise.resolve(1), Promise.reject(new Error("e1")), Promise.reject(new Error("e2"))]).catch((e: Error) => console.log(e.message));`,
  race: `${SLEEP} const a = sleep(20).then(() => "slow"); const b = sleep(2).then(() => "fast"); Promise.race([a, b]).then((w) => console.log(w));`,
  any: `Promise.any([Promise.reject(new Error("x")), Promise.resolve(2)]).then((v) => console.log(v)); Promise.any([Promise.reject(new Error("x"))]).catch((e: Error) => console.log(e.message));`,
  allSettled: `Promise.allSettled([Promise.resolve(1), Promise.reject(new Error("x"))]).then((rs) => { for (const r of rs) console.log(r.status); for (const r of rs) if (r.status === "fulfilled") console.log(r.value); });`,
  chains: `Promise.resolve(1).then((x) => x + 1).then((x) => Promise.resolve(x * 10)).then((x) => console.log(x));`,
  deferred: `let open!: (v: string) => void; const gate = new Promise<string>((resolve) => { open = resolve; }); gate.then((v) => console.log("open", v)); console.log("waiting"); setTimeout(() => open("sesame"), 3);`,
  "settled once": `new Promise<number>((resolve, reject) => { resolve(1); resolve(2); reject(new Error("x")); }).then((v) => console.log(v));`,
  "a timeout": `${SLEEP} function withTimeout<T>(p: Promise<T>, ms: number): Promise<T> { return Promise.race([p, new Promise<T>((_, reject) => setTimeout(() => reject(new Error("timeout")), ms))]); } withTimeout(sleep(30).then(() => "late"), 5).then((v) => console.log(v)).catch((e: Error) => console.log(e.message));`,
  "a queue": `class Queue { private tail: Promise<void> = Promise.resolve(); add(job: () => Promise<void>): Promise<void> { this.tail = this.tail.then(job); return this.tail; } } ${SLEEP} const q = new Queue(); q.add(async () => { await sleep(5); console.log(1); }); q.add(async () => { console.log(2); }).then(() => console.log("empty"));`,
  retries: `${SLEEP} let tries = 0; async function flaky(): Promise<string> { tries++; if (tries < 3) throw new Error("try " + tries); return "ok"; } async function retry<T>(f: () => Promise<T>, n: number): Promise<T> { for (let i = 0; ; i++) { try { return await f(); } catch (e) { if (i >= n) throw e; await sleep(1); } } } retry(flaky, 5).then((v) => console.log(v, tries));`,
};

const timers: Record<string, string> = {
  "by time": `setTimeout(() => console.log("b"), 10); setTimeout(() => console.log("a"), 1); setTimeout(() => console.log("zero"), 0); console.log("sync");`,
  "equal times keep their order": `for (const x of ["a", "b", "c"]) setTimeout((v: string) => console.log(v), 2, x);`,
  "zero is one": `setTimeout(() => console.log(1), 1); setTimeout(() => console.log(0), 0);`,
  cleared: `const t = setTimeout(() => console.log("never"), 1); clearTimeout(t); setTimeout(() => console.log("yes"), 2); clearTimeout(undefined);`,
  interval: `let n = 0; const t = setInterval(() => { n++; console.log("tick", n); if (n === 3) clearInterval(t); }, 2);`,
  "against microtasks": `setTimeout(() => console.log("timer")); Promise.resolve().then(() => console.log("micro 1")).then(() => console.log("micro 2")); queueMicrotask(() => console.log("micro q")); console.log("sync");`,
  "microtasks between timers": `setTimeout(() => { console.log("t1"); Promise.resolve().then(() => console.log("m1")); }, 1); setTimeout(() => console.log("t2"), 1);`,
  nested: `setTimeout(() => { console.log("outer"); setTimeout(() => console.log("inner"), 1); }, 1); setTimeout(() => console.log("later"), 10);`,
  "kept in a field": `class Blinker { private timer: ReturnType<typeof setInterval> | null = null; count = 0; start(): void { this.timer = setInterval(() => this.blink(), 1); } private blink(): void { this.count++; if (this.count >= 2) this.stop(); } stop(): void { if (this.timer !== null) { clearInterval(this.timer); this.timer = null; } console.log("stopped", this.count); } } new Blinker().start();`,
  debounce: `function debounce(f: (x: string) => void, ms: number): (x: string) => void { let t: ReturnType<typeof setTimeout> | undefined; return (x) => { clearTimeout(t); t = setTimeout(() => f(x), ms); }; } const say = debounce((x) => console.log(x), 3); say("a"); say("b"); say("c");`,
  "resolved by a timer": `const sleep = (ms: number) => new Promise((r) => setTimeout(r, ms)); async function main() { console.log("a"); await sleep(3); console.log("b"); await new Promise<void>((resolve) => setTimeout(resolve, 1)); console.log("c"); } main();`,
  "callbacks that get nothing": `function tick(x?: unknown) { console.log("tick", x === undefined); } setTimeout(tick, 1); const t = setInterval(() => { console.log("i"); clearInterval(t); }, 2); function one(s: string) { console.log("one", s); } setTimeout(one, 3, "arg"); setTimeout((v: void) => console.log("void", v), 4);`,
  "console.log of a text": `Promise.resolve("text").then(console.log); async function f() { return "v"; } f().then(console.log).catch(console.error);`,
  "console.log of a number": `Promise.resolve(5).then(console.log);`,
};

describe("async functions", () => {
  it.each(Object.entries(functions))("%s", (_, source) => runsAlike(source));
});
describe("errors of promises", () => {
  it.each(Object.entries(errors))("%s", (_, source) => runsAlike(source));
});
describe("promises", () => {
  it.each(Object.entries(combinations))("%s", (_, source) => runsAlike(source));
});
describe("timers", () => {
  it.each(Object.entries(timers))("%s", (_, source) => runsAlike(source));
});
