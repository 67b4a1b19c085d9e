// docs/testing.md: its examples are tests that run here as they stand there, and what it and the file
// for GitHub Actions tell to run is there.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { transformSync } from "esbuild";
import { check } from "prettier";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { VirtualBoard } from "../../host-sim/index";
import { packageRoot } from "../../transpiler/package-root";
import { quotedCommands } from "./support/front-door";

const read = (path: string): string => readFileSync(join(packageRoot, path), "utf8");

const page = read("docs/testing.md");
const workflow = read("docs/ci/test.yml");
const blocks = [...page.matchAll(/```ts\n([\s\S]+?)```/g)].map(([, text = ""]) => text);
const imports = /^import .+;\n/gm;

describe("the examples", () => {
  for (const block of blocks) {
    const { code } = transformSync(block.replace(imports, ""), {
      loader: "ts",
      target: "es2022",
    });
    new Function("test", "expect", "VirtualBoard", code)(test, expect, VirtualBoard);
  }

  test("begin with examples/hello.test.ts, to the letter", () => {
    expect(blocks[0]).toBe(read("examples/hello.test.ts"));
  });

  test("are typed as they say", () => {
    const head = blocks[0]!.match(imports)!.join("");
    const text = `${head}${blocks.map((block) => block.replace(imports, "")).join("\n")}`;
    expect(problemsOf("examples/page.test.ts", text)).toEqual([]);
  });
});

/** What TypeScript says of a file that is nowhere but in this test. */
function problemsOf(name: string, text: string): string[] {
  const path = join(packageRoot, name);
  const { config } = ts.readConfigFile(join(packageRoot, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, packageRoot);
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (file) => file === path || fileExists(file);
  host.getSourceFile = (file, ...rest) =>
    file === path ? ts.createSourceFile(file, text, rest[0]) : getSourceFile(file, ...rest);
  const program = ts.createProgram([path], options, host);
  const file = program.getSourceFile(path);
  const problems = [
    ...program.getSyntacticDiagnostics(file),
    ...program.getSemanticDiagnostics(file),
  ];
  return problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

describe("the commands", () => {
  const readme = quotedCommands(read("README.md"));
  const steps = [...workflow.matchAll(/^ +- run: (.+)$/gm)].map(([, step = ""]) => step);

  test("of the page are README's, whose tests run them", () => {
    expect(quotedCommands(page).filter((command) => !readme.includes(command))).toEqual(
      ["make build"].filter((command) => !readme.includes(command)),
    );
  });

  test("of the workflow are README's, too, and it is YAML in good order", async () => {
    expect(steps.length).toBeGreaterThan(1);
    expect(steps.filter((step) => !readme.includes(step))).toEqual([]);
    expect(await check(workflow, { parser: "yaml" })).toBe(true);
  });
});

test("a project of one's own, beside the checkout", () => {
  const folder = mkdtempSync(join(tmpdir(), "taipan-own-"));
  try {
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(packageRoot, join(folder, "node_modules", "taipan"));
    symlinkSync(
      join(packageRoot, "node_modules", "vitest"),
      join(folder, "node_modules", "vitest"),
    );
    const settings = { type: "module", taipan: { entry: "main.ts" } };
    writeFileSync(join(folder, "package.json"), JSON.stringify(settings));
    writeFileSync(join(folder, "main.ts"), read("examples/hello.ts"));
    const own = read("examples/hello.test.ts").replaceAll(
      /\{ entry: "examples\/hello.ts" \}/g,
      "{}",
    );
    writeFileSync(join(folder, "main.test.ts"), own);
    const vitest = join(packageRoot, "node_modules", "vitest", "vitest.mjs");
    const { stdout, status } = spawnSync(
      process.execPath,
      [vitest, "run", "--testTimeout", "60000"],
      {
        cwd: folder,
        encoding: "utf8",
      },
    );
    expect(stdout).toMatch(/2 passed/);
    expect(status).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
