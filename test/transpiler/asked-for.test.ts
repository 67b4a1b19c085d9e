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
});
