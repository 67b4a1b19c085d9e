// JSON: texts to the letter, and the words for what is wrong with them.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const cases: Record<string, string> = {
  texts: `const data = { name: "Taipan", tags: ["a", "b"], nested: { ok: true, n: null, f: 1.5 } }; console.log(JSON.stringify(data), JSON.stringify(data, null, 2), JSON.stringify([1, "two", null, true, undefined]), JSON.stringify("he said \\"hi\\"\\n\\u2028\\u0001"));`,
  "what has no text": `const o: { a?: number; b: string | undefined; c: number | null } = { b: undefined, c: null }; console.log(JSON.stringify(o), JSON.stringify(undefined), JSON.stringify(() => 1)); const u: number | undefined = [1].find((x) => x > 4); console.log(JSON.stringify(u), JSON.stringify({ u }), JSON.stringify([u]), JSON.stringify({ a: 1, f: () => 2 }));`,
  numbers: `console.log(JSON.stringify([1, 1.5, 1e21, 1e-7, -0, NaN, Infinity, 0.1 + 0.2, 123456789012345680000])); const p: number[] = JSON.parse("[1, 1.0, 1.50, 1e3, -0, 1E-2, 12345678901234567890, 0.1]"); console.log(p, p[0]! + p[1]!);`,
  classes: `class Addr { constructor(public city: string, private zip: string) {} } class User { addr: Addr; #pw = "x"; tags: string[] = []; nick?: string; constructor(public name: string, city: string) { this.addr = new Addr(city, "1"); } } console.log(JSON.stringify(new User("al", "b")), JSON.stringify([new User("x", "y")], null, 1));`,
  toJSON: `class Money { constructor(readonly cents: number) {} toJSON() { return "$" + (this.cents / 100).toFixed(2); } } console.log(JSON.stringify({ price: new Money(1250), list: [new Money(1)] })); const o = { toJSON() { return { x: 1 }; } }; console.log(JSON.stringify(o));`,
  maps: `console.log(JSON.stringify(new Map([[1, 2]])), JSON.stringify(new Set([1])), JSON.stringify({ m: new Map() }), JSON.stringify([...new Map([["a", 1]])]));`,
  "replacer and indent": `const o = { a: 1, b: "x", c: { a: 5, d: 2 } }; console.log(JSON.stringify(o, ["a", "c"]), JSON.stringify(o, (k, v) => (k === "b" ? undefined : v)), JSON.stringify(o, null, "--"), JSON.stringify([[], {}], null, 1));`,
  parsed: `interface Config { name: string; port: number; tags: string[] } const c = JSON.parse('{"name":"x","port":8080,"tags":["a","b"]}') as Config; console.log(c.name, c.port + 1, c.tags.length, c.tags.map((t) => t.toUpperCase())); const c2: Config = JSON.parse('{"name":"y","port":1.5,"tags":[]}'); console.log(c2.port, c2);`,
  "members of any": `const d = JSON.parse('{"a":[1,2,{"b":"x"}],"c":5}'); console.log(d.a[2].b, d.c, d.a.length, d.missing, d, d.a, d["c"]); const t: string = d.a[2].b; console.log(t.toUpperCase(), (d.c as number) * 2);`,
  "a copy": `const original = { id: 7, list: [1, 2, 3], sub: { deep: ["x"] } }; const copy = JSON.parse(JSON.stringify(original)) as typeof original; copy.list.push(4); copy.sub.deep[0] = "y"; console.log(original, copy, original === copy);`,
  "kinds that are asked for": `interface Cfg { port: number; host: string } function load(t: string): Cfg { const c = JSON.parse(t) as Cfg; if (typeof c.port !== "number") throw new TypeError("port must be a number"); if (!c.host) throw new Error("host"); return c; }
for (const t of ['{"port":80,"host":"a"}', '{"port":"80","host":"a"}', '{"port":1}', '{"port":null,"host":"x"}', "{bad"]) { try { console.log(load(t)); } catch (e) { console.log((e as Error).name, (e as Error).message); } }`,
  circle: `interface N { name: string; next?: N } const a: N = { name: "a" }; const b: N = { name: "b", next: a }; a.next = b; try { JSON.stringify(a); } catch (e) { console.log((e as Error).message); }`,
  errors: `const bad = ["", "{", "{bad", '{"a"}', '{"a":1,}', "[1,2", "[1 2]", "[1,]", "nope", "tru", '"abc', "-", "1.", "01", "1 2", "{'a':1}", "undefined", "abcdefghijklmnopqrstuvwxyz!", '{"name": "Bob", "age": }', "[1,2,3]x", '{"a":1 "b":2}', "[1,2,3,4,5,6,7,8,9,10,x,11,12,13,14,15,16,17,18,19]", '{"a":1,"b"}']; for (const b of bad) { try { JSON.parse(b); console.log("ok", b); } catch (e) { console.log(e instanceof SyntaxError, (e as Error).message); } }`,
  "the order of what toJSON gives": `class Money { constructor(private cents: number, private cur = "EUR") {} toJSON() { return { amount: this.cents, currency: this.cur, of: { z: 1, b: 2, a: 3 } }; } } const m = new Money(425); console.log(JSON.stringify(m), JSON.stringify([m]), JSON.stringify({ m }));`,
  "of what may be anything": `const vals: unknown[] = [() => 1, { a: () => 2, b: 1 }, [() => 3, 4], /x/, Promise.resolve(1), class A {}, Math.max, new Map([[1, 2]]), undefined, { p: Promise.resolve(2), r: /a/g }]; for (const v of vals) console.log(JSON.stringify(v)); console.log(JSON.stringify(vals)); const d: unknown[] = [new Uint8Array([1, 2]), new Set([1]), async () => 1, parseInt, new Int16Array(2)]; console.log(JSON.stringify(d));`,
  "of an instance that may be anything": `class P { x = 1; f = () => this.x; m() { return 2; } get g() { return 3; } } const u: unknown = new P(); console.log(JSON.stringify(u), JSON.stringify({ u, n: null })); function* gen() { yield 1; } const w: unknown = gen(); console.log(JSON.stringify([w, u]));`,
};

describe("JSON", () => {
  it.each(Object.entries(cases))("%s", (_, source) => runsAlike(source));
});
