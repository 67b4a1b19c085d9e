// The pages of the manual that are made of data, so that they say what the transpiler does.
import { ts } from "ts-morph";
import { catalogue } from "../diagnostics/catalogue";
import { filesOf, type CatalogueEntry, type Example } from "../diagnostics/entry";
import { transpile } from "../transpile";
import { absences } from "./absent";
import { constructs } from "./present";

const MADE = "<!-- Made by `npm run docs`. -->";

const FAMILIES: readonly [digit: string, title: string][] = [
  ["1", "Syntax"],
  ["2", "Values and their members"],
  ["3", "Numbers"],
  ["4", "Modules and names"],
  ["5", "Functions and asynchrony"],
];

/** The program as a block of code, its files one below the other. */
function block(example: Example): string {
  const files = Object.entries(filesOf(example));
  const isNamed = files.length > 1 || files[0]?.[0] !== "main.ts";
  const texts = files.map(([name, text]) => (isNamed ? `// ${name}\n${text}` : text));
  return `\`\`\`ts\n${texts.join("\n")}\`\`\``;
}

/** What the wrong example is told, which is `why` and `instead` with their details. */
function messageOfExample({ code, wrong }: CatalogueEntry): string {
  const files = filesOf(wrong);
  const { diagnostics } = transpile(files, { entry: Object.keys(files)[0] ?? "" });
  return diagnostics.find((found) => found.code === code)?.message ?? "";
}

function section(entry: CatalogueEntry): string {
  return [
    `### ${entry.code}`,
    messageOfExample(entry),
    "Wrong:",
    block(entry.wrong),
    "Right:",
    block(entry.right),
  ].join("\n\n");
}

/** docs/diagnostics.md */
export function diagnosticsPage(): string {
  const entries = Object.values<CatalogueEntry>(catalogue).sort((a, b) =>
    a.code < b.code ? -1 : 1,
  );
  const families = FAMILIES.flatMap(([digit, title]) => [
    `## ${title}`,
    ...entries.filter(({ code }) => code.startsWith(`TPY${digit}`)).map(section),
  ]);
  return `${[
    MADE,
    "# What Taipan refuses",
    "A program does the same in Node and on a board, or it is refused: with a code that never " +
      "changes, the reason, and what to write instead. Codes that begin with `TS` are " +
      "TypeScript's own. `TPY1000` is a defect of Taipan: please report the program.",
    ...families,
  ].join("\n\n")}\n`;
}

/** docs/subset.md */
export function subsetPage(): string {
  const present = constructs.map(({ name, text, example }) =>
    [`### ${name}`, text, block(example)].join("\n\n"),
  );
  const rows = absences.map(({ what, refusal, example }) => {
    const { code } = catalogue[refusal];
    const shown = `\`\`${example.replaceAll("|", "\\|")}\`\``;
    return `| ${what.replaceAll("|", "\\|")} | [${code}](diagnostics.md#${code.toLowerCase()}) | ${shown} |`;
  });
  return `${[
    MADE,
    "# The subset of TypeScript",
    `Programs are checked by TypeScript ${ts.version} under \`strict\` with the library of ES2023. ` +
      "What is here does the same in Node and on a board; what is not is refused by name, and " +
      "nothing is emitted.",
    "## What it has",
    ...present,
    "## What it means",
    MEANING,
    "## What it has not",
    ["| TypeScript has | refused by | as in |", "|---|---|---|", ...rows].join("\n"),
  ].join("\n\n")}\n`;
}

const MEANING = [
  "- **Names** are Python's: `sendFrame` becomes `send_frame`; `PascalCase` and `UPPER_CASE` stay. Keys of records stay as they are written.",
  "- **`null` and `undefined`** are both `None` where the types tell which is meant, or nothing depends on it; a program that has both in one place, and shows which, gets a value of its own for `null`. In a program that uses a board's modules both are `None`, and where the difference would show it is refused ([TPY2004](diagnostics.md#tpy2004)).",
  "- **Numbers** are ints or floats, found out over the whole program. What is proven to be an int is plain Python (`a // b`, `range(n)`); declare `int` or `float` where it matters. A board's floats have about 22 bits: an int beyond is exact, a fraction is not.",
  "- **Records**, object literals and interfaces of data, are dicts with the names as keys; ordered where the program can see the order. Classes, and interfaces with methods, are reached by attribute.",
  "- **Text** is counted in UTF-16 as in JavaScript; programs with characters beyond U+FFFF may not ask for places in it ([TPY2030](diagnostics.md#tpy2030)).",
  "- **Promises** run in Node's order. A program that imports `asyncio` has Python's coroutines instead: they start when they are awaited, so a call that nobody awaits is refused ([TPY5001](diagnostics.md#tpy5001)).",
  "- **Errors** are Python's exceptions with JavaScript's names and words.",
].join("\n");
