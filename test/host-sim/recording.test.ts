// A run that real clients made, written down and played again in virtual time.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { VirtualBoard } from "../../host-sim/index";
import { eventLine, parseRecording, type TimedEvent } from "../../host-sim/recording/recording";
import { packageRoot } from "../../transpiler/package-root";
import { MultipartViewer } from "../e2e/support/multipart-viewer";
import { command, Simulator } from "../e2e/support/simulator";
import { engines } from "./support/virtual-program";

const folder = mkdtempSync(join(tmpdir(), "taipan-recording-"));
afterAll(() => rmSync(folder, { recursive: true }));

const taipan = (...parameters: string[]) =>
  spawnSync(process.execPath, [command, ...parameters], { cwd: packageRoot, encoding: "utf8" });

/** Two visitors of examples/hello.ts. */
async function recorded(file: string): Promise<void> {
  const simulator = await Simulator.start("examples/hello.ts", "--record", file);
  for (const path of ["hello/you", "nothing"]) {
    await (await fetch(new URL(path, simulator.address))).text();
  }
  expect(await simulator.interrupt()).toBe(0);
}

describe("a program that answers", () => {
  const file = join(folder, "hello.jsonl");

  beforeAll(() => recorded(file));

  test("answers the same again, on both engines", async () => {
    for (const engine of engines) {
      const { differences, clients } = await VirtualBoard.replay(file, { engine });
      expect(differences).toEqual([]);
      expect(clients).toBeGreaterThan(0);
    }
    const { stdout, status } = taipan("replay", file);
    expect(stdout).toMatch(/^The same: \d+\.\d s, \d clients, 0 lines of console\.\n$/);
    expect(status).toBe(0);
  });

  test("and what is different now is said, byte and all", async () => {
    const changed = join(folder, "changed.jsonl");
    writeFileSync(changed, readFileSync(file, "utf8").replace("Hello, you", "Howdy, you"));
    const { stdout, stderr, status } = taipan("replay", changed);
    expect(stderr).toBe(
      'Client 1, answer 1: byte 2 of the body: was "Howdy, you!", is "Hello, you!".\n',
    );
    expect(stdout).toMatch(/^Not the same: /);
    expect(status).toBe(1);
    const { differences } = await VirtualBoard.replay(changed, { ignore: [/H\w+/] });
    expect(differences).toEqual([]);
  });
});

test("the camera with a viewer: the console to the letter, the stream, the status but for its numbers", async () => {
  const file = join(folder, "camera.jsonl");
  const simulator = await Simulator.start("--engine", "node", "--record", file);
  const viewer = MultipartViewer.open(simulator.port);
  await viewer.waitForPictures(3);
  await (await fetch(new URL("status", simulator.address))).text();
  viewer.reset();
  await simulator.waitFor(/camera: off/);
  await simulator.interrupt();
  const { differences, lines } = await VirtualBoard.replay(file, {
    ignore: [/-?\d+(\.\d+)?/],
  });
  expect(differences).toEqual([]);
  expect(lines).toBeGreaterThan(3);
  expect(readFileSync(file, "utf8")).not.toMatch(/PASSWORD|SECRET/);
});

test("bytes survive being written down, as text where they are text", () => {
  const events: TimedEvent[] = [
    { atMs: 1.5, type: "sent", client: 0, bytes: Buffer.from("GET / HTTP/1.1\r\n\r\n") },
    { atMs: 2, type: "received", client: 0, bytes: Buffer.from([0, 255, 10]) },
  ];
  const lines = events.map(eventLine).join("");
  expect(lines).toContain('"text":"GET / HTTP/1.1\\r\\n\\r\\n"');
  expect(parseRecording(`{"taipan":1}\n${lines}`, "it").events).toEqual(events);
});

const start = { taipan: 1, entry: "examples/hello.ts", camera: "pattern" };

test.each([
  { type: "sent", client: 0 },
  { type: "left", client: 0, how: "stall" },
  { type: "arrived", client: 0, text: "" },
  { atMs: "1", type: "stop" },
])("%j is no event of a recording", (event) => {
  const text = [start, { type: "stop", atMs: 1 }, { atMs: 2, ...event }];
  expect(() => parseRecording(text.map((line) => JSON.stringify(line)).join("\n"), "it")).toThrow(
    "it:3 is not a line of a recording",
  );
});

test("a replay of a program that never listens, or of a camera in real time, fails in one line", async () => {
  const file = join(folder, "impossible.jsonl");
  const visit = { atMs: 1, type: "connected", client: 0, port: 80, address: "127.0.0.1:4000" };
  const write = (head: object) =>
    writeFileSync(file, `${JSON.stringify(head)}\n${JSON.stringify(visit)}\n`);
  write({ ...start, camera: "ffmpeg:video.mp4" });
  await expect(VirtualBoard.replay(file)).rejects.toThrow(
    "A virtual board's camera can't show \"ffmpeg:video.mp4\": ffmpeg runs in real time.",
  );
  const silent = join(folder, "silent.ts");
  writeFileSync(silent, 'console.log("nothing");\n');
  write({ ...start, entry: silent });
  const { stderr, status } = taipan("replay", file);
  expect(stderr).toMatch(
    /^taipan: The program ended before it listened: the console ends with:\n {2}0.000 nothing\n$/,
  );
  expect(status).toBe(1);
});

describe("wrong use", () => {
  test.each<[string[], RegExp, number]>([
    [["replay"], /^taipan: Name the recording: taipan replay FILE\.\n$/, 2],
    [["replay", "none.jsonl"], /^taipan: none\.jsonl can't be read .+\n$/, 1],
    [["replay", "package.json"], /^taipan: package\.json:1 is not a line of a recording: .+\n$/, 1],
    [["replay", "x", "--ignore", "("], /^taipan: "\(" is not a regular expression.+\n$/, 2],
    [["sim", "--record", "/nowhere/x"], /^taipan: \/nowhere\/x can't be written .+\n$/, 1],
  ])("%j", (parameters, says, wanted) => {
    const { stderr, status } = taipan(...parameters);
    expect(stderr).toMatch(says);
    expect(status).toBe(wanted);
  });
});
