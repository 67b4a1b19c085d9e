// Fifty viewers, one after the other, each gone in another way: the camera goes on and off with each,
// and nothing stays behind, neither a connection nor a frame buffer nor a claimed pin.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FirmwareBoard } from "./support/firmware-board";
import { MultipartViewer } from "./support/multipart-viewer";

const CYCLES = 50;
const WAYS = ["close", "reset", "halfClose"] as const;

/** Nearly all of a cycle is the half second that the camera stays on for after a viewer. */
const TIME_FACTOR = 10;

describe.each(["python", "node"] as const)("fifty cycles, %s engine", (engine) => {
  let board: FirmwareBoard;

  beforeAll(async () => {
    const options = { timeFactor: TIME_FACTOR };
    board = await FirmwareBoard.start("firmware-ts/camera/code.ts", engine, options);
  });

  afterAll(() => board.stop());

  test("leave everything as it was", async () => {
    const before = await board.resources();
    expect(before).toEqual({ sockets: 1, claimedPins: [], frameBuffers: 0 });
    for (let cycle = 1; cycle <= CYCLES; cycle++) {
      const viewer = MultipartViewer.open(board.port);
      await viewer.waitForPictures(1);
      viewer[WAYS[cycle % WAYS.length]!]();
      await board.waitForLines("camera: off", cycle);
    }
    expect(board.lines.filter((line) => line === "camera: on")).toHaveLength(CYCLES);
    expect(board.lines.filter((line) => line.includes(" left ("))).toHaveLength(CYCLES);
    expect(await board.resources()).toEqual(before);
  });
});
