// What is emitted as plain Python, or by helpers that take the short way, gives what JavaScript gives.
import { describe, expect, it } from "vitest";
import { emitText, runsAlike } from "./run-alike";

const MISSING_AFTER_READING = `class Log {
  reads = 0;
  get latest(): { at: number } | undefined { return [{ at: ++this.reads }, { at: 2 }].sort((a, b) => b.at - a.at)[0]; }
}
const log = new Log();
const show = (zone: string) => \`\${zone.padEnd(log.reads + 4, ".")} at \${log.latest?.at.toFixed(1) ?? "never"}\`;
console.log(show("a"), show("b"));`;

const cases: [what: string, source: string][] = [
  [
    "ranges",
    `function kind(c: string): string {
  if (c >= "0" && c <= "9") return "digit";
  if ((c >= "a" && c <= "z") || (c >= "A" && c <= "Z") || c === "_") return "word";
  return "other";
}
console.log([..."a9Z_-"].map(kind).join(" "));
const inside = (x: number, y: number, w: number, h: number): boolean => x >= 0 && x < w && y >= 0 && y < h;
console.log(inside(0, 0, 1, 1), inside(1, 0, 1, 1), inside(0.5, -1, 1, 1), inside(NaN, 0, 1, 1));
const clamp = (v: number): boolean => !(v > 3 && v < 8);
console.log(clamp(3), clamp(4), clamp(8), clamp(NaN));
function three(v: number): boolean { return v > 1 && v < 10 && v < 5; }
console.log(three(2), three(6), three(0));
const eq = (a: number, b: number) => (a < b) === (b < 3);
console.log(eq(1, 2), eq(2, 3));`,
  ],
  [
    "ranges that guard",
    `const xs = [1, 2, 3];
let i = 0;
while (0 <= i && i < xs.length) { console.log(xs[i]); i += 2; }
function hour(h?: number): string { return h !== undefined && h >= 0 && h <= 23 ? \`\${h}h\` : "?"; }
console.log(hour(), hour(5), hour(24));`,
  ],
  ["what may be missing, after what has to be read before it", MISSING_AFTER_READING],
  [
    "fixed digits",
    `for (const v of [1.005, 2.5, -0.5, 0, 1e21, NaN, -1.45, 1234.5678, 0.000001]) console.log(v.toFixed(), v.toFixed(0), v.toFixed(2), v.toFixed(10), v.toFixed(100).length);`,
  ],
  [
    "fixed digits around halfway, of large and small numbers",
    `for (const v of [0.25, 8.345, 1.255, 41943.045, 41943.035, 2097151.5, -2097152.25, 4194304.125, 1023.9995, -0.0005, -0, 255 / 512, 257 / 512, 1e-9])
  console.log(v.toFixed(0), v.toFixed(1), v.toFixed(2), v.toFixed(3), v.toFixed(19), (-v).toFixed(2));`,
  ],
  [
    "fixed digits in a template, around halfway",
    `for (let i = -90; i <= 90; i++) console.log(\`\${(i / 16).toFixed(0)} \${(i / 16).toFixed(1)} \${(i / 40).toFixed(2)} \${(i / 8).toFixed(3)} \${(i / 200).toFixed(2)} \${(i * 1.005).toFixed(2)} \${(i * 0.1).toFixed(0)}|\`);`,
  ],
  [
    "fixed digits in a template, up to what is small",
    `for (let i = 4194290; i < 4194310; i++) console.log(\`\${(i / 8).toFixed(1)} \${(i + 0.5).toFixed(0)} \${(i / 3).toFixed(2)}\`);`,
  ],
  [
    "fixed digits in a template, of zeros",
    `const z = [0, -0, -0.001, 0.005, -0.005, 0.125, -0.125, 2.5, -2.5, 1.45, 8.345, 1.005];
for (const v of z) console.log(\`\${v.toFixed(2)}|\${v.toFixed(1)}|\${v.toFixed(0)}|\${(v * 1).toFixed(3)}\`);`,
  ],
  [
    "fixed digits in a tagged template",
    `const tag = (s: TemplateStringsArray, ...v: string[]) => s.join("_") + v.join();
console.log(tag\`a\${(1 / 3).toFixed(2)}b\${(2 / 8).toFixed(1)}\`);`,
  ],
  [
    "quotients whose sign is known",
    `function share(part: number, whole: number): string { return whole > 0 ? \`\${((part * 100) / whole).toFixed(1)} %\` : "n/a"; }
console.log(share(1, 3), share(-5, 8), share(1, 0), share(7, 0.5), share(1, 16));`,
  ],
  [
    "counters up to their limits",
    `const n = 5; let text = "";
for (let i = 0; i <= n; i++) { text += \`\${i}\`; }
for (let i = 3; i <= 1; i++) text += "never";
for (let i = -2; i < 0; i++) text += \` \${i * -1} \${i % 2}\`;
console.log(text);`,
  ],
  [
    "indexes that are quotients",
    `for (let i = 10; i <= 12; i++) { const k = Math.floor(i / 4) - 3; console.log(k, [5, 6][k + 1], "abc"[k + 1]); }`,
  ],
  [
    "as many fixed digits as a variable says",
    `function show(v: number, digits?: number): string { return v.toFixed(digits); }
console.log(show(1.25, 1), show(1.5), show(3, 20));
try { show(1, -1); } catch (e) { console.log((e as Error).name, (e as Error).message); }
try { show(1, 101); } catch (e) { console.log((e as Error).name, (e as Error).message); }
for (let i = 0; i < 4; i++) console.log((Math.PI * 10).toFixed(i), (2.5).toFixed(i + 0.9));`,
  ],
  [
    "many fixed digits of small numbers",
    `for (const v of [0, 1e-100, 3.5e-20, 1e-17, -1e-19, 0.1, 7, -0.0001]) console.log(v.toFixed(19), v.toFixed(20), v.toFixed(21), v.toFixed(50), v.toFixed(100));`,
  ],
  [
    "sorting by a number, stable",
    `interface Task { name: string; priority: number; due?: number }
const tasks: Task[] = [{ name: "a", priority: 2 }, { name: "bb", priority: 1 }, { name: "c", priority: 2 }, { name: "dd", priority: 1 }];
console.log([...tasks].sort((a, b) => a.priority - b.priority).map((t) => t.name).join());
console.log([...tasks].sort((a, b) => b.priority - a.priority).map((t) => t.name).join());
console.log(tasks.slice().sort((x, y) => x.name.length - y.name.length).map((t) => t.name).join());
console.log(tasks.toSorted((x, y) => y.name.length * 2 - x.name.length * 2).map((t) => t.name).join());
tasks.sort((a, b) => b.priority - a.priority);
console.log(tasks.map((t) => t.name).join());
const r = tasks.sort((a, b) => a.priority - b.priority);
console.log(r === tasks, r[0].name);
console.log(tasks.map((t) => t.priority).sort((a, b) => b - a).join(), [3, 10, 2].sort().join(), ["b", "a"].sort().join(), "hello".split("").sort().join(""));
const pairs: [string, number][] = [["x", 3], ["y", 1]];
pairs.sort((p, q) => p[1] - q[1]);
console.log(pairs[0][0]);
const fl = [{ v: 1.5 }, { v: -0.5 }, { v: 1.25 }].sort((a, b) => a.v - b.v);
console.log(fl.map((f) => f.v).join());
const w = [{ n: "b", c: 1 }, { n: "a", c: 1 }, { n: "c", c: 2 }];
w.sort((a, b) => b.c - a.c || a.n.localeCompare(b.n));
console.log(w.map((x) => x.n).join());
const nan = [{ v: NaN }, { v: 1 }, { v: 0 }].sort((a, b) => a.v - b.v);
console.log(nan.map((f) => f.v).join());`,
  ],
  [
    "totals",
    `const xs = [1, 2, 3];
console.log(xs.reduce((a, b) => a + b, 0), xs.reduce((a, b) => a + b, 10), xs.reduce((a, b) => a + b), xs.reduce((a, b) => b + a, 0), [0.1, 0.2, 0.3].reduce((a, b) => a + b, 0), [..."abc"].reduce((a, c) => c + a, ""), xs.reduceRight((a, b) => a - b), [[1], [2]].reduce<number[]>((a, b) => a.concat(b), []).join());
try { ([] as number[]).reduce((a, b) => a + b); } catch (e) { console.log(e instanceof TypeError); }
try { ([] as number[]).reduceRight((a, b) => a + b); } catch (e) { console.log(e instanceof TypeError); }
console.log(xs.reduce((m, x) => Math.max(m, x), -Infinity), xs.reduce((acc: Record<string, number>, x) => { acc[\`k\${x}\`] = x; return acc; }, {}));
const big = [2 ** 52, 2 ** 52, 1]; console.log(big.reduce((a, b) => a + b, 0));
const items = [{ p: 3, q: 2 }, { p: 5, q: 1 }]; console.log(items.reduce((s, i) => s + i.p * i.q, 0));`,
  ],
  [
    "what is counted under a name",
    `const counts: Record<string, number> = {};
for (const w of "a b a c b a".split(" ")) counts[w] = (counts[w] ?? 0) + 1;
console.log(counts, counts["zz"] ?? "no", counts.a ?? -1, counts.q ?? -1);
const m = new Map<string, number>(); for (const c of "hello") m.set(c, (m.get(c) ?? 0) + 1);
console.log(m);
const opt: Record<string, number | undefined> = { a: undefined }; console.log(opt.a ?? 5);
const odd: Record<string, number> = { a: undefined as unknown as number }; console.log(odd.a ?? 7);
const mm = new Map<string, number>([["a", undefined!]]); console.log(mm.get("a") ?? 9);`,
  ],
  [
    "texts around a number",
    `const n = 255; console.log("#" + n.toString(16).padStart(6, "0") + "!", "a" + \`b\${n}\` + "c", \`x\${n}\` + \`y\${n}\`, "{" + \`\${n}\` + "}");`,
  ],
  [
    "digits after the point",
    `for (const v of [0, 0.5, 1.5, 2.5, 1.005, 0.125, 0.25, 0.75, 1.45, 8.345, 1e-7, 0.05, 0.005, 0.0049999, 12345.6789, 99999.5, 131071.9995, 1e20, 123456789.125, 1e21, NaN, -1.5, -0.0001, -2.345, 1.1, 3.14159, 0.1 + 0.2])
  console.log(v.toFixed(0), v.toFixed(1), v.toFixed(2), v.toFixed(3), v.toFixed(7));
let s = 1;
let out = "";
for (let i = 0; i < 300; i++) { s = (s * 1103515245 + 12345) % 2147483648; out += (s / 65536).toFixed(i % 5) + (s / 2147483648).toFixed(i % 4) + " "; }
console.log(out);`,
  ],
  [
    "indexes of every kind",
    `const xs = [1, 2, 3];
const g = (i: number) => xs[i];
console.log(g(0), g(2), g(3), g(-1), g(1.5), g(2.0), g(NaN), g(Infinity), g(2 ** 40), g(2 ** 70), g(1e300));
const t = "abc";
const h = (i: number) => t[i];
console.log(h(0), h(2), h(3), h(-1), h(1.5), h(NaN), h(2 ** 40), h(1e300));
const b = new Uint8Array([1, 2, 3]);
const k = (i: number) => b[i];
console.log(k(0), k(2), k(3), k(-1), k(1.5), k(NaN), k(2 ** 40), k(1e300), k(2 ** 70));`,
  ],
  [
    "blanks of every kind",
    `console.log(\`[\${"  a b ".trim()}]\`, \`[\${"\\u00a0 a\\u00e9".trim()}]\`, \`[\${"\\u3000\\u00e0 ".trim()}]\`, \`[\${"".trim()}]\`, \`[\${" \\u00a0 ".trim()}]\`, \`[\${"a \\u00a0\\t".trim()}]\`, \`[\${"\\x1c a \\x85".trim().length}]\`);`,
  ],
  [
    "numbers filled up to a width",
    `function two(n: number) { return String(n).padStart(2, "0"); }
console.log(two(5), two(12), two(123));
const neg = (n: number) => n.toString().padStart(5, "0");
console.log(neg(-5), neg(3));
for (const b of [0, 9, 255]) console.log(\`0x\${b.toString(16).padStart(2, "0")}|\${b.toString(2).padStart(8, "0")}|\${\`\${b}\`.padStart(4)}|\${b.toString(8)}|\${b.toString(16).padStart(4)}\`);
const name = "x";
console.log(\`\${name.length.toString().padStart(3, "0")}\`, (255).toString(16), \`{\${(7).toString(2).padStart(4, "0")}}\`);
const rec = { a: 5 };
console.log(\`\${rec.a.toString(16).padStart(3, "0")}!\`);`,
  ],
  [
    "arrays filled when they are made",
    `let calls = 0;
const next = () => ++calls;
const a = new Array(3).fill(next());
console.log(a.join(), calls);
const g: number[][] = new Array(2).fill([]).map(() => []);
g[0].push(1);
console.log(g);
const n = (x: string) => { console.log(x); return 2; };
console.log(new Array(n("len")).fill(n("val")));
const z = new Array<string>(2).fill("-").join("");
console.log(z, Array(3).fill(0).map((_, i) => i * i));
const buf: number[] = new Array(4).fill(1); buf.fill(9, 1, 3); console.log(buf);`,
  ],
  [
    "quotes inside of templates",
    `const rec = { name: "a\\"b", n: 5, 'it s': 3 };
console.log(\`\${rec.name} "\${rec.n}" \${rec["it s"]}\`);
console.log(\`it's \${rec.name}\`, \`{\${rec.n}}\`, \`\${rec.n > 3 ? "yes" : "no"} \${[1, 2].join(", ")} \${[1, 2].join(":")}\`);
const m = new Map([["k", 1]]);
console.log(\`\${m.get("k")} \${m.get("z") ?? "none"} \${"x".repeat(3)} \${\`<\${rec.n}>\`} \${rec.n === 5 ? \`in \${rec.n}\` : "out"}\`);
console.log(\`one \${rec.name} two \${rec.name} three \${rec.name} four \${rec.name} five \${rec.name} six \${rec.name} seven\`);`,
  ],
  [
    "blanks of ASCII",
    `for (const t of ["  a ", "\\t\\n b\\r\\n", "\\v\\fc", "", "  "]) console.log(\`[\${t.trim()}|\${t.trimStart()}|\${t.trimEnd()}]\`);
const parts = "k: v ; x :y".split(";").map((p) => p.trim().split(":").map((q) => q.trim()));
console.log(parts);`,
  ],
  [
    "what an abstract method gives",
    `abstract class Shape {
  constructor(readonly name: string) {}
  abstract area(): number;
  describe(): string { return \`\${this.name} of \${this.area()}\`; }
}
class Square extends Shape {
  constructor(private side: number) { super("square"); }
  area(): number { return this.side * this.side; }
}
class Circle extends Shape {
  area = () => 2.5;
}
class Half extends Shape { area(): number { return 1 / 2; } }
const all: Shape[] = [new Square(3), new Circle("c"), new Half("h")];
console.log(all.map((s) => s.describe()).join(), all.reduce((t, s) => t + s.area(), 0));`,
  ],
  [
    "parts of parameters",
    `interface Item { name: string; price: number; count?: number; tags: string[] }
const items: Item[] = [{ name: "a", price: 2, tags: ["x", "y"] }, { name: "b", price: 3, count: 4, tags: [] }];
console.log(items.map(({ name }) => name).join(), items.filter(({ price }) => price > 2).length);
console.log(items.map(({ name: n, count }) => \`\${n}:\${count ?? 1}\`).join());
console.log(items.reduce((sum, { price, count }) => sum + price * (count ?? 1), 0));
console.log(items.some(({ tags }) => tags.length === 0), items.every(({ name }) => name !== ""), items.find(({ price }) => price === 3)?.name, items.findIndex(({ name }) => name === "b"));
console.log(items.map(({ tags, name }) => tags.map((t) => name + t)), items.map(({ name, ...rest }) => rest));
console.log(items.flatMap(({ tags }) => tags), items.map(({ name, price }) => ({ name, twice: price * 2 })));
const pairs: [string, number][] = [["p", 3], ["q", 1], ["r", 2]];
console.log(pairs.map(([k, v]) => \`\${k}=\${v}\`).join("&"), pairs.filter(([, v]) => v > 1).map(([k]) => k));
console.log([...pairs].sort(([, a], [, b]) => a - b).map(([k]) => k).join());
console.log(Object.entries({ a: 1, b: 2 }).map(([k, v]) => k + v).join(), [...new Map([["z", 9]])].map(([k, v]) => k + v));
let total = 0;
const add = (n: number) => { total += n; return total; };
console.log(items.map(({ price }) => add(price) + price), total);
items.forEach(({ name, price }, i) => console.log(i, name, price));
const rows = [{ cells: [{ v: 1 }, { v: 2 }], k: 10 }, { cells: [{ v: 3 }], k: 20 }];
console.log(rows.map(({ cells, k }) => cells.map(({ v }) => v + k)));
const fs = items.map(({ name }) => () => name);
console.log(fs.map((f) => f()));
const maybe: { a?: number }[] = [{}, { a: 2 }]; console.log(maybe.map(({ a }) => a ?? -1), maybe.map(({ a = 7 }) => a));
class P { constructor(public x: number, public y: number) {} }
console.log([new P(1, 2)].map(({ x, y }) => x + y));
const status = [{ s: 1 }]; console.log(status.map(({ s }) => s));`,
  ],
];

describe("plain Python", () => {
  it.each(cases)("%s", (_, source) => runsAlike(source));
});

describe("as one would write it", () => {
  const texts: [source: string, python: string][] = [
    [
      'const bytes = [7];\nfor (const byte of bytes) console.log(byte.toString(16).padStart(2, "0"));',
      'print(f"{byte:02x}")',
    ],
    ["const xs = [1, 2];\nconsole.log(xs.reduce((sum, x) => sum + x, 0));", "sum(xs)"],
    [
      "const tasks = [{ age: 2 }];\ntasks.sort((a, b) => b.age - a.age);\nconsole.log(tasks.length);",
      'tasks[:] = sorted_by(tasks, lambda a: -a["age"])',
    ],
    [
      "const counts: Record<string, number> = {};\ncounts.a = (counts.a ?? 0) + 1;\nconsole.log(counts.a);",
      'counts["a"] = counts.get("a", 0) + 1',
    ],
    [
      'const counts = new Map<string, number>();\nfor (const word of ["a"]) counts.set(word, (counts.get(word) ?? 0) + 1);\nfor (const [word, count] of counts) console.log(`${word} ${count}`);',
      'counts[word] = counts.get(word, 0) + 1\nfor word, count in counts.items():\n    print(f"{word} {count}")',
    ],
    [
      "const devices = [{ id: 1 }];\nfor (const { id } of devices) console.log(id);",
      'for device in devices:\n    id = device["id"]',
    ],
    [
      "const items = [{ id: 1 }];\nfor (const { id } of items) console.log(id, items[id]);",
      "for part in items:",
    ],
    [
      "function makeCounter() {\n  let n = 0;\n  return () => {\n    n += 1;\n    return n;\n  };\n}\nconsole.log(makeCounter()());",
      "    def counter():\n        nonlocal n\n",
    ],
    [
      "const handlers: (() => void)[] = [];\nhandlers.push(() => {\n  console.log(1);\n  console.log(2);\n});\nhandlers.forEach((h) => h());",
      "handlers.append(handler)",
    ],
    [
      "const xs = [2, 1].map((x) => {\n  const y = x + 1;\n  return y;\n});\nxs.pop();\nif (xs.length > 1) console.log(xs);",
      "if xs:\n    xs.pop()",
    ],
    [
      "const base = { a: 1 };\nconst more = { ...base, b: 2 };\nconsole.log(more.b);",
      "more = dict(base, b=2)",
    ],
    [
      "for (let i = 0; i < 9; i++) console.log(`${(i / 8).toFixed(1)} V`);",
      'print(f"{rounded(i / 8, 1):.1f} V")',
    ],
    [MISSING_AFTER_READING, "{found_1 if found_1 is not None else 'never'}"],
    ['const r = { name: "a" };\nconsole.log(`<${r.name}>`);', "print(f\"<{r['name']}>\")"],
    [
      "const zeros: number[] = new Array(3).fill(0);\nconsole.log(zeros.length);",
      "zeros = [0] * 3",
    ],
  ];
  it.each(texts)("%s", (source, python) => expect(emitText(source)).toContain(python));
});
