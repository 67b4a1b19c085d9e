import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findMpremote, runMpremote } from "../../boards/mpremote";

describe("mpremote", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "taipan-test-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function program(name: string, text: string): string {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `#!/bin/sh\n${text}\n`);
    chmodSync(file, 0o755);
    return file;
  }

  it("is the one that the environment names, before the checkout's, before that on PATH", () => {
    const named = program("named", "");
    const own = program("root/.venv/bin/mpremote", "");
    const onPath = program("bin/mpremote", "");
    const root = join(folder, "root");
    const environment = { PATH: `${join(folder, "empty")}:${dirname(onPath)}` };
    expect(findMpremote({ ...environment, TAIPAN_MPREMOTE: named }, root)).toEqual([named]);
    expect(findMpremote(environment, root)).toEqual([own]);
    expect(findMpremote(environment, join(folder, "other"))).toEqual([onPath]);
  });

  it("is a module of Python where there is no command", () => {
    program("bin/python3", "exit 0");
    const environment = { PATH: join(folder, "bin") };
    expect(findMpremote(environment, folder)).toEqual(["python3", "-m", "mpremote"]);
  });

  it("that is nowhere is told in one line with how to get it", () => {
    program("bin/python3", "exit 1");
    expect(() => findMpremote({ PATH: join(folder, "bin") }, folder)).toThrow(
      /^mpremote.* was not found\. Install it with `pipx install mpremote`.*$/,
    );
    expect(() => findMpremote({ TAIPAN_MPREMOTE: "/nowhere/mpremote" }, folder)).toThrow(
      "TAIPAN_MPREMOTE names /nowhere/mpremote, which does not exist.",
    );
  });

  it("answers with what it said", async () => {
    const command = program("mpremote", 'echo "out $1"; echo err >&2; exit 3');
    expect(await runMpremote([command], ["a b"], { folder, limit: 20_000 })).toEqual({
      status: 3,
      timedOut: false,
      stdout: "out a b\n",
      stderr: "err\n",
    });
  });

  it("is stopped when its time is over", async () => {
    const command = program("mpremote", "exec sleep 600");
    const { status, timedOut } = await runMpremote([command], [], { folder, limit: 50 });
    expect([status, timedOut]).toEqual([null, true]);
  });

  it("that can't be started is told in one line", async () => {
    const failure = runMpremote([join(folder, "none")], [], { folder, limit: 1000 });
    await expect(failure).rejects.toThrow(/^mpremote could not be started \(.*ENOENT.*$/);
  });
});
