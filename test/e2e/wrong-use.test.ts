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

/** Nine megabytes beside a code.py. */
function largeFolder(): string {
  const folder = mkdtempSync(join(emptyFolder, "large-"));
  writeFileSync(join(folder, "code.py"), "");
  writeFileSync(join(folder, "video.mp4"), Buffer.alloc(9 * 2 ** 20));
  return folder;
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
    says: /port \d+ is in use.*--port 9000, or PORT=9000 with make/i,
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
    says: /missing.*ffmpeg:\/dev\/video0/,
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
    says: /"-5".*kilobytes per second.*--link 170, or LINK=170/,
  },
  {
    name: "floats that there are none of",
    arguments: () => ["sim", "--port", "0", "--floats", "16"],
    status: 2,
    says: /"16": board, or double/,
  },
  {
    name: "a board's floats without the Python that has them",
    arguments: () => ["sim", "--port", "0", "--floats", "board", "--engine", "node"],
    status: 2,
    says: /floats: "board" needs .* the python engine/,
  },
  {
    name: "a missing settings file",
    arguments: () => ["sim", "--port", "0", "--settings", join(emptyFolder, "no.toml")],
    status: 1,
    says: /no\.toml.*SETTINGS=FILE with make/,
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
    says: /firmware-ts is a folder without a code\.py\. Name a program/,
  },
  {
    name: "Python that a board does not run",
    arguments: () => ["sim", "--port", "0", "test/firmware-ts/python/serve.py"],
    status: 2,
    says: /A board runs code\.py, not serve\.py\./,
  },
  {
    name: "Python for the node engine",
    arguments: () => ["sim", "--engine", "node", "test/host-sim/programs/hand-written"],
    status: 2,
    says: /The node engine runs TypeScript\. For code\.py take engine "python"\./,
  },
  {
    name: "a drive that is too small",
    arguments: () => ["sim", "--port", "0", largeFolder()],
    status: 1,
    says: /does not fit on the board's drive of \d+ kB\. Put code\.py/,
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
  {
    name: "an unknown command",
    arguments: () => ["fly"],
    status: 2,
    says: /There is no command "fly"\. `taipan help`/,
  },
  {
    name: "a command with a slip of the pen",
    arguments: () => ["biuld"],
    status: 2,
    says: /Did you mean build\?/,
  },
  {
    name: "an unknown option",
    arguments: () => ["sim", "--loud"],
    status: 2,
    says: /Unknown option --loud\. `taipan sim --help`/,
  },
  {
    name: "an option with a slip of the pen",
    arguments: () => ["sim", "--prot", "80"],
    status: 2,
    says: /^taipan: Unknown option --prot\. Did you mean --port\?$/m,
  },
  {
    name: "an option without its value",
    arguments: () => ["sim", "--port", "--engine", "node"],
    status: 2,
    says: /--port needs a value: --port N\./,
  },
  {
    name: "a value for an option that takes none",
    arguments: () => ["check", "--json=yes"],
    status: 2,
    says: /--json takes no value/,
  },
  {
    name: "more programs than one",
    arguments: () => ["build", "main.ts", "other.ts"],
    status: 2,
    says: /taipan build takes one program.*other\.ts/,
  },
  {
    name: "an argument for a command that takes none",
    arguments: () => ["boards", "main.ts"],
    status: 2,
    says: /taipan boards takes no arguments.*main\.ts/,
  },
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

describe("the command", () => {
  const run = (...parameters: string[]) =>
    spawnSync(process.execPath, [command, ...parameters], { cwd: packageRoot, encoding: "utf8" });

  test("explains itself in lines of a terminal's width", () => {
    const { stdout, status } = run("help");
    expect(status).toBe(0);
    expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
    const summaries = [...stdout.matchAll(/^ {2}(\w+) {2,}(\S)/gm)];
    expect(summaries.map(([, name]) => name)).toContain("sim");
    for (const [, , initial] of summaries) expect(initial).toMatch(/[a-z]/);
  });

  test.each(["check", "transpile", "boards", "build", "flash", "sim"])(
    "%s explains every option that it has",
    (name) => {
      const { stdout, status } = run(name, "--help");
      expect(status).toBe(0);
      expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
      const [usage = ""] = stdout.split("\n\n");
      for (const [option] of usage.matchAll(/--[\w-]+/g))
        expect(stdout).toMatch(new RegExp(`^ {2}${option} .*\\w`, "m"));
      expect(run("help", name).stdout).toBe(stdout);
    },
  );

  test("says what a camera may be, and in what unit a link is", () => {
    const { stdout } = run("sim", "--help");
    expect(stdout).toMatch(/pattern:320x240@25/);
    expect(stdout).toMatch(/ffmpeg:\/dev\/video0/);
    expect(stdout).toMatch(/--link KBPS .*kilobytes/);
  });

  test("starts without what it does not need", () => {
    // The checker and the bundler take 0.4 s to load: only commands that use them wait for that.
    const told = join(emptyFolder, "told.cjs");
    writeFileSync(
      told,
      `const fs = require("node:fs");
      const { readFileSync } = fs;
      fs.readFileSync = (file, ...options) => {
        console.error(String(file));
        return readFileSync(file, ...options);
      };
      require("node:module").syncBuiltinESMExports();`,
    );
    const loadedBy = (...parameters: string[]): string =>
      spawnSync(process.execPath, ["--require", told, command, ...parameters], { encoding: "utf8" })
        .stderr;
    expect(loadedBy("help")).not.toMatch(/node_modules/);
    expect(loadedBy("check", program())).toMatch(/node_modules.*typescript\.js/);
  });

  test("names places in TypeScript when it fails itself", () => {
    const failing = join(emptyFolder, "failing.cjs");
    writeFileSync(failing, 'console.log = () => { throw new Error("no room"); };');
    const parameters = ["--enable-source-maps", "--require", failing, command, "help"];
    const { stderr } = spawnSync(process.execPath, parameters, { encoding: "utf8" });
    expect(stderr).toMatch(/host-sim\/cli\/taipan\.ts:\d+/);
  });
});
