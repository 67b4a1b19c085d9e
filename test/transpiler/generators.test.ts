// Generators, iterators and what runs over them.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const generators: Record<string, string> = {
  counting: `function* count(n: int): Generator<int> { for (let i: int = 0; i < n; i++) yield i; } for (const i of count(3)) console.log(i);`,
  "an endless one, left early": `function* all(): Generator<int> { let i: int = 0; while (true) { yield i; i += 1; } } for (const i of all()) { if (i > 2) break; console.log(i); }`,
  "left early, it runs its finally": `function* g(): Generator<int> { try { yield 1; yield 2; } finally { console.log("closed"); } } for (const i of g()) { console.log(i); break; } console.log("after");`,
  "left early, it gives nothing more": `function* g(): Generator<int> { yield 1; yield 2; yield 3; } const it = g(); for (const i of it) { console.log(i); break; } for (const i of it) console.log(i); console.log("end");`,
  "left by return": `function* g(): Generator<int> { try { yield 1; yield 2; } finally { console.log("closed"); } } function first(): int { for (const i of g()) return i; return 0; } console.log(first());`,
  delegation: `function* inner(): Generator<int, string> { yield 1; yield 2; return "done"; } function* outer(): Generator<int | string> { const result = yield* inner(); yield result; yield* ["a", "b"]; } for (const x of outer()) console.log(typeof x === "string" ? x : "number");`,
  "delegation to text": `function* g(): Generator<string> { yield* "ab"; } for (const c of g()) console.log(c);`,
  spread: `function* g(): Generator<int> { yield 3; yield 4; } const xs = [1, ...g(), 9]; console.log(xs.length, xs[1], xs[3]);`,
  "without a yield": `function* none(): Generator<int> { console.log("ran"); } for (const i of none()) console.log(i); console.log("end");`,
  "the protocol": `function* g(): Generator<int, string> { yield 1; return "end"; } const it = g(); const a = it.next(); console.log(a.done === true ? "done" : a.value); const b = it.next(); console.log(b.done === true ? b.value : "more"); const c = it.next(); console.log(c.done === true ? "done" : "more");`,
  "values that go in": `function* echo(): Generator<string, void, string> { let got = ""; while (true) { got = yield "<" + got + ">"; if (got === "stop") return; } } const it = echo(); console.log(it.next().value ?? "none"); console.log(it.next("x").value ?? "none", it.next("y").value ?? "none"); console.log(it.next("stop").done === true ? "done" : "more");`,
  "the first value is not seen": `function* g(): Generator<int, void, string> { const got = yield 1; console.log(got); } const it = g(); it.next("lost"); it.next("seen");`,
  "ended from outside": `function* g(): Generator<int, string> { try { yield 1; yield 2; } finally { console.log("closed"); } return "never"; } const it = g(); it.next(); const r = it.return("r"); console.log(r.done === true ? r.value : "more"); console.log(it.next().done === true ? "done" : "more");`,
  "errors that go in": `function* g(): Generator<string, void, undefined> { while (true) { try { yield "a"; } catch (error) { if (error instanceof Error) yield "caught " + error.message; } } } const it = g(); it.next(); console.log(it.throw(new Error("x")).value ?? "none");`,
  "errors that come out": `function* g(): Generator<int> { yield 1; throw new Error("inside"); } try { for (const i of g()) console.log(i); } catch (error) { if (error instanceof Error) console.log(error.message); }`,
  "it starts when it is asked": `function* g(): Generator<int> { console.log("started"); yield 1; } const it = g(); console.log("made"); it.next();`,
  methods: `class Tree { constructor(readonly value: int, readonly left: Tree | null = null, readonly right: Tree | null = null) {} *walk(): Generator<int> { if (this.left !== null) yield* this.left.walk(); yield this.value; if (this.right !== null) yield* this.right.walk(); } } for (const v of new Tree(2, new Tree(1), new Tree(3)).walk()) console.log(v);`,
  "an iterable class": `class Countdown { constructor(private readonly from: int) {} *[Symbol.iterator](): Generator<int> { for (let i: int = this.from; i > 0; i--) yield i; } } const c = new Countdown(3); for (const i of c) console.log(i); for (const i of c) console.log(i); console.log([...c].length);`,
  "an iterable class by its array": `class Bag { private readonly items: string[] = ["x", "y"]; [Symbol.iterator](): Iterator<string> { return this.items[Symbol.iterator](); } } for (const item of new Bag()) console.log(item);`,
  "functions over iterables": `function* map(xs: Iterable<int>, f: (x: int) => int): Generator<int> { for (const x of xs) yield f(x); } function* take(xs: Iterable<int>, n: int): Generator<int> { let taken: int = 0; for (const x of xs) { if (taken >= n) return; taken += 1; yield x; } } function* naturals(): Generator<int> { let n: int = 0; while (true) { yield n; n += 1; } } for (const x of take(map(naturals(), (x) => x * x), 4)) console.log(x); for (const x of map([5, 6], (x) => x + 1)) console.log(x);`,
  "expressions as function": `const g = function* (): Generator<int> { yield 7; }; for (const x of g()) console.log(x);`,
  "steps of an iterator that ends with nothing are shown": `class Range implements Iterable<number> { constructor(private a: number, private b: number) {} [Symbol.iterator](): Iterator<number> { let i = this.a; const end = this.b; return { next: (): IteratorResult<number> => i < end ? { value: i++, done: false } : { value: undefined, done: true } }; } } const it = new Range(1, 3)[Symbol.iterator](); console.log(it.next(), it.next().value, it.next(), it.next().value); const fs: unknown[] = [() => 1]; console.log(fs.length); try { throw new Error("x"); } catch (e) { console.log((e as Error).message); }`,
  "steps are shown with their members in order": `class List<T> { items: T[] = []; [Symbol.iterator](): Iterator<T> { let n = 0; const { items } = this; return { next() { if (n === items.length) return { done: true, value: undefined }; return { done: false, value: items[n++]! }; } }; } } const l = new List<{ id: number }>(); l.items.push({ id: 1 }); const it = l[Symbol.iterator](); console.log(it.next(), it.next(), [...l]);`,
  "steps of an iterator that ends with something": `function* gen(): Generator<number, string> { yield 1; return "end"; } const g: Iterator<number> = gen(); console.log(g.next(), g.next(), g.next().value);`,
};

describe("generators", () => {
  it.each(Object.entries(generators))("%s", (_, source) => runsAlike(source));
});
