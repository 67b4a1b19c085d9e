// Everything that Taipan refuses, in one place: a permanent code, why, and what to write instead,
// each with a wrong and a right program. docs/diagnostics.md is made of it (`npm run docs`).
// Codes are never given to something else: 1xxx syntax, 2xxx what a type leaves open, 3xxx numbers,
// 4xxx modules and names, 5xxx functions and asynchrony.
import type { CatalogueEntry } from "./entry";
import { functionRefusals } from "./functions";
import { memberRefusals } from "./members";
import { moduleRefusals } from "./modules";
import { numberRefusals } from "./numbers";
import { syntaxRefusals } from "./syntax";
import { valueRefusals } from "./values";

export const catalogue = {
  ...syntaxRefusals,
  ...valueRefusals,
  ...memberRefusals,
  ...numberRefusals,
  ...moduleRefusals,
  ...functionRefusals,
} satisfies Record<string, CatalogueEntry>;

/** Codes of what was refused once and is not any more. */
export const retired: readonly string[] = [
  ...["TPY1005", "TPY1009", "TPY1012"],
  ...["TPY2001", "TPY2002", "TPY2007", "TPY2013", "TPY2018", "TPY2019", "TPY2020", "TPY2021"],
  ...["TPY3002", "TPY3003", "TPY3004", "TPY3005", "TPY3006"],
  "TPY5011",
];

export type Refusal = keyof typeof catalogue;

/** The one line that is told: why, then what to write instead. */
export function messageOf(refusal: Refusal, details: readonly string[]): string {
  const { why, instead } = catalogue[refusal];
  return `${filled(why, details)} ${filled(instead, details)}`;
}

/** `text` with the details in place of `{0}`, `{1}`. */
export function filled(text: string, details: readonly string[]): string {
  return text.replace(/\{(\d)\}/g, (_, index: string) => details[Number(index)] ?? "");
}
