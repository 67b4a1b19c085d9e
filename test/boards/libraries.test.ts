import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bundledLibraries, libraryModules, type Library } from "../../boards/libraries";

const wheel = zipSync({
  "ticks.py": strToU8("# ticks\n"),
  "asyncio/core.py": strToU8("# core\n"),
  "ticks-1.0.dist-info/METADATA": strToU8("Name: ticks\n"),
  "ticks-1.0.dist-info/hook.py": strToU8("# not a module\n"),
});
const library: Library = {
  name: "ticks",
  version: "1.0",
  module: "ticks",
  wheel: "ticks-1.0-py3-none-any.whl",
  sha256: createHash("sha256").update(wheel).digest("hex"),
};

describe("libraries", () => {
  let server: Server;
  let cache: string;
  let index: string;
  let requests: string[];

  beforeEach(async () => {
    requests = [];
    cache = mkdtempSync(join(tmpdir(), "taipan-test-"));
    server = createServer((request, response) => {
      requests.push(request.url ?? "");
      if (request.url === "/simple/ticks/") {
        response.end(
          '<a href="../../files/ticks-0.9.whl#sha256=00">ticks-0.9.whl</a>' +
            `<a href="../../files/${library.wheel}#sha256=${library.sha256}">${library.wheel}</a>`,
        );
      } else if (request.url === `/files/${library.wheel}`) {
        response.end(wheel);
      } else {
        response.writeHead(404).end();
      }
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    index = `http://127.0.0.1:${(server.address() as AddressInfo).port}/simple`;
  });

  afterEach(() => {
    server.close();
    server.closeAllConnections();
    rmSync(cache, { recursive: true });
  });

  it("come from the index once, and from the cache after that", async () => {
    const modules = await libraryModules(library, { index, cache });
    expect([...modules.keys()].sort()).toEqual(["asyncio/core.py", "ticks.py"]);
    expect(await libraryModules(library, { index, cache })).toEqual(modules);
    expect(requests).toEqual(["/simple/ticks/", `/files/${library.wheel}`]);
  });

  it("are refused when they are not what was pinned, and nothing is kept", async () => {
    const pinned = { ...library, sha256: "0".repeat(64) };
    await expect(libraryModules(pinned, { index, cache })).rejects.toThrow(
      `SHA-256 is ${library.sha256}, expected ${pinned.sha256}`,
    );
    expect(readdirSync(cache)).toEqual([]);
  });

  it("are fetched again when the cached file was damaged", async () => {
    writeFileSync(join(cache, library.wheel), "half");
    await libraryModules(library, { index, cache });
    expect(readFileSync(join(cache, library.wheel)).equals(wheel)).toBe(true);
  });

  it.each([
    ["without a connection", "http://127.0.0.1:9/simple", library],
    ["that the index does not have", "", { ...library, name: "tocks" }],
    ["of a version that the index does not have", "", { ...library, wheel: "ticks-2.0.whl" }],
  ])("%s say so in one line with the way out", async (_, otherIndex, wanted) => {
    const failure = libraryModules(wanted, { index: otherIndex || index, cache });
    await expect(failure).rejects.toThrow(/could not be fetched from .*PIP_INDEX_URL\.$/);
    await expect(failure).rejects.not.toThrow(/\n/);
  });
});

describe("the libraries of every bundle", () => {
  it("are pinned by version and hash", () => {
    for (const { name, version, wheel: file, sha256 } of bundledLibraries()) {
      expect(file).toBe(`${name.replaceAll("-", "_")}-${version}-py3-none-any.whl`);
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    }
  });
});
