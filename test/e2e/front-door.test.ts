// The commands that README quotes, run as it quotes them.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { buildBundle } from "../../boards/bundle";
import { loadBoard } from "../../boards/definition";
import { RawReplBoard } from "../../host-sim/repl/raw-repl-board";
import { packageRoot } from "../../transpiler/package-root";

const readme = readFileSync(join(packageRoot, "README.md"), "utf8");
const board = "seeed_xiao_esp32_s3_sense";

function make(...parameters: string[]): string {
  const { status, stdout, stderr } = spawnSync("make", parameters, {
    cwd: packageRoot,
    encoding: "utf8",
    timeout: 120_000,
  });
  expect(status, stdout + stderr).toBe(0);
  return stdout;
}

test("README's handler is a program for a board", async () => {
  const source = /```ts\n([\s\S]+?)```/.exec(readme)?.[1] ?? "";
  const projectRoot = mkdtempSync(join(tmpdir(), "taipan-readme-"));
  try {
    writeFileSync(join(projectRoot, "main.ts"), source);
    const request = { projectRoot, entry: "main.ts", board: loadBoard(board) };
    expect([...(await buildBundle(request)).files.keys()]).toContain("code.py");
  } finally {
    rmSync(projectRoot, { recursive: true });
  }
});

test("make run serves, and Ctrl+C ends it", async () => {
  const child = spawn("make", ["run", "PORT=0"], {
    cwd: packageRoot,
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface({ input: child.stdout! })) {
    const address = /Live at (\S+)/.exec(line)?.[1];
    if (address === undefined) continue;
    expect((await fetch(new URL("status", address))).status).toBe(200);
    break;
  }
  // A terminal sends Ctrl+C to everything in the foreground, make included.
  process.kill(-child.pid!, "SIGINT");
  await once(child, "exit");
});

test("make flash puts the bundle of make build on a board, byte for byte", async () => {
  make("build", `BOARD=${board}`);
  const device = await RawReplBoard.start({});
  try {
    await new Promise<void>((resolve, reject) => {
      const child = spawn("make", ["flash", `BOARD=${board}`, `PORT=${device.address}`], {
        cwd: packageRoot,
        stdio: "ignore",
      });
      child.once("exit", (status) =>
        status === 0 ? resolve() : reject(new Error(`make flash: exit status ${status}`)),
      );
    });
    const folder = join(packageRoot, "dist", board);
    const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as {
      files: { path: string }[];
    };
    expect(manifest.files.length).toBeGreaterThan(40);
    for (const { path } of manifest.files) {
      const copied = device.files().get(path);
      expect(copied && Buffer.from(copied).equals(readFileSync(join(folder, path))), path).toBe(
        true,
      );
    }
    expect(device.restarts).toBe(1);
  } finally {
    await device.close();
  }
});

test("make help lists every target and every variable", () => {
  const makefile = readFileSync(join(packageRoot, "Makefile"), "utf8");
  const [, targets = ""] = /^\.PHONY: (.+)$/m.exec(makefile) ?? [];
  const variables = [...makefile.matchAll(/\$\(if \$\((\w+)\)|^(\w+) \?=|\$\((ENTRY)\)/gm)].map(
    ([, optional, withDefault, entry]) => optional ?? withDefault ?? entry,
  );
  expect(variables).toContain("SETTINGS");
  const listed = make("help");
  for (const name of [...targets.split(" "), ...variables])
    expect(listed).toMatch(new RegExp(`^${name}  `, "m"));
  expect(listed.split("\n").filter((line) => line.length > 80)).toEqual([]);
});

test("make flash without a port says which to name, before it installs anything", () => {
  const plan = spawnSync("make", ["-n", "-W", "requirements.txt", "flash"], {
    cwd: packageRoot,
    encoding: "utf8",
  });
  expect(plan.stdout).not.toMatch(/venv/);
  const { status, stderr } = spawnSync("make", ["flash"], { cwd: packageRoot, encoding: "utf8" });
  expect(status).toBe(2);
  expect(stderr).toMatch(/make flash PORT=\S+/);
});
