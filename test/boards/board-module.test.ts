import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { transformSync } from "esbuild";
import ts from "typescript";
import { afterAll, describe, expect, it } from "vitest";
import { boardModule, boardSpecificTypings } from "../../boards/board-module";
import { listBoards, loadBoard } from "../../boards/definition";
import { packageRoot } from "../../transpiler/package-root";

const folder = mkdtempSync(join(tmpdir(), "taipan-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

function compilerErrors(boardId: string): string[] {
  const board = loadBoard(boardId);
  const own = {
    "made.ts": boardModule(board),
    "check.ts":
      'import * as promised from "taipan_board";\nimport * as made from "./made";\n' +
      "export const fits: typeof promised = made;\n",
    ...boardSpecificTypings(board),
  };
  for (const [name, text] of Object.entries(own)) writeFileSync(join(folder, name), text);
  const types = join(packageRoot, "firmware-ts", "types");
  const roots = [
    ...Object.keys(own).map((name) => join(folder, name)),
    ...readdirSync(types).map((name) => join(types, name)),
  ];
  const program = ts.createProgram(roots, {
    strict: true,
    target: ts.ScriptTarget.ES2023,
    lib: ["lib.es2023.d.ts"],
    types: [],
    noEmit: true,
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
}

/** Runs a board's module against modules that note what is done with them. */
function openCameraTwice(boardId: string, pmicAnswers = true): string[] {
  const events: string[] = [];
  const board = loadBoard(boardId);
  const names = [...Object.keys(board.pins), board.camera.dataPins];
  class Noted {
    constructor(name: string, details: string[]) {
      events.push([name, ...details].join(" "));
    }
  }
  const modules: Record<string, unknown> = {
    axp313a: {
      AXP313A: class {},
      camera_voltages: { OV2640: "OV2640" },
      enable_camera: (_: unknown, voltages: string) => {
        events.push(`power ${voltages}`);
        return pmicAnswers;
      },
    },
    board: {
      ...Object.fromEntries(names.map((name) => [name, name])),
      I2C: () => "board.I2C()",
    },
    busio: {
      I2C: class extends Noted {
        constructor(scl: string, sda: string) {
          super("bus", [scl, sda]);
        }
      },
    },
    espcamera: {
      Camera: class extends Noted {
        constructor(options: Record<string, string | number>) {
          const { dataPins, frameSize, jpegQuality, framebufferCount, grabMode } = options;
          super(
            "camera",
            [dataPins, frameSize, jpegQuality, framebufferCount, grabMode].map(String),
          );
        }
      },
      GrabMode: { LATEST: "LATEST" },
      PixelFormat: { JPEG: "JPEG" },
    },
    gc: { collect: () => events.push("collect") },
  };
  const { code } = transformSync(boardModule(board), { loader: "ts", format: "cjs" });
  const module = { exports: {} as { openCamera(size: string, quality: number): unknown } };
  const run = new Function("module", "require", "RuntimeError", code);
  run(module, (name: string) => modules[name], Error);
  module.exports.openCamera("VGA", 12);
  module.exports.openCamera("VGA", 12);
  return events;
}

describe("the module taipan_board", () => {
  it.each(listBoards().map(({ id }) => id))("of %s is what its typings promise", (id) => {
    expect(compilerErrors(id)).toEqual([]);
  });

  it("makes the XIAO's camera bus once and a camera each time", () => {
    const camera = "camera CAM_DATA VGA 12 2 LATEST";
    expect(openCameraTwice("seeed_xiao_esp32_s3_sense")).toEqual([
      "collect",
      "bus CAM_SCL CAM_SDA",
      camera,
      "collect",
      camera,
    ]);
  });

  it("uses the EYE's own bus", () => {
    expect(openCameraTwice("espressif_esp32s3_eye")).not.toContainEqual(
      expect.stringMatching("bus"),
    );
  });

  it("powers the FireBeetle's camera before it is made", () => {
    expect(openCameraTwice("firebeetle2_esp32s3").slice(0, 3)).toEqual([
      "collect",
      "power OV2640",
      "camera CAM_DATA VGA 12 2 LATEST",
    ]);
  });

  it("says so when the FireBeetle's power chip does not answer", () => {
    expect(() => openCameraTwice("firebeetle2_esp32s3", false)).toThrow(/AXP313A/);
  });
});
