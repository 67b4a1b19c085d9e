// Arrays of arrays, and arrays that a loop fills: what is proven about their lengths holds.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const programs: Record<string, string> = {
  lcs: `function lcs(a: string, b: string): number {
  const dp: number[][] = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++)
      dp[i][j] = a[i - 1] === b[j - 1] ? dp[i - 1][j - 1] + 1 : Math.max(dp[i - 1][j], dp[i][j - 1]);
  return dp[a.length][b.length];
}
console.log(lcs("AGGTAB", "GXTXAYB"), lcs("", "x"));`,
  "matrix multiply": `function multiply(a: number[][], b: number[][]): number[][] {
  const n = a.length, m = b[0].length;
  const result: number[][] = [];
  for (let i = 0; i < n; i++) {
    const row: number[] = [];
    for (let j = 0; j < m; j++) { let s = 0; for (let k = 0; k < b.length; k++) s += a[i][k] * b[k][j]; row.push(s); }
    result.push(row);
  }
  return result;
}
console.log(multiply([[1, 2], [3, 4]], [[5, 6], [7, 8]]));`,
  "grids by push": `const n = 4; const grid: number[][] = [];
for (let y = 0; y < n; y++) { const row: number[] = []; for (let x = 0; x < n; x++) row.push(x * y); grid.push(row); }
let total = 0; for (let y = 0; y < n; y++) for (let x = 0; x < n; x++) total += grid[y][x];
for (const row of grid) total += row[0] + row[3];
for (let y = 0; y < n; y++) { const row = grid[y]; row[2] = y; total += row[1]; }
console.log(total, grid);`,
  "grow and use": `const n = 5; const a: number[][] = [];
for (let i = 0; i < n; i++) { a.push([]); for (let j = 0; j < n; j++) a[i].push(i + j); }
console.log(a[2].join(), a[4][4]);`,
  "short rows": `const grid = [[1, 2, 3], [4]]; let t = 0; let holes = 0;
for (let y = 0; y < 2; y++) for (let x = 0; x < 3; x++) { if (grid[y][x] === undefined) holes++; else t += grid[y][x]; }
console.log(t, holes);`,
  "rows shortened": `const grid = [[1, 2], [3, 4]]; const row = grid[0]; row.pop();
for (let y = 0; y < 2; y++) for (let x = 0; x < 2; x++) console.log(grid[y][x]);`,
  "rows replaced": `const grid = [[1, 2], [3, 4]]; grid[1] = [9];
for (let y = 0; y < 2; y++) for (let x = 0; x < 2; x++) console.log(grid[y][x]);`,
  "rows pushed": `const grid = [[1, 2], [3, 4]]; grid.push([5]);
for (const r of grid) console.log(r[0], r[1]);`,
  "rows alias": `const grid = [[1, 2], [3, 4]]; const same = grid; same.push([5]);
for (const r of grid) console.log(r[0], r[1]);`,
  "rows splice": `const grid = [[1, 2], [3, 4]]; grid.splice(0, 1, [7]);
for (const r of grid) console.log(r[0], r[1]);`,
  "rows in function": `const grid = [[1, 2], [3, 4]]; function add(r: number[]): void { grid.push(r); } add([1]);
for (const r of grid) console.log(r[0], r[1]);`,
  directions: `const DIRS = [[0, 1], [1, 0], [0, -1], [-1, 0]];
const g = ["..#", ".#.", "..."]; let count = 0;
for (let y = 0; y < g.length; y++) for (let x = 0; x < g[y].length; x++) for (const [dy, dx] of DIRS) { const ny = y + dy, nx = x + dx; if (ny < 0 || nx < 0 || ny >= g.length || nx >= g[ny].length) continue; if (g[ny][nx] === "#") count++; }
console.log(count);`,
  "directions missing": `const DIRS = [[0, 1], [1]]; let s = "";
for (const [a, b] of DIRS) s += \`\${a},\${b};\`;
console.log(s);`,
  "grown loop": `function squares(n: number): number { const xs: number[] = []; for (let i = 0; i < n; i++) xs.push(i * i); let t = 0; for (let i = 0; i < n; i++) t += xs[i]; return t; }
console.log(squares(5), squares(0), squares(-2));`,
  "grown continue": `function odd(n: number): string { const xs: number[] = []; for (let i = 0; i < n; i++) { if (i % 2 === 0) continue; xs.push(i); } let t = ""; for (let i = 0; i < n; i++) t += xs[i] + " "; return t; }
console.log(odd(5));`,
  "grown inclusive": `function sieve(n: number): number { const f: boolean[] = []; for (let i = 0; i <= n; i++) f.push(true); let c = 0; for (let i = 2; i <= n; i++) { if (!f[i]) continue; c++; for (let j = i * i; j <= n; j += i) f[j] = false; } return c; }
console.log(sieve(50));`,
  "grown then popped": `function odd(n: number): string { const xs: number[] = []; for (let i = 0; i < n; i++) xs.push(i); xs.pop(); let t = ""; for (let i = 0; i < n; i++) t += xs[i] + " "; return t; }
console.log(odd(3));`,
  "grown by of": `const names = ["a", "b", "c"]; const ids: number[] = []; for (const n of names) ids.push(n.length);
let t = 0; for (let i = 0; i < names.length; i++) t += ids[i]; console.log(t);
names.push("d"); for (let i = 0; i < names.length; i++) console.log(ids[i]);`,
  "grown start": `const xs: number[] = []; for (let i = 2; i < 6; i++) xs.push(i); for (let i = 2; i < 6; i++) console.log(xs[i]);`,
  "grown limit changes": `let n = 3; const xs: number[] = []; for (let i = 0; i < n; i++) xs.push(i); n = 5; for (let i = 0; i < n; i++) console.log(xs[i]);`,
  "grown inner if": `const xs: number[] = []; for (let i = 0; i < 4; i++) { if (i > 1) xs.push(i); } for (let i = 0; i < 4; i++) console.log(xs[i]);`,
  life: `type Grid = number[][];
const make = (h: number, w: number): Grid => Array.from({ length: h }, () => new Array<number>(w).fill(0));
function next(g: Grid): Grid { return g.map((row, y) => row.map((c, x) => { let n = 0; for (const [dy, dx] of [[0, 1], [1, 0], [0, -1], [-1, 0], [1, 1], [-1, -1], [1, -1], [-1, 1]]) n += g[y + dy]?.[x + dx] ?? 0; return n === 3 || (n === 2 && c === 1) ? 1 : 0; })); }
let g = make(5, 5); g[2][1] = 1; g[2][2] = 1; g[2][3] = 1; g = next(g); console.log(g.map((r) => r.join("")).join("\\n"));`,
  copies: `const g = [[1, 2], [3, 4]]; const copy = g.map((r) => [...r]); copy[0][0] = 9; let t = 0; for (let y = 0; y < 2; y++) for (let x = 0; x < 2; x++) t += copy[y][x] * g[y][x]; console.log(t);`,
  "guarded row": `const g: number[][] = [[1, 2, 3], [4, 5], []]; let t = 0;
for (let y = 0; y < g.length; y++) { let x = 0; while (x < g[y].length) { t += g[y][x]; x++; } }
function cell(m: number[][], y: number, x: number): number { if (y < 0 || y >= m.length || x < 0 || x >= m[y].length) return -1; return m[y][x]; }
console.log(t, cell(g, 1, 1), cell(g, 1, 2), cell(g, 5, 0));`,
  "guard then replace": `const g = [[1, 2, 3], [4]]; const out: (number | undefined)[] = [];
let x = 2; if (x < g[0].length) { g[0] = [5]; out.push(g[0][x]); }
if (x < g.length + 1) { const o = [[1, 2, 3]]; if (x < o[0].length) { o.reverse(); out.push(o[0][x]); } }
console.log(out);`,
  "swapped rows": `const m = [[3, 1], [2, 5]]; [m[0], m[1]] = [m[1], m[0]]; let t = 0; for (let i = 0; i < 2; i++) t += m[i][i]; console.log(t, m);`,
  "class grid": `class Board { private readonly cells: number[][]; constructor(readonly rows: number, readonly cols: number) { this.cells = Array.from({ length: rows }, () => new Array<number>(cols).fill(0)); } set(r: number, c: number, v: number): void { if (r >= 0 && r < this.rows && c >= 0 && c < this.cols) this.cells[r][c] = v; } sum(): number { let s = 0; for (let r = 0; r < this.rows; r++) for (let c = 0; c < this.cols; c++) s += this.cells[r][c]; return s; } }
const b = new Board(3, 4); b.set(1, 2, 5); b.set(9, 9, 1); console.log(b.sum());`,
  pascal: `function pascal(n: number): number[][] { const t: number[][] = []; for (let i = 0; i < n; i++) { const row: number[] = [1]; for (let j = 1; j < i; j++) row.push(t[i - 1][j - 1] + t[i - 1][j]); if (i > 0) row.push(1); t.push(row); } return t; }
console.log(pascal(5));`,
  "sorts of elements": `const names = ["a", "b"]; const ages = [3, 4]; let total = 0; const seen: string[] = [];
seen.push(names[2]); for (let i = 0; i < ages.length; i++) total += ages[i]; console.log(total, seen, seen[0] === undefined);
const nums: number[] = []; nums.push(ages[5]); console.log(nums[0] + 1, nums.map((n) => n > 1), names.map((s) => s.length));
const mixed: (string | number)[] = [names[7], 1]; for (const m of mixed) console.log(typeof m);
function pick<T>(xs: T[], i: number): T { return xs[i]; } const got = [pick(names, 5)]; console.log(got.length, got[0]);
const m = new Map<string, number>(); m.set("k", ages[9]); for (const [k, v] of m) console.log(k, v + 1);`,
  "grown source": `const xs = [1, 2]; const ys = new Array<number>(xs.length).fill(0); xs.push(3);
for (let i = 0; i < xs.length; i++) console.log(ys[i]);`,
  "grown source fn": `function f(xs: number[]): void { const ys = new Array<number>(xs.length).fill(0); xs.push(3); for (let i = 0; i < xs.length; i++) console.log(ys[i]); }
f([1]);`,
  "grown by index": `const xs = [1, 2]; const ys = new Array<number>(xs.length).fill(0); xs[2] = 5;
for (let i = 0; i < xs.length; i++) console.log(ys[i]);`,
  "grown alias": `const xs = [1, 2]; const zs = xs; const ys = Array.from({ length: xs.length }, () => 0); zs.push(5);
for (let i = 0; i < xs.length; i++) console.log(ys[i]);`,
  kept: `const xs = [1, 2, 3]; const ys = new Array<number>(xs.length).fill(0);
for (let i = 0; i < xs.length; i++) ys[i] = xs[i] * 2;
console.log(ys.join());`,
  "pattern shortens": `let xs = [1, 2, 3]; const log: number[] = [];
for (let i = 0; i < xs.length; i++) { log.push(xs[i]); [xs.length] = [2]; }
console.log(log.join());`,
};

describe("lengths", () => {
  it.each(Object.entries(programs))("%s", (_, source) => runsAlike(source));
});
