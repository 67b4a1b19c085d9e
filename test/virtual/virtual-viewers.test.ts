// The camera application in virtual time, on both engines: every way of leaving, at any byte.
import { afterEach, describe, expect, test } from "vitest";
import {
  compareEngines,
  VirtualBoard,
  type VirtualBoardOptions,
  type Viewer,
} from "../../host-sim/index";

const boards: VirtualBoard[] = [];

afterEach(async () => {
  for (const board of boards.splice(0)) await board.stop();
});

async function start(options: VirtualBoardOptions): Promise<VirtualBoard> {
  const board = await VirtualBoard.start({
    entry: "firmware-ts/camera/code.ts",
    camera: "pattern:160x120@15",
    ...options,
  });
  boards.push(board);
  await board.serving();
  return board;
}

type Leave = (viewer: Viewer) => void;

/** Each with the words in which the console tells of it. */
const ways: [name: string, leave: Leave, word: string][] = [
  ["FIN", ({ client }) => client.close(), "closed"],
  ["half-close", ({ client }) => client.finish(), "closed"],
  ["RST", ({ client }) => client.reset(), "reset"],
  ["vanishing", ({ client }) => client.vanish(), "stalled"],
  ["not reading any more", ({ client }) => client.stall(), "stalled"],
];

describe.each(["node", "python"] as const)("on the %s engine", (engine) => {
  test.each(ways)("a viewer who leaves by %s", async (_, leave, word) => {
    const board = await start({ engine });
    const stays = board.watch("/stream");
    const goes = board.watch("/stream", { windowBytes: 2000 });
    await goes.sees(3);
    leave(goes);
    const before = stays.frames.length;
    await board.until(
      () => board.lines.includes(`viewer 2 left (${word})`),
      "the viewer to be missed",
    );
    await board.run(1);
    // One that stays got every picture meanwhile.
    const seconds = board.time - goes.frames.at(-1)!.atMs / 1000;
    expect(stays.frames.length - before).toBeGreaterThan(14 * seconds - 3);
    stays.client.close();
    await board.until(() => !board.cameraIsOn, "the camera to be turned off");
    expect(board.resources).toEqual({ sockets: 1, claimedPins: [], frameBuffers: 0 });
  });

  test("a stall at every 500th byte of a picture", async () => {
    const board = await start({ engine });
    const first = board.watch("/stream");
    await first.sees(2);
    const part = first.frames[1]!.bytes.length;
    first.client.close();
    for (let at = 0; at < part + 500; at += 500) {
      const viewer = board.watch("/stream", { windowBytes: 1500 });
      await viewer.sees(1);
      viewer.client.stallAfter(at);
      const lines = board.lines.length;
      const left = () => board.lines.slice(lines).some((line) => line.endsWith("left (stalled)"));
      await board.until(left, `the end of the viewer who stalls after ${at} bytes`);
      await board.until(() => !board.cameraIsOn, "the camera to be turned off");
      expect(board.resources.sockets).toBe(1);
    }
  });

  test("Wi-Fi goes for three seconds: everybody sees on", async () => {
    const board = await start({ engine });
    const viewers = [board.watch("/stream"), board.watch("/stream")];
    await board.run(3);
    board.loseWifi();
    await board.run(0.1);
    const during = viewers.map(({ frames }) => frames.length);
    await board.run(2.9);
    expect(viewers.map(({ frames }) => frames.length)).toEqual(during);
    board.regainWifi();
    await board.run(3);
    for (const [index, { frames }] of viewers.entries())
      expect(frames.length).toBeGreaterThan(during[index]! + 30);
  });

  test("a camera that fails to start three times, then works", async () => {
    const board = await start({ engine });
    board.inject({ kind: "camera does not start", times: 2 });
    const viewer = board.watch("/stream");
    await board.run(5);
    board.inject({ kind: "camera does not start", times: 1, reason: "no memory" });
    await viewer.sees(1);
    expect(board.lines.filter((line) => line.startsWith("camera:"))).toEqual([
      "camera: failed (Requested resource not found)",
      "camera: failed (Requested resource not found)",
      "camera: failed (Out of memory)",
      "camera: on",
    ]);
  });

  test("pictures that do not come, end early, or are damaged", async () => {
    const board = await start({ engine });
    const viewer = board.watch("/stream");
    await viewer.sees(2);
    board.inject({ kind: "picture missing", times: 15 });
    board.inject({ kind: "picture cut short", times: 1 });
    await viewer.sees(4);
    const [, second, third] = viewer.frames;
    expect(third!.atMs - second!.atMs).toBeGreaterThan(1000);
    expect(third!.bytes.length).toBeLessThan(second!.bytes.length * 0.6);
    expect(board.end).toBe(null);
  });

  test("a plug that is pulled in the middle of a picture", async () => {
    const board = await start({ engine });
    const viewer = board.watch("/stream", { latencyMs: 20 });
    await viewer.sees(3);
    await board.cutPower();
    expect(board.resources).toEqual({ sockets: 0, claimedPins: [], frameBuffers: 0 });
    // Nobody said goodbye; whoever says something to the new board is told that it knows nothing.
    expect([viewer.client.endedBy, board.cameraIsOn]).toEqual([null, false]);
    viewer.client.send("more");
    await viewer.client.ended();
    expect(viewer.client.endedBy).toBe("reset");
    await board.serving();
    await board.watch("/stream").sees(3);
    expect(board.lines.join()).not.toContain("left");
  });

  test("sockets that others hold: who finds one is served", async () => {
    const board = await start({ engine });
    board.inject({ kind: "sockets taken", count: 5 });
    const viewers = Array.from({ length: 4 }, () => board.watch("/stream"));
    await board.run(5);
    expect(viewers.filter(({ frames }) => frames.length > 50).length).toBe(2);
    expect(board.end).toBe(null);
  });

  test("nine clients on eight sockets: nobody is hurt", async () => {
    const board = await start({ engine });
    const viewers = Array.from({ length: 9 }, () => board.watch("/stream"));
    await board.run(5);
    const served = viewers.filter(({ frames }) => frames.length > 0);
    expect(served.length).toBe(7);
    for (const { frames } of served) expect(frames.length).toBeGreaterThan(60);
    served[0]!.client.close();
    await board.run(2);
    expect(viewers.filter(({ frames }) => frames.length > 0).length).toBe(8);
  });
});

test("both engines give the same, byte by byte and in the same instant", async () => {
  const options = {
    entry: "firmware-ts/camera/code.ts",
    camera: "pattern:160x120@15",
    radioKilobytesPerSecond: 170,
    seed: 7,
  };
  await compareEngines(options, async (board) => {
    await board.serving();
    const link = { jitterMs: 5, loss: 0.01 };
    const viewers = Array.from({ length: 5 }, () => board.watch("/stream", link));
    await board.run(3.2);
    viewers[2]!.client.vanish();
    await board.run(17);
    expect(viewers[0]!.frames.length).toBeGreaterThan(50);
  });
});

test("both engines tell the same of themselves, in whatever order", async () => {
  const options = { entry: "firmware-ts/camera/code.ts", camera: "pattern:160x120@15" };
  await compareEngines({ ...options, times: false }, async (board) => {
    await board.serving();
    await board.watch("/stream").sees(3);
    expect((await board.fetch("/status")).status).toBe(200);
  });
});
