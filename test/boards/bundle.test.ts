import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildBundle, DiagnosticsError } from "../../boards/bundle";
import { defaultBoardId, listBoards, loadBoard } from "../../boards/definition";
import { openProject } from "../../transpiler/cli/project";
import { packageRoot } from "../../transpiler/package-root";
import { writeFiles } from "./write-files";

const libraries = [
  "lib/adafruit_ticks.py",
  "lib/asyncio/__init__.py",
  "lib/asyncio/core.py",
  "lib/asyncio/event.py",
  "lib/asyncio/funcs.py",
  "lib/asyncio/lock.py",
  "lib/asyncio/stream.py",
  "lib/asyncio/task.py",
  "lib/asyncio/traceback.py",
];

describe("a bundle", () => {
  const board = loadBoard("seeed_xiao_esp32_s3_sense");
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "taipan-test-"));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const write = (files: Record<string, string>) => writeFiles(root, files);

  it("has the entry and its modules, packages and libraries under lib, pages under www", async () => {
    write({
      "package.json": '{ "taipan": { "entry": "src/main.ts", "web": "pages" } }',
      "src/main.ts":
        'import * as asyncio from "asyncio";\nimport { BOARD_ID } from "taipan_board";\n' +
        'import { twice } from "./number-tools";\n' +
        "async function main(): Promise<void> {\n  console.log(twice(21), BOARD_ID);\n}\n" +
        "asyncio.run(main());\n",
      "src/number-tools.ts": "export function twice(n: int): int {\n  return n * 2;\n}\n",
      "pages/index.html": "<h1>Hello</h1>\n",
    });
    const { files, maps } = await buildBundle({ projectRoot: root, entry: "src/main.ts", board });
    expect([...files.keys()]).toEqual(
      ["code.py", ...libraries, "lib/taipan_board.py", "number_tools.py", "www/index.html"].sort(),
    );
    expect([...maps.keys()]).toEqual(["code.py", "lib/taipan_board.py", "number_tools.py"]);
    expect(Buffer.from(files.get("lib/taipan_board.py") ?? []).toString()).toContain(
      'BOARD_ID = "seeed_xiao_esp32_s3_sense"',
    );
  });

  it("carries neither libraries that nothing imports nor the pages of another entry", async () => {
    write({
      "package.json": '{ "taipan": { "entry": "src/main.ts", "web": "pages" } }',
      "src/main.ts": "console.log(1);\n",
      "other.ts": 'console.log("import asyncio");\n',
      "pages/index.html": "<h1>Hello</h1>\n",
    });
    const names = async (entry: string) => [
      ...(await buildBundle({ projectRoot: root, entry, board })).files.keys(),
    ];
    expect(await names("src/main.ts")).toEqual(["code.py", "www/index.html"]);
    expect(await names("other.ts")).toEqual(["code.py"]);
  });

  it("is not made of a program that is refused, and every reason is told", async () => {
    write({ "main.ts": "const a: string = 1;\nconst b: string = 2;\nconsole.log(a, b);\n" });
    const failure: unknown = await buildBundle({
      projectRoot: root,
      entry: "main.ts",
      board,
    }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(DiagnosticsError);
    const { diagnostics } = failure as DiagnosticsError;
    expect(diagnostics.map(({ code, file, line }) => [code, file, line])).toEqual([
      ["TS2322", "main.ts", 1],
      ["TS2322", "main.ts", 2],
    ]);
  });
});

describe("the camera application", () => {
  const { root, entry } = openProject(undefined, packageRoot);

  it.each(listBoards())("is bundled for $id", async (board) => {
    const { files } = await buildBundle({ projectRoot: root, entry, board });
    const names = [...files.keys()];
    for (const name of ["code.py", "lib/taipan_http/__init__.py", "www/index.html", ...libraries]) {
      expect(names).toContain(name);
    }
    expect(names.filter((name) => !/^(code\.py$|lib\/|www\/)/.test(name))).toEqual([]);
  });

  it("is the same bytes every time", async () => {
    const request = { projectRoot: root, entry, board: loadBoard(defaultBoardId) };
    const first = await buildBundle(request);
    expect((await buildBundle(request)).files).toEqual(first.files);
  });
});
