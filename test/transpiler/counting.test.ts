// Loops that count, as ranges where nothing they ask for can change: Node, MicroPython and CPython agree.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const programs: Record<string, string> = {
  steps: `function f(step: number): string {
  const out: number[] = [];
  for (let i = 0; i < 20; i += step) { out.push(i); if (out.length > 8) break; }
  for (let i = 20; i > 0; i -= step) { out.push(i); if (out.length > 16) break; }
  return out.join(" ");
}
console.log(f(3), f(7));`,
  "steps zero": `function f(step: number): string {
  const out: number[] = [];
  for (let i = 0; i < 20; i += step) { out.push(i); if (out.length > 8) break; }
  return out.join(" ");
}
console.log(f(3), f(0), f(-2));`,
  "step changes": `let s = 1; const out: number[] = [];
for (let i = 0; i < 40; i += s) { out.push(i); s++; }
for (let i = 1; i < 100; i += i) out.push(i);
console.log(out.join());`,
  sieve: `function sieve(n: number): number[] { const c: boolean[] = new Array(n + 1).fill(true); const r: number[] = []; for (let i = 2; i <= n; i++) { if (!c[i]) continue; r.push(i); for (let j = i * i; j <= n; j += i) c[j] = false; } return r; }
console.log(sieve(60).join());`,
  ahead: `const xs = [1, 4, 9, 16, 25]; const d: number[] = [];
for (let i = 0; i + 1 < xs.length; i++) d.push(xs[i + 1]! - xs[i]!);
for (let i = 0; i + 2 <= xs.length; i += 2) d.push(xs[i]!);
const k = 3; for (let i = 0; i + k < xs.length; ++i) d.push(xs[i + k]!);
for (let i = 0; xs.length > i; i++) d.push(i);
for (let i = 4; 0 <= i; i--) d.push(i);
console.log(d);`,
  rows: `const g = [[1, 2], [3], [], [4, 5, 6]]; let sum = 0;
for (let y = 0; y < g.length; y++) for (let x = 0; x < g[y]!.length; x++) sum += g[y]![x]!;
console.log(sum);`,
  "rows change": `const g = [[1, 2], [3]]; const seen: number[] = [];
for (let y = 0; y < g.length; y++) for (let x = 0; x < g[y]!.length; x++) { seen.push(g[y]![x]!); if (g[y]!.length < 4) g[y]!.push(9); }
for (let x = 0; x < g[0]!.length; x++) { if (x === 1) g[0] = [7, 7]; seen.push(g[0]![x]!); }
for (let x = 0; x < g[0]!.length; x++) { if (x === 1) g.reverse(); seen.push(g[0]![x]!); }
for (let x = 0; x < g[0]!.length; x++) { if (x === 1) [g[0], g[1]] = [[5], g[0]!]; seen.push(g[0]![x]! ?? -1); }
console.log(seen.join());`,
  "rows alias": `const g = [[1, 2, 3], [3]]; const seen: number[] = []; const other = g;
for (let x = 0; x < g[0]!.length; x++) { other[0] = other[1]!; seen.push(x); }
console.log(seen.join());`,
  fields: `class M { constructor(readonly rows: number, readonly cols: number) {} count(): number { let n = 0; for (let i = 0; i < this.rows; i++) for (let j = 0; j < this.cols; j++) n += i * j; return n; } }
class Q { private n = 3; log: number[] = []; run(): void { for (let i = 0; i < this.n; i++) { this.log.push(i); if (i === 1) this.grow(); } } grow(): void { this.n = 5; } plain(): number { let t = 0; for (let i = 0; i < this.n; i++) t += i; return t; } }
const q = new Q(); q.run(); console.log(new M(3, 4).count(), q.log.join(), q.plain());`,
  "fields getter": `class G { private k = 0; log: number[] = []; get n(): number { return 5 - this.k; } run(): string { for (let i = 0; i < this.n; i++) { this.log.push(i); this.k++; } return this.log.join(); } }
console.log(new G().run());`,
  "fields written": `class G { n = 3; run(o: G): string { const log: number[] = []; for (let i = 0; i < this.n; i++) { log.push(i); o.n = 5; } return log.join(); } }
const g = new G(); console.log(g.run(g), g.run(new G()));`,
  far: `for (let i = 3000000000; i < 3000000003; i++) console.log(i);
for (let i = 0; i < 5000000000; i += 2000000000) console.log(i);`,
  "missing bound": `const sizes = [2]; 
function f(k: number): number { let n = 0; const m = sizes[k]!; for (let i = 0; i < m; i++) n++; for (let i = sizes[k]!; i < 4; i++) n++; return n; }
console.log(f(0), f(1));`,
  swap: `let [a, b, c] = [1, 2, 3]; [a, b] = [b, a]; [a, b, c] = [c, a, b]; console.log(a, b, c);
const xs = [1, 2, 3]; [xs[0], xs[2]] = [xs[2]!, xs[0]!]; console.log(xs);
function gcd(x: number, y: number): number { while (y) [x, y] = [y, x % y]; return x; } console.log(gcd(48, 18));`,
  "swap grows": `const xs = [1, 2, 3]; const out: number[] = [];
for (let i = 0; i < xs.length; i++) { if (xs.length < 6) [xs[xs.length]] = [i]; out.push(xs[i]!); }
const ys = [1]; for (let i = 0; i < ys.length; i++) { if (ys.length < 4) ys[ys.length]++; out.push(i); }
console.log(out.join(), xs, ys);`,
  "nested i": `const out: string[] = [];
for (let i = 0; i < 4; i++) for (let j = i; j < i + 2; j++) for (let k = j; k > i - 2; k -= 2) out.push(\`\${i}\${j}\${k}\`);
console.log(out.join(" "));`,
  "self bound": `const out: number[] = []; for (let i = 0; i < 10 - i; i++) out.push(i); for (let i = 8; i >= i / 2 && i > 0; i--) out.push(i); console.log(out.join());`,
};

describe("counting", () => {
  it.each(Object.entries(programs))("%s", (_, source) => runsAlike(source));
});
