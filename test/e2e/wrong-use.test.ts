// Everything a user can get wrong on the command line: one clear line, exit status 1 or 2, no stack trace.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packageRoot } from "../../transpiler/package-root";
import { command } from "./support/simulator";

const emptyFolder = mkdtempSync(join(tmpdir(), "taipan-empty-"));
const listener = createServer();
let takenPort = 0;

beforeAll(async () => {
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  takenPort = (listener.address() as AddressInfo).port;
});

afterAll(() => {
  listener.close();
  rmSync(emptyFolder, { recursive: true });
});

/** A program that is right. */
function program(): string {
  const file = join(emptyFolder, "main.ts");
  writeFileSync(file, 'console.log("a");\n');
  return file;
}

interface WrongUse {
  name: string;
  arguments: () => string[];
  status: 1 | 2;
  says: RegExp;
  environment?: NodeJS.ProcessEnv;
}

const cases: WrongUse[] = [
  {
    name: "a port in use",
    arguments: () => ["sim", "--port", String(takenPort)],
    status: 1,
    says: /port \d+ is in use/i,
  },
  {
    name: "a port that is no port",
    arguments: () => ["sim", "--port", "eighty"],
    status: 2,
    says: /eighty/,
  },
  {
    name: "a missing frames folder",
    arguments: () => ["sim", "--port", "0", "--camera", join(emptyFolder, "missing")],
    status: 1,
    says: /missing/,
  },
  {
    name: "a folder without JPEGs",
    arguments: () => ["sim", "--port", "0", "--camera", emptyFolder],
    status: 1,
    says: /jpe?g/i,
  },
  {
    name: "a missing ffmpeg",
    arguments: () => ["sim", "--port", "0", "--camera", "ffmpeg:video.mp4"],
    status: 1,
    says: /ffmpeg/,
    environment: { ...process.env, PATH: emptyFolder },
  },
  {
    name: "a malformed camera",
    arguments: () => ["sim", "--port", "0", "--camera", "pattern:wide"],
    status: 2,
    says: /pattern:wide/,
  },
  {
    name: "an unknown board",
    arguments: () => ["sim", "--port", "0", "--board", "esp8266"],
    status: 2,
    says: /esp8266.*seeed_xiao_esp32_s3_sense/,
  },
  {
    name: "an unknown engine",
    arguments: () => ["sim", "--port", "0", "--engine", "ruby"],
    status: 2,
    says: /ruby/,
  },
  {
    name: "a negative link rate",
    arguments: () => ["sim", "--port", "0", "--link", "-5"],
    status: 2,
    says: /link/,
  },
  {
    name: "a missing settings file",
    arguments: () => ["sim", "--port", "0", "--settings", join(emptyFolder, "no.toml")],
    status: 1,
    says: /no\.toml/,
  },
  {
    name: "a missing program",
    arguments: () => ["check", "no-such-file.ts"],
    status: 2,
    says: /no-such-file\.ts/,
  },
  {
    name: "a folder as settings file",
    arguments: () => ["sim", "--port", "0", "--settings", emptyFolder],
    status: 1,
    says: /is a folder/,
  },
  {
    name: "a folder as program",
    arguments: () => ["sim", "--port", "0", "firmware-ts"],
    status: 2,
    says: /no file firmware-ts/,
  },
  {
    name: "a file in the place of the output folder",
    arguments: () => ["transpile", program(), "--out", program()],
    status: 1,
    says: /main\.ts can't be written/,
  },
  {
    name: "an output folder without a name",
    arguments: () => ["transpile", program(), "--out="],
    status: 2,
    says: /--out/,
  },
  { name: "an unknown command", arguments: () => ["fly"], status: 2, says: /fly/ },
  { name: "an unknown option", arguments: () => ["sim", "--loud"], status: 2, says: /--loud/ },
  { name: "flash without a port", arguments: () => ["flash"], status: 2, says: /PORT/i },
];

describe("wrong use", () => {
  test.each(cases)("$name", ({ arguments: build, status, says, environment }) => {
    const result = spawnSync(process.execPath, [command, ...build()], {
      cwd: packageRoot,
      encoding: "utf8",
      env: environment ?? process.env,
      timeout: 30_000,
    });
    expect(result.stderr).toMatch(says);
    expect(result.stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(result.stderr).not.toMatch(/^\s+at /m);
    expect(result.status).toBe(status);
  });
});
