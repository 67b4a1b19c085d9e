// Fifty viewers, one after the other, each gone in another way: the camera goes on and off with each,
// and nothing stays behind, neither a connection nor a frame buffer nor a claimed pin.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defaultBoardId, loadBoard } from "../../boards/definition";
import { openProject } from "../../boards/project";
import { buildFirmware } from "../../host-sim/board/firmware";
import { VirtualBoard } from "../../host-sim/board/virtual-board";
import { openCameraSource, type CameraSource } from "../../host-sim/camera-sources/index";
import { MultipartViewer } from "./support/multipart-viewer";

const CYCLES = 50;
const WAYS = ["close", "reset", "halfClose"] as const;

describe.each(["python", "node"] as const)("fifty cycles, %s engine", (engine) => {
  let camera: CameraSource;
  let board: VirtualBoard;
  const lines: string[] = [];
  let wake = (): void => undefined;

  /** Returns when the console has said `line` `count` times. */
  async function waitForLines(line: string, count: number): Promise<void> {
    while (lines.filter((known) => known === line).length < count) {
      await new Promise<void>((resolve) => (wake = resolve));
    }
  }

  beforeAll(async () => {
    camera = await openCameraSource("pattern:320x240@30");
    const definition = loadBoard(defaultBoardId);
    const { root, entry } = openProject(undefined);
    const { program } = await buildFirmware(
      { projectRoot: root, entry, board: definition },
      engine,
    );
    const serving = new Promise<void>((resolve, reject) => {
      VirtualBoard.start({
        board: definition,
        engine,
        program,
        camera,
        port: 0,
        settings: { CIRCUITPY_WIFI_SSID: "simulated" },
        onConsole: (line) => {
          lines.push(line);
          wake();
        },
        onServing: () => resolve(),
      }).then((started) => (board = started), reject);
    });
    await serving;
  });

  afterAll(async () => {
    await board.stop();
    await camera.close();
  });

  test("leave everything as it was", async () => {
    const port = board.servers[0]!.port;
    const before = await board.resources();
    expect(before).toEqual({ sockets: 1, claimedPins: [], frameBuffers: 0 });
    for (let cycle = 1; cycle <= CYCLES; cycle++) {
      const viewer = await MultipartViewer.open(port);
      await viewer.waitForPictures(1);
      viewer[WAYS[cycle % WAYS.length]!]();
      await waitForLines("camera: off", cycle);
    }
    expect(lines.filter((line) => line === "camera: on")).toHaveLength(CYCLES);
    expect(lines.filter((line) => line.includes(" left ("))).toHaveLength(CYCLES);
    expect(await board.resources()).toEqual(before);
  });
});
