import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { transpile } from "../../transpiler/index";
import { packageRoot } from "../../transpiler/package-root";
import { exchange } from "../e2e/support/exchange";
import { requireProgram } from "../e2e/support/programs";
import { answer } from "./http-case";
import { httpCases } from "./http-cases";

const LIBRARY = "firmware-ts/http";
const PROGRAMS = "test/firmware-ts/programs";

const folder = mkdtempSync(join(tmpdir(), "taipan-http-"));
let server: ChildProcess | undefined;
let port = 0;

beforeAll(async () => {
  emit(join(folder, "emitted"));
  mkdirSync(join(folder, "www"));
  writeFileSync(join(folder, "www", "index.html"), "<p>Hi</p>");
  writeFileSync(join(folder, "www", "large.bin"), Buffer.alloc(300_000, "0123456789abc"));
  const script = join(packageRoot, "test", "firmware-ts", "python", "serve.py");
  const parameters = ["-B", script, join(folder, "emitted"), join(folder, "www")];
  server = spawn("python3", parameters, { stdio: ["ignore", "pipe", "pipe"] });
  let errors = "";
  server.stderr!.on("data", (text: Buffer) => (errors += text.toString()));
  const lines = createInterface({ input: server.stdout! });
  const ended = once(server, "exit").then(() => {
    throw new Error(`serve.py ended: ${errors}`);
  });
  const [line] = (await Promise.race([once(lines, "line"), ended])) as [string];
  ended.catch(() => {});
  port = Number(line);
});

afterAll(() => {
  server?.kill();
  rmSync(folder, { recursive: true });
});

/** Writes the emitted library and the table's routes below `target`. */
function emit(target: string): void {
  const files: Record<string, string> = {};
  for (const source of [LIBRARY, PROGRAMS]) {
    for (const name of readdirSync(join(packageRoot, source))) {
      files[`${source}/${name}`] = readFileSync(join(packageRoot, source, name), "utf8");
    }
  }
  const entry = `${PROGRAMS}/http-table.ts`;
  const { modules, diagnostics } = transpile(files, { entry, packages: { taipan_http: LIBRARY } });
  expect(diagnostics).toEqual([]);
  for (const { path, text } of modules) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    writeFileSync(join(target, path), text);
  }
}

function open(): Socket {
  return connect({ port, host: "127.0.0.1", noDelay: true });
}

function curl(...parameters: string[]): string {
  return execFileSync("curl", ["-sS", "--max-time", "10", ...parameters], { encoding: "latin1" });
}

describe("the emitted library on CPython", () => {
  test.each(httpCases)("$name", async ({ request, response }) => {
    expect(await exchange(port, request)).toBe(response);
  });

  test("curl agrees", (context) => {
    requireProgram(context, "curl");
    const url = `http://127.0.0.1:${port}`;
    expect(curl(`${url}/hello`)).toBe("Hello");
    expect(curl("-i", `${url}/index.html`)).toBe(
      answer("200 OK", "<p>Hi</p>").replace("text/plain", "text/html"),
    );
    expect(curl("-I", `${url}/`)).toContain("content-length: 9\r\n");
    expect(curl(`${url}/large.bin`)).toBe(readFileSync(join(folder, "www", "large.bin"), "latin1"));
    expect(curl("-d", "a=b", `${url}/echo`)).toBe("a=b");
    expect(curl("-w", "%{http_code}", "-o", "/dev/null", "-X", "DELETE", `${url}/hello`)).toBe(
      "405",
    );
  });
});

/** The first `count` parts of the stream, as letters of their pictures, all of one letter each. */
async function watch(count: number): Promise<number[]> {
  const socket = open();
  socket.write("GET /stream HTTP/1.1\r\nHost: b\r\n\r\n");
  let received = Buffer.alloc(0);
  const parts: number[] = [];
  for await (const data of socket) {
    received = Buffer.concat([received, data as Buffer]);
    for (;;) {
      const start = received.indexOf("X-Timestamp: ");
      const body = received.indexOf("\r\n\r\n", start) + 4;
      if (start < 0 || received.length < body + 20_000) break;
      const picture = received.subarray(body, body + 20_000);
      expect(picture.equals(Buffer.alloc(20_000, picture[0]))).toBe(true);
      parts.push(picture[0]!);
      received = received.subarray(body + 20_000);
    }
    if (parts.length >= count) break;
  }
  socket.destroy();
  return parts;
}

test("a stream of whole pictures for several viewers, one of which reads nothing", async () => {
  const stalled = open();
  stalled.write("GET /stream HTTP/1.1\r\nHost: b\r\n\r\n");
  const viewers = await Promise.all([watch(200), watch(200)]);
  stalled.destroy();
  for (const parts of viewers) {
    const steps = parts.slice(1).map((part, index) => (part - parts[index]! + 256) % 256);
    expect(Math.min(...steps)).toBeGreaterThan(0);
  }
});
