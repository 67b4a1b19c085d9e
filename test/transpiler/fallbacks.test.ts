// `words[9] ?? 0` may be a number where TypeScript says that it is a string: what goes by its word is refused.
import { describe, expect, it } from "vitest";
import { catalogue } from "../../transpiler/diagnostics/catalogue";
import { transpile } from "../../transpiler/index";
import { runsAlike } from "./run-alike";

const WORDS = `const words: string[] = ["a"];\nconst ok = words.length > 0;\n`;

describe("a fallback of another kind", () => {
  it.each([
    `console.log(words[9] ?? 0, \`\${words[9] ?? 5}\`, typeof (words[9] ?? 0), !(words[9] ?? 0));`,
    `console.log("n: " + (words[9] ?? 0), (words[9] ?? 0) + "!", (words[9] ?? 0) === "a");`,
    `if ((words[9] ?? 0) && ok) console.log("yes"); else console.log("no");`,
    `switch (words[9] ?? 0) { case "a": console.log("a"); break; default: console.log("none"); }`,
    `for (const item of words[9] ?? ["x", "y"]) console.log(item, [...(words[9] ?? ["z"])]);`,
    `const word = (words[9] ?? null) satisfies string | null; console.log(word, word === null);`,
    `const word = words[9] || null; while (word && word.length > 0) break; console.log(word && 1 ? 2 : 3);`,
    `function* all(): Generator<string | null> { yield words[9] ?? null; } for (const word of all()) console.log(word);`,
  ])("goes by what it is: %s", (source) => runsAlike(WORDS + source));

  it.each([
    `const word = (words[9] ?? 0) as string; console.log(word + 1);`,
    `const word = (words[9] ?? 0)!; console.log(word + 1);`,
    `const word = (words[9] ?? 0) satisfies string | number; console.log(word + 1);`,
    `const word = (words.pop(), words[9] ?? 0); console.log(word + 1);`,
    `const word = ok && (words[9] ?? 0); console.log(word);`,
    `const word = words[8] ?? (words[9] ?? 0); console.log(word + 1);`,
    `const word = words[9] ?? null; const length = word && word.length; console.log(length);`,
    `async function main() { const word = await (words[9] ?? 5); console.log(word + 1); } main();`,
    `function* all() { yield words[9] ?? 0; } for (const word of all()) console.log(word + 1);`,
    `function show(word = words[9] ?? 0) { console.log(word + 1); } show();`,
    `export default words[9] ?? 0;`,
  ])("is refused where its type counts: %s", (source) => {
    const { diagnostics } = transpile({ "main.ts": WORDS + source }, { entry: "main.ts" });
    expect(diagnostics.map(({ code }) => code)).toContain(catalogue.unsupportedSyntax.code);
  });
});
