import { describe, expect, it } from "vitest";
import {
  boardProblems,
  defaultBoardId,
  listBoards,
  loadBoard,
  type BoardDefinition,
} from "../../boards/definition";
import { UserError } from "../../transpiler/cli/command";

// From ports/espressif/boards/<id>/pins.c of CircuitPython: D0 to D7, then pixel clock, vertical
// sync, horizontal reference, external clock, and the bus of the sensor (SCL, SDA).
const wiring: Record<string, { data: number[]; sync: number[]; bus: number[]; usb: string }> = {
  espressif_esp32s3_eye: {
    data: [11, 9, 8, 10, 12, 18, 17, 16],
    sync: [13, 6, 7, 15],
    bus: [5, 4],
    usb: "0x303A:0x700F",
  },
  firebeetle2_esp32s3: {
    data: [39, 40, 41, 4, 7, 8, 46, 48],
    sync: [5, 6, 42, 45],
    bus: [2, 1],
    usb: "0x3343:0x83CF",
  },
  seeed_xiao_esp32_s3_sense: {
    data: [15, 17, 18, 16, 14, 12, 11, 48],
    sync: [13, 38, 47, 10],
    bus: [39, 40],
    usb: "0x2886:0x8056",
  },
};

describe("boards", () => {
  it("are listed by id, the default among them", () => {
    const ids = listBoards().map(({ id }) => id);
    expect(ids).toEqual(Object.keys(wiring));
    expect(ids).toContain(defaultBoardId);
  });

  it.each(Object.keys(wiring))("%s is wired as CircuitPython has it", (id) => {
    const { pins, camera, usb } = loadBoard(id);
    const { i2c } = camera;
    const bus = i2c.kind === "busio" ? [i2c.scl, i2c.sda] : ["SCL", "SDA"];
    const sync = [camera.pixelClockPin, camera.vsyncPin, camera.hrefPin, camera.externalClockPin];
    const gpios = (names: string[]) => names.map((name) => pins[name]);
    const expected = (numbers: number[] | undefined) => numbers?.map((number) => `GPIO${number}`);
    expect(camera.dataGpios).toEqual(expected(wiring[id]?.data));
    expect(gpios(sync)).toEqual(expected(wiring[id]?.sync));
    expect(gpios(bus)).toEqual(expected(wiring[id]?.bus));
    expect(`${usb?.vid}:${usb?.pid}`).toBe(wiring[id]?.usb);
    expect(camera.sensors).toContain("OV2640");
  });

  it("that are not known are refused with the names of those that are", () => {
    expect(() => loadBoard("esp32_cam")).toThrow(
      new UserError(
        `There is no board "esp32_cam". Known: ${Object.keys(wiring).sort().join(", ")}.`,
        2,
      ),
    );
    expect(() => loadBoard("../package")).toThrow(/There is no board/);
  });
});

describe("a board's data", () => {
  const good = loadBoard(defaultBoardId);
  const withCamera = (camera: Partial<BoardDefinition["camera"]>) =>
    boardProblems({ ...good, camera: { ...good.camera, ...camera } }, good.id);

  it.each<[string, () => string[], string]>([
    ["another id", () => boardProblems(good, "other"), "id is"],
    ["no name", () => boardProblems({ ...good, name: "" }, good.id), "name is missing"],
    ["no pins", () => boardProblems({ id: good.id }, good.id), "pins is missing"],
    ["a pin that is none", () => withCamera({ vsyncPin: "CAM_V" }), "CAM_V, which is not in pins"],
    ["one pin for two", () => withCamera({ hrefPin: "CAM_PCLK" }), "are both GPIO13"],
    ["seven data pins", () => withCamera({ dataGpios: ["GPIO1"] }), "eight pins"],
    [
      "a pin without number",
      () => boardProblems({ ...good, pins: { ...good.pins, LED: "IO21" } }, good.id),
      'pins.LED is "IO21"',
    ],
  ])("with %s is refused", (_, problems, text) => {
    expect(problems().join("; ")).toContain(text);
  });

  it("without fault has no problems", () => {
    expect(boardProblems(good, good.id)).toEqual([]);
  });
});
