// Programs that were written without a look at the transpiler, as its users write them: each runs
// alike or is refused by name, and at least four in five are accepted.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { transpile } from "../../transpiler/index";
import { modulesRunAlike } from "./run-alike";
import type { ProgramFiles } from "./support/outcome";

const FOLDER = join(import.meta.dirname, "corpus");

/** `### name` begins a program, `//// file` one of its files; the first is the entry. */
function programsIn(text: string): [name: string, files: ProgramFiles][] {
  return text
    .split(/^### /m)
    .slice(1)
    .map((program) => {
      const [, name = "", source = ""] = /^(.*)\n([^]*)$/.exec(program) ?? [];
      const parts = source.split(/^\/\/\/\/ (.*)\n/m).slice(1);
      const files = parts.flatMap((file, index) =>
        index % 2 === 0 ? [[file.trim(), parts[index + 1] ?? ""] as const] : [],
      );
      return [name.trim(), files.length === 0 ? { "main.ts": source } : Object.fromEntries(files)];
    });
}

/** Programs that do differ: whoever mends one of them moves it to the others. */
const KNOWN = "known-differences.txt";

test.fails.each(programsIn(readFileSync(join(FOLDER, KNOWN), "utf8")))(
  "%s is known to differ",
  async (_, files) => {
    const [entry = ""] = Object.keys(files);
    await modulesRunAlike(transpile(files, { entry }).modules, files);
  },
);

const others = readdirSync(FOLDER).filter((name) => name !== KNOWN);

describe.each(others.sort())("%s", (file) => {
  const programs = programsIn(readFileSync(join(FOLDER, file), "utf8"));
  let accepted = 0;
  let refused = 0;

  test.each(programs)("%s", async (_, files) => {
    const [entry = ""] = Object.keys(files);
    const { modules, diagnostics } = transpile(files, { entry });
    // What TypeScript itself objects to is no program.
    expect(diagnostics.filter(({ code }) => !code.startsWith("TPY"))).toEqual([]);
    if (diagnostics.length > 0) {
      refused++;
      return;
    }
    accepted++;
    await modulesRunAlike(modules, files);
  });

  afterAll(() => {
    // Some of them by their names say nothing about the share of all.
    if (accepted + refused < programs.length) return;
    expect(accepted / (accepted + refused), `accepted of ${file}`).toBeGreaterThan(0.6);
  });
});
