// What can be wrong with the files that a user names: each told in one line.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { UserError } from "../../../transpiler/cli/command";
import { settingsIn } from "../../../transpiler/cli/manifest";
import { programFiles } from "../../../transpiler/cli/program-files";
import { openProject } from "../../../transpiler/cli/project";
import { transpile } from "../../../transpiler/index";
import { packageRoot } from "../../../transpiler/package-root";
import { readText } from "../../../transpiler/cli/read-text";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "taipan-test-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).message).not.toContain("\n");
    return (error as UserError).message;
  }
  throw new Error("nothing was refused");
}

describe("a program", () => {
  it("passes by folders that have the name of an import", () => {
    mkdirSync(join(folder, "folder.ts"));
    mkdirSync(join(folder, "deep", "index.ts"), { recursive: true });
    write("main.ts", 'import "./folder.ts";\nimport "./folder";\nimport "./deep";\n');
    expect(Object.keys(programFiles({ entry: "main.ts", folder }).files)).toEqual(["main.ts"]);
  });

  it("may declare modules that have no typings here, in a file that it refers to", () => {
    const lines = ['import * as touchio from "touchio";', "console.log(touchio.count);"];
    write("main.ts", ['/// <reference path="./pins.d.ts" />', ...lines, ""].join("\n"));
    write("pins.d.ts", 'declare module "touchio" {\n  export const count: int;\n}\n');
    const program = programFiles({ entry: "main.ts", folder });
    const { modules, diagnostics } = transpile(program.files, program);
    expect(diagnostics).toEqual([]);
    expect(modules.map(({ path }) => path)).toEqual(["main.py"]);
    expect(modules[0]?.text).toBe("import touchio\n\nprint(touchio.count)\n");
  });

  it("may lie outside of the working folder, and reach above its own", () => {
    write("deep/main.ts", 'import { a } from "../other";\nconsole.log(a);\n');
    write("other.ts", "export const a = 1;\n");
    const program = programFiles({
      entry: join(folder, "deep", "main.ts"),
      folder: join(folder, "none"),
    });
    const { files } = program;
    expect(Object.keys(files)).toEqual(["deep/main.ts", "other.ts"]);
    expect(transpile(files, program).modules.map(({ path }) => path)).toEqual([
      "main.py",
      "other.py",
    ]);
  });

  it("may import the packages from anywhere, and lie inside of one", () => {
    write("main.ts", 'import { OK_200 } from "taipan_http";\nconsole.log(OK_200.code);\n');
    const outside = programFiles({ entry: "main.ts", folder });
    const place = "node_modules/taipan/firmware-ts/http";
    expect(outside.packages).toEqual({ taipan_http: place });
    expect(Object.keys(outside.files)).toContain(`${place}/index.ts`);
    const inside = programFiles({ entry: "firmware-ts/http/text.ts", folder: packageRoot });
    expect(inside.entry).toBe("firmware-ts/http/text.ts");
    const far = programFiles({ entry: join(packageRoot, "firmware-ts/http/text.ts"), folder });
    expect(far.entry in far.files).toBe(true);
  });

  it("is no folder", () => {
    mkdirSync(join(folder, "main.ts"));
    expect(refusal(() => programFiles({ entry: "main.ts", folder }))).toBe(
      `There is no file main.ts in ${folder}.`,
    );
  });

  it("is UTF-8, in every file", () => {
    write("main.ts", 'import "./other";\n');
    write("other.ts", Buffer.from('console.log("a");\r\nconsole.log("\xff");\n', "latin1"));
    expect(refusal(() => programFiles({ entry: "main.ts", folder }))).toBe(
      "other.ts:2: the file is not UTF-8 text. Save it as UTF-8.",
    );
  });
});

describe("a text", () => {
  it("keeps its byte order mark", () => {
    expect(readText(write("a.txt", "\ufeffé"))).toBe("\ufeffé");
  });

  it("that ends inside a character is told with its last line", () => {
    const path = write("a.txt", Buffer.of(0x61, 0x0a, 0xe2, 0x82));
    expect(refusal(() => readText(path, "a.txt"))).toMatch(/^a\.txt:2: /);
  });

  it("is no folder, and there", () => {
    expect(refusal(() => readText(folder, "settings"))).toBe("settings is a folder. Name a file.");
    expect(refusal(() => readText(join(folder, "none"), "none"))).toMatch(
      /^none can't be read \(ENOENT/,
    );
  });
});

describe("package.json", () => {
  const cases: [text: string, says: RegExp][] = [
    ["{", /package\.json is not valid JSON\.$/],
    ['{ "taipan": { "entry": 5 } }', /package\.json: "taipan": \{ "entry" \} is a path/],
    ['{ "taipan": { "web": ["a"] } }', /package\.json: "taipan": \{ "web" \} is a path/],
  ];
  it.each(cases)("%s is refused", (text, says) => {
    expect(refusal(() => settingsIn(write("package.json", text)))).toMatch(says);
  });

  it("may begin with a byte order mark", () => {
    const manifest = write("package.json", '\uFEFF{ "taipan": { "entry": "main.ts" } }');
    expect(settingsIn(manifest)).toEqual({ entry: "main.ts" });
  });

  it.each(["null", "[]", '{ "taipan": null }', "{}"])("%s names no entry", (text) => {
    write("package.json", text);
    expect(refusal(() => openProject(undefined, folder))).toMatch(/^No entry: name one/);
  });

  it("names the entry, and is looked for in the folders above", () => {
    write("package.json", '{ "taipan": { "entry": "src/main.ts" } }');
    write("other/deep/two.ts", "");
    write("src/main.ts", "");
    expect(openProject(undefined, join(folder, "src"))).toEqual({
      root: folder,
      entry: "src/main.ts",
    });
    expect(openProject("deep/two.ts", join(folder, "other"))).toEqual({
      root: folder,
      entry: join("other", "deep", "two.ts"),
    });
    write("other/package.json", "{}");
    expect(openProject("deep/two.ts", join(folder, "other")).root).toBe(join(folder, "other"));
    expect(() => openProject(undefined, join(folder, "other"))).toThrow(/No entry/);
  });
});
