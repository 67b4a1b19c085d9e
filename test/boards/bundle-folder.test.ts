import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeBundle } from "../../boards/bundle-folder";
import { sizeReport } from "../../boards/size-report";
import { readMaps, writeBundleMaps } from "../../transpiler/cli/maps-folder";

const bytes = (text: string) => Buffer.from(text);

describe("a bundle's folder", () => {
  let folder: string;
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), "taipan-test-")), "dist", "board");
  });
  afterEach(() => rmSync(join(folder, "../.."), { recursive: true }));

  it("has the files and a manifest of them, sorted by path", () => {
    const files = new Map([
      ["lib/b.py", bytes("b")],
      ["code.py", bytes("print()\n")],
      ["lib/a/c.py", bytes("")],
    ]);
    writeBundle(folder, files);
    const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
    expect(readFileSync(join(folder, "lib/b.py"), "utf8")).toBe("b");
    expect(JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"))).toEqual({
      files: [
        { path: "code.py", size: 8, sha256: sha256("print()\n") },
        { path: "lib/a/c.py", size: 0, sha256: sha256("") },
        { path: "lib/b.py", size: 1, sha256: sha256("b") },
      ],
    });
  });

  it("loses what only an earlier build put there, and keeps what is not of a build", () => {
    writeBundle(
      folder,
      new Map([
        ["code.py", bytes("1")],
        ["lib/old/x.py", bytes("2")],
      ]),
    );
    writeFileSync(join(folder, "settings.toml"), "mine");
    writeBundle(folder, new Map([["code.py", bytes("3")]]));
    expect(readFileSync(join(folder, "code.py"), "utf8")).toBe("3");
    expect(existsSync(join(folder, "lib"))).toBe(false);
    expect(readFileSync(join(folder, "settings.toml"), "utf8")).toBe("mine");
  });

  it("never loses what a record outside of it names", () => {
    writeBundle(folder, new Map([["code.py", bytes("1")]]));
    const outside = join(folder, "../../keep.txt");
    writeFileSync(outside, "mine");
    writeFileSync(
      join(folder, "manifest.json"),
      JSON.stringify({ files: [{ path: "../../keep.txt" }, { path: outside }] }),
    );
    writeBundle(folder, new Map([["code.py", bytes("1")]]));
    expect(existsSync(outside)).toBe(true);
  });

  it("keeps the files that are as they would be written", () => {
    const file = join(folder, "code.py");
    const build = (text: string) => {
      writeBundle(folder, new Map([["code.py", bytes(text)]]));
      return statSync(file, { bigint: true }).mtimeNs;
    };
    const first = build("1");
    expect(build("1")).toBe(first);
    writeFileSync(file, "2");
    build("1");
    expect(readFileSync(file, "utf8")).toBe("1");
  });

  it("has maps beside it, of what is in it alone", () => {
    const map = { 1: { file: "main.ts", line: 1 } };
    const build = (...paths: string[]) =>
      writeBundleMaps(folder, new Map(paths.map((path) => [path, map])), { "main.ts": "f();" });
    build("code.py", "lib/old/x.py");
    build("code.py", "lib/new.py");
    expect([...readMaps(folder).keys()].sort()).toEqual(["code.py", "lib/new.py"]);
    expect(existsSync(join(`${folder}.maps`, "lib/old"))).toBe(false);
  });

  it("is built over a record that can't be read", () => {
    writeBundle(folder, new Map([["code.py", bytes("1")]]));
    writeFileSync(join(folder, "manifest.json"), "{");
    writeBundle(folder, new Map([["code.py", bytes("2")]]));
    expect(readFileSync(join(folder, "code.py"), "utf8")).toBe("2");
  });
});

describe("a bundle's folder that can't be written", () => {
  it.each(["/dev/null/x", "/proc/taipan/x"])("is told in one line: %s", (folder) => {
    expect(() => writeBundle(folder, new Map())).toThrow(`${folder} can't be written (`);
  });
});

describe("the size report", () => {
  it("sums up what belongs together", () => {
    const files = new Map([
      ["code.py", new Uint8Array(100)],
      ["lib/taipan_http/a.py", new Uint8Array(1000)],
      ["lib/taipan_http/b.py", new Uint8Array(500)],
      ["lib/taipan_board.py", new Uint8Array(200)],
      ["www/index.html", new Uint8Array(2345)],
    ]);
    expect(sizeReport(files)).toEqual([
      "  code.py                 0.1 kB",
      "  lib/taipan_http         1.5 kB",
      "  lib/taipan_board.py     0.2 kB",
      "  www                     2.3 kB",
      "  5 files                 4.1 kB",
    ]);
  });
});
