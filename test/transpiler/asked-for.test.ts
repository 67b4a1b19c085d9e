// What is asked for before it is used is there: no guard is needed where a condition has held.
import { describe, expect, it } from "vitest";
import { emitText, runsAlike } from "./run-alike";

const programs: Record<string, string> = {
  "guard kinds": `interface T { kind: string; value: number; next?: { name: string } }
const list: T[] = [{ kind: "a", value: 1, next: { name: "n" } }];
function read(at: number): string {
  const token = list[at];
  if (token?.kind === "a" && token.value > 0) return token.next?.name === "n" ? token.next.name : "?";
  if (token != null) return token.kind;
  return "none";
}
function must(at: number): number {
  const token = list[at];
  if (!token) throw new Error("end");
  return token.value;
}
function tried(f: () => unknown): void { try { console.log(f()); } catch (e) { console.log((e as Error).message); } }
tried(() => read(0)); tried(() => read(1)); tried(() => must(0)); tried(() => must(3)); tried(() => list[4].kind);`,
  shadowed: `const xs = [{ n: 1 }];
function f(i: number): number {
  const x = xs[i];
  if (!x) return -1;
  { const x = xs[i + 1]; return x.n; }
}
function tried(g: () => unknown): void { try { console.log(g()); } catch (e) { console.log((e as Error).message); } }
tried(() => f(0)); tried(() => f(1));`,
  "shadowed by arrow": `const xs = [{ n: 1 }];
function tried(g: () => unknown): void { try { console.log(g()); } catch (e) { console.log((e as Error).message); } }
tried(() => { const x = xs[0]; if (!x) return 0; return [1, 2].map((i) => { const x = xs[i]; return x.n; }); });
tried(() => { const x = xs[0]; if (!x) return 0; const g = (x: { n: number }) => x.n; return g(xs[3]); });`,
  "written after": `const xs = [{ n: 1 }];
function tried(g: () => unknown): void { try { console.log(g()); } catch (e) { console.log((e as Error).message); } }
tried(() => { let x = xs[0]; if (!x) return 0; x = xs[2]; return x.n; });
tried(() => { let x = xs[0]; while (x) { const n = x.n; x = xs[n]; if (n > 3) return x.n; } return 7; });
tried(() => { let x = xs[0]; const drop = () => { x = xs[5]; }; if (x) { drop(); return x.n; } return 0; });`,
  numbers: `const xs = [3, 4];
function f(i: number): string { const v = xs[i]; if (v !== undefined) return \`\${v + 1}\`; return \`\${v + 1}\`; }
function g(i: number): string { const v = xs[i]; if (!v) return \`\${v * 2}\`; return \`\${v * 2}\`; }
function h(i: number): string { const v = xs[i]; return v != null ? \`\${v - 1}\` : \`\${v - 1}\`; }
function k(i: number): string { const v = xs[i]; if (v >= 0) return \`\${v | 0}\`; return \`\${v | 0} \${v + 0}\`; }
for (const i of [0, 5]) console.log(f(i), g(i), h(i), k(i));`,
  dict: `const ages: Record<string, number> = { ann: 3, zero: 0 };
const report = (name: string) => { const age = ages[name]; if (age === undefined) return "?"; return \`\${age + 1}\`; };
const report2 = (name: string) => { const age = ages[name]; if (!age) return \`!\${age}\`; return \`\${age + 1}\`; };
console.log(report("ann"), report("bob"), report("zero"), report2("zero"), report2("bob"), report2("ann"));`,
  "and chains": `const users = [{ name: "a", tags: ["x"] }];
const tag = (i: number, j: number) => { const u = users[i]; return u && u.tags[j] && u.tags[j].length > 0 ? u.tags[j].toUpperCase() : String(u && u.name); };
console.log(tag(0, 0), tag(0, 1), tag(1, 0));`,
  "while found": `const parents: Record<string, { up: string; size: number }> = { a: { up: "b", size: 1 }, b: { up: "c", size: 2 } };
let node = parents["a"]; let total = 0;
while (node) { total += node.size; node = parents[node.up]; }
console.log(total, node === undefined);`,
  "continue guard": `const m = new Map([["a", [1, 2]], ["b", [3]]]);
let sum = 0;
for (const k of ["a", "x", "b"]) { const v = m.get(k); if (!v) continue; sum += v[0] + v.length; }
for (const i of [0, 1, 7]) { const v = [...m.values()][i]; if (!v || v.length === 0) continue; sum += v.length; }
console.log(sum);`,
  "opt ordering": `interface B { left?: B; n: number }
const t: B[] = [{ n: 4, left: { n: 2 } }];
const f = (i: number) => { const b = t[i]; if (b?.left && b.left.n > 1) return b.n + b.left.n; if (b?.n > 3) return b.n; return -1; };
console.log(f(0), f(1));`,
  members: `class Q { private items: { v: number }[] = []; head = this.items[0];
  add(v: number): void { this.items.push({ v }); this.head = this.items[0]; }
  clear(): void { this.items = []; this.head = this.items[0]; }
  read(): string { if (this.head) { return \`\${this.head.v}\`; } return "empty"; }
  risky(): string { if (this.head) { this.clear(); return \`\${this.head?.v ?? "gone"}\`; } return "empty"; } }
const q = new Q(); console.log(q.read()); q.add(3); console.log(q.read(), q.risky(), q.read());`,
  "try shadow": `function tried(g: () => unknown): void { try { console.log(g()); } catch (e) { console.log((e as Error).message); } }
const xs = ["a"];
tried(() => { const s = xs[2]; if (s === undefined || s === "") return "no"; return s.length; });
tried(() => { const s = xs[2]; if (s === "") return "no"; return s.length; });
tried(() => { const s = xs[0]; switch (s) { case "a": return s.length; default: return 0; } });
tried(() => { const s = xs[1]; const t = s || "dflt"; return t.length + (s ? s.length : 0); });`,
  "or else, items": `const names = ["ann", "bob"];
const at = (i: number) => names[i] ?? "none";
console.log(at(0), at(2), at(-1), at(1));
const counts: number[] = [0, 5];
const c = (i: number) => counts[i] ?? -1;
console.log(c(0), c(1), c(9), (counts[3] ?? 2) + 1);`,
  "or else, text": `const word = "abc";
const ch = (i: number) => word[i] ?? "?";
console.log(ch(0), ch(3), ch(-1));
const b = new Uint8Array([0, 7]);
const byte = (i: number) => b[i] ?? 255;
console.log(byte(0), byte(1), byte(2));`,
  "or else, holding nothing": `const xs: (string | null)[] = ["a", null];
const ys: (string | undefined)[] = ["a", undefined];
const f = (i: number) => \`\${xs[i] ?? "n"} \${ys[i] ?? "u"}\`;
console.log(f(0), f(1), f(2));`,
  "or else, holes": `const xs: string[] = []; xs[2] = "c";
const f = (i: number) => xs[i] ?? "hole";
console.log(f(0), f(2), f(5));
const zs: string[] = new Array(3);
console.log([0, 1, 4].map((i) => zs[i] ?? "empty"));`,
  "or else, pushed missing": `const src = ["a"]; const out: string[] = [];
for (const i of [0, 1]) out.push(src[i]);
console.log([0, 1, 2].map((i) => out[i] ?? "gone"));`,
  "or else, generic": `function first<T>(xs: T[], other: T): T { return xs[0] ?? other; }
console.log(first([1], 2), first([], 3), first<string | null>([null], "x"), first<number | undefined>([undefined], 4));`,
  "or else, unknown": `const vals: unknown[] = [1, null, undefined];
console.log([0, 1, 2, 3].map((i) => vals[i] ?? "d"));`,
  "or else, frac and nan": `const xs = [1, 2];
const f = (i: number) => xs[i] ?? 0;
console.log(f(0.5), f(NaN), f(1), f(Infinity));`,
  "or else, nested": `const grid = [[1, 2], [3]];
const g = (r: number, c: number) => grid[r]?.[c] ?? 0;
console.log(g(0, 1), g(1, 1), g(5, 0));`,
  "or else, right has effects": `let n = 0; const next = () => ++n;
const xs = [1];
const f = (i: number) => xs[i] ?? next();
console.log(f(0), f(1), n, f(2));`,
  "or else, records": `const people = [{ name: "a" }];
const fallback = { name: "f" };
const p = (i: number) => people[i] ?? fallback;
console.log(p(0).name, p(1).name, (people[3] ?? fallback).name, people[0] === p(0));`,
  "or else, assign": `const xs = [1];
let v = xs[1] ?? 5; v ??= 3; console.log(v);
let w: number | undefined = xs[4]; w ??= 9; console.log(w);`,
};

describe("what conditions have asked for", () => {
  it.each(Object.entries(programs))("%s", (_, source) => runsAlike(source));

  it.each([
    "if (!token) throw new Error('end');",
    "if (token === undefined) return '';",
    "if (token == null) return '';",
    "if (token?.kind !== 'a') return '';",
    "if (!token?.kind) return '';",
  ])("is used as it is: %s", (guard) => {
    const text = emitText(`interface Token { kind: string; text: string }
const tokens: Token[] = [{ kind: "a", text: "b" }];
function read(at: number): string {
  const token = tokens[at];
  ${guard}
  return token.text;
}
try { console.log(read(0), read(4)); } catch (error) { console.log((error as Error).message); }`);
    expect(text).toContain('    return token["text"]');
  });

  it("or else what an element is where there is none", () => {
    const text = emitText(
      'const names = ["a"];\nconst at = (i: number) => names[i] ?? "none";\nconst index = [3];\nconst place = (i: number) => index[i] ?? -1;\nconsole.log(at(2), place(0), place(1));',
    );
    expect(text).toContain('return item(names, i, "none")');
    expect(text).toContain("return item(index, i, -1)");
  });
});
