// ARCHITECTURE.md shows a piece of the firmware in both languages: the real one, as it is today.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildBundle } from "../../boards/bundle";
import { defaultBoardId, loadBoard } from "../../boards/definition";
import { openProject } from "../../transpiler/cli/project";
import { packageRoot } from "../../transpiler/package-root";

const page = readFileSync(join(packageRoot, "ARCHITECTURE.md"), "utf8");
const SOURCE = "firmware-ts/http/x-mixed-replace-response.ts";
const EMITTED = "lib/taipan_http/x_mixed_replace_response.py";

/** The lines of a code block, without indentation and empty lines. */
const lines = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

function block(language: string): string[] {
  return lines(new RegExp(`\`\`\`${language}\n([\\s\\S]+?)\`\`\``).exec(page)![1]!);
}

test("the TypeScript is the library's", () => {
  const source = lines(readFileSync(join(packageRoot, SOURCE), "utf8"));
  expect(block("ts").filter((line) => !source.includes(line))).toEqual([]);
});

test("the Python is what is emitted", async () => {
  const { root, entry } = openProject(undefined);
  const { files } = await buildBundle({
    projectRoot: root,
    entry,
    board: loadBoard(defaultBoardId),
  });
  const emitted = lines(Buffer.from(files.get(EMITTED)!).toString());
  expect(block("python").filter((line) => !emitted.includes(line))).toEqual([]);
});
