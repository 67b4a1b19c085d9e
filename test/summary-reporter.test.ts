// What a run says at its end, of a run of its own (fixtures/skipped-tests.ts).
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../transpiler/package-root";

function run(...options: string[]): string[] {
  const vitest = join(packageRoot, "node_modules", "vitest", "vitest.mjs");
  const { stdout } = spawnSync(
    process.execPath,
    [vitest, "run", "--config=test/fixtures/vitest.config.ts", ...options],
    { cwd: packageRoot, encoding: "utf8" },
  );
  return stdout.trimEnd().split("\n");
}

test("every test that was not run has its reason, and a suite that could not start has failed", () => {
  expect(run("-t", "board is not|names|passes")).toEqual([
    "skipped: a suite without its board > is not run: its suite could not start: the board does not answer",
    "skipped: names its reason: curl is not installed",
    "skipped: names none: its file gives no reason",
    "1 passed, 1 failed, 3 skipped",
  ]);
});
