// `taipan check` and `taipan transpile`, as the command prints.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packageRoot } from "../../../transpiler/package-root";

const command = join(packageRoot, "build", "taipan.js");
const hello = join(packageRoot, "examples", "hello.ts");

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "taipan-commands-"));
  const files = {
    "main.ts":
      'import { twice } from "./tools";\nimport { OK_200 } from "taipan_http";\n' +
      "console.log(twice(4), OK_200.code);\n",
    "tools.ts": "export function twice(n: int): int {\n  return n * 2;\n}\n",
    "wrong.ts": 'const a: string = 1;\nconst b: int = "";\nconsole.log(a, b);\n',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (parameters: string[], input = "") =>
  spawnSync(process.execPath, [command, ...parameters], { cwd: folder, encoding: "utf8", input });

describe("transpile", () => {
  test("prints the program, and names the libraries that it does not print", () => {
    const { stdout, stderr, status } = run(["transpile", "main.ts"]);
    expect(status).toBe(0);
    expect([...stdout.matchAll(/^# --- (.+) ---$/gm)].map(([, path]) => path)).toEqual([
      "main.py",
      "tools.py",
    ]);
    expect(stderr).toMatch(/^Not shown: taipan_http.*--all/);
  });

  test("prints everything with --all", () => {
    const { stdout, stderr } = run(["transpile", "main.ts", "--all"]);
    expect(stdout).toMatch(/^# --- taipan_http\/server\.py ---$/m);
    expect(stdout).toMatch(/^# --- main\.py ---$/m);
    expect(stderr).toBe("");
  });

  test("writes and lists everything, asked for in either way", () => {
    const { stdout, status } = run(["transpile", "main.ts", "--json", "--out", "written"]);
    expect(status).toBe(0);
    const { modules, diagnostics } = JSON.parse(stdout) as {
      modules: { path: string; text: string; map: object }[];
      diagnostics: unknown[];
    };
    expect(diagnostics).toEqual([]);
    expect(modules.map(({ path }) => path)).toContain("taipan_http/__init__.py");
    expect(modules.find(({ path }) => path === "main.py")?.map).not.toEqual({});
    for (const { path, text } of modules)
      expect(readFileSync(join(folder, "written", path), "utf8"), path).toBe(text);
  });

  test("reads standard input, which may import the packages and the files of the folder", () => {
    const { stdout, status } = run(
      ["transpile", "-"],
      readFileSync(join(folder, "main.ts"), "utf8"),
    );
    expect(status).toBe(0);
    expect(stdout).toMatch(/^# --- tools\.py ---\ndef twice/m);
    expect(stdout).toMatch(/^# --- main\.py ---\nfrom taipan_http import OK_200$/m);
  });

  test("says in one line that a folder can't be written", () => {
    const { stderr, status } = run(["transpile", "tools.ts", "--out", "main.ts"]);
    expect(stderr).toMatch(/^taipan: main\.ts can't be written \(.+\)\.\n$/);
    expect(status).toBe(1);
  });
});

test("an output that is closed, or full, is no crash", () => {
  const piped = (line: string) =>
    spawnSync("bash", ["-c", `"$0" "$1" transpile main.ts ${line}`, process.execPath, command], {
      cwd: folder,
      encoding: "utf8",
    });
  const closed = piped("| head -c 0; exit ${PIPESTATUS[0]}");
  expect([closed.status, closed.stderr.replace(/^Not shown.*\n/, "")]).toEqual([0, ""]);
  if (!existsSync("/dev/full")) return;
  const full = piped("> /dev/full");
  expect([full.status, full.stderr]).toEqual([
    1,
    expect.stringMatching(
      /^(Not shown.*\n)?taipan: the standard output can't be written \(.*\)\.\n$/,
    ),
  ]);
});

test.runIf(existsSync("/proc/self"))("a folder in which none can be made is told", () => {
  const { status, stderr } = run(["transpile", "main.ts", "--out", "/proc/taipan/out"]);
  expect([status, stderr]).toEqual([
    1,
    expect.stringMatching(/^taipan: \/proc\/taipan\/out can't be written \(ENOENT.*\)\.\n$/),
  ]);
});

describe("traceback", () => {
  test("shows the TypeScript of a written program", () => {
    run(["transpile", "tools.ts", "--out", "traced"]);
    const said = 'Traceback (most recent call last):\r\n  File "tools.py", line 2, in twice\r\n';
    const { stdout, status } = run(["traceback", "--from", "traced"], said);
    expect(stdout.split("\n").slice(1, 3)).toEqual([
      '  File "tools.py", line 2, in twice  ← tools.ts:2 in twice',
      "    return n * 2;",
    ]);
    expect(status).toBe(0);
  });

  test.each([
    [["traceback"], /^taipan: Of which build\? .*--from dist\/BOARD\.\n$/, 2],
    [["traceback", "none.txt", "--from", "traced"], /no file none\.txt/, 2],
    [["traceback", "--from", "nowhere"], /no source maps in nowhere/, 1],
  ])("%j is told in one line", (parameters, says, status) => {
    const result = run(parameters);
    expect(result.stderr).toMatch(says);
    expect(result.status).toBe(status);
  });
});

test("a map that holds something else is told", () => {
  expect(run(["transpile", "main.ts", "--out", "mapped"]).status).toBe(0);
  for (const text of ["null", "{}", '{"sources":["a"],"sourcesContent":[1],"mappings":"AAAA"}']) {
    writeFileSync(join(folder, "mapped", "main.py.map"), text);
    const { status, stderr } = run(["traceback", "--from", "mapped"]);
    expect([status, stderr], text).toEqual([1, expect.stringMatching(/is no source map\.\n$/)]);
  }
});

describe("check", () => {
  test("says how many files have no problems", () => {
    expect(run(["check", "tools.ts"])).toMatchObject({
      stdout: "1 file, no problems.\n",
      stderr: "",
      status: 0,
    });
    expect(run(["check", hello]).stdout).toMatch(/^\d+ files, no problems\.\n$/);
  });

  test("ends with how many problems there are", () => {
    const { stdout, stderr, status } = run(["check", "wrong.ts"]);
    expect(stdout).toBe("");
    expect(stderr).toMatch(
      /^wrong\.ts:1:7 [^]+\n\nwrong\.ts:2:7 [^]+\n\n2 problems in 1 file\.\n$/,
    );
    expect(status).toBe(1);
  });

  test("prints JSON and nothing else with --json", () => {
    expect(JSON.parse(run(["check", "tools.ts", "--json"]).stdout)).toEqual({ diagnostics: [] });
    const { stdout, stderr } = run(["check", "wrong.ts", "--json"]);
    expect(JSON.parse(stdout).diagnostics).toHaveLength(2);
    expect(stderr).toBe("");
  });
});
