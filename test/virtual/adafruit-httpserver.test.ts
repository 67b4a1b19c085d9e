// The library that makers have today, unchanged, on the simulator: it works as on a board, and stops
// for everyone as on a board.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { VirtualBoard } from "../../host-sim/index";
import { packageRoot } from "../../transpiler/package-root";

/** Where `make test` has put the published package; null where it was not run. */
function libraryFolder(): string | null {
  const lib = join(packageRoot, ".venv/lib");
  try {
    const python = readdirSync(lib).find((name) => name.startsWith("python3"));
    const folder = join(lib, python ?? "", "site-packages/adafruit_httpserver");
    readdirSync(folder);
    return folder;
  } catch {
    return null;
  }
}

function drive(folder: string): Record<string, string | Uint8Array> {
  const files: Record<string, string | Uint8Array> = {
    "code.py": readFileSync(join(import.meta.dirname, "adafruit/code.py")),
    "www/page.html": "<p>a page</p>".repeat(400),
  };
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".py")))
    files[`lib/adafruit_httpserver/${name}`] = readFileSync(join(folder, name));
  return files;
}

const folder = libraryFolder();
if (folder === null) console.log("adafruit_httpserver is not in .venv: `make test` installs it.");

describe.skipIf(folder === null)("adafruit_httpserver 4.8.2", () => {
  async function start(): Promise<VirtualBoard> {
    const board = await VirtualBoard.start({ files: drive(folder as string) });
    await board.serving();
    return board;
  }

  test("answers requests of every kind", async () => {
    await using board = await start();
    const form = { "Content-Type": "application/x-www-form-urlencoded" };
    const answers = [
      await board.fetch("/hello/you?more=a+b%21"),
      await board.fetch("/form", { method: "POST", headers: form, body: "name=Ada+Lovelace" }),
      await board.fetch("/json", { method: "POST", body: '{"numbers": [1, 2, 3]}' }),
      await board.fetch("/chunked"),
      await board.fetch("/page.html"),
      await board.fetch("/away"),
      await board.fetch("/cookies", { headers: { Cookie: "theme=light" } }),
      await board.fetch("/nowhere"),
    ];
    expect(answers.map(({ status, text }) => [status, text.slice(0, 36)])).toEqual([
      [200, "Hello, you! a+b%21"],
      [200, '{"name": "Ada+Lovelace"}'],
      [200, '{"sum": 6}'],
      [200, "Adafruit"],
      [200, "<p>a page</p>".repeat(400).slice(0, 36)],
      [302, ""],
      [200, "light"],
      [404, "File does not exist: /www/nowhere"],
    ]);
  });

  test("sends events, and talks over a WebSocket", async () => {
    await using board = await start();
    const events = board.connect();
    events.send("GET /events HTTP/1.1\r\nHost: board\r\n\r\n");
    await events.receives("event: tick");
    const socket = board.webSocket("/socket");
    socket.send("hi");
    await socket.receives(1);
    expect(socket.messages[0]?.data).toBe("you said hi");
  });

  test("shows pictures until one viewer's link stalls: then it stops for everyone", async () => {
    await using board = await start();
    const viewer = board.watch("/stream");
    const stalling = board.watch("/stream");
    await stalling.sees(3);
    stalling.client.stall();
    await board.run(3);
    const before = viewer.frames.length;
    const visitor = board.connect();
    visitor.send("GET /hello/you HTTP/1.1\r\nHost: board\r\n\r\n");
    await board.run(5);
    expect(viewer.frames.length).toBe(before);
    expect(visitor.received).toBe(0);
  });

  test("ends for everyone at a request without a header", async () => {
    await using board = await start();
    board.connect().send("GET / HTTP/1.0\r\n\r\n");
    await board.until(() => board.end !== null, "the end of the program");
    expect(board.lines.pop()).toMatch(/^ValueError: .*Unparseable raw_request/);
  });
});
