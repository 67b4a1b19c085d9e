import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { boardCommands } from "../../boards/cli/commands";
import type { Manifest } from "../../boards/manifest";
import { RawReplBoard } from "../../host-sim/repl/raw-repl-board";

describe("the commands about boards", () => {
  let folder: string;
  let printed: string[];
  let told: string[];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "taipan-test-"));
    printed = [];
    told = [];
    vi.spyOn(console, "log").mockImplementation((text: string) => void printed.push(text));
    vi.spyOn(console, "error").mockImplementation((text: string) => void told.push(text));
  });
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true });
  });

  async function run(name: string, values: Record<string, string>, ...positionals: string[]) {
    const command = boardCommands.find((candidate) => candidate.name === name);
    return command?.run({ values, positionals });
  }

  it("list the boards with their cameras", async () => {
    expect(await run("boards", {})).toBe(0);
    expect(printed.join("\n")).toMatch(
      /seeed_xiao_esp32_s3_sense \(default\)\n.*ESP32S3, 8 MB flash, 8 MB PSRAM; camera OV2640/,
    );
  });

  it("refuse a board that is not known, and flash without a port", async () => {
    await expect(run("build", { board: "arduino" })).rejects.toMatchObject({ exitStatus: 2 });
    await expect(run("flash", {})).rejects.toMatchObject({
      exitStatus: 2,
      message: expect.stringMatching(
        /make flash PORT=\/dev\/ttyACM0.*`\.venv\/bin\/mpremote connect list`/,
      ),
    });
  });

  it("tell why a program is refused, with status 1", async () => {
    const entry = join(folder, "main.ts");
    writeFileSync(entry, "const a: string = 1;\nconsole.log(a);\n");
    expect(await run("build", { out: join(folder, "out") }, entry)).toBe(1);
    expect(told.join("\n")).toMatch(/^main\.ts:1:7 - error TS2322: [^]*\n\n1 problem in 1 file\.$/);
  });

  it("put on a board what they build, byte for byte", async () => {
    const out = join(folder, "out");
    expect(await run("build", { out })).toBe(0);
    const manifest = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8")) as Manifest;
    const board = await RawReplBoard.start();
    try {
      expect(await run("flash", { port: board.address })).toBe(0);
      const onBoard = board.files();
      expect([...onBoard.keys()].sort()).toEqual(manifest.files.map(({ path }) => path));
      for (const [path, bytes] of onBoard) {
        expect(readFileSync(join(out, path)).equals(bytes), path).toBe(true);
      }
      expect(board.operations.filter(({ name }) => name === "write").at(-1)).toEqual({
        name: "write",
        path: "code.py",
      });
      expect(board.restarts).toBe(1);
    } finally {
      await board.close();
    }
  });
});
