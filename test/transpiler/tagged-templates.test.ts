// Tagged templates and String.raw.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const cases: Record<string, string> = {
  "String.raw":
    "console.log(String.raw`C:\\new\\table`, String.raw`a${1 + 1}\\n${'x'}`, String.raw``, String.raw`\\u00e9 {x} ${[1].length}`);",
  "texts and values":
    "function html(texts: TemplateStringsArray, ...values: (string | number)[]): string { return texts.reduce((all, text, i) => all + text + (i < values.length ? String(values[i]).replace(/</g, '&lt;') : ''), ''); } console.log(html`<b>${'<x>'}</b> ${3}`, html`plain`);",
  "raw texts":
    "function dump(texts: TemplateStringsArray, ...values: number[]) { console.log(texts.length, texts[0], texts.raw[0], values.length, texts); } dump`a\\tb${1}c${2}`; dump`none`;",
  "order of evaluation":
    "const sum = (texts: TemplateStringsArray, ...n: number[]): number => n.reduce((a, b) => a + b, 0); let i = 0; console.log(sum`${1}${2.5}`, sum`${i++}x${i++}y${i}`, i, sum`${1}` / 2);",
  "a tag that is made by a call":
    "const joined = (by: string) => (texts: TemplateStringsArray, ...values: string[]) => texts.map((text, i) => text + (values[i] ?? '')).join(by); console.log(joined('|')`a${'b'}c${'d'}e`);",
  "a static method":
    "class Query { static sql(texts: TemplateStringsArray, ...values: (string | number)[]) { return { text: texts.join('?'), values }; } } console.log(Query.sql`select ${1} from ${'t'}`);",
  "parameters of their own":
    "function t(texts: TemplateStringsArray, a: number, b: string = 'none') { return texts.length + a + b; } console.log(t`x${1}y`, t`${2}${'q'}`);",
};

describe("tagged templates", () => {
  for (const [name, source] of Object.entries(cases)) it(name, () => runsAlike(source));
});
