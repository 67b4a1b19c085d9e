// What one record has under a name is told from what others have, wherever it is handed on.
import { describe, expect, it } from "vitest";
import { emitText, runsAlike } from "./run-alike";

const programs: Record<string, string> = {
  "scaled chain": `interface P { x: number; y: number }
function scale(p: P, k: number): P { return { x: p.x * k, y: p.y * k }; }
let p: P = { x: 1, y: 2 };
for (let i = 0; i < 70; i++) p = scale(p, 2);
console.log(p.x, p.y);`,
  "doubled by name": `interface P { x: number }
function add(a: P, b: P): P { return { x: a.x + b.x }; }
let q: P = { x: 1 };
for (let i = 0; i < 70; i++) q = add(q, q);
console.log(q.x, add({ x: 0.5 }, { x: 0.5 }).x);`,
  "text of float": `const a = { x: 1 };
const b = { x: 0.5 };
const pick = (f: boolean) => (f ? a : b);
console.log(\`\${pick(true).x} \${pick(false).x} \${a.x} \${b.x} \${pick(true).x + pick(false).x + 0.5}\`);`,
  "member of member": `const o = { p: { x: 1 }, q: { x: 2.5 } };
const two = { a: o.p, b: o.q };
function choose(c: boolean) { return c ? two.a : two.b; }
console.log(\`\${choose(true).x}|\${choose(false).x}|\${two.b.x + 0.5}\`);`,
  linked: `interface N { v: number; next?: N }
let n: N = { v: 1, next: { v: 1.5, next: { v: 3 } } };
let s = "";
while (true) { s += \`\${n.v} \`; if (!n.next) break; n = n.next; }
console.log(s);`,
  "recursion param": `interface Ctx { depth: number }
function walk(k: number, c: Ctx): string { return k === 0 ? \`\${c.depth}\` : walk(k - 1, { depth: c.depth + 0.5 }); }
console.log(walk(3, { depth: 0 }), walk(4, { depth: 0 }));`,
  "written later": `const box = { n: 1 };
function bump(b: { n: number }) { b.n += 0.5; }
bump(box);
console.log(\`\${box.n}\`);`,
  "written dynamically": `const box2: Record<string, number> = { n: 1 };
const keys = ["n", "m"];
for (const k of keys) box2[k] = 0.5;
console.log(\`\${box2.n} \${box2["m"]}\`);`,
  assigned: `const tgt = { n: 1, m: 2 };
Object.assign(tgt, { n: 1.25 });
console.log(\`\${tgt.n} \${tgt.m}\`);`,
  "classes new": `class V { constructor(readonly x: number, readonly y: number) {} plus(o: V): V { return new V(this.x + o.x, this.y + o.y); } text() { return \`(\${this.x}, \${this.y})\`; } }
const v = new V(1, 2), w = new V(0.5, 3);
console.log(v.plus(w).text(), v.plus(v).text(), \`\${w.x} \${v.x}\`);
let acc = new V(1, 1); for (let i = 0; i < 60; i++) acc = acc.plus(acc);
console.log(acc.text());`,
  "default param": `class W { constructor(readonly x = 1.5) {} }
console.log(\`\${new W().x} \${new W(2).x}\`);`,
  subclass: `class A1 { constructor(readonly x: number) {} }
class B1 extends A1 { constructor(y: number) { super(y / 2); } }
const bb = new B1(3), aa = new A1(4);
console.log(\`\${bb.x} \${aa.x}\`);`,
  "reassigned function": `let make = () => ({ x: 1 });
const first = make().x;
make = () => ({ x: 1.5 });
console.log(\`\${first} \${make().x}\`);`,
  "default function": `function run(make = () => 1) { return \`\${make()}\`; }
console.log(run(), run(() => 1.5));`,
  "let function": `let f = () => 1;
const r1 = \`\${f()}\`;
f = () => 2.5;
console.log(r1, \`\${f()}\`);`,
  "destructured param": `function area({ w, h }: { w: number; h: number }) { return \`\${w * h} \${w}\`; }
console.log(area({ w: 2, h: 3 }), area({ w: 2.5, h: 2 }));
function opts({ scale = 1, by }: { scale?: number; by: number }) { return \`\${scale} \${by}\`; }
console.log(opts({ by: 2 }), opts({ scale: 0.5, by: 1 }));`,
  "destructured let": `const cfg = { rate: 0.5, n: 3 };
const { rate, n: count } = cfg;
let { n } = { n: 4 };
n += 0.25;
console.log(\`\${rate} \${count} \${n}\`);`,
  "callback gets record": `const pts = [{ x: 1 }, { x: 2.5 }];
function show(p: { x: number }) { return \`\${p.x}\`; }
console.log(show({ x: 3 }), pts.map(show).join(), pts.map((p) => show(p)).join());`,
  "exported like": `export function shout(p: { x: number }) { return \`\${p.x}\`; }
console.log(shout({ x: 3 }));`,
  overloads: `function sz(p: { x: number }): string;
function sz(p: { x: number }, k: number): string;
function sz(p: { x: number }, k = 1) { return \`\${p.x * k}\`; }
console.log(sz({ x: 2.5 }), sz({ x: 2 }, 3));`,
  "rest pattern": `const { a: ra, ...others } = { a: 1, b: 0.5, c: 2 };
console.log(\`\${ra} \${others.b} \${others.c}\`);`,
  "catch value": `try { throw { code: 1.5 }; } catch (e) { const c = e as { code: number }; console.log(\`\${c.code}\`); }`,
  "for of records": `for (const r of [{ k: 1 }, { k: 0.5 }]) { const one = r; console.log(\`\${one.k}\`); }`,
  "nested default": `const conf: { limits: { max: number } } = { limits: { max: 10 } };
const lim = conf.limits ?? { max: 0.5 };
console.log(\`\${lim.max}\`, \`\${(conf.limits || { max: 1.5 }).max}\`);`,
  "getter literal": `const g = { n: 2, get half() { return this.n / 4; } };
console.log(\`\${g.half} \${g.n}\`);`,
  "param reassigned": `function upd(p: { x: number }) { if (p.x > 1) p = { x: p.x / 2 }; return \`\${p.x}\`; }
console.log(upd({ x: 1 }), upd({ x: 3 }));`,
  swapped: `let sa = { x: 1 }, sb = { x: 0.5 };
[sa, sb] = [sb, sa];
console.log(\`\${sa.x} \${sb.x}\`);`,
  iife: `const viaIife = ((p: { x: number }) => \`\${p.x}\`)({ x: 1.5 });
console.log(viaIife);`,
  "generic id": `function id<T>(v: T): T { return v; }
const idp = id({ x: 1 }), idq = id({ x: 1.5 });
console.log(\`\${idp.x} \${idq.x}\`);`,
  factory: `function makePoint(x: number) { return { x, big: x * 2 }; }
const mp = makePoint(1), mq = makePoint(1.5);
console.log(\`\${mp.x} \${mq.big}\`);`,
  tree: `interface T { v: number; l: T | null; r: T | null }
const leaf = (v: number): T => ({ v, l: null, r: null });
const tree: T = { v: 1, l: leaf(0.5), r: { v: 2, l: leaf(3), r: null } };
const total = (t: T | null): number => (t === null ? 0 : t.v + total(t.l) + total(t.r));
console.log(\`\${total(tree)} \${tree.l!.v}\`);`,
  json: `const parsed = JSON.parse('{"x":1.5}') as { x: number };
const wrapped = { p: parsed };
console.log(\`\${wrapped.p.x}\`);`,
  "negative zero": `const z = { x: 0 };
const nz = { x: -z.x };
console.log(nz.x, Object.is(nz.x, -0), 1 / nz.x);`,
  "delete member": `const dm: { x?: number; y: number } = { x: 1, y: 2 };
delete dm.x;
console.log(\`\${dm.x} \${dm.y}\`);`,
  "spread then written": `const s0 = { n: 1 };
const s1 = { ...s0 };
s1.n = 2.5;
console.log(\`\${s0.n} \${s1.n}\`);`,
};

describe("records told apart", () => {
  it.each(Object.entries(programs))("%s", (_, source) => runsAlike(source));

  it("steps of one kind of record do not make the others grow", () => {
    const text = emitText(
      `interface Point { x: number }
function moved(from: Point, by: Point): Point { return { ...from, x: from.x + by.x }; }
let at: Point = { x: 0 };
for (let i = 0; i < 9; i++) at = moved(at, { x: 2 });
console.log(\`\${at.x}\`);`,
    );
    expect(text).toContain('return dict(from_, x=from_["x"] + by["x"])');
    expect(text).toContain(`print(f"{at['x']}")`);
  });
});
