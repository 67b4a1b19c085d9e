// The commands that README quotes, each run as it quotes them.
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encode } from "jpeg-js";
import { afterAll, beforeAll, describe, expect, test, type TestContext } from "vitest";
import { defaultBoardId } from "../../boards/definition";
import { RawReplBoard } from "../../host-sim/repl/raw-repl-board";
import { packageRoot } from "../../transpiler/package-root";
import { quotedCommands, runBeside, runToEnd, whileServing } from "./support/front-door";
import { requireProgram } from "./support/programs";

const readme = readFileSync(join(packageRoot, "README.md"), "utf8");
const bundle = join(packageRoot, "dist", defaultBoardId);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "taipan-front-door-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}

type Check = (command: string, context: TestContext) => Promise<void>;

/** The command serves: `path` is answered, at the port that it names. Another is free for certain. */
const serves =
  (path = "status", prepare: Check = async () => undefined): Check =>
  async (command, context) => {
    await prepare(command, context);
    const own = command
      .replace("=photos", `=${folder}/photos`)
      .replace(":video", `:${folder}/video`);
    const named = / PORT=\d+/.test(own);
    const port = named ? await freePort() : 0;
    const started = `${own.replace(/ PORT=\d+/, "")} PORT=${port}`;
    await whileServing(started, async (address) => {
      if (named) expect(new URL(address).port).toBe(String(port));
      const response = await fetch(new URL(path, address));
      expect(response.status).toBe(200);
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(0);
    });
  };

const prints =
  (pattern: RegExp, wanted = 0): Check =>
  async (command) => {
    const { status, stdout, stderr } = runToEnd(command);
    expect(stdout + stderr).toMatch(pattern);
    expect(status).toBe(wanted);
  };

/** What the command puts on a board is what the build wrote, byte for byte. */
const flashes =
  (build: string): Check =>
  async (command) => {
    expect(runToEnd(build).status).toBe(0);
    const device = await RawReplBoard.start({});
    try {
      expect(await runBeside(command.replace(/ PORT=\S+/, ` PORT=${device.address}`))).toBe(0);
      const { files } = JSON.parse(readFileSync(join(bundle, "manifest.json"), "utf8")) as {
        files: { path: string }[];
      };
      expect([...device.files().keys()].sort()).toEqual(files.map(({ path }) => path));
      for (const { path } of files) {
        const built = readFileSync(join(bundle, path));
        expect(built.equals(device.files().get(path)!), path).toBe(true);
      }
      expect(device.restarts).toBe(1);
    } finally {
      await device.close();
    }
  };

const photos: Check = async () => {
  mkdirSync(join(folder, "photos"));
  const data = new Uint8Array(64 * 48 * 4).fill(128);
  writeFileSync(join(folder, "photos", "1.jpg"), encode({ data, width: 64, height: 48 }).data);
};

const video: Check = async (_, context) => {
  const ffmpeg = requireProgram(context, "ffmpeg");
  const source = ["-f", "lavfi", "-i", "testsrc=duration=2:size=320x240"];
  expect(spawnSync(ffmpeg, [...source, join(folder, "video.mp4")]).status).toBe(0);
};

const runElsewhere =
  (reason: string): Check =>
  async (_, context) =>
    context.skip(reason);

/** A quoted command → what has to come of it. */
const outcomes: Record<string, Check> = {
  "make run": serves(),
  "make run PORT=9000": serves(),
  "make run CAMERA=photos": serves("still.jpg", photos),
  "make run CAMERA=ffmpeg:video.mp4": serves("still.jpg", video),
  "make run CAMERA=ffmpeg:/dev/video0": runElsewhere("needs a webcam"),
  "make run CAMERA=pattern:320x240@25": serves("still.jpg"),
  "make run LINK=170": serves(),
  "make run ENGINE=node": serves(),
  "make run ENTRY=examples/hello.ts": serves("hello/you"),
  "make test": runElsewhere("this test is a part of it"),
  "make examples": prints(/^[1-9]\d* passed, 0 failed$/m),
  "make help": prints(/^run /m),
  "make build": prints(/^dist\/seeed_xiao_esp32_s3_sense for /m),
  "make check ENTRY=examples/hello.ts": prints(/^\d+ files, no problems\.$/m),
  "make build ENTRY=examples/hello.ts": prints(/^ +lib\/taipan_http /m),
  "make flash": prints(/make flash PORT=/, 2),
  "make flash BOARD=seeed_xiao_esp32_s3_sense PORT=/dev/ttyACM0": flashes("make build"),
  "make flash ENTRY=examples/hello.ts PORT=/dev/ttyACM0": flashes(
    "make build ENTRY=examples/hello.ts",
  ),
  "node build/taipan.js transpile examples/hello.ts": prints(/^server\.serve_forever\(/m),
  "node build/taipan.js help": prints(/^ {2}traceback {2}/m),
  "node build/taipan.js boards": prints(/\(default\)$/m),
};

describe("README", () => {
  test("quotes the commands that are tested here, and no others", () => {
    expect(quotedCommands(readme).sort()).toEqual(Object.keys(outcomes).sort());
  });

  for (const [command, check] of Object.entries(outcomes))
    test(`\`${command}\` does what it says`, (context) => check(command, context));
});

test("make help lists every target and every variable", () => {
  const makefile = readFileSync(join(packageRoot, "Makefile"), "utf8");
  const [, targets = ""] = /^\.PHONY: (.+)$/m.exec(makefile) ?? [];
  const variables = [...makefile.matchAll(/\$\(if \$\((\w+)\)|^(\w+) \?=|\$\((ENTRY)\)/gm)].map(
    ([, optional, withDefault, entry]) => optional ?? withDefault ?? entry,
  );
  expect(variables).toContain("SETTINGS");
  const listed = runToEnd("make help").stdout;
  for (const name of [...targets.split(" "), ...variables])
    expect(listed).toMatch(new RegExp(`^${name}  `, "m"));
  expect(listed.split("\n").filter((line) => line.length > 80)).toEqual([]);
});

test("make flash without a port installs nothing for it", () => {
  const { stdout } = runToEnd("make -n -W requirements.txt flash");
  expect(stdout).not.toMatch(/venv/);
  expect(stdout).toMatch(/taipan\.js flash/);
});
