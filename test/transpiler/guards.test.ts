// What a condition says holds only until something undoes it, by whatever name and in whatever function.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

describe("conditions that are undone before their use", () => {
  const cases: [what: string, source: string][] = [
    [
      "a function that shortens its parameter",
      `function drain(list: number[]): void { while (list.length > 0) list.pop(); }\nfunction f(a: number[], i: number): string {\n  if (i < a.length) {\n    drain(a);\n    return String(a[i]);\n  }\n  return "none";\n}\nconsole.log(f([1, 2, 3], 1));`,
    ],
    [
      "a function that shortens what is shared",
      `const shared: number[] = [1, 2, 3];\nfunction shorten(): void { shared.length = 0; }\nfunction f(i: number): void {\n  const a = shared;\n  if (i < a.length) {\n    shorten();\n    console.log(a[i]);\n  }\n}\nf(1);`,
    ],
    [
      "a method that shortens a field",
      `class Queue {\n  items: number[] = [1, 2, 3];\n  clear(): void { this.items.splice(0); }\n}\nfunction f(q: Queue): void {\n  const list = q.items;\n  for (let i = 0; i < list.length; i++) {\n    q.clear();\n    console.log(list[i]);\n  }\n}\nf(new Queue());`,
    ],
    [
      "a function that writes to an index",
      `function f(): void {\n  const a = [1, 2, 3];\n  let i = 1;\n  const bump = (): void => { i = 7; };\n  if (i < a.length) {\n    bump();\n    console.log(a[i]);\n  }\n}\nf();`,
    ],
    [
      "a function that moves a place of the module",
      `let at = 0;\nconst names = ["a", "b"];\nfunction advance(): void { at += 5; }\nfunction f(): void {\n  if (at < names.length) {\n    advance();\n    console.log(names[at]);\n  }\n}\nf();`,
    ],
    [
      "a function that sets a text",
      `let text = "abc";\nfunction reset(): void { text = ""; }\nfunction f(i: number): void {\n  if (i < text.length) {\n    reset();\n    console.log(text[i]);\n  }\n}\nf(1);`,
    ],
    [
      "another name of the same array",
      `function f(i: number): void {\n  const a = [1, 2, 3];\n  const b = a;\n  if (i < a.length) {\n    b.pop(); b.pop();\n    console.log(a[i]);\n  }\n}\nf(2);`,
    ],
    [
      "another name in a loop",
      `function f(): void {\n  const a = [1, 2, 3];\n  const b = a;\n  let i = 0;\n  while (i < a.length) {\n    b.shift();\n    console.log(a[i]);\n    i++;\n  }\n}\nf();`,
    ],
    [
      "a closure in a counting loop",
      `function f(): void {\n  const a = [1, 2, 3];\n  const take = () => a.pop();\n  for (let i = 0; i < a.length; i++) {\n    take();\n    console.log(i, a[i]);\n  }\n}\nf();`,
    ],
    [
      "the last one, after another name has taken it",
      `function f(a: number[]): void {\n  const b = a;\n  if (a.length > 0) {\n    b.pop();\n    console.log(a[a.length - 1], a[0]);\n  }\n}\nf([4]);`,
    ],
    [
      "what a task does",
      `const queue: number[] = [1];\nasync function take(): Promise<void> { queue.pop(); }\nasync function f(): Promise<void> {\n  const q = queue;\n  if (q.length > 0) {\n    await take();\n    console.log(q[0]);\n  }\n}\nvoid f();`,
    ],
    [
      "what another task does",
      `const queue: number[] = [1];\nconst q = queue;\nasync function g(): Promise<void> { await null; queue.pop(); }\nasync function f(): Promise<void> {\n  if (q.length > 0) {\n    await null; await null;\n    console.log(q[0]);\n  }\n}\nvoid Promise.all([g(), f()]);`,
    ],
    [
      "what happens while a generator waits",
      `const queue: number[] = [1, 2];\nfunction* f(q: number[]): Generator<number> {\n  if (q.length > 1) {\n    yield 1;\n    yield q[1];\n  }\n}\nconst it = f(queue);\nit.next(); queue.pop();\nconsole.log(it.next().value);`,
    ],
    [
      "an array that is longer by now",
      `function f(a: number[]): void {\n  const ten = [10];\n  if (a.length === 0) {\n    a.push(1);\n    console.log(ten[a.length]);\n  }\n}\nf([]);`,
    ],
    [
      "a loop over an array that grows under another name",
      `function f(): void {\n  const a = [1];\n  const b = a;\n  for (let i = 0; i < a.length; i++) {\n    if (b.length < 4) b.push(i);\n    console.log(i);\n  }\n}\nf();`,
    ],
    [
      "a loop over an array that grows by an index",
      `function f(): void {\n  const a = [1];\n  for (let i = 0; i < a.length; i++) {\n    if (i < 3) a[a.length] = i;\n    console.log(i, a[i]);\n  }\n}\nf();`,
    ],
    [
      "a method of a derived class",
      `class Base { list: number[] = [1, 2, 3]; step(): void { /* nothing */ } }\nclass Eater extends Base { override step(): void { this.list.pop(); } }\nfunction f(base: Base): void {\n  const list = base.list;\n  for (let i = 0; i < list.length; i++) {\n    base.step();\n    console.log(list[i]);\n  }\n}\nf(new Eater());\nf(new Base());`,
    ],
    [
      "a getter",
      `class Bag {\n  list = [1, 2, 3];\n  get next(): number { this.list.pop(); return 1; }\n}\nfunction f(bag: Bag): void {\n  const list = bag.list;\n  if (list.length > 2) {\n    console.log(bag.next, list[2]);\n  }\n}\nf(new Bag());`,
    ],
    [
      "a function that the library calls",
      `const queue = [1, 2, 3];\nfunction eat(): void { queue.pop(); }\nfunction f(): void {\n  const q = queue;\n  if (q.length > 2) {\n    [1, 2].forEach(eat);\n    console.log(q[2]);\n  }\n}\nf();`,
    ],
    [
      "a generator that a loop drives",
      `const queue = [1, 2, 3];\nfunction* eater(): Generator<number> { while (queue.length > 0) { queue.pop(); yield queue.length; } }\nfunction f(): void {\n  const q = queue;\n  if (q.length > 2) {\n    for (const n of eater()) if (n < 2) break;\n    console.log(q[2]);\n  }\n}\nf();`,
    ],
    [
      "a generator that is spread",
      `const queue = [1, 2, 3];\nfunction* eater(): Generator<number> { while (queue.length > 0) { queue.pop(); yield queue.length; } }\nfunction f(q: number[]): void {\n  if (q.length > 2) {\n    const all = [...eater()];\n    console.log(q[2], all);\n  }\n}\nf(queue);`,
    ],
    [
      "a function in a table",
      `let cursor = 0;\nconst items = ["x", "y"];\nconst handlers: Record<string, () => void> = { next: () => { cursor++; }, reset: () => { cursor = 0; } };\nfunction run(name: string): void {\n  if (cursor < items.length) {\n    handlers[name]!();\n    console.log(items[cursor]);\n  }\n}\nrun("next"); run("next"); run("reset");`,
    ],
    [
      "a field that its own method shortens",
      `class Stack {\n  private items: number[] = [];\n  push(n: number): void { this.items.push(n); }\n  drop(): void { this.items.pop(); }\n  top(): number | undefined {\n    if (this.items.length > 0) { this.drop(); return this.items[this.items.length - 1]; }\n    return undefined;\n  }\n}\nconst s = new Stack(); s.push(1); console.log(s.top()); s.push(2); s.push(3); console.log(s.top());`,
    ],
    [
      "a place that a method moves",
      `class Parser {\n  private position = 0;\n  constructor(private readonly text: string) {}\n  private skip(): void { while (this.position < this.text.length && this.text[this.position] === " ") this.position++; }\n  next(): string | undefined {\n    if (this.position < this.text.length) { this.skip(); return this.text[this.position++]; }\n    return undefined;\n  }\n}\nconst p = new Parser("a  b  ");\nconsole.log(p.next(), p.next(), p.next());`,
    ],
    [
      "a row that is shortened",
      `function f(grid: number[][]): void {\n  for (let r = 0; r < grid.length; r++) {\n    for (let c = 0; c < grid[r].length; c++) {\n      grid[r].pop();\n      console.log(grid[r][c]);\n    }\n  }\n}\nf([[1, 2, 3], [4]]);`,
    ],
    [
      "a function that calls itself",
      `function walk(list: number[], i: number): number {\n  if (i >= list.length) return 0;\n  const rest = walk(list, i + 1);\n  list.pop();\n  return rest + (list[i] ?? 100);\n}\nconsole.log(walk([1, 2, 3], 0));`,
    ],
    [
      "a pattern",
      `let i = 0;\nconst list = ["a", "b"];\nfunction f(): void {\n  if (i < list.length) {\n    [i] = [5];\n    console.log(list[i]);\n  }\n}\nf();`,
    ],
    [
      "the variable of a loop",
      `let i = 0;\nconst list = ["a", "b"];\nif (i < list.length) {\n  for (i of [1, 7]) { /* */ }\n  console.log(list[i]);\n}`,
    ],
    [
      "a default value",
      `const queue = [1];\nfunction take(n = queue.pop()): number { return n ?? 0; }\nfunction f(): void {\n  const q = queue;\n  if (q.length > 0) { take(); console.log(q[0]); }\n}\nf();`,
    ],
    [
      "the fields of a class",
      `const queue = [1];\nclass Taker { value = queue.pop(); }\nfunction f(q: number[]): void {\n  if (q.length > 0) { console.log(new Taker().value, q[0]); }\n}\nf(queue);`,
    ],
    [
      "a divisor",
      `let divisor = 2;\nconst zero = (): void => { divisor = 0; };\nfunction f(): void {\n  if (divisor !== 0) { zero(); console.log(10 / divisor, 10 % divisor, Math.floor(10 / divisor)); }\n}\nf();`,
    ],
    [
      "a sign",
      `let n = 5;\nconst negate = (): void => { n = -5; };\nfunction f(): void {\n  if (n > 0) { negate(); console.log(n % 3, n >> 1, "abc".slice(n), "abc"[n]); }\n}\nf();`,
    ],
    [
      "a method that is named as one that makes an array, and gives a field",
      `class Ring {\n  items = [1, 2, 3];\n  slice(): number[] { return this.items; }\n  clear(): void { this.items.length = 0; }\n}\nconst ring = new Ring();\nconst copy = ring.slice();\nfunction second(): number | undefined {\n  if (copy.length < 2) return -1;\n  ring.clear();\n  return copy[1];\n}\nconsole.log(second());`,
    ],
  ];
  it.each(cases)("%s", (_, source) => runsAlike(source));
});
