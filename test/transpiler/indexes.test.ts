// Indexes that are proven to be inside of their arrays read as plain Python; the others are guarded.
import { describe, expect, it } from "vitest";
import { emitText, runsAlike } from "./run-alike";

const GUARDED = /\b(item|put|store|store_next|fill)\(/;

const proven: [what: string, source: string][] = [
  [
    "binary search",
    `function find(xs: number[], x: number): number {\n  let low = 0;\n  let high = xs.length - 1;\n  while (low <= high) {\n    const middle = Math.floor((low + high) / 2);\n    if (xs[middle] === x) return middle;\n    if (xs[middle] < x) low = middle + 1;\n    else high = middle - 1;\n  }\n  return -1;\n}\nconsole.log(find([1, 3, 5, 7], 5), find([1, 3, 5, 7], 4), find([], 1));`,
  ],
  [
    "insertion sort",
    `function sorted(values: number[]): number[] {\n  const result = [...values];\n  for (let i = 1; i < result.length; i++) {\n    const value = result[i];\n    let j = i - 1;\n    while (j >= 0 && result[j] > value) {\n      result[j + 1] = result[j];\n      j--;\n    }\n    result[j + 1] = value;\n  }\n  return result;\n}\nconsole.log(sorted([3, 1, 2]).join(" "));`,
  ],
  [
    "two places that meet",
    `function reversed(xs: string[]): string[] {\n  let left = 0;\n  let right = xs.length - 1;\n  while (left < right) {\n    [xs[left], xs[right]] = [xs[right], xs[left]];\n    left++;\n    right--;\n  }\n  return xs;\n}\nconsole.log(reversed(["a", "b", "c"]).join(""));`,
  ],
  [
    "a sieve",
    `function primes(limit: number): number {\n  const composite: boolean[] = new Array(limit + 1).fill(false);\n  let count = 0;\n  for (let n = 2; n <= limit; n++) {\n    if (composite[n]) continue;\n    count++;\n    for (let m = n * n; m <= limit; m += n) composite[m] = true;\n  }\n  return count;\n}\nconsole.log(primes(30));`,
  ],
  [
    "a ring",
    `class Ring {\n  private readonly items: number[];\n  private head = 0;\n  constructor(private readonly capacity: number) {\n    this.items = new Array<number>(capacity).fill(0);\n  }\n  push(value: number): void {\n    this.items[this.head] = value;\n    this.head = (this.head + 1) % this.capacity;\n  }\n  text(): string {\n    return this.items.join(" ");\n  }\n}\nconst ring = new Ring(3);\nfor (let i = 0; i < 5; i++) ring.push(i);\nconsole.log(ring.text());`,
  ],
  [
    "neighbours",
    `function bubble(xs: number[]): number[] {\n  const n = xs.length;\n  for (let i = 0; i < n - 1; i++)\n    for (let j = 0; j < n - 1 - i; j++)\n      if (xs[j] > xs[j + 1]) {\n        const other = xs[j];\n        xs[j] = xs[j + 1];\n        xs[j + 1] = other;\n      }\n  return xs;\n}\nconsole.log(bubble([4, 2, 9, 1]).join(" "));`,
  ],
  [
    "a part that all callers keep inside",
    `function sum(bytes: Uint8Array, start: number, end: number): number {\n  let total = 0;\n  for (let i = start; i < end; i++) total += bytes[i];\n  return total;\n}\nconst frame = new Uint8Array([1, 2, 3, 4, 5]);\nconsole.log(sum(frame, 1, frame.length), sum(frame, 0, 3));`,
  ],
  [
    "packets",
    `function parse(b: Uint8Array): string {\n  let text = "";\n  let at = 0;\n  while (at + 3 <= b.length) {\n    const length = (b[at + 1] << 8) | b[at + 2];\n    if (at + 3 + length > b.length) break;\n    let total = 0;\n    for (let i = 0; i < length; i++) total += b[at + 3 + i];\n    text += \`\${b[at]}:\${total} \`;\n    at += 3 + length;\n  }\n  return text;\n}\nconsole.log(parse(new Uint8Array([1, 0, 2, 5, 6, 2, 0, 1, 9])));`,
  ],
  [
    "the element before, by the callback's index",
    `const steps = [1, 4, 9];\nconsole.log(steps.map((step, i) => (i > 0 ? step - steps[i - 1] : step)).join(" "), steps[steps.length - 1]);`,
  ],
];

describe("indexes inside of their arrays", () => {
  it.each(proven)("%s", async (_, source) => {
    await runsAlike(source);
    expect(emitText(source)).not.toMatch(GUARDED);
  });
});

const guarded: [what: string, source: string][] = [
  [
    "an index that a caller hands over",
    `const at = (xs: number[], i: number) => xs[i];\nconsole.log(at([1, 2], 1), at([1, 2], 2), at([1, 2], -1));`,
  ],
  [
    "an array that others make shorter",
    `function drop(xs: number[]): void {\n  xs.pop();\n}\nfunction last(xs: number[]): number {\n  const n = xs.length;\n  drop(xs);\n  return xs[n - 1];\n}\nconsole.log(last([1, 2]));`,
  ],
  [
    "a limit that changes",
    `const xs = [1, 2, 3];\nlet limit = 3;\nconst more = () => {\n  limit += 2;\n};\nmore();\nconst seen: string[] = [];\nfor (let i = 0; i < limit; i++) seen.push(String(xs[i]));\nconsole.log(seen.join(" "));`,
  ],
  [
    "one caller of several",
    `function first(xs: string[], n: number): string {\n  let text = "";\n  for (let i = 0; i < n; i++) text += xs[i];\n  return text;\n}\nconsole.log(first(["a", "b"], 2), first(["a"], 2));`,
  ],
];

describe("indexes that may be outside", () => {
  it.each(guarded)("%s", async (_, source) => {
    await runsAlike(source);
    expect(emitText(source)).toMatch(GUARDED);
  });
});

describe("writes on the way to somewhere else", () => {
  it("count where control comes back", () =>
    runsAlike(`function f(xs: number[], n: number): string {
  let i = 0;
  let out = "";
  while (i < xs.length) {
    if (xs[i] === 0) { i += 5; continue; }
    out += \`\${xs[i]} \`;
    i++;
  }
  for (let k = 0; k < xs.length; ) {
    for (let j = 0; j < 3; j++) { if (j === n) { k += 7; break; } }
    out += \`<\${xs[k]}>\`;
    k++;
  }
  let m = 0;
  if (m < xs.length) {
    try { if (n > 0) { m = 50; throw new Error("x"); } } catch { out += "!"; }
    out += \`(\${xs[m]})\`;
  }
  if (m < xs.length) {
    switch (n) { case 1: if (n > 0) { m = 60; break; } }
    out += \`[\${xs[m]}]\`;
  }
  return out;
}
console.log(f([1, 0, 2, 3], 1), f([1, 0, 2, 3], 5), f([], 1));
function g(xs: number[]): number {
  let i = xs.length - 1;
  if (i >= 0) { if (xs.length > 3) { i = 90; return -1; } return xs[i]; }
  return 0;
}
console.log(g([1, 2]), g([1, 2, 3, 4]), g([]));`));
});

describe("steps that follow their statement", () => {
  const cases: [what: string, source: string][] = [
    [
      "stores and reads",
      `const out = new Uint8Array(4);\nlet at = 0;\nout[at++] = 7;\nout[at++] = 300;\nfunction read(xs: number[]): string {\n  let i = 0;\n  const a = xs[i++];\n  let sum = xs[i++];\n  sum += xs[i++];\n  return \`\${a} \${sum} \${i}\`;\n}\nconsole.log(out.join(" "), at, read([1, 2, 3]));`,
    ],
    [
      "not past what reads the variable",
      `let m = 0;\nconst see = () => m;\nconst q = [see() + m++, see()];\nlet i = 0;\nconst xs: number[] = [];\nxs[i++] = i;\nxs[i++] = i;\nconst f = void i++;\nconsole.log(q.join(" "), m, xs.join(" "), f === undefined, i);`,
    ],
  ];
  it.each(cases)("%s", (_, source) => runsAlike(source));
});
