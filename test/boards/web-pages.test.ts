import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildWebPages } from "../../boards/web-pages";
import { UserError } from "../../transpiler/cli/command";
import { writeFiles } from "./write-files";

describe("web pages", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "taipan-test-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (files: Record<string, string>) => writeFiles(folder, files);

  const page = '<!doctype html>\n<script type="module" src="live.js"></script>\n';

  it("are HTML as it is, scripts and styles made small, and nothing that only makes them", async () => {
    write({
      "index.html": page,
      "live.ts": 'import { word } from "./word";\nconsole.log(word as string);\n',
      "word.ts": 'export const word: string = "hello";\n',
      "style.css": "body {\n  color: red;\n}\n",
      "help/index.html": '<script src="./help.js"></script>',
      "help/help.ts": "export {};\n",
      "icon.svg": "<svg/>",
      "tsconfig.json": "{}",
    });
    const files = await buildWebPages(folder);
    expect([...files.keys()].sort()).toEqual([
      "help/help.js",
      "help/index.html",
      "icon.svg",
      "index.html",
      "live.js",
      "style.css",
    ]);
    expect(Buffer.from(files.get("index.html") ?? []).toString()).toBe(page);
    expect(Buffer.from(files.get("style.css") ?? []).toString()).toBe("body{color:red}\n");
    expect(Buffer.from(files.get("live.js") ?? []).toString()).toMatch(
      /^\(\(\)=>{.*"hello".*}\)\(\);\n$/,
    );
  });

  it("are the same bytes every time", async () => {
    write({ "index.html": page, "live.ts": "const a = 1;\nconsole.log(a);\n" });
    expect(await buildWebPages(folder)).toEqual(await buildWebPages(folder));
  });

  it.each([
    ["a page names a script that is not there", {}, /live\.js, but there is neither/],
    ["a script has an error", { "live.ts": "const = 1;" }, /live\.ts/],
  ])("are refused when %s", async (_, files, message) => {
    write({ "index.html": page, ...files });
    const failure = buildWebPages(folder);
    await expect(failure).rejects.toThrow(message);
    await expect(failure).rejects.toThrow(UserError);
  });
});
