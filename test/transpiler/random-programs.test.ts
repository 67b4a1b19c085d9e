// Programs that nobody wrote: what is accepted has to run alike, and most of them are accepted.
import fc from "fast-check";
import { expect, test } from "vitest";
import { transpile } from "../../transpiler/index";
import { program } from "./random/programs";
import { runInCPython } from "./support/run-in-cpython";
import { runInMicroPython } from "./support/run-in-micropython";
import { runInNode } from "./support/run-in-node";

/** How many programs, and which: `RANDOM_PROGRAMS=20000 RANDOM_SEED=7 npx vitest run random`. */
const count = Number(process.env["RANDOM_PROGRAMS"] ?? 500);
const seed = Number(process.env["RANDOM_SEED"] ?? 1);

test(`${count} random programs from seed ${seed}`, { timeout: 0 }, async () => {
  let accepted = 0;
  const refusals = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(program, async (source) => {
      const { modules, diagnostics } = transpile({ "main.ts": source }, { entry: "main.ts" });
      for (const { code } of diagnostics) refusals.set(code, (refusals.get(code) ?? 0) + 1);
      if (diagnostics.length > 0) return;
      accepted++;
      const expected = await runInNode({ "main.ts": source });
      const texts = modules.map(({ text }) => text).join("\n# ---\n");
      for (const run of [runInMicroPython, runInCPython]) {
        const { error, ...actual } = await run(modules);
        expect(actual, `${run.name}: ${error ?? ""}\n${texts}`).toEqual(expected);
      }
    }),
    { numRuns: count, seed, endOnFailure: false },
  );
  console.log(`${accepted} of ${count} accepted`, Object.fromEntries(refusals));
  expect(accepted / count).toBeGreaterThan(0.8);
});
