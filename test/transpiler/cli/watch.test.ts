// `--watch` as a real process: it goes on after problems, and ends well with Ctrl+C.
import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { packageRoot } from "../../../transpiler/package-root";

const command = join(packageRoot, "build", "taipan.js");
const SECONDS = 1000;

let folder: string;
let running: ChildProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "taipan-watch-"));
});
afterEach(() => {
  running?.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

/** Runs a command, whose output is waited for part by part. */
function watch(...parameters: string[]) {
  const child = spawn(process.execPath, [command, ...parameters, "--watch"], { cwd: folder });
  running = child;
  let output = "";
  let look = (): void => undefined;
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      look();
    });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  /** All that is printed until `pattern` is; later calls begin after it. */
  const until = (pattern: RegExp): Promise<string> =>
    new Promise((resolve) => {
      look = () => {
        const found = pattern.exec(output);
        if (found === null) return;
        const end = found.index + found[0].length;
        resolve(output.slice(0, end));
        output = output.slice(end);
        look = () => undefined;
      };
      look();
    });
  const interrupt = (): Promise<number | null> => {
    child.kill("SIGINT");
    return ended;
  };
  return { until, interrupt };
}

const READY = /Watching \d+ files?; Ctrl\+C ends\.\n/;

describe("--watch", { timeout: 120 * SECONDS }, () => {
  test("checks again after a change, problems or not, and a file that was missed", async () => {
    write("main.ts", 'import { twice } from "./tools/twice";\nconsole.log(twice(2));\n');
    const { until, interrupt } = watch("check", "main.ts");
    expect(await until(READY)).toMatch(/neither part of the program[^]*Failed in \d+ ms/);
    mkdirSync(join(folder, "tools"));
    write("tools/twice.ts", "export const twice = (n: number): number => n * 2;\n");
    expect(await until(READY)).toMatch(/twice\.ts has changed\.\n2 files, no problems\.\nDone in/);
    write("tools/twice.ts", "export const twice = (n: string): string => n;\n");
    expect(await until(READY)).toMatch(/TS2345[^]*Failed/);
    write("tools/twice.ts", "export const twice = (n: number): number => n + n;\n");
    expect(await until(READY)).toMatch(/no problems/);
    expect(await interrupt()).toBe(0);
  });

  test("writes what changed, as a new process would", async () => {
    write("tools.ts", "export const LIST = [1, 2];\nexport const scale = 3;\n");
    write("main.ts", 'import { LIST, scale } from "./tools";\nconsole.log(LIST[0]! * scale);\n');
    const { until, interrupt } = watch("transpile", "main.ts", "--out", "out");
    await until(READY);
    write("main.ts", 'import { LIST } from "./tools";\nLIST.push(0.5);\nconsole.log(LIST[2]);\n');
    await until(READY);
    expect(await interrupt()).toBe(0);
    const emitted = readFileSync(join(folder, "out", "main.py"), "utf8");
    const fresh = watch("transpile", "main.ts", "--out", "fresh");
    await fresh.until(READY);
    await fresh.interrupt();
    expect(emitted).toBe(readFileSync(join(folder, "fresh", "main.py"), "utf8"));
  });

  test("builds again when a page changes", async () => {
    write("package.json", '{ "taipan": { "entry": "main.ts", "web": "pages" } }');
    write("main.ts", "console.log(1);\n");
    mkdirSync(join(folder, "pages"));
    write("pages/index.html", "<p>one</p>");
    const { until, interrupt } = watch("build", "--out", "out");
    await until(READY);
    write("pages/index.html", "<p>two</p>");
    expect(await until(READY)).toMatch(/index\.html has changed/);
    expect(readFileSync(join(folder, "out", "www", "index.html"), "utf8")).toContain("two");
    expect(await interrupt()).toBe(0);
  });

  test("needs a file", async () => {
    const child = spawn(process.execPath, [command, "check", "-", "--watch"], { cwd: folder });
    running = child;
    child.stdin.end("");
    expect(await new Promise((resolve) => child.on("close", resolve))).toBe(2);
  });
});
