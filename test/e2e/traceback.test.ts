// An exception on the console of `taipan sim` leads to the TypeScript, whichever engine runs it.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { command } from "./support/simulator";

const folder = mkdtempSync(join(tmpdir(), "taipan-traceback-"));
afterAll(() => rmSync(folder, { recursive: true }));

const source = `import { fail } from "./fail";

function start(): void {
  fail("boom");
}

start();
`;
const failing = `export function fail(why: string): void {
  throw new Error(why);
}
`;

test.each([
  ["python", [/"code\.py", line \d+, in <module> +← main\.ts:7/, /← main\.ts:4/, /← fail\.ts:2/]],
  ["node", [/"main\.ts", line 7/, /"main\.ts", line 4/, /"fail\.ts", line 2/]],
])("%s engine", (engine, frames) => {
  writeFileSync(join(folder, "main.ts"), source);
  writeFileSync(join(folder, "fail.ts"), failing);
  const options = ["sim", "main.ts", "--port", "0", "--engine", engine];
  const { stdout, status } = spawnSync(process.execPath, [command, ...options], {
    cwd: folder,
    encoding: "utf8",
    timeout: 60_000,
  });
  const told = stdout.split("\n").filter((line) => line.startsWith("  File "));
  expect(told.map((line, index) => frames[index]?.test(line) ?? line)).toEqual([true, true, true]);
  expect(status).toBe(1);
});
