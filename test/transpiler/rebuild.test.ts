// A program that is built again after edits comes out as if it were built for the first time: every
// byte, every line of the maps, every diagnostic.
import { describe, expect, it } from "vitest";
import { defaultBoardId, loadBoard } from "../../boards/definition";
import { collectProgram } from "../../boards/program";
import { packageRoot } from "../../transpiler/package-root";
import { transpile, type TranspileResult } from "../../transpiler/index";

type Files = Record<string, string>;

const FILES: Files = {
  "sensors/limits.ts": `
/** As the data sheet has it. */
export const LOWEST = -40;
export const STEP: number = 5;
export type Unit = "C" | "F";
`,
  "sensors/reading.ts": `
import { LOWEST, type Unit } from "./limits";
export class Reading {
  private seen = 0;
  note: string | null = null;
  constructor(readonly value: number, readonly unit: Unit) {}
  get isLow(): boolean {
    return this.value < LOWEST;
  }
  scaled(by: number): number {
    this.seen += 1;
    return this.value * by;
  }
  describe(): string {
    const parts = [String(this.value), this.unit];
    return parts.join(" ");
  }
}
export function parse(text: string): Reading {
  const value = parseInt(text, 10);
  if (Number.isNaN(value)) throw new Error("no number: " + text);
  return new Reading(value, "C");
}
`,
  "history.ts": `
import { Reading } from "./sensors/reading";
export class History {
  readonly readings: Reading[] = [];
  label: string | number = "";
  private readonly counts = new Map<string, number>();
  add(reading: Reading): void {
    this.readings.push(reading);
    this.counts.set(reading.unit, (this.counts.get(reading.unit) ?? 0) + 1);
  }
  total(): number {
    let sum = 0;
    this.label = "total";
    this.add(new Reading(0, "C"));
    console.log(this.label);
    this.readings.pop();
    for (let i = 0; i < this.readings.length; i++) sum += this.readings[i]!.scaled(2);
    return sum;
  }
  summary(): { total: number; last: string } {
    const last = this.readings[this.readings.length - 1];
    return { total: this.total(), last: last === undefined ? "none" : last.describe() };
  }
}
export function average(values: number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return values.length === 0 ? 0 : Math.floor(sum / values.length);
}
`,
  "report.ts": `
import { average, History } from "./history";
export function lines(history: History): string[] {
  const { total, last } = history.summary();
  const found = [\`total \${total}\`, last];
  found.push(\`average \${average([1, 2, 4])}\`);
  return found;
}
export const width = (text: string): number => {
  return text.length;
};
`,
  "latest.ts": `
let latest: string | number | null = null;
export function forget(): void {
  latest = null;
}
export function remembered(text: string): string {
  latest = text;
  forget();
  const known = latest;
  return known === null ? "nothing" : "something";
}
`,
  "panel.ts": `
export interface Item {
  name: string;
  size?: number;
}
export class Panel {
  mode: string | number = 1;
  readonly items: Item[] = [];
  constructor(public name: string) {}
  put(item: Item): void {
    this.items.push(item);
  }
  pair(): [number, number] {
    return [this.items.length, 2];
  }
  show(): string {
    this.mode = "wide";
    this.reset();
    const [count, factor] = this.pair();
    const { name, size } = this.items[0] ?? { name: "none" };
    return \`\${this.mode} \${count * factor} \${name} \${size ?? 0}\`;
  }
  reset(): void {
    this.mode = 3;
  }
}
function each(values: number[], use: (value: number, index: number) => void): void {
  values.forEach((value, index) => use(value, index));
}
export function render(panel: Panel): string {
  const sizes = new Map<string, number>();
  each([3, 1, 2], (value) => {
    sizes.set(String(value), value);
  });
  panel.put({ name: panel.name, size: sizes.size });
  return JSON.stringify(panel.items.map((item) => item.name)) + panel.show();
}
`,
  "main.ts": `
import { History } from "./history";
import { remembered } from "./latest";
import { Panel, render } from "./panel";
import { lines, width } from "./report";
import { parse, Reading } from "./sensors/reading";
const history = new History();
for (const text of ["12", "-50", "7"]) history.add(parse(text));
history.add(new Reading(3, "F"));
for (const line of lines(history)) console.log(line, width(line));
console.log(remembered("text"), render(new Panel("left")));
`,
};

/** What is there, and what takes its place; each is done and undone again. */
type Edit = readonly [file: string, before: string, after: string];

const EDITS: readonly Edit[] = [
  ["main.ts", "const history", "console.log('begin');\nconst history"],
  ["main.ts", "new Reading(3,", "new Reading(3.5,"],
  ["main.ts", "width(line)", "width(line) + 1"],
  ["main.ts", "history.add(new Reading", "// one by hand\nhistory.add(new Reading"],
  ["main.ts", "for (const line", "console.log(history.summary());\nfor (const line"],
  ["main.ts", "for (const line", "history.readings.length = 1;\nfor (const line"],
  ["main.ts", "for (const line", "const first: number = history;\nfor (const line"],
  ["main.ts", "for (const line", "eval('1');\nfor (const line"],
  ["main.ts", "for (const line", "history.readings[0]!.note = 'kept';\nfor (const line"],
  ["main.ts", "for (const line", "history.label = 7;\nfor (const line"],
  ["report.ts", "[1, 2, 4]", "[1, 2.5, 4]"],
  ["report.ts", "return found;", "return found.reverse();"],
  ["report.ts", "  return text.length;", "  let text_ = text;\n  return text_.length;"],
  ["report.ts", "found.push", "// the mean\n  found.push"],
  ["report.ts", "export const width", "/** In letters. */\nexport const width"],
  ["report.ts", "const found =", "console.log({ total, last });\n  const found ="],
  ["history.ts", "let sum = 0;", "let sum = 0.5;"],
  ["history.ts", "scaled(2)", "scaled(0.5)"],
  ["history.ts", "this.readings.push", "this.readings.unshift"],
  ["history.ts", "return sum;", "this.readings.pop();\n    return sum;"],
  ["history.ts", "export function average", "export let unused = 1;\nexport function average"],
  ["history.ts", "average(values", "mean(values"],
  ["history.ts", "? 0 : Math.floor(sum / values.length)", "? NaN : sum / values.length"],
  ["sensors/reading.ts", "this.seen += 1;", "this.seen += 0.5;"],
  ["sensors/reading.ts", "  get isLow(): boolean {", "  isLow(): boolean {"],
  ["sensors/reading.ts", "[String(this.value), this.unit]", "[this.value.toFixed(1), 'é']"],
  ["sensors/reading.ts", "parseInt(text, 10)", "parseFloat(text)"],
  ["sensors/reading.ts", 'new Error("no', 'new RangeError("no'],
  ["sensors/reading.ts", "throw new Error", "throw text; throw new Error"],
  ["sensors/reading.ts", "private seen", "private self"],
  ["sensors/reading.ts", "this.value < LOWEST", "this.scaled(1) < LOWEST"],
  ["sensors/reading.ts", 'new Reading(value, "C")', "new Reading(value, null as never)"],
  ["latest.ts", "  latest = null;", "  latest = 7;"],
  ["latest.ts", "  forget();\n", ""],
  ["latest.ts", "  latest = text;", "  forget();\n  latest = text;"],
  ["panel.ts", "return [this.items.length, 2];", "return [this.items.length, 0.5];"],
  ["panel.ts", "    this.reset();\n", ""],
  ["panel.ts", "this.mode = 3;", "this.items.length = 0;"],
  ["panel.ts", "(value) => {", "(value, index) => {"],
  ["panel.ts", "panel.put({ name: panel.name, size: sizes.size });", "panel.put(panel);"],
  ["panel.ts", "panel.items.map((item) => item.name)", "panel.items"],
  ["panel.ts", '?? { name: "none" }', '?? { name: "none", size: 1.5 }'],
  ["main.ts", "for (const line", "console.log(-history.total());\nfor (const line"],
  ["main.ts", "for (const line", "if (history.label) throw history.label;\nfor (const line"],
  ["sensors/limits.ts", "-40", "-40.5"],
  ["sensors/limits.ts", '"C" | "F"', '"C" | "F" | "K"'],
  ["sensors/limits.ts", "LOWEST", "Lowest"],
];

const OPTIONS = { entry: "main.ts" };

/** A generator of numbers below one, the same for the same seed (Park and Miller, 1988). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

function edited(files: Files, [file, before, after]: Edit): Files {
  const text = files[file]!;
  // Undone where it is there.
  if (text.includes(after)) return { ...files, [file]: text.replace(after, before) };
  return { ...files, [file]: text.replace(before, after) };
}

const again = (files: Files): TranspileResult => transpile(files, { ...OPTIONS, again: true });

const first = transpile(FILES, OPTIONS);

describe("a program that is built again", () => {
  it.each(EDITS)("after an edit of %s: %j → %j, and back", (...edit) => {
    again(FILES);
    const files = edited(FILES, edit);
    expect(files).not.toEqual(FILES);
    expect(again(files)).toEqual(transpile(files, OPTIONS));
    expect(again(FILES)).toEqual(first);
  });

  it.each([1, 2])("after many edits, seed %i", (seed) => {
    const random = numbers(seed);
    let files = FILES;
    for (let step = 0; step < 25; step++) {
      for (let more = 0; more < 2; more++)
        files = edited(files, EDITS[Math.floor(random() * EDITS.length)]!);
      expect(again(files)).toEqual(transpile(files, OPTIONS));
    }
  });

  it("after a file was added, renamed and taken away", () => {
    again(FILES);
    const extra = { ...FILES, "extra.ts": "export const extra = 1.5;\n" };
    const using = edited(extra, [
      "main.ts",
      "const history",
      'import { extra } from "./extra";\nconsole.log(extra);\nconst history',
    ]);
    for (const files of [extra, using, FILES, extra])
      expect(again(files)).toEqual(transpile(files, OPTIONS));
  });

  it.each(["files", "typings"] as const)("after an edit of declarations among the %s", (place) => {
    const main =
      'import { read } from "sensor";\nconst shown = (): string => "" + read();\nconsole.log(shown());\n';
    for (const type of ["string", "number", "boolean", "string | null"]) {
      const pins = {
        "pins.d.ts": `declare module "sensor" { export function read(): ${type}; }`,
      };
      const files = { "main.ts": main, ...(place === "files" && pins) };
      const options = { ...OPTIONS, ...(place === "typings" && { typings: pins }) };
      expect(transpile(files, { ...options, again: true })).toEqual(transpile(files, options));
    }
  });

  it("with other options", () => {
    again(FILES);
    for (const floats of ["board", "double"] as const)
      for (const docstrings of [false, true])
        expect(transpile(FILES, { ...OPTIONS, floats, docstrings, again: true })).toEqual(
          transpile(FILES, { ...OPTIONS, floats, docstrings }),
        );
  });

  it.each([
    ["main.ts", "const history", "console.log();\nconst history", 6],
    ["sensors/reading.ts", "seen += 1", "seen += 2", 5],
    ["history.ts", "new Map<string, number>()", "new Map<string, number>([])", 0],
    ["latest.ts", "return known", "return latest", 6],
  ] as const)("keeps files of seven after an edit of %s: %j → %j, %i", (...edit) => {
    const [file, old, now, count] = edit;
    const before = again(FILES).modules;
    const after = again(edited(FILES, [file, old, now])).modules;
    expect(after.filter((module) => before.includes(module)).length).toBe(count);
  });
});

describe("the firmware, built again", () => {
  const board = loadBoard(defaultBoardId);
  const entry = "firmware-ts/camera/code.ts";
  const program = collectProgram({ projectRoot: packageRoot, entry, board });
  const build = (files: Files) => transpile(files, { ...program, again: true });

  it.each([
    [entry, "const application", "console.log('begin');\nconst application"],
    ["firmware-ts/http/headers.ts", "return name.toLowerCase();", "return name;"],
    ["firmware-ts/http/connection.ts", "return this.reader.buffer;", "return null as never;"],
  ] as const)("after an edit of %s", (...edit) => {
    const before = build(program.files);
    expect(before.diagnostics).toEqual([]);
    const files = edited(program.files, edit);
    expect(files).not.toEqual(program.files);
    const after = build(files);
    expect(after).toEqual(transpile(files, program));
    const anew = after.modules.filter((module) => !before.modules.includes(module));
    expect(anew.length).toBeLessThanOrEqual(3);
  });
});
