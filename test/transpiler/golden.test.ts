// TypeScript beside the Python that it becomes, for reading. `npx vitest run golden -u` writes them anew.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emitText, runsAlike } from "./run-alike";

const FOLDER = join(import.meta.dirname, "golden");
const MOST = 12;

const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.replace(/\.ts$/, ""));

describe("golden texts", () => {
  it("are few", () => expect(names.length).toBeLessThanOrEqual(MOST));

  it.each(names)("%s", async (name) => {
    const source = readFileSync(join(FOLDER, `${name}.ts`), "utf8");
    await runsAlike(source);
    await expect(emitText(source)).toMatchFileSnapshot(join(FOLDER, `${name}.py`));
  });
});
