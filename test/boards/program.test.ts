import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadBoard } from "../../boards/definition";
import { collectProgram } from "../../boards/program";
import { webFolder } from "../../boards/web-folder";
import { UserError } from "../../transpiler/cli/command";
import { writeFiles } from "./write-files";

describe("a program", () => {
  let root: string;
  const board = loadBoard("firebeetle2_esp32s3");
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "taipan-test-"));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const write = (files: Record<string, string>) => writeFiles(root, files);

  it("is what its entry reaches", () => {
    write({
      "src/main.ts":
        'import { a } from "./a";\nimport * as time from "time";\nexport * from "./b";\n',
      "src/a.ts": 'import type { C } from "../c";\nexport const a = 1;\n',
      "src/b/index.ts": 'import "./round";\n',
      "src/b/round.ts": 'import ".";\n',
      "c.ts": "export interface C {}\n",
      "src/unused.ts": "export {};\n",
    });
    const program = collectProgram({ projectRoot: root, entry: "src/main.ts", board });
    expect(Object.keys(program.files).sort()).toEqual([
      "c.ts",
      "src/a.ts",
      "src/b/index.ts",
      "src/b/round.ts",
      "src/main.ts",
    ]);
    expect(program.entry).toBe("src/main.ts");
    expect(program.packages).toEqual({});
  });

  it("brings the packages that it imports, and its board", () => {
    write({ "main.ts": 'import { BOARD_ID } from "taipan_board";\nimport "taipan_http";\n' });
    const { files, packages, typings } = collectProgram({
      projectRoot: root,
      entry: "main.ts",
      board,
    });
    expect(packages).toEqual({
      taipan_board: "taipan_board.ts",
      taipan_http: "node_modules/taipan/firmware-ts/http",
    });
    expect(files["taipan_board.ts"]).toContain("firebeetle2_esp32s3");
    expect(Object.keys(typings).sort()).toEqual(["axp313a.d.ts", "board.d.ts"]);
  });

  it("without an entry is refused", () => {
    expect(() => collectProgram({ projectRoot: root, entry: "main.ts", board })).toThrow(UserError);
    write({ "main.ts/index.ts": "" });
    expect(() => collectProgram({ projectRoot: root, entry: "main.ts", board })).toThrow(
      /^There is no file main\.ts in /,
    );
  });

  it("passes by folders that have the name of an import", () => {
    write({ "main.ts": 'import "./a.ts";\nimport "./b";\n', "a.ts/x": "", "b/index.ts/x": "" });
    const { files } = collectProgram({ projectRoot: root, entry: "main.ts", board });
    expect(Object.keys(files)).toEqual(["main.ts"]);
  });

  it("has pages only where package.json says so", () => {
    const project = { root, entry: "main.ts" };
    expect(webFolder(project)).toBe(null);
    write({ "package.json": '{ "taipan": { "web": "pages" } }' });
    expect(() => webFolder(project)).toThrow(/names the folder pages for pages/);
    write({ "pages/index.html": "" });
    expect(webFolder(project)).toBe(join(root, "pages"));
    write({ "package.json": '{ "taipan": { "entry": "./main.ts", "web": "pages" } }' });
    expect(webFolder(project)).toBe(join(root, "pages"));
    expect(webFolder({ root, entry: "other.ts" })).toBe(null);
    write({ "package.json": "{" });
    expect(() => webFolder(project)).toThrow(/package\.json is not valid JSON\.$/);
  });
});
