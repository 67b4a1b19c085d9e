// What the catalogue tells of one refusal.

/** A program by file name, its entry first; one of a single file is its text. */
export type Example = string | Readonly<Record<string, string>>;

export interface CatalogueEntry {
  readonly code: `TPY${number}`;
  /** `{0}`, `{1}` stand for what is known at the place. */
  readonly why: string;
  readonly instead: string;
  /** The smallest program that is refused for this alone. For the manual, and a test. */
  readonly wrong: Example;
  /** The same as it should be: it is accepted, and prints the same in Node and on a board. */
  readonly right: Example;
}

/** The lines of a text that is indented as the code around it. */
function dedented(text: string): string {
  const lines = text.replace(/^\n/, "").trimEnd().split("\n");
  const depths = lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
  const depth = Math.min(...depths);
  return `${lines.map((line) => line.slice(depth)).join("\n")}\n`;
}

export function filesOf(example: Example): Record<string, string> {
  const files = typeof example === "string" ? { "main.ts": example } : example;
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, dedented(text)]));
}
